#!/usr/bin/env bash
# Finding: ask-sdk runs no response interceptor for what an exception handler answers: what is saved or logged "after every request" is not.
# Version: ask-sdk-core 1.19.0, ask-sdk-runtime 1.19.0 (PyPI)
# Source: ask_sdk_runtime, GenericRequestDispatcher.dispatch: the interceptors stand in the try, the exception handler in its except.
# Behaviour: With an interceptor for requests and one for responses, an answer of a request handler passes both. An answer of an exception
#   handler passes the first alone. A response interceptor that fails itself replaces the handler's good answer by the apology.
# Cost: A skill that keeps the runner's place in a response interceptor loses it in just the turn that stumbles, though the runner is
#   answered and goes on; the metrics count each failure as no request at all.
# Seen: good turn: request, handler, response; failing turn: request, handler, apology.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-runtime==1.19.0
"$work/bin/python" - <<'PY'
import sys

from ask_sdk_core.skill_builder import CustomSkillBuilder


def steps(fails: bool) -> list[str]:
    passed = []
    builder = CustomSkillBuilder()

    @builder.global_request_interceptor()
    def before(handler_input):
        passed.append("request")

    @builder.global_response_interceptor()
    def after(handler_input, response):
        passed.append("response")

    @builder.request_handler(can_handle_func=lambda _: True)
    def answer(handler_input):
        passed.append("handler")
        if fails:
            raise ConnectionError("the store does not answer")
        return handler_input.response_builder.speak("Set two.").response

    @builder.exception_handler(can_handle_func=lambda _, error: True)
    def apologise(handler_input, error):
        passed.append("apology")
        return handler_input.response_builder.speak("Once more, please.").response

    application, user = {"applicationId": "skill"}, {"userId": "runner"}
    system = {"application": application, "user": user, "device": {"deviceId": "echo", "supportedInterfaces": {}}}
    request = {"type": "LaunchRequest", "requestId": "1", "timestamp": "2026-11-29T07:00:00Z", "locale": "en-US"}
    session = {"new": True, "sessionId": "1", "application": application, "user": user}
    event = {"version": "1.0", "session": session, "context": {"System": system}, "request": request}
    assert builder.lambda_handler()(event, None)["response"]["outputSpeech"]
    return passed


good, failing = steps(False), steps(True)
print("good turn:", *good)
print("failing turn:", *failing)
if (good, failing) != (["request", "handler", "response"], ["request", "handler", "apology"]):
    sys.exit("Changed: the interceptors run at other times.")
print("Still so.")
PY
