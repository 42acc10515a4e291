"""A workout as a FIT activity: what three independent decoders read is what was done."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from chiptime.validate import validate
from fit_judges import JUDGES, NO_NAME, ReadActivity, activity
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried
from support.training_records import trained

from skill.data import read_data
from skill.errors import FileRefused
from skill.exchange.done import DoneWorkout, workouts_done
from skill.exchange.fit_activity import write_activity
from skill.exchange.fit_names import FitNames
from skill.loaders import load_catalog
from skill.training.exercise import Measure
from skill.training.preferences import Units
from skill.training.record import History, Record, joined
from skill.training.times import TimedSide, Times

CATALOG = load_catalog()
NAMES = FitNames(read_data("fit.toml"))
EXERCISES = CATALOG.exercises
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC"]).map(
    ZoneInfo
)
BEGUN = 1_795_500_000
DAY = date(2026, 11, 24)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of one of two days, done in any number of sets, some of them not at all."""
    exercise = draw(st.sampled_from(list(EXERCISES.values())))
    amounts = st.integers(0, 60)
    sides = st.tuples(*(amounts for _ in exercise.sides.order))
    tool = draw(st.none() | st.sampled_from(["kettlebell", "mini_band", "sandbag"]))
    return Record(
        day=DAY - timedelta(days=draw(st.integers(0, 400))),
        workout=draw(st.integers(1, 3) | st.integers(BEGUN - 10_000_000, BEGUN)),
        exercise_id=draw(st.just(exercise.id) | st.just("long_gone")),
        base_id=exercise.base_id,
        measure=exercise.measure,
        asked=exercise.lowest,
        sets_done=tuple(draw(st.lists(sides, min_size=1, max_size=4))),
        tool=tool,
        load_grams=draw(st.integers(500, 150_000)) if tool in ("kettlebell", "sandbag") else 0,
        beat_percent=draw(st.integers(60, 180)),
    )


HISTORIES = st.lists(records(), min_size=1, max_size=8).map(lambda found: joined((), found))


@st.composite
def timed_histories(draw: st.DrawFn) -> tuple[History, tuple[Times, ...]]:
    """A history, and the times of some of its workouts, in any order and overlapping."""
    history = draw(HISTORIES)
    times = []
    for day, workout in sorted({(r.day, r.workout) for r in history}):
        if not draw(st.booleans()):
            continue
        sides = [
            TimedSide(
                r.exercise_id,
                nth,
                side,
                draw(st.integers(0, 4_000)),
                draw(st.integers(1, 200)),
            )
            for r in history
            if (r.day, r.workout) == (day, workout)
            for nth, done in enumerate(r.sets_done)
            for side in range(len(done))
        ]
        times.append(Times(day, workout, tuple(sorted(sides, key=lambda s: s.at_s))))
    return history, tuple(times)


def written(workout: DoneWorkout, units: Units = Units.KILOGRAMS) -> bytes:
    return write_activity(workout, "somebody", NAMES, lambda id_: id_.replace("_", " "), units)


def read_by_all(content: bytes) -> ReadActivity:
    """What all three decoders say, which has to be the same."""
    first, *others = (activity(judge(content)) for judge in JUDGES)
    assert all(other == first for other in others)
    return first


@pytest.mark.slow
@tried(40)
@given(timed_histories(), ZONES)
def test_three_decoders_read_every_set_that_was_done(
    known: tuple[History, tuple[Times, ...]], zone: ZoneInfo
) -> None:
    history, times = known
    for workout in workouts_done(history, times, CATALOG, zone):
        content = written(workout)
        assert written(workout) == content
        read = read_by_all(content)
        active = [one for one in read.sets if one.active]
        records_of = [r for r in history if (r.day, r.workout) == (workout.day, workout.number)]
        assert sum(one.repetitions or 0 for one in active) == sum(r.repetitions for r in records_of)
        assert len(active) == len(workout.sets)
        assert [one.repetitions for one in active] == [done.repetitions for done in workout.sets]
        kilos = [done.record.load_grams / 1000 for done in workout.sets]
        assert [one.kg or 0 for one in active] == pytest.approx(kilos, abs=1 / 32)
        assert read.sets[0].start == workout.begins
        assert read.sets[-1].end == workout.ends
        assert all(one.end == other.start for one, other in pairwise(read.sets))
        assert all(one.start < one.end for one in read.sets)
        ((sport, sub_sport, start, elapsed, timer),) = read.sessions
        assert (sport, sub_sport, start) == (10, 20, workout.begins)
        assert elapsed == timer == sum(one.seconds for one in read.sets)
        assert read.offset == workout.offset(workout.ends)
        assert 0 < read.serial_number < 2**31


def held_and_counted() -> History:
    return (
        trained(
            DAY, EXERCISES["glute_bridge"], workout=BEGUN, tool="kettlebell", load_grams=12_000
        ),
        trained(DAY, EXERCISES["single_leg_stand"], workout=BEGUN, sets=2),
    )


def test_a_hold_has_seconds_and_no_repetitions_and_each_side_a_set() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    read = read_by_all(written(workout))
    holds = [one for one in read.sets if one.category == 11]
    assert [(one.seconds, one.repetitions, one.name) for one in holds] == [(30.0, None, None)] * 4
    bridges = [one for one in read.sets if one.category == 10]
    assert [(one.repetitions, one.kg, one.name) for one in bridges] == [(15, 12.0, 12)] * 3


def test_an_exercise_without_a_number_is_named_by_its_title() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    assert (11, None, "single leg stand") in read_by_all(written(workout)).titles
    assert NAMES.exercise("single_leg_stand", None, None).name is None
    assert NO_NAME == 65535


def test_two_runners_and_two_workouts_have_numbers_of_their_own() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    other = workout._replace(number=workout.number + 1)
    contents = [
        write_activity(one, owner, NAMES, str, Units.POUNDS)
        for one, owner in ((workout, "me"), (workout, "you"), (other, "me"))
    ]
    assert len({read_by_all(content).serial_number for content in contents}) == 3


def test_nothing_of_the_owner_is_in_the_file() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    content = write_activity(workout, "amzn1.ask.account.SECRET", NAMES, str, Units.POUNDS)
    assert b"SECRET" not in content


def test_what_checks_files_for_other_platforms_finds_nothing() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    content = written(workout)
    for platform in ("strict-spec", "garmin-connect", "strava"):
        assert validate(content, platform) == []


@pytest.mark.parametrize("day", [date(1996, 1, 1), date(2127, 1, 1)])
def test_a_day_outside_the_formats_years_is_refused_with_a_remedy(day: date) -> None:
    (workout,) = workouts_done((trained(day, EXERCISES["squat"]),), (), CATALOG, UTC)
    with pytest.raises(FileRefused, match="--since"):
        written(workout)


@pytest.mark.parametrize("number", [0, 1, 10**11])
def test_a_workout_whose_number_tells_no_moment_is_put_at_noon(number: int) -> None:
    history = (trained(DAY, EXERCISES["squat"], workout=number),)
    (workout,) = workouts_done(history, (), CATALOG, ZoneInfo("America/New_York"))
    assert workout.begins + workout.offset(workout.begins) == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert workout.estimated


def test_a_name_too_long_for_a_watch_is_refused_with_a_remedy() -> None:
    (workout,) = workouts_done(held_and_counted(), (), CATALOG, UTC)
    with pytest.raises(FileRefused, match="shorten the name"):
        write_activity(workout, "me", NAMES, lambda _: "ü" * 128, Units.POUNDS)


def test_more_than_the_format_holds_is_refused_and_never_wrapped() -> None:
    heavy = trained(DAY, EXERCISES["squat"], tool="barbell", load_grams=4_097_000)
    many = trained(DAY, EXERCISES["squat"], done=[70_000])
    for record in (heavy, many):
        (workout,) = workouts_done((record,), (), CATALOG, UTC)
        with pytest.raises(FileRefused):
            written(workout)


def test_a_workout_over_the_change_of_daylight_saving_time_keeps_its_seconds() -> None:
    begun = 1_793_232_000 - 30 * 60  # half an hour before Berlin's clocks go back, 2026-10-25
    record = trained(date(2026, 10, 25), EXERCISES["wall_sit"], workout=begun)
    sides = tuple(TimedSide("wall_sit", nth, 0, 1_500 * nth, 25) for nth in range(3))
    (workout,) = workouts_done(
        (record,), (Times(record.day, begun, sides),), CATALOG, ZoneInfo("Europe/Berlin")
    )
    assert not workout.estimated
    read = read_by_all(written(workout))
    assert [one.seconds for one in read.sets] == [25, 1475, 25, 1475, 25]
    assert record.measure is Measure.SECONDS
