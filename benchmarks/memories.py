"""A thousand past workouts against none: a launch and a turn in mid-workout, asked in turns, and the bytes."""

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from benchmarks.figures import Measured, interleaved_ms
from benchmarks.runners import mid_workout
from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.coach import Coach
from skill.echo import PRETEND_USER
from skill.loaders import load_catalog, load_phrasebook
from skill.store import text
from skill.store.memory import MemoryStore
from skill.store.protocol import Document
from skill.training.past import NO_PAST, compacted
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import Effort, History, Record, joined

WORKOUTS = 1_000
WARM_UP, ROUNDS = 20, 300
LAST = datetime(2026, 1, 5, 7, tzinfo=UTC)
"""When ``mid_workout`` is; the last past workout was on the Thursday before."""


def remembered(workouts: int) -> Athlete:
    """Somebody who has trained twice a week, as the coach keeps it: old records folded as they grow old."""
    catalog, preferences = load_catalog(), Preferences()
    history: History = ()
    past = NO_PAST
    for n in range(workouts, 0, -1):
        day = LAST.date() - timedelta(days=4 + 7 * ((n - 1) // 2) + 3 * ((n - 1) % 2))
        plan = plan_workout(catalog, history, day, preferences, past)
        records = (
            Record(
                day,
                workouts - n + 1,
                item.exercise.id,
                item.exercise.base_id,
                item.exercise.measure,
                item.dose.amount,
                ((item.dose.amount,) * len(item.exercise.sides.order),)
                * (plan.rounds + item.extra_sets),
                item.extra_sets,
                effort=Effort.HARD,  # and so never a step: both runners are asked for the same
            )
            for item in plan.prescriptions
        )
        history, past = compacted(joined(history, records), past, day)
    return Athlete(history=history, past=past, greeted=True)


def measure_memories() -> Iterator[Measured]:
    """Both runners on the same requests; the stores hold nobody else."""
    turns = {count: _Turns(remembered(count)) for count in (0, WORKOUTS)}
    none, many = turns[0], turns[WORKOUTS]
    works = (none.launch, many.launch, none.ask, many.ask)
    interleaved_ms(WARM_UP, works)
    launch, launch_many, turn, turn_many = map(median, interleaved_ms(ROUNDS, works))
    yield Measured("a launch without past workouts, median", launch, "ms")
    yield Measured(f"a launch with {WORKOUTS} past workouts, median", launch_many, "ms")
    yield Measured("a launch with them against one without", launch_many / launch, "x", aim=1.3)
    yield Measured(
        "a turn in mid-workout with them against one without", turn_many / turn, "x", aim=1.3
    )
    yield Measured("the stored document without past workouts", none.bytes / 1000, "kB")
    yield Measured(f"the stored document with {WORKOUTS}", many.bytes / 1000, "kB", aim=16)


class _Turns:
    """A runner's launch and question, each again and again from the same document."""

    def __init__(self, athlete: Athlete) -> None:
        self._store = MemoryStore()
        self._id = account_id(PRETEND_USER)
        document = write_document(athlete)
        self.bytes = len(json.dumps(document, separators=(",", ":")))
        self._store.save(self._id, document, 0)
        self._at_launch, self._asks = self._unchanging(), AlexaSkill(self._coach(self._store))
        self._events: list[dict[str, Any]] = []
        self._asked = mid_workout(self._listen)
        self._in_workout = self._unchanging()

    def launch(self) -> None:
        """Open the skill."""
        self._at_launch(self._events[0])

    def ask(self) -> None:
        """Ask what is next."""
        self._in_workout(self._asked)

    def _listen(self, event: dict[str, Any], _context: object) -> dict[str, Any]:
        self._events.append(copy.deepcopy(event))
        return self._asks(event)

    def _unchanging(self) -> AlexaSkill:
        """The skill on a store that stays as it is now."""
        stored = self._store.load(self._id)
        assert stored is not None
        assert isinstance(stored.document, dict)
        store = _Unchanging()
        MemoryStore.save(store, self._id, stored.document, 0)
        return AlexaSkill(self._coach(store))

    def _coach(self, store: MemoryStore) -> Coach:
        return Coach(load_catalog(), store, load_phrasebook)


class _Unchanging(MemoryStore):
    """Writes what is saved, and forgets it."""

    def save(self, _athlete_id: str, document: Document | bytes, expected: int) -> int:
        text.write(document)
        return expected + 1
