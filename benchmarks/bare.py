"""The skill that all ratios are compared with: a hello world on the bare SDK."""

from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response


class _Hello(AbstractRequestHandler):
    """Says hello to every request that its test lets through."""

    def __init__(self, test: Any) -> None:
        self.test = test

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(self.test(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        builder = handler_input.response_builder
        return builder.speak("Hello. Shall I say it again?").ask("Again?").response


def bare_handler(*tests: Any) -> Any:
    """A skill that says hello to what one of the tests lets through, and nothing else."""
    builder = SkillBuilder()
    for test in tests:
        builder.add_request_handler(_Hello(test))
    return builder.lambda_handler()
