#!/usr/bin/env bash
# Finding: ssml-check mends the valid pause ".5s" to ten seconds, and of a bare <break/>, which SSML allows, it says "unknown error" and stops.
# Version: ssml-check-core 0.3.9 (npm), which ssml-check 0.4.6 hands over to
# Source: ssml-check-core, checktag.js, check_break: a time that it cannot read is made the longest that is allowed, and a tag without attributes is asked for one of them.
#   In SSML 1.1 both attributes are optional, and times are those of CSS2, where a number may begin with the point.
# Behaviour: verifyAndFix makes <break time="10s"/> of ".5s"; "0.5s" and "500ms" pass. A text with <break/> has an "unknown error", whatever stands behind the tag is not
#   looked at, such as a rate that is refused without it, and there is no mended text.
# Cost: Counts half a second apart, written as many programs print the number, come out of the "fix" valid, with ten seconds of silence between "one" and "two". Nobody
#   finds a tag that is right in a text of a hundred lines for whose sake "unknown error" is said.
# Seen: .5s mended to 10s; 0.5s and 500ms no errors; rate 10% refused and mended to 20%; the same behind <break/>: unknown error alone, nothing mended.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts ssml-check-core@0.3.9 > /dev/null
cat > check.cjs <<'JS'
const { verifyAndFix } = require("ssml-check-core");

const slow = '<prosody rate="10%">Hold</prosody>';
const claimed = [
  ['one <break time=".5s"/> two', "time", '<speak>one <break time="10s"/> two</speak>'],
  ['one <break time="0.5s"/> two', "", undefined],
  ['one <break time="500ms"/> two', "", undefined],
  [slow, "rate", '<speak><prosody rate="20%">Hold</prosody></speak>'],
  [`one <break/> ${slow}`, "unknown error", undefined],
];
(async () => {
  let same = true;
  for (const [text, refused, mended] of claimed) {
    const { errors = [], fixedSSML } = await verifyAndFix(`<speak>${text}</speak>`, { platform: "amazon", locale: "en-US" });
    const seen = errors.map(({ type, attribute }) => attribute ?? type).join(", ");
    console.log(`${text}: ${seen || "no errors"}; mended ${fixedSSML}`);
    same &&= seen === refused && fixedSSML === mended;
  }
  console.log(same ? "Still so." : "Changed: pauses are checked in another way.");
  process.exitCode = same ? 0 : 1;
})();
JS
node check.cjs
