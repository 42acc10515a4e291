"""Where everything hurts, today is for rest, and the next visit asks what is better."""

import pytest
from runner import MONDAY, Runner

from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    HeardNumber,
    HowLong,
    Minutes,
    Named,
    No,
    NonStop,
    OpenCoach,
    Pain,
    Ready,
    Resume,
    StartWorkout,
    Thanks,
    WhatIsNext,
    WhatIsToday,
    Yes,
)
from skill.coach.decisions.decide import decide
from skill.coach.turn.turn import Turn
from skill.loaders import load_catalog, load_phrasebook
from skill.training.preferences import Preferences
from skill.workout.question import Question

KNEE = Named("knee", "knee")
ABOUT_TODAY: tuple[Command, ...] = (
    StartWorkout(),
    ChangePlan(),
    Ready(),
    Resume(),
    WhatIsNext(),
    WhatIsToday(),
    HowLong(),
    Minutes(HeardNumber(20)),
    NonStop(),
)


def everything_hurts(runner: Runner) -> None:
    """Open the coach, and say of one joint after another that it hurts."""
    runner.tell(OpenCoach())
    for joint in sorted(load_catalog().joints):
        runner.tell(Pain(Named(joint, joint)), after_s=5)


@pytest.mark.parametrize("command", ABOUT_TODAY, ids=lambda command: type(command).__name__)
def test_where_everything_hurts_whatever_is_asked_of_today_gets_rest_and_how_to_train_again(
    runner: Runner, command: Command
) -> None:
    everything_hurts(runner)
    runner.tell(command, after_s=5)
    assert runner.said()[-2:] == ["launch.nothing_today", "launch.nothing_again"]
    assert runner.stored.workout is None


def test_what_has_an_answer_all_the_same_is_answered_first(runner: Runner) -> None:
    everything_hurts(runner)
    runner.tell(Thanks(), after_s=5)
    assert runner.said() == ["done.welcome", "launch.nothing_today", "launch.nothing_again"]


def test_where_everything_is_spared_nobody_is_asked_for_a_part_as_the_microphone_closes(
    runner: Runner,
) -> None:
    everything_hurts(runner)
    runner.tell(Pain(), after_s=5)
    assert runner.said() == ["launch.nothing_today", "launch.nothing_again"]
    assert not runner.in_session


def test_where_everything_hurt_the_next_visit_asks_what_is_better_while_the_microphone_is_open(
    runner: Runner,
) -> None:
    everything_hurts(runner)
    runner.in_session = False
    runner.tell(OpenCoach(), after_s=86_400)
    assert runner.said()[0] == "launch.again"
    assert runner.in_session
    runner.tell(Yes(), after_s=5)  # that does not say what
    assert runner.stored.question is Question.BETTER
    runner.tell(No(), after_s=5)
    assert runner.said() == ["done.goodbye"]
    assert not runner.in_session
    runner.tell(OpenCoach(), after_s=86_400)
    runner.tell(Pain(KNEE), after_s=5)  # "my knee"
    assert runner.stored.question is Question.BRING_BACK
    assert "knee" in runner.stored.preferences.avoided_joints
    runner.tell(No(), after_s=5)
    runner.tell(OpenCoach(), after_s=86_400)
    runner.tell(BringBack(), after_s=5)
    runner.tell(Yes(), after_s=5)
    assert runner.stored.question is Question.START


@pytest.mark.parametrize(
    "told",
    [
        Pain(Named("back", "upper back"), "upper_back"),
        Pain(KNEE, "knee", besides=(Pain(None, "jaw"),)),
        Pain(Named("head", "head"), "head"),
    ],
    ids=lambda told: str(told.part),
)
def test_where_it_is_asked_what_is_better_a_part_near_the_heart_is_asked_about_first(
    runner: Runner, told: Pain
) -> None:
    everything_hurts(runner)
    runner.in_session = False
    runner.tell(OpenCoach(), after_s=86_400)
    assert "ask.better" in runner.said()
    runner.tell(told, after_s=5)
    assert runner.stored.question is Question.DANGER


def test_where_everything_hurts_it_can_still_be_brought_back_in_the_same_session(
    runner: Runner,
) -> None:
    everything_hurts(runner)
    runner.tell(BringBack(), after_s=5)
    runner.tell(Yes(), after_s=5)
    assert runner.stored.preferences.avoided_joints == ()
    runner.tell(WhatIsToday(), after_s=5)
    assert "launch.nothing_today" not in runner.said()


@pytest.mark.parametrize("asked", [Question.START, Question.SORE_OR_NEW])
def test_a_yes_to_begin_gets_rest_as_well_where_another_room_has_spared_everything_meanwhile(
    coach: Coach, asked: Question
) -> None:
    sore = Preferences(avoided_joints=tuple(sorted(coach.catalog.joints)))
    athlete = Athlete(sore, question=asked)
    turn = Turn.looked_at(coach.catalog, load_phrasebook("en-US"), athlete, MONDAY)
    outcome = decide(turn, Yes(), new_session=False)
    assert outcome.reply.segment is not None
    said = [cue.line.key for cue in outcome.reply.segment.cues]
    assert said == ["launch.nothing_today", "launch.nothing_again"]
    assert outcome.athlete.workout is None
