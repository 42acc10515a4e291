"""A warm turn through ``lambda_handler`` against a bare skill of the SDK's."""

import copy
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_model import Response

from benchmarks.figures import Figure, interleaved_ms, p99
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo, InteractionModel
from skill.settings import Settings

MODEL = Path(__file__).parents[1] / "interaction_models" / "en-US.json"
WARM_UP, ROUNDS = 50, 1_000
INTENT = "WhatIsNextIntent"


class _Hello(AbstractRequestHandler):
    """Says hello to whatever its test lets through."""

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


def mid_workout(handler: Any) -> dict[str, Any]:
    """The request of a runner who asks what is next at the sixth repetition."""
    model = InteractionModel.read(MODEL)
    began = datetime(2026, 1, 5, 7, tzinfo=UTC)
    echo = Echo(lambda event: handler(event, None), model, clock=began)
    echo.open()
    echo.until_listening()
    echo.say("yes")
    echo.wait_for("six")
    turn = echo.say("what's my next exercise")
    assert turn is not None
    assert turn.request["request"]["intent"]["name"] == INTENT
    return turn.request


def measure_turns() -> Iterator[Figure]:
    """Both skills on the same context; only the session's own attributes differ."""
    ours = build_lambda_handler(Settings(store="memory:"))
    bare = bare_handler(is_request_type("LaunchRequest"), is_intent_name(INTENT))
    asked = mid_workout(ours)
    plain = copy.deepcopy(asked)
    plain["session"]["attributes"] = {}
    works = (lambda: bare(plain, None), lambda: ours(asked, None))
    interleaved_ms(WARM_UP, works)
    hello, turn = interleaved_ms(ROUNDS, works)
    yield Figure("bare skill, a turn, median", median(hello), "ms")
    yield Figure("bare skill, a turn, 99th percentile", p99(hello), "ms")
    yield Figure('ours, "what\'s my next exercise" mid-workout, median', median(turn), "ms")
    yield Figure("ours, the same, 99th percentile", p99(turn), "ms")
    yield Figure("ours against bare, median", median(turn) / median(hello), "x", 2.0)
    yield Figure("ours against bare, 99th percentile", p99(turn) / p99(hello), "x")
