"""A figure and its aim; times by the clock of the process."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

_MET = {True: "met", False: "NOT met"}


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured: ``aim`` is the most it should be, ``least`` the least, where there is either."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    least: float | None = None

    def __str__(self) -> str:
        line = f"{self.what:<62} {self.value:8.2f} {self.unit:<3}"
        if self.aim is not None:
            return f"{line} aim ≤ {self.aim:g}: {_MET[self.value <= self.aim]}"
        if self.least is not None:
            return f"{line} aim ≥ {self.least:g}: {_MET[self.value >= self.least]}"
        return line


def timed_ms(work: Callable[[], object]) -> float:
    """How long one piece of work takes, in ms."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def interleaved_ms(rounds: int, works: Sequence[Callable[[], object]]) -> list[list[float]]:
    """The times of each work, done in turns, so that a slow moment of the machine hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(timed_ms(work))
    return times


def p99(times: Sequence[float]) -> float:
    """What ninety-nine of a hundred stay below."""
    return quantiles(times, n=100)[98]
