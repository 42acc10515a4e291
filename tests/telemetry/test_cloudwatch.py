"""On AWS Lambda each line of the log is JSON, and that of a request is CloudWatch metrics as well."""

import io
import json
import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from embedded_metrics import metrics_of

from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.errors import StaleVersion, StoreUnavailable
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.store.memory import MemoryStore
from skill.store.protocol import Document, Stored
from skill.telemetry.cloudwatch import METRICS, log_to_cloudwatch

MODEL = load_model("en-US")
EVENING = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
FUNCTION = "strong-stride-Coach-1"

logger = logging.getLogger("skill.somewhere")


class TroubledStore(MemoryStore):
    """A store that fails as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.down = False
        self.overtaken = 0

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """Load, unless it is down."""
        if self.down:
            raise StoreUnavailable("troubled:", "it is down", "wait")
        return super().load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """Save, unless another device was faster."""
        if self.overtaken:
            self.overtaken -= 1
            raise StaleVersion(expected)
        return super().save(athlete_id, document, expected)


class OnLambda:
    """A pretend Echo in front of the function, and the lines that the function wrote."""

    def __init__(self, store: TroubledStore, written: io.StringIO) -> None:
        self.store = store
        self._written = written
        handler = build_lambda_handler(Settings(function=FUNCTION))
        self._echo = Echo(lambda event: handler(event, None), MODEL, clock=EVENING)

    def say(self, text: str) -> dict[str, float]:
        """Say something; the metrics of the one request that came of it."""
        before = len(self._written.getvalue())
        self._echo.say(text)
        lines = self._written.getvalue()[before:].splitlines()
        (line,) = [line for line in lines if "request_id" in json.loads(line)]
        return metrics_of(line).values


@pytest.fixture
def on_lambda(monkeypatch: pytest.MonkeyPatch, written: io.StringIO) -> OnLambda:
    store = TroubledStore()
    monkeypatch.setattr("skill.bootstrap.open_store", lambda _: store)
    return OnLambda(store, written)


def only_line(written: io.StringIO) -> dict[str, Any]:
    """The one line that was written."""
    (line,) = written.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_the_record_of_a_request_is_its_metrics_too(
    on_lambda: OnLambda, written: io.StringIO
) -> None:
    on_lambda.say("open strong stride")
    record, metrics = only_line(written), metrics_of(written.getvalue())
    assert metrics.namespace == "StrongStride"
    assert metrics.dimensions == {"function": FUNCTION}
    assert metrics.units == METRICS
    assert metrics.values == {name: record[name] for name in METRICS}
    assert record["request_type"] == "LaunchRequest"
    assert metrics.values["milliseconds"] > 0
    assert metrics.values["response_bytes"] > 100


def test_only_the_first_request_is_a_cold_start(on_lambda: OnLambda) -> None:
    said = ["open strong stride", "start", "what is next"]
    assert [on_lambda.say(text)["cold_start"] for text in said] == [1, 0, 0]


def test_the_metrics_are_of_the_moment_of_the_record(
    written: io.StringIO,
) -> None:
    log_to_cloudwatch(FUNCTION)
    record = dict.fromkeys(METRICS, 0) | {"request_id": "r"}
    made = logger.makeRecord("skill", logging.INFO, "", 1, "", (), None, extra=record)
    made.created = 1_785_780_000.123
    logger.handle(made)
    assert metrics_of(written.getvalue()).at_ms == 1_785_780_000_123


def test_a_store_that_is_down_is_counted_in_each_turn_that_meets_it(on_lambda: OnLambda) -> None:
    assert on_lambda.say("open strong stride")["store_unavailable"] == 0
    on_lambda.store.down = True
    assert on_lambda.say("start")["store_unavailable"] == 1
    on_lambda.store.down = False
    assert on_lambda.say("what is next")["store_unavailable"] == 0


def test_saves_that_others_overtook_are_counted(on_lambda: OnLambda) -> None:
    on_lambda.say("open strong stride")
    on_lambda.store.overtaken = 2
    assert on_lambda.say("start")["stale_saves"] == 2


def test_who_is_forgotten_is_counted(on_lambda: OnLambda) -> None:
    on_lambda.say("open strong stride")
    assert on_lambda.say("forget everything about me")["erasures"] == 0
    assert on_lambda.say("yes")["erasures"] == 0
    assert on_lambda.say("yes")["erasures"] == 1


def test_an_error_of_our_own_is_counted_though_lambda_sees_none(
    on_lambda: OnLambda, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_lambda.say("open strong stride")
    monkeypatch.setattr("skill.coach.coach.decide", lambda *_, **__: 1 / 0)
    assert on_lambda.say("start")["stumbles"] == 1


def test_what_is_no_request_is_a_line_without_metrics(
    written: io.StringIO,
) -> None:
    log_to_cloudwatch(FUNCTION)
    logger.warning("store down:\n%s", "wait")
    line = only_line(written)
    assert (line["level"], line["message"]) == ("WARNING", "store down:\nwait")
    assert "_aws" not in line


def test_libraries_are_heard_from_warnings_up(
    written: io.StringIO,
) -> None:
    log_to_cloudwatch(FUNCTION)
    logging.getLogger("transitions.core").info("Executed callback 'take_next'")
    assert written.getvalue() == ""
    logging.getLogger("anything.else").warning("mind the gap")
    assert only_line(written)["message"] == "mind the gap"


def test_outside_of_lambda_the_function_leaves_logging_alone(written: io.StringIO) -> None:
    build_lambda_handler(Settings())
    logger.warning("as it was")
    assert written.getvalue() == "as it was"


def test_ten_metrics_are_free_and_there_are_no_more() -> None:
    assert len(METRICS) <= 10
