"""A runner who follows the plan for half a year, always in the same mood: what becomes of each exercise.

``simulate`` gives the sessions; ``curve`` what one exercise was asked for in each of them. Other tests, and the
pictures of docs/progression.md, start from here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from skill.training.catalog import Catalog
from skill.training.exercise import Measure
from skill.training.past import NO_PAST, Past, compacted
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.record import Effort, History, Record, joined
from skill.training.rung import Reason, Rung

MONDAY = date(2026, 1, 5)
WEEKS = 26
WEEKDAYS = (0, 3)
"""Two sessions a week."""


@dataclass(frozen=True)
class Answer:
    """How a session of one exercise went: how much of the dose each set did, and what was said of it.

    ``spare`` are repetitions; five times as many seconds of a hold.
    """

    done: float = 1.0
    effort: Effort | None = None
    spare: int | None = None


Mood = Callable[[Random], Answer]


def always_easy(_random: Random) -> Answer:
    """All of it, with three to spare."""
    return Answer(1.0, Effort.EASY, 3)


def always_right(_random: Random) -> Answer:
    """All of it, without a word."""
    return Answer()


def always_hard(_random: Random) -> Answer:
    """Two thirds of it, and hard."""
    return Answer(0.66, Effort.HARD)


def any_mood(random: Random) -> Answer:
    """Anything that a runner may do or say."""
    done = random.choice([0.5, 0.8, 0.95, 1.0, 1.0, 1.0, 1.0, 1.2])
    effort = random.choice([None, None, *Effort])
    return Answer(done, effort, random.choice([None, None, 0, 1, 2, 3]))


@dataclass(frozen=True)
class Session:
    """One workout of the simulated runner: what was asked and what was recorded."""

    day: date
    plan: Plan
    records: History


@dataclass(frozen=True)
class Point:
    """What one session asked of an exercise, and why."""

    day: date
    rung: Rung
    reason: Reason


def all_but(*off: int, weeks: int = WEEKS) -> list[int]:
    """The numbers of the weeks of half a year, or of so many, without those that are off."""
    return [week for week in range(weeks) if week not in off]


def simulate(
    catalog: Catalog,
    mood: Mood,
    *,
    preferences: Preferences | None = None,
    weeks: int | Sequence[int] = WEEKS,
    seed: int = 0,
    compact: bool = False,
) -> list[Session]:
    """Train twice a week: in so many weeks, or in these, counted from 0.

    ``compact`` folds old records as a coach does.
    """
    preferences = preferences or Preferences()
    random = Random(seed)  # noqa: S311 - dice, the same ones on every run
    sessions: list[Session] = []
    history: History = ()
    past: Past = NO_PAST
    for week in range(weeks) if isinstance(weeks, int) else weeks:
        for weekday in WEEKDAYS:
            day = MONDAY + timedelta(weeks=week, days=weekday)
            plan = plan_workout(catalog, history, day, preferences, past)
            records = tuple(_record(plan, item, mood(random)) for item in plan.prescriptions)
            history = joined(history, records)
            if compact:
                history, past = compacted(history, past, day)
            sessions.append(Session(day, plan, records))
    return sessions


def curve(sessions: Sequence[Session], base_id: str) -> list[Point]:
    """What each session asked of an exercise, its harder variations included."""
    return [
        Point(session.day, item.rung, item.reason)
        for session in sessions
        for item in session.plan.prescriptions
        if item.exercise.base_id == base_id
    ]


def _record(plan: Plan, item: Prescription, answer: Answer) -> Record:
    exercise = item.exercise
    spare = answer.spare
    if spare is not None and exercise.measure is Measure.SECONDS:
        spare *= 5
    sides = (round(item.dose.amount * answer.done),) * len(exercise.sides.order)
    return Record(
        plan.day,
        plan.day.toordinal() * 86_400,
        exercise.id,
        exercise.base_id,
        exercise.measure,
        item.dose.amount,
        (sides,) * sum(work.exercise == exercise for work in plan.sets),
        item.extra_sets,
        item.tool,
        item.load_grams,
        effort=answer.effort,
        spare=spare,
    )
