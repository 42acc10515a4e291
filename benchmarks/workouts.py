"""Planning and scripting a whole workout."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from statistics import median

from benchmarks.figures import Measured, interleaved_ms
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.states import State

ROUNDS = 100


def measure_workouts() -> Iterator[Measured]:
    """A plan and its every cue; each time for another day."""
    catalog, voice = load_catalog(), load_phrasebook(LOCALE)
    days = (date(2026, 1, 5) + timedelta(days=n) for n in count())

    def plan_and_script() -> None:
        plan = plan_workout(catalog, (), next(days), Preferences())
        for _ in perform(plan, Place(State.ANNOUNCING), Manner(voice, 100)):
            pass

    (times,) = interleaved_ms(ROUNDS, [plan_and_script])
    yield Measured("planning and scripting a whole workout, median", median(times), "ms", 10.0)
