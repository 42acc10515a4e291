"""Opening the coach with a thousand past workouts, against opening it as somebody new."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from statistics import median

from figures import Figure, interleaved_ms

from skill.athlete.athlete import Athlete
from skill.athlete.document import write_document
from skill.bootstrap import build_coach
from skill.coach.coach import Coach, Visit
from skill.settings import Settings
from skill.training.past import NO_PAST, compacted
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import History, Record, joined
from skill.workout.commands import OpenCoach

WORKOUTS, ROUNDS = 1_000, 100
FIRST = date(2016, 1, 4)


def veteran(coach: Coach, workouts: int) -> Athlete:
    """A runner who did all that was asked, twice a week."""
    history: History = ()
    past = NO_PAST
    for n in range(workouts):
        day = FIRST + timedelta(days=7 * (n // 2) + 3 * (n % 2))
        plan = plan_workout(coach.catalog, history, day, Preferences(), past)
        done = (
            Record(
                day,
                n + 1,
                item.exercise.id,
                item.exercise.base_id,
                item.exercise.measure,
                item.dose.amount,
                ((item.dose.amount,) * len(item.exercise.sides.order),)
                * (plan.rounds + item.extra_sets),
                item.extra_sets,
            )
            for item in plan.prescriptions
        )
        history, past = compacted(joined(history, done), past, day)
    return Athlete(greeted=True, history=history, past=past)


def _launch(coach: Coach, visits: Iterator[Visit]) -> None:
    coach.answer(next(visits), OpenCoach())


def measure_launches() -> Iterator[Figure]:
    """The launch of a day, that plans and reckons its minutes; each time on another day."""
    coach = build_coach(Settings(store="memory:"))
    first = FIRST + timedelta(days=7 * (WORKOUTS // 2))
    moments = [
        datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        for day in (first + timedelta(days=n) for n in range(2 * ROUNDS))
    ]
    launches = []
    for workouts in (0, WORKOUTS):
        document = write_document(veteran(coach, workouts))
        visits = []
        for moment in moments:
            athlete_id = f"{workouts} {moment}"
            coach.store.save(athlete_id, document, 0)
            visits.append(Visit(athlete_id, moment, new_session=True))
        launches.append(partial(_launch, coach, iter(visits)))
    interleaved_ms(ROUNDS // 10, launches)
    new, old = interleaved_ms(ROUNDS, launches)
    yield Figure("a day's launch with no past, median", median(new), "ms")
    yield Figure(f"a day's launch with {WORKOUTS} past workouts, median", median(old), "ms")
    yield Figure("with against without", median(old) / median(new), "x", 1.3)
