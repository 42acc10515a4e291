"""A figure, its aim, and what it was when it was kept; times by the clock of the thread.

Other work on the machine moves every time, so what is compared are ratios of one run: ours and the bare skill's,
asked in turns, by the CPU time of the thread that answers.
"""

import gc
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import thread_time

KEPT = Path(__file__).with_name("figures.json")
"""The figures as they were when somebody last kept them: ``make bench ARGS=--keep``."""

TOLERANCE = 0.15
"""How much worse than the kept one a figure may be: this much medians of one run differ from another's."""

TAIL_TOLERANCE = 0.5
"""The same for a 95th or 99th percentile, of which a run has few samples."""

_MET = {True: "met", False: "NOT met"}
_OF_THE_MACHINE = ("ms", "/s", "")
"""Units of figures that another machine changes, or that their aim alone judges: they are not kept."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Something measured: ``aim`` is the most it should be, ``least`` the least, where there is either.

    ``more_is_better`` says so of a figure without a least; less is, of all others. ``tolerance`` is the share by
    which it may be worse than the figure that is kept.
    """

    what: str
    value: float
    unit: str
    aim: float | None = None
    least: float | None = None
    tolerance: float = TOLERANCE
    more_is_better: bool = False

    def __str__(self) -> str:
        line = f"{self.what:<72} {self.value:8.2f} {self.unit:<3}"
        wanted = self._wanted()
        return f"{line} {wanted}: {_MET[self._meets(self.value)]}" if wanted else line

    @property
    def is_kept(self) -> bool:
        """Whether it says something on any machine."""
        return self.unit not in _OF_THE_MACHINE

    def worse_than(self, kept: Mapping[str, float]) -> str | None:
        """How it is worse than what was kept of it, in words; None where it is not, or nothing was kept."""
        before = kept.get(self.what)
        if before is None or not self.is_kept:
            return None
        if self.more_is_better or self.least is not None:
            worse = self.value < before * (1 - self.tolerance)
        else:
            worse = self.value > before * (1 + self.tolerance)
        return f"{self.what}: {self.value:.2f} {self.unit}, was {before:.2f}" if worse else None

    def aim_lost(self, kept: Mapping[str, float]) -> str | None:
        """Which aim it misses, in words; None where it meets it, or the kept figure did not meet it either."""
        before = kept.get(self.what) if self.is_kept else None
        if self._meets(self.value) or not (before is None or self._meets(before)):
            return None
        return f"{self.what}: {self.value:.2f} {self.unit}, {self._wanted()}"

    def _meets(self, value: float) -> bool:
        return (self.aim is None or value <= self.aim) and (
            self.least is None or value >= self.least
        )

    def _wanted(self) -> str:
        """Its aim in words; "" where it has none."""
        if self.aim is not None:
            return f"aim ≤ {self.aim:g}"
        return "" if self.least is None else f"aim ≥ {self.least:g}"


def read_kept() -> dict[str, float]:
    """The kept figures, by what they are about."""
    kept: dict[str, float] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return kept


def keep(figures: Sequence[Measured]) -> None:
    """Keep these figures; those that were not measured stay as they are."""
    found = {figure.what: round(figure.value, 3) for figure in figures if figure.is_kept}
    KEPT.write_text(json.dumps(read_kept() | found, indent=1, ensure_ascii=False) + "\n")


def timed_ms(work: Callable[[], object]) -> float:
    """The CPU time of one piece of work in this thread, in ms."""
    began = thread_time()
    work()
    return (thread_time() - began) * 1000


def interleaved_ms(rounds: int, works: Sequence[Callable[[], object]]) -> list[list[float]]:
    """The times of each work, done in turns, so that a slow moment of the machine hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(timed_ms(work))
    return times


def p95(times: Sequence[float]) -> float:
    """What ninety-five of a hundred stay below."""
    return quantiles(times, n=100)[94]


def p99(times: Sequence[float]) -> float:
    """What ninety-nine of a hundred stay below."""
    return quantiles(times, n=100)[98]
