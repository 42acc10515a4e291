#!/usr/bin/env bash
# Finding: In ask-sdk an exception handler's apology is sent together with what the failed handler had prepared: directives, card, question.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0 (PyPI)
# Source: ask_sdk_core, HandlerInput.response_builder: one ResponseFactory a request, which an exception handler gets as it was left.
# Behaviour: A handler asks "Ready?", adds AudioPlayer.Play and a card, and then fails to save. The exception handler says "I could not save
#   that. Goodbye.", and its response starts the audio, shows the card, and keeps the microphone open for the old question's reprompt.
# Cost: The runner hears an apology and then a set that counts for nothing. Tests of the handler and of the apology, each alone, are green.
# Seen: apology with AudioPlayer.Play, card "Set two", reprompt "Ready?", shouldEndSession false; from a handler that failed at once: apology alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0
"$work/bin/python" - <<'PY'
import sys

from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_model.interfaces.audioplayer import AudioItem, PlayBehavior, PlayDirective, Stream
from ask_sdk_model.ui import SimpleCard


def answer(prepares: bool) -> dict:
    builder = CustomSkillBuilder()

    @builder.request_handler(can_handle_func=lambda _: True)
    def next_set(handler_input):
        if prepares:
            sound = Stream(token="set-two", url="https://example.org/set-two.mp3", offset_in_milliseconds=0)
            play = PlayDirective(PlayBehavior.REPLACE_ALL, AudioItem(sound))
            handler_input.response_builder.speak("Set two.").ask("Ready?").add_directive(play)
            handler_input.response_builder.set_card(SimpleCard("Set two", "15 squats"))
        raise ConnectionError("the store does not answer")

    @builder.exception_handler(can_handle_func=lambda _, error: True)
    def apologise(handler_input, error):
        return handler_input.response_builder.speak("I could not save that. Goodbye.").response

    application, user = {"applicationId": "skill"}, {"userId": "runner"}
    system = {"application": application, "user": user, "device": {"deviceId": "echo", "supportedInterfaces": {"AudioPlayer": {}}}}
    intent = {"name": "NextIntent", "confirmationStatus": "NONE"}
    request = {"type": "IntentRequest", "requestId": "1", "timestamp": "2026-11-29T07:00:00Z", "locale": "en-US", "intent": intent}
    session = {"new": False, "sessionId": "1", "application": application, "user": user, "attributes": {}}
    event = {"version": "1.0", "session": session, "context": {"System": system}, "request": request}
    return builder.lambda_handler()(event, None)["response"]


def told(response: dict) -> tuple:
    types = [directive["type"] for directive in response.get("directives", [])]
    return sorted(response), response["outputSpeech"]["ssml"], types, response.get("shouldEndSession")


left, alone = told(answer(True)), told(answer(False))
print("after preparing:", *left)
print("at once:", *alone)
apology = "<speak>I could not save that. Goodbye.</speak>"
if left != (["card", "directives", "outputSpeech", "reprompt", "shouldEndSession"], apology, ["AudioPlayer.Play"], False):
    sys.exit("Changed: the apology carries something else.")
if alone != (["outputSpeech"], apology, [], None):
    sys.exit("Changed: an apology alone has another form.")
print("Still so.")
PY
