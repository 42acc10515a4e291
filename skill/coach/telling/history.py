"""A runner's history for the eye: its words, and all of it as JSON."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from skill.athlete.athlete import Athlete, history_of
from skill.athlete.zone import local
from skill.training.catalog import Catalog
from skill.training.chronicle import Chronicle, Course, Total, chronicle
from skill.training.loads import amount_of, is_weight, own_units
from skill.training.past import Month
from skill.training.preferences import Units
from skill.training.rung import Reason, Rung, Why
from skill.training.week import Streak
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.names import exercise_name

Json = dict[str, Any]


def chronicle_of(athlete: Athlete, now: datetime) -> Chronicle:
    """The chronicle of a runner, with what the workout in progress has done so far, on their own day."""
    return chronicle(history_of(athlete), local(now, athlete.zone).date(), athlete.past)


class HistoryWords:
    """What things of a history are called; short, for tables, with digits. Loads are given in ``units``."""

    def __init__(self, catalog: Catalog, voice: Voice, units: Units | None) -> None:
        self._catalog = catalog
        self._voice = voice
        self._units = units or Units.MOSTLY_KILOGRAMS

    def name(self, exercise_id: str) -> str:
        """An exercise; its id where the catalog has it no longer."""
        known = exercise_id in self._catalog.exercises
        return self._text(exercise_name(exercise_id)) if known else exercise_id.replace("_", " ")

    def rung(self, rung: Rung, base_id: str) -> str:
        """What was asked: "15 reps, one set more, with your kettlebell, 8 kg"; a variation with its name."""
        parts = [] if rung.exercise_id == base_id else [self.name(rung.exercise_id)]
        exercise = self._catalog.exercises.get(rung.exercise_id)
        amount = str(rung.amount)
        if exercise is not None:
            amount = self._text(phrase(f"dose.{exercise.measure}.{exercise.sides}", n=amount))
        parts.append(amount)
        if rung.extra_sets:
            parts.append(self._text(phrase("history.extra_set")))
        if rung.tool is not None:
            parts.append(self._text(self._load(rung.tool, rung.load_grams)))
        return ", ".join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])

    def reason(self, reason: Reason) -> str:
        """Why a step was taken."""
        return self._text(_REASONS.get(reason.why, _plain_reason)(reason))

    def streak(self, streak: Streak) -> str:
        """How many weeks in a row, in a line."""
        if not streak.weeks:
            return self._text(phrase("history.no_streak"))
        return self._text(phrase("history.streak", n=streak.weeks))

    def notice(self, chronicle: Chronicle) -> str:
        """What is to be said of it as a whole, if anything: nothing there yet, or a week of grace."""
        if not chronicle.sessions and not chronicle.courses:
            return self._text(phrase("history.nothing"))
        return self._text(phrase("history.grace")) if chronicle.streak.in_grace else ""

    def _load(self, tool: str, grams: int) -> Phrase:
        name = phrase(f"need.{tool}")
        if not is_weight(tool):
            return phrase("history.with_tool", need=name)
        units = own_units(grams, self._units)
        amount = f"{amount_of(grams, units):g}".replace(
            ".", self._text(phrase("history.decimal_point"))
        )
        load = phrase(f"history.{units}", load=amount)
        return phrase("history.with_load", need=name, load=load)

    def _text(self, what: Phrase) -> str:
        return self._voice(what).text


def _plain_reason(reason: Reason) -> Phrase:
    return phrase(f"history.why.{reason.why}", times=str(reason.times), days=str(reason.days))


def _spare(reason: Reason) -> Phrase:
    if not reason.spare:
        return phrase("history.why.easy", times=str(reason.times))
    return phrase("history.why.spare", times=str(reason.times), n=str(reason.spare))


def _no_tool(reason: Reason) -> Phrase:
    return phrase("history.why.no_tool", need=phrase(f"need.{reason.without}"))


_REASONS: dict[Why, Callable[[Reason], Phrase]] = {Why.SPARE: _spare, Why.NO_TOOL: _no_tool}


def history_view(chronicle: Chronicle, words: HistoryWords) -> Json:
    """A chronicle as a page gets it: days as dates, sentences as text."""
    return {
        "day": chronicle.day.isoformat(),
        "notice": words.notice(chronicle),
        "streak": words.streak(chronicle.streak),
        "this_week": chronicle.streak.this_week,
        "months": [_month(chronicle.months.this), _month(chronicle.months.last)],
        "sessions": [_total(total) for total in chronicle.sessions],
        "weeks": [_total(total) for total in chronicle.weeks],
        "exercises": [_course(course, words) for course in chronicle.courses],
    }


def _total(total: Total) -> Json:
    return {
        "day": total.first.isoformat(),
        "workouts": total.workouts,
        "exercises": total.exercises,
        "sets": total.sets,
        "repetitions": total.repetitions,
        "seconds": total.seconds,
    }


def _month(month: Month) -> Json:
    return {
        "first": month.first.isoformat(),
        "workouts": month.workouts,
        "sets": month.sets,
        "repetitions": month.repetitions,
        "seconds": month.seconds,
    }


def _course(course: Course, words: HistoryWords) -> Json:
    return {
        "name": words.name(course.base_id),
        "now": words.rung(course.now, course.base_id),
        "since": course.since and course.since.isoformat(),
        "began": course.began.isoformat(),
        "steps": [
            {
                "day": step.day.isoformat(),
                "to": words.rung(step.rung, course.base_id),
                "why": words.reason(step.reason),
            }
            for step in course.steps
        ],
    }
