"""How long the coach waits: after a pause, for a breather, and for a session that nobody closed."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import ALLOWANCE
from skill.coach.commands import (
    ForgetMe,
    HeardNumber,
    LeaveSession,
    MoreTime,
    No,
    OpenCoach,
    Pause,
    Ready,
    Resume,
    WaitForMe,
    WhatIsNext,
)
from skill.workout.question import Question
from skill.workout.states import State

MICROPHONE_MS = 8_000
"""How long Alexa listens after each of the two times that a question is asked."""

PATIENCE_MS = 20_000
A_SENTENCE_MS = 4_000

SURELY_OVER_MS = 60_000
"""So long after the last word of a segment its session has been closed, whatever happened."""


def test_after_a_pause_twenty_seconds_pass_in_silence_before_the_coach_asks_again(
    runner: Runner,
) -> None:
    runner.does_seven()
    segment = runner.tell(Pause()).segment
    assert segment is not None
    assert segment.question is Question.GO_ON
    assert segment.reprompt
    assert segment.patience_ms == PATIENCE_MS


def test_whoever_is_asked_for_nothing_but_a_word_is_asked_again_at_once(runner: Runner) -> None:
    for command in (ForgetMe(), No(), OpenCoach()):
        segment = runner.tell(command, after_s=5).segment
        assert segment is not None
        assert segment.patience_ms == 0


def test_a_question_in_a_rest_waits_as_long_as_a_pause(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(WaitForMe(), after_s=20)
    runner.tell(Ready(), after_s=20)
    runner.listens()
    segment = runner.tell(WhatIsNext()).segment
    assert segment is not None
    assert segment.question is Question.READY
    assert segment.patience_ms == PATIENCE_MS


@pytest.mark.parametrize("seconds", [1, 90])
def test_a_breather_of_up_to_ninety_seconds_is_silent_and_then_the_set_goes_on(
    runner: Runner, seconds: int
) -> None:
    runner.does_seven()
    segment = runner.tell(MoreTime(HeardNumber(seconds))).segment
    assert segment is not None
    counting = next(m for m in segment.marks if m.place.state is State.COUNTING and m.every_ms)
    assert counting.place.done == 7
    assert counting.at_ms >= seconds * 1000


@pytest.mark.parametrize("seconds", [0, 91, 3600])
def test_another_length_is_asked_for_since_one_response_must_still_hold_the_set_after_it(
    runner: Runner, seconds: int
) -> None:
    runner.does_seven()
    runner.tell(MoreTime(HeardNumber(seconds)))
    assert "done.more_time_limit" in runner.said()
    assert runner.stored.question is Question.HOW_MUCH_TIME
    assert runner.workout.place.done == 7


def heard_one_set_to_its_end(runner: Runner) -> None:
    """Do one set and hear the question after it; then the session goes without a word."""
    runner.tell(OpenCoach())
    runner.tell(WaitForMe(), after_s=20)
    runner.tell(Ready(), after_s=20)
    segment = runner.replies[-1].segment
    assert segment is not None
    runner.now += timedelta(milliseconds=segment.marks[-1].at_ms) + ALLOWANCE
    runner.loses_session()


@pytest.mark.parametrize(
    "later_ms", [0, 2 * MICROPHONE_MS + PATIENCE_MS + 2 * A_SENTENCE_MS, SURELY_OVER_MS]
)
def test_a_set_counts_on_another_speaker_while_the_question_after_it_may_still_be_open(
    runner: Runner, later_ms: int
) -> None:
    heard_one_set_to_its_end(runner)
    bedroom = Runner(runner.coach, "bedroom", runner.now)
    bedroom.tell(OpenCoach(), after_s=later_ms / 1000)
    assert "launch.unsure" not in bedroom.said()
    assert any(runner.workout.tally)


@pytest.mark.parametrize("later_ms", [0, SURELY_OVER_MS])
def test_on_the_same_speaker_it_does_not_since_its_answer_may_never_have_arrived(
    runner: Runner, later_ms: int
) -> None:
    """A word of the runner or the end of the session would have come, if the question had been heard."""
    heard_one_set_to_its_end(runner)
    runner.tell(OpenCoach(), after_s=later_ms / 1000)
    assert runner.said()[0] == "launch.unsure"
    assert not any(runner.workout.tally)
    assert runner.workout.place.at == 0


def test_who_opens_again_before_the_first_word_was_heard_is_told_of_no_doubt(
    runner: Runner,
) -> None:
    runner.starts()
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=1)
    assert "launch.unsure" not in runner.said()


def test_who_opens_again_after_a_question_without_a_workout_is_told_of_no_doubt(
    runner: Runner,
) -> None:
    runner.tell(ForgetMe())
    assert runner.stored.question is Question.FORGET
    assert runner.stored.workout is None
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=20)
    assert not {"launch.unsure", "error.unexpected"} & {*runner.said()}
    assert runner.stored.question is not Question.FORGET


def test_what_a_session_told_of_its_end_has_settled_is_in_no_doubt(runner: Runner) -> None:
    heard_one_set_to_its_end(runner)
    runner.in_session = True
    runner.tell(LeaveSession(), after_s=40)
    runner.tell(OpenCoach(), after_s=20)
    assert "launch.unsure" not in runner.said()
    assert any(runner.workout.tally)


def test_an_answer_that_alexa_waited_for_in_vain_is_not_booked(runner: Runner) -> None:
    """The session ends in an error eight seconds after the request: not a word of the answer was said."""
    runner.does_seven()
    runner.tell(Pause())
    runner.tell(Resume(), after_s=5)
    before = runner.workout.tally
    runner.tell(LeaveSession(unanswered=True), after_s=9)
    assert runner.workout.tally == before
    assert runner.workout.place.done == 7


def test_of_a_set_before_an_answer_waited_for_in_vain_only_what_was_surely_heard_counts(
    runner: Runner,
) -> None:
    runner.starts()
    runner.works_until(9)
    runner.tell(LeaveSession(unanswered=True))
    assert runner.workout.tally[0] == 6, "the last eight seconds may have been waited for an answer"


def test_a_set_is_done_again_where_nobody_can_know_how_much_of_it_was_heard(
    runner: Runner,
) -> None:
    heard_one_set_to_its_end(runner)
    bedroom = Runner(runner.coach, "bedroom", runner.now)
    bedroom.tell(OpenCoach(), after_s=SURELY_OVER_MS / 1000 + 0.001)
    assert not any(runner.workout.tally)
    assert runner.workout.place.at == 0
