"""What each scene says, and at which of its moments, where one number more or less would be heard."""

from datetime import date, timedelta
from typing import Any

import pytest
from random_workouts import BOOK, CATALOG

from skill.data import read_data
from skill.loaders import load_catalog
from skill.training.exercise import Dose, Side
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences, Talk
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Rung, Why
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.scenes.writer import COUNT_IN
from skill.workout.script import perform
from skill.workout.states import State
from skill.workout.timeline import Scene

WORDS = read_data("phrases/en-US.toml")
MONDAY = date(2026, 3, 2)
PLAN = plan_workout(load_catalog(), (), MONDAY, Preferences(exercises=3, rounds=2))


def only(id_: str, amount: int, **other: Any) -> Plan:
    """A plan of one exercise in two rounds, with a stretch."""
    exercise = CATALOG.exercises[id_]
    item = Prescription(exercise, Dose(exercise.measure, amount))._replace(**other)
    return Plan(MONDAY, (item,), 2, tuple(CATALOG.stretches.values())[:2])


def scene(
    plan: Plan,
    place: Place,
    talk: Talk = Talk.FULL,
    *,
    resumed: bool = False,
    asking: bool = True,
) -> Scene:
    manner = Manner(BOOK, 100, talk=talk)
    return next(perform(plan, place, manner, resumed=resumed, asking=asking))


def keys(found: Scene) -> list[str]:
    return [cue.line.key for cue in found.cues]


def called_after(found: Scene) -> dict[str, int]:
    """After which number of the set each call comes, by its key; the last one of each."""
    after, number = {}, -len(COUNT_IN)
    for cue in found.cues:
        if cue.line.key == "count.number":
            number += 1
        else:
            after[cue.line.key] = number
    return after


def test_who_comes_back_behind_an_announcement_hears_it_in_short() -> None:
    told = Place(State.ANNOUNCING, done=1)
    first, again = keys(scene(PLAN, told._replace(done=0))), keys(scene(PLAN, told, resumed=True))
    assert "announce.first" in first
    assert "announce.muscles" in first
    assert "announce.again" in again
    assert not {"announce.first", "announce.new", "announce.muscles"} & {*again}


@pytest.mark.parametrize(("talk", "told"), [(Talk.FULL, True), (Talk.COUNTS, False)])
def test_how_a_load_is_held_is_told_where_it_is_new_and_not_among_the_counts_alone(
    talk: Talk, *, told: bool
) -> None:
    loaded: dict[str, Any] = {"tool": "kettlebell", "load_grams": 8_000}
    new, known = (
        only("squat", 12, **loaded, reason=Reason(Why.OWN_LOAD, Rung("squat", 12, 0, tool)))
        for tool in (None, "kettlebell")
    )
    held = "exercise.squat.hold.kettlebell"
    assert (held in keys(scene(new, Place(State.ANNOUNCING), talk))) is told
    assert held not in keys(scene(known, Place(State.ANNOUNCING), talk))


@pytest.mark.parametrize(
    ("repetitions", "forms"), [(5, 0), (6, 1), (7, 1), (8, 1), (11, 1), (12, 2), (15, 2)]
)
def test_a_form_cue_never_takes_the_place_of_the_last_two(repetitions: int, forms: int) -> None:
    counted = scene(only("squat", repetitions), Place(State.COUNTING))
    assert keys(counted).count("exercise.squat.calls") == forms
    calls = called_after(counted)
    assert calls["call.last_two"] == repetitions - 2
    assert calls["call.last_one"] == repetitions - 1
    assert max(calls.values()) == repetitions - 1


def test_half_is_called_after_the_middle_number_and_only_from_eight_on() -> None:
    at = Place(State.COUNTING)
    assert called_after(scene(only("squat", 15), at, Talk.SHORT))["call.halfway"] == 8
    assert "call.halfway" in keys(scene(only("squat", 8), at, Talk.SHORT))
    assert "call.halfway" not in keys(scene(only("squat", 7), at, Talk.SHORT))


def test_an_exercise_that_the_runner_does_slowly_is_counted_slowly_whatever_the_others_are() -> (
    None
):
    def beat_ms(percent: int) -> int:
        counted = scene(only("squat", 12, beat_percent=percent), Place(State.COUNTING))
        first, second, *_ = [c.at_ms for c in counted.cues if c.line.key == "count.number"][
            len(COUNT_IN) :
        ]
        return second - first

    assert beat_ms(150) == pytest.approx(1.5 * beat_ms(100), rel=0.05)


@pytest.mark.parametrize(
    ("state", "sides", "told"), [(State.COUNTING, 2, "calls"), (State.ANNOUNCING, 1, "cues")]
)
def test_no_cue_of_the_form_is_said_twice_in_a_workout_before_all_others_were(
    state: State, sides: int, told: str
) -> None:
    key = f"exercise.side_leg_raise.{told}"
    written = WORDS["exercise"]["side_leg_raise"][told]
    plan = only("side_leg_raise", 8)._replace(rounds=3, familiar=("side_leg_raise",))
    for days in range(7):
        today = plan._replace(day=MONDAY + timedelta(days))
        heard = [
            text
            for work in today.sets
            for side in range(sides)
            for text in texts(scene(today, Place(state, work.at, side)), key)
        ]
        assert len(heard) == sides * 3
        assert {*heard[: len(written)]} == {*written}


def moments(found: Scene, key: str) -> list[int]:
    """When a phrase is said, in ms since the work began."""
    began_ms = next(mark.at_ms for mark in found.marks if mark.every_ms == 1)
    return [cue.at_ms - began_ms for cue in found.cues if cue.line.key == key]


@pytest.mark.parametrize("done_ms", [0, 12_300])
def test_a_hold_is_counted_out_and_released_at_its_very_end(done_ms: int) -> None:
    found = scene(only("wall_sit", 30), Place(State.HOLDING, done=done_ms), resumed=True)
    left_ms = 30_000 - done_ms
    began, end = next(mark for mark in found.marks if mark.every_ms == 1), found.marks[-1]
    assert (began.every_ms, began.place.done) == (1, done_ms)
    assert (end.at_ms - began.at_ms, end.place.done) == (left_ms, 30_000)
    assert moments(found, "count.number")[-5:] == [left_ms - ms for ms in range(5_000, 0, -1_000)]
    assert [cue.line.text for cue in found.cues if cue.line.key == "count.number"][-5:] == [
        f"{BOOK.number(n).capitalize()}." for n in (5, 4, 3, 2, 1)
    ]
    assert moments(found, "count.release") == [left_ms]


def test_of_a_hold_that_is_as_good_as_over_only_the_release_is_said() -> None:
    found = scene(only("wall_sit", 30), Place(State.HOLDING, done=28_000), resumed=True)
    assert keys(found) == ["count.release"]
    assert found.marks[-1].place.done == 30_000


@pytest.mark.parametrize("place", [Place(State.HOLDING), Place(State.STRETCHING)])
def test_three_seconds_of_a_hold_are_still_held(place: Place) -> None:
    plan = only("wall_sit", 30)
    total_ms = 30_000 if place.state is State.HOLDING else plan.holds[0].hold_ms
    found = scene(plan, place._replace(done=total_ms - 3_000), resumed=True)
    assert "resume.holding" in keys(found)
    assert found.marks[-1].at_ms - found.marks[-2].at_ms == 3_000


def test_who_comes_back_before_a_hold_has_begun_is_not_told_what_is_left_of_it() -> None:
    assert "resume.holding" not in keys(
        scene(only("wall_sit", 30), Place(State.HOLDING), resumed=True)
    )


def test_who_wants_the_counts_alone_still_hears_with_which_side_a_stretch_begins() -> None:
    for at, hold in enumerate(PLAN.holds):
        told = texts(scene(PLAN, Place(State.STRETCHING, at), Talk.COUNTS), "announce.side_first")
        begins = hold.side is not Side.BOTH and not hold.second
        assert [hold.side in one.lower() for one in told] == [True] * begins


@pytest.mark.parametrize(
    ("seconds", "ten", "half", "breathe", "forms"),
    [
        (12, [2_000], [], [], 0),
        (15, [], [], [5_000], 0),
        (20, [10_000], [], [5_000], 0),
        (25, [15_000], [], [5_000], 1),
        (30, [20_000], [15_000], [5_000], 1),
        (39, [29_000], [19_500], [5_000], 1),
        (40, [30_000], [20_000], [5_000, 25_000], 1),
        (60, [50_000], [30_000], [5_000, 35_000], 1),
    ],
)
def test_the_longer_a_hold_is_the_more_is_said_in_it_each_at_its_moment(
    seconds: int, ten: list[int], half: list[int], breathe: list[int], forms: int
) -> None:
    found = scene(only("wall_sit", seconds), Place(State.HOLDING))
    assert moments(found, "call.ten_seconds") == ten
    assert moments(found, "call.halfway") == half
    assert moments(found, "call.breathe") == breathe
    assert keys(found).count("exercise.wall_sit.calls") == forms


def test_a_rest_passes_by_the_millisecond() -> None:
    assert scene(PLAN, Place(State.RESTING)).marks[0].every_ms == 1


@pytest.mark.parametrize(
    ("place", "left"),
    [(Place(State.HOLDING, done=12_300), 18), (Place(State.STRETCHING, done=10_001), 15)],
)
def test_who_comes_back_into_a_hold_is_told_the_whole_seconds_that_are_left(
    place: Place, left: int
) -> None:
    found = scene(only("wall_sit", 30), place, resumed=True)  # its first stretch lasts 25 seconds
    told = next(cue.line for cue in found.cues if cue.line.key == "resume.holding")
    assert BOOK.number(left) in told.text.lower()


def test_the_first_stretch_asks_how_the_last_exercise_was_and_says_what_all_are_for() -> None:
    first, second = Place(State.STRETCHING, 0), Place(State.STRETCHING, 1)
    assert {"stretching.intro", "effort.tell_me_of_last"} <= {*keys(scene(PLAN, first))}
    for silent in (
        scene(PLAN, first, resumed=True),
        scene(PLAN, first._replace(done=10_000), resumed=True),
        scene(PLAN, second),
    ):
        assert not {"stretching.intro", "effort.tell_me_of_last"} & {*keys(silent)}
    assert "effort.tell_me_of_last" not in keys(scene(PLAN, first, asking=False))


def test_what_the_warm_up_is_for_is_said_before_its_first_move_alone() -> None:
    moves = [Place(State.WARMING_UP, at) for at in range(len(PLAN.moves))]
    introduced = [at for at in moves if "warm_up.intro" in keys(scene(PLAN, at))]
    assert introduced == moves[:1]
    assert "warm_up.intro" not in keys(scene(PLAN, moves[0], resumed=True))


def test_a_move_by_the_clock_that_was_broken_off_goes_on_for_what_was_left_of_it() -> None:
    by_the_clock = next(
        at for at, one in enumerate(PLAN.moves) if one.move.dose.amount * 1000 >= 30_000
    )
    place = Place(State.WARMING_UP, by_the_clock)
    begun = scene(PLAN, place)
    again = scene(PLAN, place._replace(done=20_000), resumed=True)
    (whole,) = [b.at_ms - a.at_ms for a, b in [begun.marks[-2:]]]
    assert moments(begun, "call.halfway") == [whole // 2]
    assert moments(begun, "call.ten_seconds") == [whole - 10_000]
    (left,) = [b.at_ms - a.at_ms for a, b in [again.marks[-2:]]]
    assert whole - left == 20_000
    assert "call.halfway" in keys(begun)
    assert not {"call.halfway", "call.ten_seconds"} & {
        *keys(scene(PLAN, place._replace(done=whole - 15_000), resumed=True))
    }


def texts(found: Scene, key: str) -> list[str]:
    return [cue.line.text for cue in found.cues if cue.line.key == key]


def of_two(rounds: int, extra_sets: int = 0) -> Plan:
    """A plan of squats and calf raises; the squats may have sets beyond the rounds."""
    squats, raises = only("squat", 12).prescriptions, only("calf_raise", 12).prescriptions
    items = (squats[0]._replace(extra_sets=extra_sets), *raises)
    return Plan(MONDAY, items, rounds, tuple(CATALOG.stretches.values())[:2])


def test_a_round_is_announced_by_its_number_the_last_one_as_such_and_what_comes_after_by_name() -> (
    None
):
    plan = of_two(3, extra_sets=1)
    said = [keys(scene(plan, Place(State.ANNOUNCING, at))) for at in range(7)]
    rounds = [[key for key in one if "round" in key] for one in said]
    assert rounds == [
        *([], []),
        *(["announce.round"], []),
        *(["announce.last_round"], []),
        ["announce.extra_round"],
    ]
    (second,) = texts(scene(plan, Place(State.ANNOUNCING, 2)), "announce.round")
    assert "two" in second.lower()
    (more,) = texts(scene(plan, Place(State.ANNOUNCING, 6)), "announce.extra_round")
    assert "squats" in more
    assert "calf raises" not in more


def test_no_round_is_announced_to_who_comes_back_or_wants_the_counts_alone() -> None:
    begins = Place(State.ANNOUNCING, 2)
    assert "announce.round" not in keys(scene(of_two(3), begins, resumed=True))
    assert "announce.round" not in keys(scene(of_two(3), begins, Talk.COUNTS))


def test_a_rest_names_what_the_next_set_needs_once_and_only_if_it_came_into_the_plan_on_the_way() -> (
    None
):
    planned = of_two(2)
    changed = planned.changed(1, only("step_up", 8).prescriptions[0])
    before_first, before_second = Place(State.RESTING, 0), Place(State.RESTING, 2)
    (told,) = texts(scene(changed, before_first), "rest.next_with_needs")
    assert "step" in told
    assert "rest.next" in keys(scene(changed, before_second))
    assert "rest.next" in keys(scene(planned, before_first))


def test_who_was_answered_in_a_rest_hears_at_once_what_comes_and_what_it_needs() -> None:
    plan = only("wall_sit", 30)
    again = scene(plan, Place(State.RESTING, done=5_000), resumed=True)
    resumed, named, *_ = again.cues
    assert [resumed.line.key, named.line.key] == ["rest.resume", "rest.next_with_needs"]
    assert named.at_ms <= resumed.ends_ms + 1_000
    assert keys(scene(plan, Place(State.RESTING))).count("rest.next") == 1


def test_the_side_to_change_to_is_named() -> None:
    plan = only("side_leg_raise", 8)
    (told,) = texts(scene(plan, Place(State.CHANGING_SIDES)), "side.change")
    assert plan.sets[0].sides[1] in told.lower()


def test_of_a_stretch_half_and_the_last_five_seconds_are_called_and_its_end() -> None:
    stretch = Place(State.STRETCHING, 1)
    found = scene(PLAN, stretch)
    hold_ms = PLAN.holds[1].hold_ms
    assert moments(found, "stretching.calls") == [hold_ms // 2]
    assert moments(found, "call.five_seconds") == [hold_ms - 5_000]
    assert moments(found, "stretching.release") == [hold_ms]
    assert found.marks[-1].place.done == hold_ms
    assert "stretching.calls" not in keys(scene(PLAN, stretch, Talk.SHORT))


def test_a_rest_says_how_long_it_is_or_how_much_of_it_is_left_and_when_ten_seconds_are() -> None:
    rest = Place(State.RESTING)
    fresh, again = scene(PLAN, rest), scene(PLAN, rest._replace(done=10_000), resumed=True)
    whole_ms = fresh.marks[-1].at_ms
    assert keys(fresh)[0] == "rest.begin"
    assert keys(again)[0] == "rest.resume"
    assert again.marks[-1].at_ms == whole_ms - 10_000
    assert moments(fresh, "call.ten_seconds") == [whole_ms - 10_000]
    assert moments(again, "call.ten_seconds") == [whole_ms - 20_000]
