"""A question in an announcement costs nobody the explanation."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG
from support.examples import tried

from skill.training.plan import WorkSet
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.cursor import locate
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.states import State

PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
FIRST = next(iter(perform(PLAN, Place(State.ANNOUNCING), Manner(BOOK, 100))))
HOW_TO = next(cue for cue in FIRST.cues if cue.line.key.endswith(".how_to"))


@tried(40)
@given(st.integers(0, FIRST.duration_ms - 1))
def test_what_was_cut_before_the_end_of_its_how_to_is_told_again_and_else_it_is_not(
    cut_ms: int,
) -> None:
    place = locate(FIRST.marks, cut_ms)
    again = next(iter(perform(PLAN, place, Manner(BOOK, 100), resumed=True)))
    told = any(cue.line.key == HOW_TO.line.key for cue in again.cues)
    assert told == (cut_ms < HOW_TO.ends_ms) or HOW_TO.ends_ms <= cut_ms < HOW_TO.ends_ms + 200


@tried(40)
@given(st.sampled_from(PLAN.sets), st.sampled_from((0, 1)))
def test_the_work_behind_an_announcement_begins_with_its_first_repetition_or_second(
    work: WorkSet, told: int
) -> None:
    place = Place(State.ANNOUNCING, work.at, 0, told)
    scenes = iter(perform(PLAN, place, Manner(BOOK, 100), resumed=True))
    next(scenes)
    assert {mark.place.done for mark in next(scenes).marks if mark.every_ms} == {0}
