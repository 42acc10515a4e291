#!/usr/bin/env bash
# Finding: Amazon's validator of APL documents finds a misspelt property but neither a misspelt component nor command, and warns of a right animation.
# Version: apl-suggester 2024.2.0 (npm)
# Source: apl-suggester, StaticAplTemplateValidator.validate.
# Behaviour: "fontsize" is reported. "Txet" for Text, "SendEvnt" for SendEvent and a broken ${…} pass: an unknown type might be a layout of the
#   user's. An AnimateItem on opacity, as Amazon's own engine plays it, gets "missing required field".
# Cost: A document that passes shows an empty place on the device, and the device reports nothing either.
# Seen: 0 findings for Txet, SendEvnt and a broken expression; 1 for fontsize; 1 false alarm for the animation.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" apl-suggester@2024.2.0
cd "$work"
cat > check.cjs <<'JS'
const { StaticAplTemplateValidator } = require("apl-suggester");
const document = (item, onMount = []) => ({ type: "APL", version: "1.9", onMount, mainTemplate: { items: [item] } });
const text = { type: "Text", id: "count", text: "15" };
const fade = { type: "AnimateItem", componentId: "count", duration: 500, value: [{ property: "opacity", from: 0, to: 1 }] };
const documents = {
  right: document(text),
  fontsize: document({ ...text, fontsize: "40dp" }),
  Txet: document({ ...text, type: "Txet" }),
  SendEvnt: document({ type: "TouchWrapper", item: text, onPress: [{ type: "SendEvnt" }] }),
  expression: document({ ...text, text: "${payload.count +" }),
  animation: document(text, [fade]),
};
(async () => {
  const validator = new StaticAplTemplateValidator();
  const seen = [];
  for (const [name, document] of Object.entries(documents)) {
    seen.push(`${name} ${(await validator.validate(document)).length}`);
  }
  console.log(seen.join(", "));
  if (seen.join(", ") !== "right 0, fontsize 1, Txet 0, SendEvnt 0, expression 0, animation 1") {
    console.error("Changed: the validator finds other things.");
    process.exit(1);
  }
  console.log("Still so.");
})();
JS
node check.cjs 2> /dev/null
