"""A workout cut into tracks: a file a set with its rest, each with the marks that lead back to the place."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, NUMBERS, begun, plans
from support.examples import tried

from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.cue import CueKind, phrase
from skill.workout.cursor import SIDES, add_heard, empty_tally, locate
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.segment import SETTLE_MS
from skill.workout.states import State
from skill.workout.tempo import repetition_ms, turns_ms
from skill.workout.track import STEP_MS, SignalKind, Track, joined, with_closing, write_tracks

written = tried(30)
BEATS = st.integers(60, 180)
PLAN = plan_workout(CATALOG, (), date(2026, 1, 5), Preferences())


def tracks(plan: Plan, beat: int = 100, *, ticks: bool = False) -> list[Track]:
    return [*write_tracks(plan, begun(plan).place, Manner(BOOK, beat), ticks=ticks)]


def next_step(ms: int) -> int:
    return -(-ms // STEP_MS) * STEP_MS


def sounds(track: Track, kind: SignalKind) -> list[int]:
    return [sound.at_ms for sound in track.sounds if sound.kind is kind]


@written
@given(plans(), BEATS)
def test_a_workout_is_a_track_a_set_and_a_track_a_stretch(plan: Plan, beat: int) -> None:
    places = [track.place for track in tracks(plan, beat)]
    sets = [Place(State.ANNOUNCING, work.at) for work in plan.sets]
    holds = [Place(State.STRETCHING, index) for index in range(len(plan.holds))]
    assert places == sets + holds


@written
@given(plans(), BEATS)
def test_each_track_begins_where_the_one_before_ends_and_the_last_at_the_finish(
    plan: Plan, beat: int
) -> None:
    found = tracks(plan, beat)
    assert all(before.after == track.place for before, track in pairwise(found))
    assert found[-1].after.state is State.FINISHED


@written
@given(plans(), BEATS)
def test_played_one_after_another_they_lead_all_the_work(plan: Plan, beat: int) -> None:
    tally = empty_tally(plan)
    for track in tracks(plan, beat):
        tally = add_heard(tally, track.marks, track.duration_ms)
    for work in plan.sets:
        units = tally[work.at * SIDES : (work.at + 1) * SIDES]
        assert units[: len(work.sides)] == (work.dose.amount,) * len(work.sides)


@written
@given(plans(), BEATS, st.integers(0, 9_000))
def test_joined_to_one_they_are_what_they_were_and_no_wait_adds_up(
    plan: Plan, beat: int, lead_ms: int
) -> None:
    found = tracks(plan, beat)
    whole = joined(found, lead_ms)
    said, rung, marked = iter(whole.cues), iter(whole.sounds), iter(whole.marks)
    over_ms = lead_ms
    for track in found:
        begins_ms = next(marked).at_ms - track.marks[0].at_ms
        assert begins_ms % STEP_MS == 0
        assert 0 <= begins_ms - over_ms < STEP_MS
        for cue in track.cues:
            assert next(said) == cue._replace(at_ms=cue.at_ms + begins_ms)
        for sound in track.sounds:
            assert next(rung) == sound._replace(at_ms=sound.at_ms + begins_ms)
        for mark in track.marks[1:]:
            assert next(marked) == mark._replace(at_ms=mark.at_ms + begins_ms)
        over_ms += track.duration_ms
    assert [*said, *rung, *marked] == []
    assert 0 <= whole.duration_ms - over_ms < STEP_MS


@written
@given(plans(), BEATS)
def test_every_scene_of_a_track_begins_at_the_next_step(plan: Plan, beat: int) -> None:
    scenes = perform(plan, begun(plan).place, Manner(BOOK, beat), asking=False)
    for track in tracks(plan, beat):
        said, begins_ms = iter(track.cues), next_step(SETTLE_MS)
        while begins_ms < track.duration_ms:
            scene = next(scenes)
            assert all(
                next(said) == cue._replace(at_ms=cue.at_ms + begins_ms) for cue in scene.cues
            )
            begins_ms = next_step(begins_ms + scene.duration_ms)
        assert (begins_ms, [*said]) == (track.duration_ms, [])


def test_a_track_joined_to_no_other_is_heard_as_it_was() -> None:
    track = tracks(PLAN)[0]
    whole = joined([track])
    assert (whole.cues, whole.sounds, whole.marks) == (track.cues, track.sounds, track.marks)
    assert whole.duration_ms == track.duration_ms


def test_nothing_joined_is_no_track() -> None:
    with pytest.raises(ValueError, match=r"^no track to join$"):
        joined([])


def test_a_breather_is_announced_in_seconds_and_waited_for_once_before_the_work_goes_on() -> None:
    place, manner = Place(State.COUNTING, 0, 0, 7), Manner(BOOK, 100)
    plain = [*write_tracks(PLAN, place, manner, resumed=True)]
    rested = [*write_tracks(PLAN, place, manner, resumed=True, breather_ms=25_000)]
    said, *others = rested[0].cues
    assert said.line == BOOK(phrase("breather.begin", n=25))
    assert 25_000 <= others[0].at_ms - said.ends_ms < 26_000
    later_ms = others[0].at_ms - plain[0].cues[0].at_ms
    assert others == [cue._replace(at_ms=cue.at_ms + later_ms) for cue in plain[0].cues]
    assert rested[1:] == plain[1:]
    assert not [cue for track in plain for cue in track.cues if cue.line.key == said.line.key]


def test_a_breather_may_also_come_before_the_last_stretch() -> None:
    last = tracks(PLAN)[-1].place
    (only,) = write_tracks(PLAN, last, Manner(BOOK, 100), breather_ms=10_000)
    assert only.cues[0].line == BOOK(phrase("breather.begin", n=10))


def test_unless_more_is_said_a_track_is_begun_without_a_way_back_a_breather_or_ticks() -> None:
    place, manner = Place(State.COUNTING, 0, 0, 7), Manner(BOOK, 100)
    plainly = write_tracks(PLAN, place, manner, resumed=False, breather_ms=0, ticks=False)
    assert [*write_tracks(PLAN, place, manner)] == [*plainly]


@written
@given(plans(), BEATS)
def test_an_offset_leads_to_the_place_that_is_counted_there(plan: Plan, beat: int) -> None:
    for track in tracks(plan, beat):
        counting = False
        for cue in track.cues:
            counting = cue.line.key == "count.go" or (counting and cue.kind is not CueKind.TALK)
            if counting and cue.kind is CueKind.COUNT and cue.line.key != "count.go":
                here = locate(track.marks, cue.at_ms)
                assert (here.state, here.done) == (State.COUNTING, NUMBERS[cue.line.text])


@written
@given(plans(), BEATS)
def test_nothing_is_said_in_the_first_moment_nor_after_the_end(plan: Plan, beat: int) -> None:
    for track in tracks(plan, beat, ticks=True):
        assert track.cues[0].at_ms >= SETTLE_MS
        moments = [cue.at_ms for cue in track.cues] + [sound.at_ms for sound in track.sounds]
        assert max(moments) < track.duration_ms
        assert [*track.sounds] == sorted(track.sounds)


@written
@given(plans(), BEATS, st.data())
def test_a_track_can_begin_anywhere_in_a_workout(
    plan: Plan, beat: int, data: st.DataObject
) -> None:
    track = data.draw(st.sampled_from(tracks(plan, beat)))
    place = locate(track.marks, data.draw(st.integers(0, track.duration_ms)))
    onward = [*write_tracks(plan, place, Manner(BOOK, beat), resumed=True)]
    if place.state is State.FINISHED:
        assert onward == []
    else:
        assert onward[-1].after.state is State.FINISHED
        assert onward[0].place.at in (place.at, place.at + 1, 0)


def test_who_comes_back_in_the_middle_of_a_set_is_counted_in_and_counted_on() -> None:
    track = next(
        write_tracks(PLAN, Place(State.COUNTING, 0, 0, 7), Manner(BOOK, 100), resumed=True)
    )
    said = [cue.line.text for cue in track.cues]
    assert "seven" in said[0]
    assert said[1:6] == ["Three.", "Two.", "One.", "Go.", "Eight."]
    assert track.after == Place(State.ANNOUNCING, 1)


def test_a_set_is_followed_by_its_whole_rest_without_a_question() -> None:
    for track in tracks(PLAN):
        asked = [cue for cue in track.cues if cue.line.key.startswith(("ask.", "effort."))]
        assert asked == []
    first = tracks(PLAN)[0]
    rest = next(mark for mark in first.marks if mark.place.state is State.RESTING)
    assert first.duration_ms - rest.at_ms == PLAN.sets[0].exercise.rest_seconds * 1000


def test_a_closing_is_said_after_everything_and_changes_nothing_before() -> None:
    *others, last = tracks(PLAN)
    assert last.is_last
    assert not any(track.is_last for track in others)
    closed = with_closing(last, BOOK, [phrase("closing.tip"), phrase("closing.goodbye")])
    said = closed.cues[len(last.cues) :]
    assert [cue.line.key for cue in said] == ["closing.tip", "closing.goodbye"]
    assert said[0].at_ms == last.duration_ms
    assert said[-1].ends_ms <= closed.duration_ms
    assert closed.cues[: len(last.cues)] == last.cues
    assert (closed.marks, closed.sounds) == (last.marks, last.sounds)


@written
@given(plans(), BEATS)
def test_a_bell_rings_at_both_ends_of_the_work_on_every_side_and_never_else(
    plan: Plan, beat: int
) -> None:
    for track in tracks(plan, beat):
        sides = len(plan.sets[track.place.at].sides) if is_set(track) else 0
        starts, ends = sounds(track, SignalKind.START), sounds(track, SignalKind.END)
        assert (len(starts), len(ends)) == (sides, sides)
        assert starts == [c.at_ms for c in track.cues if c.line.key in ("count.go", "count.hold")]
        for start, end in zip(starts, ends, strict=True):
            assert locate(track.marks, start).done == 0
            work = plan.sets[track.place.at]
            done = locate(track.marks, end).done
            assert done in (work.dose.amount, work.dose.amount * 1000)
            assert locate(track.marks, end - 1).done < done


def is_set(track: Track) -> bool:
    return track.place.state is State.ANNOUNCING


def test_there_are_no_ticks_unless_they_are_wanted() -> None:
    assert not any(sounds(track, SignalKind.TICK) for track in tracks(PLAN))


@written
@given(plans(), BEATS)
def test_ticks_stand_where_the_movement_turns_in_every_repetition(plan: Plan, beat: int) -> None:
    for track in filter(is_set, tracks(plan, beat, ticks=True)):
        work = plan.sets[track.place.at]
        own = work.prescription.beat_percent
        turns = turns_ms(work.exercise, beat, own)
        expected = [
            start + n * repetition_ms(work.exercise, beat, own) + turn
            for start in sounds(track, SignalKind.START)
            for n in range(work.dose.amount)
            for turn in turns
        ]
        assert sounds(track, SignalKind.TICK) == expected


def test_the_last_set_ticks_as_well_where_no_stretch_follows() -> None:
    *_, last = tracks(PLAN._replace(stretches=()), ticks=True)
    assert last.is_last
    assert len(sounds(last, SignalKind.TICK)) >= PLAN.sets[-1].dose.amount
