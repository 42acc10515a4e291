"""What is said at a desk, and what comes of it."""

import pytest
from desks_at_work import (
    OPEN,
    answer,
    begin,
    begin_until,
    counts,
    go_along,
    listens_ms,
    workout_at,
)

from skill.simulator.desk import Desk


def test_a_desk_that_was_just_set_up_knows_nobody_and_is_silent(desk: Desk) -> None:
    assert (desk.now_ms, desk.athlete, desk.playback, desk.exchanges) == (0, None, None, [])
    assert not (desk.in_session or desk.not_for_us or desk.store_fails)


def test_after_a_question_at_seven_eight_is_counted(desk: Desk) -> None:
    at_ms = begin_until(desk, "Seven.")
    desk.say(at_ms + 300, "what's my next exercise")
    assert desk.exchanges[-1].match is not None
    assert desk.exchanges[-1].match.intent == "WhatIsNextIntent"
    assert counts(desk)[0].text == "Eight."


def test_what_was_heard_ends_with_the_number_that_was_cut_off(desk: Desk) -> None:
    at_ms = begin_until(desk, "Seven.")
    desk.say(at_ms + 100, "what's my next exercise")
    moment, last = [*desk.heard()][-1]
    assert (moment, last.text, last.cut) == (at_ms, "Seven.", True)


def test_each_exchange_has_its_number_and_what_was_said(desk: Desk) -> None:
    desk.say(0, "Alexa, open Strong Stride!")
    answer(desk, "Start.")
    desk.drop(listens_ms(desk))
    said = [(exchange.number, exchange.said) for exchange in desk.exchanges]
    assert said == [(1, "Alexa, open Strong Stride!"), (2, "Start."), (3, "")]


def test_what_ended_before_an_utterance_was_not_said_with_it(desk: Desk) -> None:
    begin(desk)
    desk.say(10**7, OPEN)
    assert [exchange.said for exchange in desk.exchanges] == [OPEN, "start", "", OPEN]


@pytest.mark.parametrize("text", ["what's the weather", "stop", "yes"])
def test_what_is_said_without_a_session_is_not_for_us(desk: Desk, text: str) -> None:
    desk.say(0, text)
    assert desk.not_for_us
    assert desk.exchanges == []


def test_not_for_us_is_forgotten_with_the_next_thing_done(desk: Desk) -> None:
    desk.say(0, "yes")
    desk.fail_store(10_000, failing=True)
    assert not desk.not_for_us
    desk.say(20_000, "yes")
    desk.say(30_000, OPEN)
    assert not desk.not_for_us


def test_exit_is_for_us_though_the_skill_says_nothing_to_it(desk: Desk) -> None:
    begin(desk)
    desk.say(desk.now_ms + 20_000, "exit")
    assert not (desk.not_for_us or desk.in_session)
    assert desk.exchanges[-1].request["request"]["reason"] == "USER_INITIATED"


def test_a_runner_who_goes_along_comes_to_the_end_of_the_workout(desk: Desk) -> None:
    begin(desk)
    tally = workout_at(desk).tally
    faults = [exchange.fault for exchange in go_along(desk)]
    assert faults == [None] * len(faults)
    assert desk.athlete is not None
    assert desk.athlete.workout is None
    assert sum(record.sets for record in desk.athlete.history) == len(tally) // 2


def test_a_runner_who_is_forgotten_is_nobody_again(desk: Desk) -> None:
    desk.say(0, OPEN)
    answer(desk, "forget me")
    answer(desk, "yes")
    assert desk.athlete is None
