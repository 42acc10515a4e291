"""What a scene says, it says in other words from day to day, and never twice in the same words in one hold."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from test_scenes import PLAN, WORDS, only, scene

from skill.language.sentences import TURNS
from skill.training.plan import Plan
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.timeline import Scene

SIDED, HELD = only("side_leg_raise", 12), only("wall_sit", 40)
STRETCH_MS = SIDED.holds[0].hold_ms

PLACES = [
    *((PLAN, Place(State.WARMING_UP, at)) for at in range(3)),
    *((PLAN, Place(State.WARMING_UP, at, done=3)) for at in (0, 2)),
    *((SIDED, Place(State.ANNOUNCING, at)) for at in (0, 1)),
    *((PLAN, Place(State.ANNOUNCING, at)) for at in (1, 3)),
    *((SIDED, Place(State.COUNTING, done=done)) for done in (0, 4)),
    *((HELD, Place(State.HOLDING, done=done)) for done in (0, 9_000, 38_000)),
    (SIDED, Place(State.CHANGING_SIDES)),
    *((PLAN, Place(State.RESTING, 3, done=done)) for done in (0, 5_000)),
    (SIDED._replace(left_out=PLAN.stretches), Place(State.STRETCHING)),
    *((SIDED, Place(State.STRETCHING, done=done)) for done in (4_000, STRETCH_MS - 2_000)),
    *((PLAN, Place(State.STRETCHING, at)) for at in range(3)),
]
"""One place of each kind at which other words are said."""

BY_THE_WORKOUT = ("count.number", "exercise.", "stretch.", "warm_up.begin")
"""Numbers, and what is said of one exercise, stretch or move alone: that takes turns within a workout."""


def day_by_day(plan: Plan, place: Place) -> Iterator[Scene]:
    """A scene on as many days as all wordings need to have had their turn."""
    for days in range(TURNS):
        on_that_day = plan._replace(day=plan.day + timedelta(days))
        yield scene(on_that_day, place, resumed=place.done > 0)


def wordings(key: str) -> int:
    """How many wordings of a phrase are written."""
    entry: Any = WORDS
    for part in key.split("."):
        entry = entry[part]
    if isinstance(entry, dict):
        entry = entry["other"]
    return 1 if isinstance(entry, str) else len(entry)


def test_from_day_to_day_each_written_wording_of_what_a_scene_says_has_its_turn() -> None:
    unheard = {}
    for plan, place in PLACES:
        heard = defaultdict(set)
        for found in day_by_day(plan, place):
            for cue in found.cues:
                heard[cue.line.key].add(cue.line.text)
        for key, texts in heard.items():
            if not key.startswith(BY_THE_WORKOUT) and len(texts) < wordings(key):
                unheard[place, key] = texts
    assert not unheard


def test_nobody_is_told_to_breathe_twice_in_the_same_words_in_one_hold() -> None:
    for found in day_by_day(HELD, Place(State.HOLDING)):
        first, second = (c.line.text for c in found.cues if c.line.key == "call.breathe")
        assert first != second
