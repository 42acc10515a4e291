#!/usr/bin/env bash
# Finding: virtual-alexa takes every sentence that contains "tell" or "ask" for the opening of the skill: "tell me how long" restarts the workout.
# Version: virtual-alexa 0.7.8 (npm)
# Source: virtual-alexa's interpretation of an utterance, where the launch words are looked for anywhere in the sentence.
# Behaviour: "how long" reaches its intent. "tell me how long", a sample of the same intent, is sent as a LaunchRequest, and so is "unmask me", for its "ask".
#   A number slot is sent as the word ("twelve"), where a device sends "12".
# Cost: A test of a conversation is green for an intent that it never reached, or red for a fault of its own.
# Seen: how long → IntentRequest; tell me how long, unmask me → LaunchRequest; twelve → "twelve".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" virtual-alexa@0.7.8
cd "$work"
cat > ask.cjs <<'JS'
const { VirtualAlexa } = require("virtual-alexa");
const intents = [
  { name: "HowLongIntent", samples: ["how long", "tell me how long"] },
  { name: "MaskIntent", samples: ["unmask me"] },
  { name: "DidIntent", slots: [{ name: "count", type: "AMAZON.NUMBER" }], samples: ["i did {count}"] },
];
const requests = [];
const handler = (event, context, callback) => {
  const slot = event.request.intent?.slots?.count?.value;
  requests.push(slot ?? event.request.type);
  callback(null, { version: "1.0", response: { outputSpeech: { type: "PlainText", text: "Ready?" }, shouldEndSession: false } });
};
(async () => {
  const alexa = VirtualAlexa.Builder()
    .handler(handler)
    .interactionModel({ interactionModel: { languageModel: { invocationName: "leg coach", intents, types: [] } } })
    .create();
  for (const said of ["how long", "tell me how long", "unmask me", "i did twelve"]) await alexa.utter(said);
  console.log(requests.join(", "));
  if (requests.join(", ") !== "IntentRequest, LaunchRequest, LaunchRequest, twelve") {
    console.error("Changed: utterances are understood in another way.");
    process.exit(1);
  }
  console.log("Still so.");
})();
JS
node --no-deprecation ask.cjs 2> /dev/null
