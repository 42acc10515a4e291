"""Whole workouts on each store, and many runners who save at once."""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from support.dynamodb_local import ENVIRONMENT, new_url, running_dynamodb

from benchmarks.cold_start import fetched_dynamodb
from benchmarks.figures import Measured, p99
from benchmarks.full_context import in_full
from benchmarks.runners import Answering, SideBySide, echo_of, morning, ours, sized, whole_workout
from skill.settings import Settings

SAVING = 10
"""Runners whose workouts are led on each store."""

AT_ONCE, SECONDS, SPELLS = 64, 3.0, 3
"""Runners who save at once, for how long, and how often: a moment in which the machine does something else makes
the slowest hundredth of a spell. The median of three leaves it out."""


def measure_stores() -> Iterator[Measured]:
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


def measure_many_writers() -> Iterator[Measured]:
    """Runners at once, each in a thread, every turn saved: how long they wait by the clock on the wall."""
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("memory", "memory:"), ("SQLite", f"sqlite:///{folder}/stride.db")):
            skill = ours(Settings(store=url))
            spells = [_spell(skill, 7_000 + AT_ONCE * nth) for nth in range(SPELLS)]
            what = f"{AT_ONCE} writers on {name}"
            many = median(map(len, spells)) / SECONDS
            yield Measured(f"{what}, turns a second", many, "/s")
            slow = median(p99([ms for ms, _ in spell]) for spell in spells)
            aim = 300 if name == "SQLite" else None
            yield Measured(f"{what}, 99th percentile of a turn", slow, "ms", aim)
            unsaved = sum(not saved for spell in spells for _, saved in spell)
            yield Measured(f"{what}, turns that were not saved", unsaved, "", aim=0)


def _spell(skill: Answering, first: int) -> list[tuple[float, bool]]:
    """How long each turn of runners at once took, in ms, and whether the store took it."""
    questions = [_question(skill, first + number) for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        held = list(pool.map(partial(_held, skill), questions))
    return [turn for turns in held for turn in turns]


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
