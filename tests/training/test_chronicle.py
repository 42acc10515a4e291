"""What a history says: sessions, weeks, and the course of each exercise."""

from datetime import date, timedelta

from hypothesis import given
from random_histories import CATALOG, DAYS, HISTORIES, LAST
from support.examples import tried
from support.simulated_runner import always_right, simulate
from support.training_records import trained

from skill.training.chronicle import RECENT_SESSIONS, Total, chronicle, courses, sessions, weeks
from skill.training.past import KEPT_WEEKS, NO_PAST, compacted, known_standings, monday_of
from skill.training.record import History, joined

E = CATALOG.exercises
MONDAY = date(2026, 3, 2)
proven = tried(100)


def test_somebody_new_has_an_empty_chronicle() -> None:
    told = chronicle((), MONDAY)
    assert (told.sessions, told.weeks, told.courses, told.streak.weeks) == ((), (), (), 0)


def test_a_session_counts_its_exercises_sets_repetitions_and_seconds() -> None:
    history = (trained(MONDAY, E["squat"], 15), trained(MONDAY, E["wall_sit"], 30))
    assert sessions(history) == (Total(MONDAY, 1, 2, 6, 45, 90),)


def test_two_workouts_of_a_day_are_two_sessions_of_one_week() -> None:
    history = joined((), [trained(MONDAY, E["squat"], workout=n) for n in (1, 2)])
    assert [total.workouts for total in sessions(history)] == [1, 1]
    assert [(w.first, w.workouts, w.exercises) for w in weeks(history, MONDAY)] == [(MONDAY, 2, 1)]


def test_a_week_without_training_stands_between_the_others() -> None:
    days = (MONDAY, MONDAY + timedelta(weeks=2))
    history = joined((), [trained(day, E["squat"]) for day in days])
    told = weeks(history, MONDAY + timedelta(weeks=3, days=2))
    assert [week.workouts for week in told] == [1, 0, 1, 0]


def test_the_newest_session_comes_first_and_only_a_months_worth_is_told() -> None:
    trainings = simulate(CATALOG, always_right, weeks=8)
    history = tuple(record for session in trainings for record in session.records)
    told = chronicle(history, trainings[-1].day)
    assert [total.first for total in told.sessions] == [
        session.day for session in reversed(trainings[-RECENT_SESSIONS:])
    ]


def test_a_course_tells_what_is_asked_now_and_since_when() -> None:
    trainings = simulate(CATALOG, always_right)
    history = tuple(record for session in trainings for record in session.records)
    (squat,) = [course for course in courses(history) if course.base_id == "squat"]
    assert squat.now == squat.steps[-1].rung
    assert squat.since == squat.steps[-1].day
    assert squat.began == squat.steps[0].day


def test_what_was_folded_leaves_a_course_without_its_old_steps() -> None:
    history = (trained(MONDAY, E["squat"], 15),)
    kept, past = compacted(history, NO_PAST, MONDAY + timedelta(weeks=30))
    (course,) = courses(kept, past)
    assert (course.began, course.now.amount, course.since, course.steps) == (MONDAY, 15, None, ())


@proven
@given(HISTORIES)
def test_sessions_and_weeks_count_every_repetition_once(history: History) -> None:
    recent = tuple(r for r in history if r.day >= monday_of(LAST) - timedelta(weeks=KEPT_WEEKS))
    by_week, by_session = weeks(recent, LAST), sessions(recent)
    for what in ("workouts", "sets", "repetitions", "seconds"):
        assert sum(getattr(t, what) for t in by_week) == sum(getattr(t, what) for t in by_session)
    assert sum(total.repetitions for total in by_week) == sum(r.repetitions for r in recent)


@proven
@given(HISTORIES, DAYS)
def test_a_course_stands_where_progression_stands(history: History, day: date) -> None:
    kept, past = compacted(history, NO_PAST, day)
    standings = known_standings(kept, past)
    told = {course.base_id: course.now for course in courses(kept, past)}
    assert told == {id_: s.rung for id_, s in standings.items() if s.rung is not None}
