"""How much is lifted, in the runner's own word: kept, and in effect from the current set on."""

from skill.athlete.changing import changed, next_set, sets_ahead
from skill.coach.commands import Load, Named
from skill.coach.turn.naming import id_of, meant, tools, unknown_tool
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.loads import grams_of, is_weight
from skill.training.preferences import HEAVIEST_GRAMS, LIGHTEST_GRAMS, OwnLoad, Units
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, weight_phrase
from skill.workout.states import State


def load(turn: Turn, command: Load) -> Outcome:
    """So much is lifted: in this exercise, from the current set on, and remembered."""
    amount = command.amount
    if amount is None or amount.value is None:
        return turn.go_on([phrase("load.not_heard")])
    units = command.units or turn.units
    grams = grams_of(amount.value + 0.5 * command.half, units)
    if not LIGHTEST_GRAMS <= grams <= HEAVIEST_GRAMS:
        least, most = (weight_phrase(limit, units) for limit in (LIGHTEST_GRAMS, HEAVIEST_GRAMS))
        return turn.go_on([phrase("load.limit", least=least, most=most)])
    exercise = _loaded_exercise(turn, id_of(command.exercise))
    if exercise is None:
        return turn.go_on([phrase("load.which")])
    tool = _tool_meant(turn, exercise, command.tool)
    if isinstance(tool, Phrase):
        return turn.go_on([tool])
    return _loaded(turn, exercise, OwnLoad(exercise.id, tool, grams, turn.today), units)


def _loaded(turn: Turn, exercise: Exercise, own: OwnLoad, units: Units) -> Outcome:
    preferences = turn.athlete.preferences.with_own_load(own)
    # The last word counts: this load is told as it was said.
    if preferences.units not in (None, units):
        preferences = preferences._replace(units=None)
    preferences = preferences._replace(
        equipment=tuple(dict.fromkeys((*preferences.equipment, own.tool))),
        avoided_tools=tuple(tool for tool in preferences.avoided_tools if tool != own.tool),
    )
    turn = replanned(turn, preferences)
    for work in sets_ahead(turn.workout) if turn.workout.under_way else ():
        if work.exercise is exercise:
            item = work.prescription
            reason = Reason(Why.OWN_LOAD, item.reason.was, instead_of=item.reason.instead_of)
            item = item._replace(tool=own.tool, load_grams=own.grams, reason=reason)
            turn = turn.with_athlete(changed(turn.athlete, work.index, item))
    name = exercise_name(exercise.id)
    return turn.go_on(
        [turn.phrase("load.set", load=weight_phrase(own.grams, units), exercise=name)]
    )


def _loaded_exercise(turn: Turn, id_: str | None) -> Exercise | None:
    """The exercise that was named, or the current one; None where there is neither."""
    if id_ is not None:
        return turn.catalog.exercises[meant(turn, id_)]
    workout = turn.workout
    if not workout.under_way or workout.place.active is State.STRETCHING:
        return None
    return workout.plan.sets[next_set(workout)].exercise


def _tool_meant(turn: Turn, exercise: Exercise, named: Named | None) -> str | Phrase:
    """With what an exercise is loaded, or what to say where that is not clear."""
    if named is not None and named.id not in tools(turn):
        return unknown_tool(turn, named)
    name = exercise_name(exercise.id)
    weights = tuple(filter(is_weight, exercise.tools))
    if not weights:
        return phrase("load.none", exercise=name)
    names = tuple(phrase(f"tool.{tool}") for tool in weights)
    if named is not None:
        fits = named.id in weights
        return str(named.id) if fits else phrase("load.other_tool", exercise=name, tools=names)
    at_hand = [tool for tool in weights if tool in turn.preferences.equipment] or weights
    items = [w.prescription for w in turn.workout.plan.sets if w.exercise is exercise]
    used = [item.tool for item in items if item.tool in at_hand]
    if used or len(at_hand) == 1:
        return str(used[0] if used else at_hand[0])
    return phrase("load.with_what", exercise=name, tools=names)
