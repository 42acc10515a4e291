"""Half a year of six simulated runners: how high each exercise climbs, as a table and as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import mean

from support.simulated_runner import (
    MONDAY,
    WEEKS,
    Mood,
    all_but,
    always_easy,
    always_hard,
    always_right,
    any_mood,
    curve,
    simulate,
)

from skill.coach.telling.history import HistoryWords
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.exercise import Exercise
from skill.training.ladder import harder, lowest_rung
from skill.training.preferences import Preferences
from skill.training.rung import Rung
from skill.training.steps import steps

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "progression.svg"
CATALOG = load_catalog()
SHOWN_WEEKS = (1, 6, 13, 20, 26)
EXAMPLE = "glute_bridge"
OFF = (6, 7, 8, 16)
"""Weeks without training, from 0: three in a row, and one."""


@dataclass(frozen=True)
class Runner:
    """A simulated runner with a name."""

    name: str
    mood: Mood
    off: tuple[int, ...] = ()


RUNNERS = (
    Runner("always easy, three to spare", always_easy),
    Runner("all of it done, never a word", always_right),
    Runner("always hard, a third missing", always_hard),
    Runner("any mood at random", any_mood),
    Runner("always easy, four weeks off", always_easy, OFF),
    Runner("any mood, four weeks off", any_mood, OFF),
)


@cache
def heights(runner: Runner) -> dict[str, list[tuple[int, int]]]:
    """For each exercise the week (from 1) and the rungs above its beginning, session by session."""
    sessions = simulate(CATALOG, runner.mood, weeks=all_but(*runner.off), seed=1)
    return {
        exercise.id: [
            ((point.day - MONDAY).days // 7 + 1, ladder(exercise).index(point.rung))
            for point in curve(sessions, exercise.id)
        ]
        for exercise in CATALOG.basics
    }


@cache
def ladder(exercise: Exercise) -> Sequence[Rung]:
    """All rungs of an exercise without equipment, the lowest first."""
    rungs, rung = [], lowest_rung(exercise)
    while rung is not None:
        rungs.append(rung)
        rung = harder(CATALOG, rung, Preferences())  # type: ignore[assignment]
    return rungs


def height_at(points: Sequence[tuple[int, int]], week: int) -> int:
    """How high an exercise was asked for last, up to a week; 0 before its first session."""
    return next((height for known, height in reversed(points) if known <= week), 0)


def curves() -> str:
    """A row a runner: mean rungs above the beginning, and the steps up and down."""
    heads = ["runner", *(f"week {week}" for week in SHOWN_WEEKS), "steps up", "steps down"]
    rows = [heads, ["---"] * len(heads)]
    for runner in RUNNERS:
        found = heights(runner).values()
        means = [mean(height_at(points, week) for points in found) for week in SHOWN_WEEKS]
        changes = [b - a for points in found for (_, a), (_, b) in pairwise(points)]
        ups, downs = sum(c > 0 for c in changes), sum(c < 0 for c in changes)
        rows.append([runner.name, *(f"{m:.1f}" for m in means), str(ups), str(downs)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def course() -> str:
    """Every step of one exercise, for whom it was always easy with weeks off."""
    runner = RUNNERS[4]
    sessions = simulate(CATALOG, runner.mood, weeks=all_but(*runner.off))
    words = HistoryWords(CATALOG, load_phrasebook(LOCALE), None)
    rows = ["| day | asked for | why |", "|---|---|---|"]
    for step in steps(tuple(record for session in sessions for record in session.records)):
        if step.base_id == EXAMPLE:
            rung, why = words.rung(step.rung, EXAMPLE), words.reason(step.reason)
            rows.append(f"| {step.day.isoformat()} | {rung} | {why.lower()} |")
    return "\n".join(rows)


def fingerprint() -> str:
    """What the picture was drawn from, in short."""
    return sha256(repr([(r.name, heights(r)) for r in RUNNERS]).encode()).hexdigest()[:16]


def draw() -> None:
    """Draw the curves: a panel a runner, a thin line an exercise, a thick one their mean."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    from skill.cli.plot import STYLE

    with rc_context(STYLE):
        figure = Figure((10.0, 6.0), layout="constrained")
        panels = figure.subplots(2, 3, sharex=True, sharey=True).flat
        weeks = range(1, WEEKS + 1)
        for panel, runner in zip(panels, RUNNERS, strict=True):
            lines = [[height_at(p, week) for week in weeks] for p in heights(runner).values()]
            for line in lines:
                panel.step(weeks, line, where="post", color="#8aa0ac", linewidth=0.9)
            panel.plot(
                weeks, [mean(at) for at in zip(*lines, strict=True)], color="#b35c00", linewidth=2.5
            )
            for week in runner.off:
                panel.axvspan(week + 1, week + 2, color="#e6e6e6", linewidth=0)
            panel.set_title(runner.name, loc="left", fontsize=10)
        figure.supxlabel("week", fontsize=10)
        figure.supylabel("rungs above the beginning", fontsize=10)
        figure.savefig(PICTURE, metadata={"Date": None, "Description": fingerprint()})
