"""What a process answers first, and what a runner of many workouts asks of a fresh one and of a warm one.

A fresh process is pretended by emptying every cache of ours, and building the skill again.
"""

import gc
import json
from collections.abc import Iterator
from datetime import timedelta
from functools import _lru_cache_wrapper
from statistics import median

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from benchmarks.figures import Measured
from benchmarks.full_context import in_full
from benchmarks.memories import WORKOUTS, remembered
from benchmarks.runners import (
    IN_MEMORY,
    MONDAY,
    Answering,
    SideBySide,
    echo_of,
    morning,
    ours,
    sized,
)
from skill.alexa.skill import NOTHING
from skill.alexa.visits import athlete_id
from skill.athlete.stored.document import write_document
from skill.store.memory import MemoryStore
from skill.store.protocol import Store

FRESH = 16
"""Processes that are pretended."""


class FreshProcess:
    """The skill as a process has it that has just started: built again, every cache of ours empty.

    What the modules import stays, and so do the data files as they were read: both are the cold start's.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._skill: Answering = ours(IN_MEMORY, store)

    def forget(self) -> None:
        """Be fresh for the next request."""
        empty_caches()
        self._skill = ours(IN_MEMORY, self._store)
        gc.collect()

    def __call__(self, event: dict[str, object]) -> dict[str, object]:
        """Answer one request."""
        return self._skill(event)


def empty_caches() -> None:
    """Empty every cache that modules of ours hold."""
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and _is_emptied(kept.__module__ or ""):
            kept.cache_clear()


def _is_emptied(module: str) -> bool:
    if not module.startswith("skill."):
        return False
    return not module.startswith(("skill.data", "skill.echo", "skill.understanding"))


def measure_first_requests() -> Iterator[Measured]:
    """The first request of a process: a launch of a known runner, of a new one, and a "yes" as first intent."""
    fresh = FreshProcess(MemoryStore())
    beside = SideBySide(fresh, before=fresh.forget)
    known, new = [], []
    for number in range(FRESH):
        sized(echo_of(beside, number, morning(number)), number)
        evening = morning(number) + timedelta(hours=10)
        echo = echo_of(beside, number, evening)
        echo.open()
        known.append(len(beside.asked) - 1)
        echo.say("yes")
        echo_of(beside, 3_000 + number, evening).open()
        new.append(len(beside.asked) - 1)
    compared = beside.compared()
    launches, newcomers = ([compared[at].times for at in places] for places in (known, new))
    yes = [one.times for one in compared if one.what == "AMAZON.YesIntent"]
    yield Measured("a launch with empty caches, p50 against bare", median(launches), "x", aim=3)
    yield Measured("the same, the slowest against bare", max(launches), "x", tolerance=1)
    yield Measured("a new runner's launch with empty caches, p50", median(newcomers), "x", aim=3)
    yield Measured('"yes" with empty caches, p50 against bare', median(yes), "x", aim=3)


def measure_veteran() -> Iterator[Measured]:
    """A runner of many workouts: in a warm process, and first in a fresh one."""
    store = MemoryStore()
    fresh = FreshProcess(store)
    warm = SideBySide(ours(IN_MEMORY, store))
    cold = SideBySide(fresh, before=fresh.forget)
    document = write_document(remembered(WORKOUTS))
    # One after the other: a fresh process empties the caches of both.
    for beside, first in ((warm, 4_000), (cold, 5_000)):
        for number in range(FRESH):
            store.save(_voice_of(first + number), document, 0)
            echo = echo_of(beside, first + number, morning(number))
            echo.open()
            echo.say("yes")
            echo.wait(12_000)
            echo.say("what's my next exercise")
    bare = median(asked.bare_ms for asked in warm.asked)
    for beside, name in ((warm, "warm"), (cold, "empty caches")):
        for kind, turn in (("LaunchRequest", "a launch"), ("WhatIsNextIntent", "a turn")):
            times = [asked.ours_ms for asked in beside.asked if asked.what == kind]
            what = f"a runner of {WORKOUTS} workouts, {turn}, {name}, against bare"
            yield Measured(what, median(times) / bare, "x")


def _voice_of(number: int) -> str:
    """The id under which what runner ``number`` does is stored."""
    events: list[dict[str, object]] = []

    def listen(event: dict[str, object]) -> dict[str, object]:
        events.append(in_full(event))
        return NOTHING

    echo_of(listen, number, MONDAY).open()
    return athlete_id(DefaultSerializer().deserialize(json.dumps(events[0]), RequestEnvelope))
