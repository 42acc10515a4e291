"""What a name that was said means, or what to say where the catalog has none of that name."""

from skill.athlete.changing import next_set, sets_ahead
from skill.coach.commands import Command, GoToExercise, Named, NamedExercise, SkipExercise
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.plan import WorkSet
from skill.training.prescription import Prescription
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, tool_names
from skill.workout.question import Question

NEAREST = 2
"""How many exercises are offered for a name that the catalog lacks."""


def refused(turn: Turn, command: Command) -> Outcome | None:
    """The answer to a command that names an exercise which the catalog lacks; None for every other command.

    This is the one guard for all of them (``decide`` calls it first), so a decision that is reached may take the
    name for known.
    """
    for field in ("wished", "exercise"):
        named: NamedExercise | None = getattr(command, field, None)
        # Alexa's model is renewed apart from the coach, and may resolve a name to what this one does not have.
        if named is not None and named.id not in turn.catalog.exercises:
            return _not_ours(turn, command, named)
    return None


def _not_ours(turn: Turn, command: Command, named: NamedExercise) -> Outcome:
    if isinstance(command, SkipExercise):  # nobody has to fear it
        return turn.go_on([phrase("left_out.not_ours", said=named.said)])
    said = [unknown_exercise(turn, named.said)]
    if isinstance(command, GoToExercise):  # nothing can go on before it is clear where to
        return turn.with_workout(turn.workout).talk(said, Question.WHICH_EXERCISE)
    return turn.go_on(said)


def id_of(named: NamedExercise | None) -> str | None:
    """The id of the exercise that was named; None where none was."""
    return named.id if named else None


def exercise_meant(turn: Turn, named: NamedExercise | None) -> str:
    """The id of the exercise that was named, or of the one that the runner is doing, does next or did last."""
    if named is not None and named.id is not None:
        return named.id
    sets = turn.workout.plan.sets
    return sets[min(next_set(turn.workout), len(sets) - 1)].exercise.id


def unknown_exercise(turn: Turn, said: str) -> Phrase:
    """What to say to a name that the catalog lacks: the nearest two that it has, where any is like it."""
    keys = {id_: f"exercise.{id_}.name" for id_ in turn.catalog.exercises}
    nearest = turn.voice.nearest(said, keys, NEAREST)
    if not nearest:
        return phrase("answer.unknown_name", said=said)
    names = tuple(exercise_name(id_) for id_ in nearest)
    return phrase("answer.unknown_exercise", said=said, nearest=names)


def tools(turn: Turn) -> frozenset[str]:
    """Everything that an exercise needs or takes."""
    exercises = turn.catalog.exercises.values()
    return frozenset(need for e in exercises for need in e.needs) | loading_tools(turn)


def loading_tools(turn: Turn) -> frozenset[str]:
    """Everything that can load an exercise."""
    return frozenset(tool for e in turn.catalog.exercises.values() for tool in e.tools)


def unknown_tool(turn: Turn, named: Named) -> Phrase:
    """What to say to a thing that no exercise takes: what they do take."""
    names = tool_names(sorted(loading_tools(turn)))
    return phrase("equipment.unknown", said=named.said, tools=names)


def origin(turn: Turn, item: Prescription) -> str:
    """The id of the exercise that is planned on its own for which an item stands."""
    planned = turn.catalog.exercises.get(item.reason.instead_of or "", item.exercise)
    return planned.base_id


def next_set_of(turn: Turn, id_: str) -> WorkSet | None:
    """The next set of an exercise or of a variation of it; None where none is still to come."""
    base_id = turn.catalog.exercises[id_].base_id
    ahead = sets_ahead(turn.workout)
    return next((work for work in ahead if work.exercise.base_id == base_id), None)


def meant(turn: Turn, id_: str) -> str:
    """The id of the exercise that a runner means by a name: whichever variation of it today has."""
    base_id = turn.catalog.exercises[id_].base_id
    family = [w.exercise.id for w in turn.workout.plan.sets if w.exercise.base_id == base_id]
    return id_ if id_ in family or not family else family[0]
