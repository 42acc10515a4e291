"""Random histories of real exercises, over months."""

from datetime import date

from hypothesis import strategies as st
from support.training_records import trained

from skill.data import read_data
from skill.training.catalog_files import read_catalog
from skill.training.record import Effort, Record, joined

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
FIRST, LAST = date(2025, 9, 1), date(2026, 8, 30)
DAYS = st.dates(FIRST, LAST)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """What a workout did of an exercise: all of it, more, less, some sets of it."""
    exercise = draw(st.sampled_from([*CATALOG.exercises.values()]))
    asked = draw(st.integers(exercise.lowest, exercise.highest))
    amount = st.sampled_from([asked, asked, asked, asked + 2, asked - 1, asked - 4, 0])
    return trained(
        draw(DAYS),
        exercise,
        asked,
        done=draw(st.lists(amount, min_size=1, max_size=4).filter(any)),
        effort=draw(st.none() | st.sampled_from(Effort)),
        spare=draw(st.none() | st.integers(0, 5)),
        workout=draw(st.integers(1, 3)),
        extra_sets=draw(st.integers(0, 1)),
    )


HISTORIES = st.lists(records(), max_size=40).map(lambda found: joined((), found))
