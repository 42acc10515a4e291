#!/usr/bin/env bash
# Finding: One value that ask-sdk does not know, anywhere in a request, fails the whole request before any exception handler may speak.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0 (PyPI; the newest, of 2023)
# Source: ask_sdk_core/skill_builder.py, lambda_handler: the event is read outside of the dispatcher; ask_sdk_core/serialize.py.
# Behaviour: A new request type and a new activity of the audio player, which the skill never looks at, both raise SerializationException out of
#   lambda_handler. The handler for all exceptions is not called.
# Cost: The day Amazon adds a value, runners hear "there was a problem with the requested skill's response" in mid-set.
# Seen: known: speech; new type and new enum value: SerializationException, exception handler called 0 times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0
"$work/bin/python" - <<'PY'
import sys

from ask_sdk_core.skill_builder import SkillBuilder

called = []
builder = SkillBuilder()
builder.request_handler(can_handle_func=lambda handler_input: True)(
    lambda handler_input: handler_input.response_builder.speak("Ready?").response
)


def apologise(handler_input, exception):
    called.append(exception)
    return handler_input.response_builder.speak("Sorry.").response


builder.exception_handler(can_handle_func=lambda handler_input, exception: True)(apologise)
answer = builder.lambda_handler()


def ask(kind="LaunchRequest", activity="IDLE"):
    user, application = {"userId": "u"}, {"applicationId": "a"}
    event = {
        "version": "1.0",
        "session": {"new": True, "sessionId": "s", "user": user, "application": application},
        "context": {"System": {"user": user, "application": application}, "AudioPlayer": {"playerActivity": activity}},
        "request": {"type": kind, "requestId": "r", "timestamp": "2026-08-01T10:00:00Z", "locale": "en-US"},
    }
    try:
        return answer(event, None)["response"]["outputSpeech"]["ssml"]
    except Exception as error:
        return type(error).__name__


seen = (ask(), ask(kind="Alexa.Fitness.SetDone"), ask(activity="RESTING"), len(called))
print("known, new request type, new value elsewhere, calls of the exception handler:", seen)
if seen != ("<speak>Ready?</speak>", "SerializationException", "SerializationException", 0):
    sys.exit("Changed: what is unknown is met in another way.")
print("Still so.")
PY
