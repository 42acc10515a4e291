"""A skill that breaks a rule of Amazon's, or crashes, is shown and does not break the desk."""

from typing import Any

import pytest
from desks_at_work import OPEN, begin, listens_ms, playing

from skill.alexa.skill import AlexaSkill
from skill.simulator.desk import Desk

SILENT_AND_OPEN = {"version": "1.0", "response": {"shouldEndSession": False}}


def _answer_illegally(_skill: AlexaSkill, _event: Any) -> dict[str, Any]:
    return SILENT_AND_OPEN


def _crash(_skill: AlexaSkill, _event: Any) -> dict[str, Any]:
    raise ZeroDivisionError("a slip")


def test_an_illegal_response_becomes_a_fault_with_request_and_response(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AlexaSkill, "__call__", _answer_illegally)
    desk.say(0, OPEN)
    (exchange,) = desk.exchanges
    assert exchange.fault is not None
    assert exchange.fault.rule == "OpenWithoutQuestion"
    assert exchange.fault.message
    assert exchange.request["request"]["type"] == "LaunchRequest"
    assert exchange.response == SILENT_AND_OPEN
    assert (exchange.said, exchange.number) == (OPEN, 1)


def test_a_crash_becomes_a_fault_with_the_request_and_without_a_response(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk)
    monkeypatch.setattr(AlexaSkill, "__call__", _crash)
    desk.say(listens_ms(desk), "ready")
    exchange = desk.exchanges[-1]
    assert exchange.fault is not None
    assert exchange.fault.rule == "SkillCrashed"
    assert "a slip" in exchange.fault.message
    assert exchange.request["request"]["intent"]["name"] == "ReadyIntent"
    assert exchange.response is None


@pytest.mark.parametrize("failing", [_answer_illegally, _crash])
def test_after_a_fault_nothing_plays_and_the_desk_can_be_used(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: Any
) -> None:
    begin(desk)
    monkeypatch.setattr(AlexaSkill, "__call__", failing)
    desk.say(listens_ms(desk), "ready")
    assert desk.playback is None
    assert not (desk.in_session or desk.not_for_us)
    monkeypatch.undo()
    desk.say(desk.now_ms, OPEN)
    assert [exchange.fault is None for exchange in desk.exchanges] == [True, True, False, True]
    assert desk.exchanges[-1].number == 4
    assert desk.in_session


def test_a_fault_at_the_end_of_a_session_does_not_stop_the_clock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.say(0, OPEN)
    ends_ms = playing(desk).ends_ms
    monkeypatch.setattr(AlexaSkill, "__call__", _crash)
    desk.wait(ends_ms + 5_000)
    assert desk.now_ms == ends_ms + 5_000
    _, ended = desk.exchanges
    assert ended.fault is not None
    assert (ended.request["request"]["type"], ended.at_ms) == ("SessionEndedRequest", ends_ms)


def test_a_fault_while_a_session_is_dropped_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.say(0, OPEN)
    monkeypatch.setattr(AlexaSkill, "__call__", _crash)
    desk.drop(listens_ms(desk))
    assert not desk.in_session
    assert desk.exchanges[-1].fault is not None
