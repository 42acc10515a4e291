"""What hurts is not led on: not by the next set, not by going back, and not in another room."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    GoBack,
    HeardNumber,
    HowLong,
    HowManyLeft,
    Kind,
    LeaveSession,
    Minutes,
    Named,
    NamedExercise,
    No,
    NonStop,
    NotUnderstood,
    OpenCoach,
    Pain,
    Pause,
    Ready,
    RedFlag,
    Resume,
    SkipExercise,
    StartWorkout,
    WhatDoYouKnow,
    WhatIsNext,
    WhatIsToday,
    Yes,
)
from skill.loaders import load_catalog
from skill.store.memory import MemoryStore
from skill.workout.question import Question
from skill.workout.states import State

KNEE, HIP = Named("knee", "knee"), Named("hip", "hip")
EYES_CLOSED = NamedExercise("eyes_closed_stand", "eyes-closed stand")


def everything_hurts(runner: Runner) -> None:
    """Open the coach, and say of one joint after another that it hurts."""
    runner.tell(OpenCoach())
    for joint in sorted(load_catalog().joints):
        runner.tell(Pain(Named(joint, joint)), after_s=5)


def on_to_the_next_set(runner: Runner) -> None:
    """Agree to what comes instead, and hear it to its end."""
    runner.tell(Yes(), after_s=3)
    runner.listens()


# After one pain and another it is enough for today.


def test_after_a_second_joint_that_hurts_the_work_ends_and_a_gentle_stretch_is_offered(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    assert "pain.second" not in runner.said()
    on_to_the_next_set(runner)
    runner.tell(Pain(HIP))
    assert runner.said()[-2:] == ["pain.second", "ask.stretch_kindly"]
    assert runner.stored.question is Question.STRETCH_KINDLY
    assert {"knee", "hip"} <= {*runner.stored.preferences.avoided_joints}
    assert not any({"knee", "hip"} & {*s.joints} for s in runner.workout.plan.stretches)


def test_two_joints_told_in_one_breath_are_both_spared_and_are_enough_for_today(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE, "knee", besides=(Pain(HIP, "hip"),)))
    assert {"knee", "hip"} <= {*runner.stored.preferences.avoided_joints}
    assert "pain.second" in runner.said()
    assert "knee and hip" in runner.words().replace("hip and knee", "knee and hip")


@pytest.mark.parametrize("first", [KNEE, None, Named(None, "leg")])
def test_two_joints_told_before_the_workout_are_both_left_out_of_it(
    runner: Runner, first: Named | None
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(first, besides=(Pain(Named("ankle", "ankle"), "ankle"), Pain(KNEE, "knee"))))
    assert {"knee", "ankle"} == {*runner.stored.preferences.avoided_joints}
    runner.tell(StartWorkout(), after_s=20)
    assert not any({"knee", "ankle"} & {*s.exercise.joints} for s in runner.workout.plan.sets)


@pytest.mark.parametrize("again", [Pain(KNEE), Pain()])
def test_what_hurts_once_more_although_it_was_spared_ends_the_work_as_well(
    runner: Runner, again: Pain
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    on_to_the_next_set(runner)
    runner.tell(again)
    assert "pain.second" in runner.said()


def test_a_joint_named_for_the_pain_that_was_told_just_before_is_no_second_one(
    runner: Runner,
) -> None:
    runner.does_seven()
    for told in (Pain(), Pain(KNEE), Pain(KNEE)):
        runner.tell(told)
        assert "pain.second" not in runner.said()
    runner.tell(Pain(HIP))
    assert "pain.second" in runner.said()


def test_a_pain_in_the_warm_up_counts(runner: Runner) -> None:
    runner.starts()
    assert runner.workout.place.state is State.ANNOUNCING
    runner.tell(Pain(KNEE))
    on_to_the_next_set(runner)
    runner.tell(Pain(HIP))
    assert "pain.second" in runner.said()


def test_pains_of_another_workout_do_not_count(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    runner.tell(No(), after_s=3)
    runner.loses_session()
    runner.now += timedelta(days=3)
    runner.tell(OpenCoach())
    runner.tell(No())
    runner.tell(Yes())
    runner.works_until(3)
    runner.tell(Pain(HIP))
    assert "pain.second" not in runner.said()


def test_where_no_stretch_is_left_the_closing_says_which_are_left_out(runner: Runner) -> None:
    runner.tell(OpenCoach())
    for joint in ("hip", "back", "shoulder"):
        runner.tell(Pain(Named(joint, joint)), after_s=20)
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(5)
    runner.tell(Pain(Named("ankle", "ankle")))
    said = runner.said()
    assert said.index("pain.nothing_left") < said.index("stretching.left_out")
    assert said.index("stretching.left_out") < said.index("closing.done")
    assert "calf stretch" in runner.words()
    assert runner.stored.workout is None


# What was spared is not led, whoever asks for it, wherever it was told.


def test_going_back_to_what_hurt_leads_what_spares_it(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(SkipExercise())
    runner.tell(Pain(KNEE), after_s=2)
    runner.tell(Yes(), after_s=3)
    runner.tell(GoBack(), after_s=3)
    assert runner.said() == ["pain.spared", "ask.instead"]
    assert runner.workout.place.state is State.PAUSED
    runner.tell(Yes(), after_s=3)
    work = runner.workout.plan.sets[runner.workout.place.at]
    assert "knee" not in work.exercise.joints


@pytest.fixture
def both_rooms(coach: Coach, runner: Runner, store: MemoryStore) -> tuple[Runner, Runner]:
    """The kitchen in the middle of its squats, and the bedroom that has heard of a sore knee meanwhile.

    The store was away while the kitchen began, so that it goes on from what its session carries.
    """
    bedroom = Runner(coach, "bedroom")
    runner.tell(OpenCoach())
    away = MemoryStore()
    away.close()
    coach.store = away
    runner.tell(StartWorkout(), after_s=20)
    coach.store = store
    bedroom.now = runner.now
    bedroom.tell(Pain(KNEE))
    runner.works_until(7)
    return runner, bedroom


@pytest.mark.parametrize("said", [HowManyLeft(), Ready(), Resume()])
def test_a_set_on_a_joint_that_the_other_room_spares_is_stopped_by_the_next_turn(
    both_rooms: tuple[Runner, Runner], said: Command
) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(said)
    assert kitchen.said()[:2] == ["pain.stop", "pain.spared"]
    assert kitchen.workout.place.state is State.PAUSED
    assert kitchen.stored.preferences.avoided_joints == ("knee",)
    coming = kitchen.workout.plan.sets[kitchen.workout.place.at :]
    assert not any("knee" in work.exercise.joints for work in coming)


def test_it_is_not_gone_on_with_after_a_pause_either(both_rooms: tuple[Runner, Runner]) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(Pause())
    kitchen.tell(Resume(), after_s=5)
    assert "pain.spared" in kitchen.said()
    assert kitchen.workout.place.state is State.PAUSED


def test_what_was_done_until_then_counts(both_rooms: tuple[Runner, Runner]) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(HowManyLeft())
    (squats,) = (record for record in kitchen.stored.history if record.exercise_id == "squat")
    assert squats.repetitions == 7


# Whoever has spoken of a sign of danger keeps the eyes open.


def test_after_a_sign_of_danger_nothing_is_done_with_closed_eyes_until_it_is_asked_for(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(RedFlag(), after_s=20)
    assert runner.stored.preferences.eyes_open
    runner.tell(WhatDoYouKnow())
    assert "privacy.eyes_open" in runner.said()
    runner.tell(OpenCoach(), after_s=20)
    runner.tell(Yes(), after_s=5)  # a doctor allows it
    runner.tell(BringBack(), after_s=20)
    assert runner.stored.preferences.eyes_open, "only for the asking"
    runner.tell(BringBack(EYES_CLOSED), after_s=20)
    assert runner.stored.question is Question.BRING_BACK
    assert runner.stored.preferences.eyes_open
    runner.tell(Yes(), after_s=5)
    assert "All right, the eyes-closed stand again." in runner.words()
    assert not runner.stored.preferences.eyes_open


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        (BringBack(), "Your knee and hip: is that fine again, so that I plan with it?"),
        (BringBack(joint=Named("knee", "kneecap")), "Your kneecap: is that fine again,"),
        (BringBack(NamedExercise("squat", "squats")), "Squats: is that fine again,"),
    ],
    ids=["all of it", "a joint", "an exercise"],
)
def test_what_may_be_fine_again_is_asked_about_by_its_name_however_often(
    runner: Runner, word: BringBack, asked: str
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    runner.tell(LeaveSession())
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(Pain(HIP), after_s=20)
    runner.tell(word, after_s=20)
    assert asked in runner.words()
    runner.tell(NotUnderstood(), after_s=5)
    assert asked in runner.words()


# What is not wanted today stays away today, however often the plan is made.


@pytest.mark.parametrize(
    "size",
    [
        ChangePlan(rounds=HeardNumber(2)),
        ChangePlan(exercises=HeardNumber(4)),
        ChangePlan(short=True),
        ChangePlan(short=False),
        Minutes(HeardNumber(15)),
    ],
)
def test_what_is_left_out_today_stays_so_in_a_plan_of_another_size(
    runner: Runner, size: Command
) -> None:
    runner.tell(OpenCoach())
    lunges = NamedExercise("lunge", "lunges")
    first = runner.workout.plan.exercises[0]
    runner.tell(SkipExercise(NamedExercise(first.id, "it")), after_s=20)
    assert runner.said()[0] == "left_out.done"
    runner.tell(SkipExercise(lunges), after_s=20)
    runner.tell(size, after_s=20)
    planned = {exercise.base_id for exercise in runner.workout.plan.exercises}
    assert planned
    assert not {first.base_id, "lunge"} & planned


def test_no_jumping_holds_for_jumps_that_another_plan_would_bring(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    jumps = NamedExercise("jump_squat", "jump squats")
    runner.tell(BringBack(jumps), after_s=20)
    runner.tell(SkipExercise(kind=Kind.JUMPING), after_s=20)
    for size in (
        ChangePlan(exercises=HeardNumber(5)),
        ChangePlan(short=True),
        Minutes(HeardNumber(30)),
    ):
        runner.tell(size, after_s=20)
        assert not any(exercise.impact for exercise in runner.workout.plan.exercises)
    runner.tell(BringBack(jumps), after_s=20)
    assert not runner.stored.preferences.unwanted


def test_tomorrow_it_is_wanted_again(runner: Runner) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan.exercises
    runner.tell(SkipExercise(NamedExercise(before[0].id, "it")), after_s=20)
    assert before[0] not in runner.workout.plan.exercises
    runner.loses_session()
    runner.now += timedelta(days=1)
    runner.tell(OpenCoach())
    assert runner.workout.plan.exercises == before


# Where everything hurts.


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


@pytest.mark.parametrize("command", ABOUT_TODAY, ids=lambda command: type(command).__name__)
def test_where_everything_hurts_whatever_is_asked_of_today_gets_rest_and_how_to_train_again(
    runner: Runner, command: Command
) -> None:
    everything_hurts(runner)
    runner.tell(command, after_s=5)
    asked = ["ask.better"] if isinstance(command, OpenCoach) else []  # a new visit
    assert runner.said()[-2 - len(asked) :] == [
        "launch.nothing_today",
        "launch.nothing_again",
        *asked,
    ]
    assert runner.stored.workout is None


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
