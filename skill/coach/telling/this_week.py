"""How the week is going, in at most one sentence: said in the closing when it is worth a word."""

from collections.abc import Iterable
from datetime import date

from skill.athlete.athlete import Athlete, history_of
from skill.training.past import WEEK, monday_of
from skill.training.record import History
from skill.training.week import TARGET_DAYS, last_day, week_streak
from skill.workout.cue import Phrase, phrase

HOW_OFTEN = frozenset({"week.first_workout", "week.target_met", "week.beyond_target"})
"""What says how often to train in a week."""


def says_how_often(week: Iterable[Phrase]) -> bool:
    """Whether what is said of a week says how often to train."""
    return any(told.key in HOW_OFTEN for told in week)


def earlier(athlete: Athlete) -> History:
    """What was done before the current workout."""
    number = athlete.workout.number if athlete.workout else 0
    return tuple(r for r in athlete.history if not number or r.workout != number)


def week_standing(athlete: Athlete, day: date, today: date) -> tuple[Phrase, ...]:
    """A word on the week in which the athlete trains, by a workout of ``day``; nothing on a day like any other.

    A workout belongs to the day on which it was begun: carried on in another week it gets no word.
    """
    last = last_day(earlier(athlete), athlete.past)
    if last is None:
        return (phrase("week.first_workout"),)
    if last == day:
        return ()  # the second workout of a day: it was said after the first
    if monday_of(today) != monday_of(day):
        return ()
    streak = week_streak(history_of(athlete), day, athlete.past)
    variation = monday_of(day).toordinal() // WEEK.days + streak.this_week
    if streak.this_week == TARGET_DAYS:
        return (phrase("week.target_met", variation),)
    if streak.this_week > TARGET_DAYS:
        return (phrase("week.beyond_target", variation, n=streak.this_week),)
    if streak.in_grace:
        return (phrase("week.grace", variation),)
    if streak.weeks > 1:
        return (phrase("week.streak", variation, n=streak.weeks),)
    return ()
