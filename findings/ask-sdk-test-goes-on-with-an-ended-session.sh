#!/usr/bin/env bash
# Finding: ask-sdk-test, which checks that a response ends the session, hands its attributes to the next request all the same: a new launch knows the old set.
# Version: ask-sdk-test 2.7.42, ask-sdk-core 2.14.0, ask-sdk-model 1.86.0, mocha 10.8.2 (npm)
# Source: ask-sdk-test, AlexaTest.runSingleTest: each request gets the attributes of the response before it, and session.new is true for the first alone. Alexa's
#   documents: attributes last as long as the session, and a launch after its end is a new one, without any.
# Behaviour: A skill that counts sets in its session attributes says "Set 1" at a launch, "Goodbye" with shouldEndSession true, which the test asserts, and at the next
#   launch of the same sequence, with session.new false, "Set 2".
# Cost: "Stop, and carry on tomorrow" passes the test without anything being stored: the workout is kept between launches there, and lost in the house.
# Seen: Set 1 (new true), Goodbye (ends the session), Set 2 (new false); 1 passing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts ask-sdk-test@2.7.42 ask-sdk-core@2.14.0 ask-sdk-model@1.86.0 mocha@10.8.2 > /dev/null
cat > check.cjs <<'JS'
const { SkillBuilders, getIntentName, getRequestType } = require("ask-sdk-core");
const { AlexaTest, IntentRequestBuilder, LaunchRequestBuilder } = require("ask-sdk-test");

const sessions = [];
const launched = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "LaunchRequest",
  handle({ requestEnvelope, attributesManager, responseBuilder }) {
    sessions.push(requestEnvelope.session.new);
    const kept = attributesManager.getSessionAttributes();
    kept.set = (kept.set ?? 0) + 1;
    return responseBuilder.speak(`Set ${kept.set}`).withShouldEndSession(false).getResponse();
  },
};
const stopped = {
  canHandle: ({ requestEnvelope }) => getIntentName(requestEnvelope) === "AMAZON.StopIntent",
  handle: ({ responseBuilder }) => responseBuilder.speak("Goodbye").withShouldEndSession(true).getResponse(),
};
const settings = { appId: "amzn1.ask.skill.1", userId: "amzn1.ask.account.1", deviceId: "amzn1.ask.device.1" };
const launch = () => new LaunchRequestBuilder(settings).build();
const stop = () => new IntentRequestBuilder(settings, "AMAZON.StopIntent").build();
const skill = new AlexaTest(SkillBuilders.custom().addRequestHandlers(launched, stopped).lambda(), settings);

describe("a workout that is stopped", () => {
  skill.test([
    { request: launch(), says: "Set 1", shouldEndSession: false, ignoreQuestionCheck: true },
    { request: stop(), says: "Goodbye", shouldEndSession: true },
    { request: launch(), says: "Set 2", shouldEndSession: false, ignoreQuestionCheck: true },
  ]);
  after(() => console.log("session.new at the launches:", sessions.join(", ")));
});
JS
if NODE_NO_WARNINGS=1 npx --no-install mocha check.cjs > told 2>&1 && grep -q "1 passing" told && grep -q "launches: true, false" told; then
  grep -v "^$" told
  echo "Still so."
else
  cat told
  echo "Changed: a launch after the end of a session is a new one."
  exit 1
fi
