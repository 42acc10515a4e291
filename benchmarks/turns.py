"""Turns through the whole skill, with full context, saved and logged, against a bare skill of the SDK's.

All ratios are to the bare skill's median on the requests around, by the CPU time of the thread that answers.
Whole workouts are led several times, and each turn counts by the median of its passes: a single one is as often
slowed by what else the machine does as by what it has to do itself.
"""

import gc
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from support.amazon_apis import TOKEN, AmazonApis
from support.amazon_apis import serving as pretended_amazon

from benchmarks.figures import TAIL_TOLERANCE, Measured, p95, p99
from benchmarks.fresh_process import empty_caches, measure_first_requests, measure_veteran
from benchmarks.full_context import in_full
from benchmarks.runners import (
    IN_MEMORY,
    PAIN,
    Answering,
    Compared,
    SideBySide,
    echo_of,
    logging_as_in_production,
    medians,
    morning,
    ours,
    sized,
    whole_workout,
)
from benchmarks.stores import measure_many_writers, measure_stores
from skill.alexa.services import AmazonServices
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach

RUNNERS, WARM_UP, PASSES = 40, 8, 5
CALLS = 20


def measure_turns() -> Iterator[Measured]:
    """Whole workouts, what a fresh process answers first, single kinds of turns, and each store."""
    with logging_as_in_production():
        yield from _whole_workouts()
        yield from measure_first_requests()
        yield from measure_veteran()
        yield from measure_stores()
        yield from measure_many_writers()
        yield from _time_zone()


def _whole_workouts() -> Iterator[Measured]:
    """Forty different runners, one after another, in a process that has led others before; and that again."""
    passes = [_pass() for _ in range(PASSES)]
    turns = medians(passes)
    times = [turn.times for turn in turns]
    bare = median(asked.bare_ms for beside in passes for asked in beside.asked)
    what = f"whole workouts of {RUNNERS} runners"
    yield Measured(f"{what}, turns", len(times), "")
    yield Measured("bare skill, a turn with full context, median", bare, "ms")
    yield Measured(f"{what}, p50 against bare", median(times), "x", aim=1.1)
    yield Measured(f"{what}, p95 against bare", p95(times), "x", aim=2, tolerance=TAIL_TOLERANCE)
    yield Measured(f"{what}, p99 against bare", p99(times), "x", aim=4, tolerance=TAIL_TOLERANCE)
    yield Measured(f"{what}, max against bare", max(times), "x", tolerance=2)
    yield from _by_kind(turns)
    yield from _swaps(passes[-1].skill)
    gc.unfreeze()  # what is frozen is not found, and so no cache of it would be emptied


def _pass() -> SideBySide:
    """The workouts of all runners, once, as a process leads them whose caches were empty before the warm-up."""
    gc.unfreeze()
    empty_caches()
    skill = ours(IN_MEMORY)
    for number in range(WARM_UP):
        whole_workout(SideBySide(skill), 1_000 + number, morning(number))
    beside = SideBySide(skill)
    gc.collect()
    gc.freeze()  # what the pretend Echo knows of words is more than a process of ours ever holds
    for number in range(RUNNERS):
        whole_workout(beside, number, morning(number))
    return beside


_KINDS = {
    "LaunchRequest": "a launch",
    "ChangePlanIntent": "a change of the plan's size",
    "AMAZON.YesIntent": '"yes"',
    "WhatIsNextIntent": '"what\'s my next exercise"',
}


def _by_kind(turns: Sequence[Compared]) -> Iterator[Measured]:
    for kind, name in _KINDS.items():
        times = [turn.times for turn in turns if turn.what == kind]
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
    swaps = [one.times for one in beside.compared() if one.what == "PainIntent"]
    assert len(swaps) == RUNNERS, "the pain was not heard"
    yield Measured("a pain swap, p50 against bare", median(swaps), "x", aim=2)


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
