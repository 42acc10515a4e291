"""Turns through the whole skill, with full context, saved and logged, against a bare skill of the SDK's.

All ratios are to the bare skill's median on the same requests of the same run, by the CPU time of the thread that
answers. A fresh process is pretended by emptying every cache of ours, and building the skill again.
"""

import gc
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import _lru_cache_wrapper, partial
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from benchmarks.cold_start import fetched_dynamodb
from benchmarks.figures import TAIL_TOLERANCE, Measured, p95, p99
from benchmarks.full_context import in_full
from benchmarks.memories import WORKOUTS, remembered
from benchmarks.runners import (
    MONDAY,
    PAIN,
    Answering,
    SideBySide,
    echo_of,
    logging_as_in_production,
    morning,
    ours,
    sized,
    whole_workout,
)
from skill.alexa.services import AmazonServices
from skill.alexa.skill import NOTHING, AlexaSkill
from skill.alexa.visits import athlete_id
from skill.athlete.stored.document import write_document
from skill.bootstrap import build_coach
from skill.settings import Settings
from skill.store.memory import MemoryStore
from skill.store.protocol import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.amazon_apis import TOKEN, AmazonApis
from support.amazon_apis import serving as pretended_amazon
from support.dynamodb_local import ENVIRONMENT, new_url, running_dynamodb

IN_MEMORY = Settings(store="memory:")
RUNNERS, WARM_UP, FRESH, SAVING = 40, 8, 16, 10
AT_ONCE, SECONDS = 64, 3.0
CALLS = 20


def measure_turns() -> Iterator[Measured]:
    """Whole workouts, what a fresh process answers first, single kinds of turns, and each store."""
    with logging_as_in_production():
        yield from _whole_workouts()
        yield from _fresh()
        yield from _veteran()
        yield from _stores()
        yield from _many_writers()
        yield from _time_zone()


def _whole_workouts() -> Iterator[Measured]:
    """Forty different runners, one after another, in a process that has led others before."""
    skill = ours(IN_MEMORY)
    for number in range(WARM_UP):
        whole_workout(SideBySide(skill), 1_000 + number, morning(number))
    beside = SideBySide(skill)
    gc.collect()
    gc.freeze()  # what the pretend Echo knows of words is more than a process of ours ever holds
    for number in range(RUNNERS):
        whole_workout(beside, number, morning(number))
    bare = median(asked.bare_ms for asked in beside.asked)
    times = [asked.ours_ms / bare for asked in beside.asked]
    what = f"whole workouts of {RUNNERS} runners"
    yield Measured(f"{what}, turns", len(times), "")
    yield Measured("bare skill, a turn with full context, median", bare, "ms")
    yield Measured(f"{what}, p50 against bare", median(times), "x", aim=1.1)
    yield Measured(f"{what}, p95 against bare", p95(times), "x", aim=2, tolerance=TAIL_TOLERANCE)
    yield Measured(f"{what}, p99 against bare", p99(times), "x", aim=4, tolerance=TAIL_TOLERANCE)
    yield Measured(f"{what}, max against bare", max(times), "x", tolerance=2)
    yield from _by_kind(beside, bare)
    yield from _swaps(skill)
    gc.unfreeze()  # what is frozen is not found, and so no cache of it would be emptied


_KINDS = {
    "LaunchRequest": "a launch",
    "ChangePlanIntent": "a change of the plan's size",
    "AMAZON.YesIntent": '"yes"',
    "WhatIsNextIntent": '"what\'s my next exercise"',
}


def _by_kind(beside: SideBySide, bare: float) -> Iterator[Measured]:
    for kind, name in _KINDS.items():
        times = [asked.ours_ms / bare for asked in beside.asked if asked.what == kind]
        yield Measured(f"of them {name}, p50 against bare", median(times), "x")


def _swaps(skill: Answering) -> Iterator[Measured]:
    """What stands in for what hurts: a knee, at the first set of runners who have named none before."""
    beside = SideBySide(skill)
    for number in range(RUNNERS):
        echo = echo_of(beside, 2_000 + number, morning(number))
        sized(echo, number)
        echo.say("yes")
        echo.until_listening()
        echo.say("yes")
        echo.wait(9_000)
        echo.say(PAIN)
    swaps = [asked.ours_ms for asked in beside.asked if asked.what == "PainIntent"]
    bare = median(asked.bare_ms for asked in beside.asked)
    assert len(swaps) == RUNNERS, "the pain was not heard"
    yield Measured("a pain swap, p50 against bare", median(swaps) / bare, "x", aim=2)


class _FreshProcess:
    """The skill as a process has it that has just started: built again, every cache of ours empty.

    What the modules import stays, and so do the data files as they were read: both are the cold start's.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._skill: Answering = ours(IN_MEMORY, store)

    def forget(self) -> None:
        """Be fresh for the next request."""
        for kept in gc.get_objects():
            if isinstance(kept, _lru_cache_wrapper) and _is_emptied(kept.__module__ or ""):
                kept.cache_clear()
        self._skill = ours(IN_MEMORY, self._store)
        gc.collect()

    def __call__(self, event: dict[str, object]) -> dict[str, object]:
        """Answer one request."""
        return self._skill(event)


def _is_emptied(module: str) -> bool:
    return module.startswith("skill.") and not module.startswith(("skill.data", "skill.echo"))


def _fresh() -> Iterator[Measured]:
    """The first request of a process: a launch of a known runner, of a new one, and a "yes" as first intent."""
    fresh = _FreshProcess(MemoryStore())
    beside = SideBySide(fresh, before=fresh.forget)
    known, new = [], []
    for number in range(FRESH):
        sized(echo_of(beside, number, morning(number)), number)
        evening = morning(number) + timedelta(hours=10)
        echo = echo_of(beside, number, evening)
        echo.open()
        known.append(beside.asked[-1].ours_ms)
        echo.say("yes")
        echo_of(beside, 3_000 + number, evening).open()
        new.append(beside.asked[-1].ours_ms)
    bare = median(asked.bare_ms for asked in beside.asked)
    yes = [asked.ours_ms for asked in beside.asked if asked.what == "AMAZON.YesIntent"]
    yield Measured("a launch with empty caches, p50 against bare", median(known) / bare, "x", aim=3)
    yield Measured("the same, the slowest against bare", max(known) / bare, "x", tolerance=1)
    yield Measured("a new runner's launch with empty caches, p50", median(new) / bare, "x", aim=3)
    yield Measured('"yes" with empty caches, p50 against bare', median(yes) / bare, "x", aim=3)


def _veteran() -> Iterator[Measured]:
    """A runner of many workouts: in a warm process, and first in a fresh one."""
    store = MemoryStore()
    fresh = _FreshProcess(store)
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


def _stores() -> Iterator[Measured]:
    """Whole workouts on each store: the CPU time of the answering thread."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        stack.enter_context(patch.dict(os.environ, ENVIRONMENT))
        endpoint = stack.enter_context(running_dynamodb(fetched_dynamodb()))
        stores = {
            "memory": "memory:",
            "SQLite": f"sqlite:///{folder}/stride.db",
            "DynamoDB Local": new_url(endpoint),
        }
        besides = {name: SideBySide(ours(Settings(store=url))) for name, url in stores.items()}
        for number in range(SAVING):
            for beside in besides.values():
                whole_workout(beside, 6_000 + number, morning(number))
        bare = median(asked.bare_ms for beside in besides.values() for asked in beside.asked)
        for name, beside in besides.items():
            turn = median(asked.ours_ms for asked in beside.asked)
            yield Measured(f"a turn on {name}, p50 against bare", turn / bare, "x")


def _many_writers() -> Iterator[Measured]:
    """Runners at once, each in a thread, every turn saved: how long they wait by the clock on the wall."""
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("memory", "memory:"), ("SQLite", f"sqlite:///{folder}/stride.db")):
            skill = ours(Settings(store=url))
            questions = [_question(skill, 7_000 + number) for number in range(AT_ONCE)]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                held = list(pool.map(partial(_held, skill), questions))
            times = [ms for waited in held for ms, _ in waited]
            unsaved = sum(not saved for waited in held for _, saved in waited)
            what = f"{AT_ONCE} writers on {name}"
            yield Measured(f"{what}, turns a second", len(times) / SECONDS, "/s")
            aim = 300 if name == "SQLite" else None
            yield Measured(f"{what}, 99th percentile of a turn", p99(times), "ms", aim)
            yield Measured(f"{what}, turns that were not saved", unsaved, "", aim=0)


def _question(skill: Answering, number: int) -> dict[str, Any]:
    """A question in mid-workout."""
    echo = echo_of(lambda event: skill(in_full(event)), number, morning(number))
    sized(echo, number)
    echo.say("yes")
    echo.wait(9_000)
    turn = echo.say("what's my next exercise")
    assert turn is not None
    return turn.request


def _held(skill: Answering, question: dict[str, Any]) -> list[tuple[float, bool]]:
    """How long each turn of one runner took, in ms, and whether the store took it.

    The question is asked again and again, a second later on Amazon's clock each time.
    """
    stamp, found = datetime.fromisoformat(question["request"]["timestamp"]), []
    ends = perf_counter() + SECONDS
    for second in count(1):
        event = in_full(question)
        now = (stamp + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ")
        event["request"] |= {"timestamp": now, "requestId": f"amzn1.echo-api.request.{second}"}
        began = perf_counter()
        if began >= ends:
            break
        answer = skill(event)
        took_ms = (perf_counter() - began) * 1000
        found.append((took_ms, bool(answer["sessionAttributes"].get("saved"))))
    return found


def _time_zone() -> Iterator[Measured]:
    """How long a launch waits for Amazon's answer about the time zone, from a server on this machine."""
    with pretended_amazon() as amazon:
        waits = {
            True: AlexaSkill(build_coach(IN_MEMORY), services=AmazonServices(loopback=True)),
            False: ours(IN_MEMORY),
        }
        times: dict[bool, list[float]] = {True: [], False: []}
        for number in range(CALLS):
            for calls, skill in waits.items():
                asked = partial(_with_token, skill, amazon)
                echo = echo_of(asked, 8_000 + number, morning(number))
                began = perf_counter()
                echo.open()
                times[calls].append((perf_counter() - began) * 1000)
        calls_made = sum("timeZone" in path for path in amazon.asked)
    call = median(times[True]) - median(times[False])
    yield Measured("calls for the time zone, a launch", calls_made / CALLS, "", aim=1)
    yield Measured("what the call adds to a launch, by the wall's clock, median", call, "ms")


def _with_token(skill: Answering, amazon: AmazonApis, event: dict[str, Any]) -> dict[str, Any]:
    full = in_full(event, endpoint=amazon.endpoint)
    full["context"]["System"]["apiAccessToken"] = TOKEN
    return skill(full)


if __name__ == "__main__":
    for figure in measure_turns():
        print(figure)
