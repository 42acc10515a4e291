"""Which record the runner's own word is about, and on from where it was said."""

from collections.abc import Callable

from skill.athlete.athlete import Athlete
from skill.athlete.corrections import Amended
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name
from skill.workout.question import Question

Amend = Callable[[Athlete, str | None], Amended | None]
"""Corrects the record of the named exercise, or else the last one; None where there is nothing to correct."""


def amended_record(turn: Turn, exercise_id: str | None, change: Amend) -> Amended | None:
    """The change made to the exercise, or to the variation of it that was done."""
    if exercise_id is None:
        return change(turn.athlete, None)
    base = turn.catalog.exercises[exercise_id].base_id
    family = (e.id for e in turn.catalog.exercises.values() if e.base_id == base)
    ids = dict.fromkeys((exercise_id, *family))
    return next((done for id_ in ids if (done := change(turn.athlete, id_)) is not None), None)


def nothing_done(turn: Turn, exercise_id: str | None) -> Phrase:
    """What to say where it is not clear which set is meant, or there is none."""
    if exercise_id is not None:
        return phrase("effort.not_done", exercise=exercise_name(exercise_id))
    done = any(record.sets for record in turn.athlete.history)
    return phrase("effort.which" if done else "effort.nothing_done")


def go_on_noted(turn: Turn, said: Phrase) -> Outcome:
    """Go on from where the runner is; from the question at the opening to today's plan."""
    if turn.athlete.question is Question.HOW_WAS_IT:
        return tell_plan(turn, [said])
    return turn.go_on([said])
