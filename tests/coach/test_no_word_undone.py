"""Two rooms, one runner: whatever is wished in both at once, no word is undone by the other's save.

Every pair of preferences is told on one base, in two rooms that know nothing of each other, and merged: in either
order, and with the copy that a session carried through an outage as well.
"""

from collections.abc import Callable
from itertools import permutations
from typing import NamedTuple

import pytest
from runner import RUNNER, Runner

from skill.athlete.athlete import Athlete
from skill.athlete.merge import merge
from skill.athlete.stored.document import write_document
from skill.coach import commands
from skill.coach.coach import Coach
from skill.coach.commands import Command, HeardNumber, Named, NamedExercise
from skill.store.memory import MemoryStore
from skill.training.exercise import Side
from skill.training.past import Past
from skill.training.preferences import Pacing, Preferences, Talk, Units

SQUAT, LUNGE = NamedExercise("squat", "squats"), NamedExercise("lunge", "lunges")


class Wish(NamedTuple):
    """What is said, how to tell from a runner's preferences that it is held, and what it is about."""

    command: Command
    held: Callable[[Preferences], bool]
    about: str


def _spares(joint: str) -> Wish:
    return Wish(
        commands.Pain(Named(joint, joint)), lambda p: joint in p.avoided_joints, f"joint {joint}"
    )


def _load(named: NamedExercise, kilos: int) -> Wish:
    def held(preferences: Preferences) -> bool:
        load = preferences.own_load(str(named.id))
        return load is not None and load.grams == kilos * 1000

    command = commands.Load(
        HeardNumber(kilos),
        units=Units.KILOGRAMS,
        exercise=named,
        tool=Named("dumbbell", "dumbbells"),
    )
    return Wish(command, held, f"load {named.id}")


PREFERENCES = (
    _spares("knee"),
    _spares("hip"),
    _spares("ankle"),
    Wish(commands.TellCondition(commands.Condition.PREGNANT), lambda p: p.off_back, "lying"),
    Wish(commands.Slower(), lambda p: p.beat_percent > 100, "beat"),
    Wish(commands.Faster(), lambda p: p.beat_percent < 100, "beat"),
    Wish(commands.Slower(SQUAT), lambda p: p.own_beat("squat") > 100, "beat squat"),
    Wish(commands.Slower(LUNGE), lambda p: p.own_beat("lunge") > 100, "beat lunge"),
    Wish(commands.WaitForMe(), lambda p: p.pacing is Pacing.WAIT_FOR_ME, "pacing"),
    Wish(commands.NonStop(), lambda p: p.pacing is Pacing.NON_STOP, "pacing"),
    Wish(commands.UseSimpleSpeech(), lambda p: p.simple_speech, "speech"),
    Wish(
        commands.Equipment((Named("kettlebell", "kettlebell"),)),
        lambda p: "kettlebell" in p.equipment,
        "kettlebell",
    ),
    Wish(
        commands.Equipment((Named("mini_band", "band"),)),
        lambda p: "mini_band" in p.equipment,
        "band",
    ),
    Wish(commands.NoTool(Named("step", "step")), lambda p: "step" in p.avoided_tools, "step"),
    _load(SQUAT, 10),
    _load(LUNGE, 6),
    Wish(commands.TalkLess(), lambda p: p.talk is Talk.SHORT, "talk"),
    Wish(commands.OnlyCount(), lambda p: p.talk is Talk.COUNTS, "talk"),
    Wish(commands.LongerRests(), lambda p: p.rest_percent > 100, "rests"),
    Wish(commands.ShorterRests(), lambda p: p.rest_percent < 100, "rests"),
    Wish(commands.UsePounds(), lambda p: p.units is Units.POUNDS, "units"),
    Wish(commands.RightSideFirst(), lambda p: p.first_side is Side.RIGHT, "side"),
    Wish(commands.Minutes(HeardNumber(20)), lambda p: p.minutes == 20, "minutes"),
    Wish(commands.ChangePlan(exercises=HeardNumber(3)), lambda p: p.exercises == 3, "exercises"),
    Wish(commands.ChangePlan(rounds=HeardNumber(2)), lambda p: p.rounds == 2, "rounds"),
    Wish(commands.SomethingElse(SQUAT), lambda p: p.swap_for("squat") is not None, "swap squat"),
    Wish(commands.SomethingElse(LUNGE), lambda p: p.swap_for("lunge") is not None, "swap lunge"),
    Wish(commands.StartTicks(), lambda p: p.ticks, "ticks"),
)
TAKING_BACK = (
    Wish(
        commands.BringBack(joint=Named("knee", "knee")),
        lambda p: "knee" not in p.avoided_joints,
        "joint knee",
    ),
    Wish(
        commands.Equipment((Named("step", "step"),)),
        lambda p: "step" not in p.avoided_tools,
        "step",
    ),
    Wish(commands.KeepGoing(), lambda p: p.pacing is Pacing.KEEP_GOING, "pacing"),
    Wish(commands.TalkFully(), lambda p: p.talk is Talk.FULL, "talk"),
    Wish(commands.NormalRests(), lambda p: p.rest_percent == 100, "rests"),
    Wish(commands.UsePreciseSpeech(), lambda p: not p.simple_speech, "speech"),
    Wish(commands.StopTicks(), lambda p: not p.ticks, "ticks"),
)


def _new(runner: Runner) -> None:
    runner.tell(commands.OpenCoach())


def _with_preferences(runner: Runner) -> None:
    for command in (
        commands.OpenCoach(),
        commands.Pain(Named("knee", "knee")),
        commands.Pain(Named("ankle", "ankle")),
        commands.NoTool(Named("step", "step")),
        commands.WaitForMe(),
        commands.TalkLess(),
        commands.LongerRests(),
        commands.UseSimpleSpeech(),
        commands.StartTicks(),
    ):
        runner.tell(command, after_s=10)


def _after_each(
    coach: Coach, store: MemoryStore, runner: Runner, preferences: tuple[Wish, ...]
) -> tuple[Athlete, list[Athlete]]:
    """The base as stored, and the athlete after each wish that is told on it."""
    base = runner.stored
    found = []
    for wish in preferences:
        stored = store.load(RUNNER)
        assert stored is not None
        store.save(RUNNER, write_document(base), stored.version)
        room = Runner(coach, "room", now=runner.now)
        room.in_session = True
        room.tell(wish.command)
        found.append(room.stored)
    return base, found


def _carried(athlete: Athlete) -> Athlete:
    """What a session carries of an athlete."""
    return athlete._replace(history=(), past=Past())


@pytest.mark.parametrize(
    ("before", "preferences"),
    [
        (_new, PREFERENCES),
        (Runner.does_seven, PREFERENCES),
        (_with_preferences, (*TAKING_BACK, _spares("hip"), _load(SQUAT, 10))),
    ],
    ids=["before a workout", "in mid-set", "taking back"],
)
def test_of_every_two_preferences_at_once_both_are_held(
    coach: Coach,
    store: MemoryStore,
    runner: Runner,
    before: Callable[[Runner], None],
    preferences: tuple[Wish, ...],
) -> None:
    before(runner)
    base, after = _after_each(coach, store, runner, preferences)
    told = [*zip(preferences, after, strict=True)]
    # What cannot be done at once (an end of a scale, a workout's size in mid-set) is no wish that was taken.
    taken = [(wish, one) for wish, one in told if wish.held(one.preferences)]
    assert len(taken) >= len(told) - 4
    for (mine, a), (theirs, b) in permutations(taken, 2):
        for both in (merge(base, a, b), merge(_carried(base), _carried(a), b)):
            assert mine.held(both.preferences), (mine.command, theirs.command)
            if mine.about != theirs.about:
                assert theirs.held(both.preferences), (mine.command, theirs.command)


def test_a_spared_joint_is_dropped_only_by_the_word_that_drops_it(
    coach: Coach, store: MemoryStore, runner: Runner
) -> None:
    _with_preferences(runner)
    every = (*PREFERENCES, *TAKING_BACK)
    base, after = _after_each(coach, store, runner, every)
    for (mine, a), (theirs, b) in permutations(zip(every, after, strict=True), 2):
        joints = merge(base, a, b).preferences.avoided_joints
        assert "ankle" in joints
        if commands.BringBack not in (type(mine.command), type(theirs.command)):
            assert "knee" in joints


def test_a_plan_made_before_the_other_room_spared_a_joint_is_made_anew(
    coach: Coach, store: MemoryStore, runner: Runner
) -> None:
    runner.tell(commands.OpenCoach())
    preferences = (Wish(commands.ChangePlan(short=True), bool, ""), _spares("knee"))
    base, (short, spared) = _after_each(coach, store, runner, preferences)
    for both in (merge(base, short, spared), merge(base, spared, short)):
        exercises = both.workout.plan.exercises if both.workout else ()
        assert not any("knee" in exercise.joints for exercise in exercises)


def test_a_set_that_the_other_room_spared_is_spared_in_the_workout_that_went_on(
    coach: Coach, store: MemoryStore, runner: Runner
) -> None:
    runner.does_seven()
    preferences = (Wish(commands.WhatIsNext(), bool, ""), _spares("ankle"))
    base, (further, spared) = _after_each(coach, store, runner, preferences)
    assert spared.workout is not None
    assert spared.workout.plan.changes
    both = merge(base, further, spared)
    assert both.workout is not None
    assert both.workout.tally[0] == 7
    later = both.workout.plan.sets[len(both.workout.plan.prescriptions) :]
    assert not any("ankle" in work.exercise.joints for work in later)


def test_a_workout_that_the_other_room_began_is_not_put_away_by_a_look_at_the_plan(
    coach: Coach, store: MemoryStore, runner: Runner
) -> None:
    runner.tell(commands.OpenCoach())
    preferences = (
        Wish(commands.StartWorkout(), bool, ""),
        Wish(commands.Minutes(HeardNumber(20)), bool, ""),
    )
    base, (begun, planned) = _after_each(coach, store, runner, preferences)
    for both in (merge(base, begun, planned), merge(base, planned, begun)):
        assert both.workout is not None
        assert both.workout.under_way
        assert both.preferences.minutes == 20


@pytest.mark.parametrize("is_saved", [True, False], ids=["saved before", "never saved"])
def test_the_copy_carried_through_an_outage_undoes_nothing_that_others_saved_meanwhile(
    coach: Coach, store: MemoryStore, runner: Runner, is_saved: bool
) -> None:
    down = MemoryStore()
    down.close()
    if is_saved:
        runner.tell(commands.OpenCoach())
    coach.store = down
    runner.tell(commands.WaitForMe(), after_s=10)
    coach.store = store
    bedroom = Runner(coach, "bedroom", now=runner.now)
    bedroom.tell(commands.OpenCoach())
    bedroom.tell(commands.Pain(Named("knee", "knee")), after_s=10)
    bedroom.tell(commands.LongerRests(), after_s=10)
    coach.store = down
    runner.tell(commands.TalkLess(), after_s=40)
    coach.store = store
    runner.tell(commands.WhatIsToday(), after_s=10)
    preferences = runner.stored.preferences
    assert preferences.avoided_joints == ("knee",)
    assert (preferences.pacing, preferences.talk) == (Pacing.WAIT_FOR_ME, Talk.SHORT)
    assert preferences.rest_percent > 100
