"""Tools that the runner has or lacks; and another exercise in place of one, for a tool or for liking."""

from skill.athlete.changing import changed, next_set, sets_ahead
from skill.athlete.workout import Workout
from skill.coach.commands import BringBack, Equipment, NoTool, SkipExercise, SomethingElse
from skill.coach.decisions.flow.moving import skip_exercise
from skill.coach.decisions.runner.bringing_back import bring_back
from skill.coach.decisions.runner.what_is_left import first_left, left_out, without_barred
from skill.coach.decisions.runner.wished import objection_to
from skill.coach.turn.naming import id_of, loading_tools, next_set_of, origin, tools, unknown_tool
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import (
    ask_to_stretch,
    in_its_place,
    lead_into,
    put_right,
    replanned,
    stand_in,
)
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.plan import WorkSet
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, need_name
from skill.workout.states import State, Trigger


def equipment(turn: Turn, command: Equipment) -> Outcome:
    """The runner has these tools: they are used where an exercise takes them, once it has become easy."""
    known = [tool.id for tool in command.tools if tool.id in tools(turn)]
    unknown = [tool for tool in command.tools if tool.id not in tools(turn)]
    said = [unknown_tool(turn, tool) for tool in unknown[:1]]
    preferences = turn.athlete.preferences
    loading = [tool for tool in known if tool in loading_tools(turn)]
    if known:
        preferences = preferences.with_tools(known, loading)
        said.append(turn.phrase("equipment.noted", tools=tuple(map(need_name, known))))
        said += [phrase("equipment.later")] if loading else []
    return replanned(turn, preferences).go_on(said or [phrase("equipment.not_heard")])


def no_tool(turn: Turn, command: NoTool) -> Outcome:
    """The runner lacks this tool: what needs it is replaced, what was loaded with it goes without.

    Without a name ("no weight today") nothing is loaded any more.
    """
    named = command.tool
    if named is not None and (named.id is None or named.id not in tools(turn)):
        return turn.go_on([unknown_tool(turn, named)])
    turn = _lacking(turn, loading_tools(turn) if named is None else frozenset({str(named.id)}))
    if named is None:
        said = [phrase("equipment.no_weight")]
    else:
        said = [turn.phrase("equipment.without", tool=phrase(f"tool.{named.id}"))]
    return _go_on_without(turn, said) if turn.workout.under_way else turn.go_on(said)


def _lacking(turn: Turn, tools: frozenset[str]) -> Turn:
    """The turn of a runner who has none of these tools, with the plan that follows from it."""
    preferences = turn.athlete.preferences
    avoided = (*preferences.avoided_tools, *sorted(tools - loading_tools(turn)))
    return replanned(
        turn,
        preferences._replace(
            equipment=tuple(tool for tool in preferences.equipment if tool not in tools),
            avoided_tools=tuple(dict.fromkeys(avoided)),
            loads=tuple(load for load in preferences.loads if load.tool not in tools),
        ),
    )


def _go_on_without(turn: Turn, said: list[Phrase]) -> Outcome:
    """On with the workout under way, without what can be done no longer."""
    before = turn.workout
    turn, index = put_right(turn), next_set(before)
    if index == len(before.plan.sets):
        return turn.go_on(said)
    left = first_left(turn, index)
    if left is None:
        return ask_to_stretch(turn, [*said, phrase("pain.nothing_left")])
    if left != index and not _is_ahead(before):
        turn = turn.move(Trigger.GO_TO, left)
    turn = without_barred(turn)
    said = [*said, *left_out(before, turn)]
    coming = turn.workout.plan.sets[next_set(turn.workout)]
    if coming.at == index and coming.exercise is before.plan.sets[index].exercise:
        return turn.go_on(said)
    return _go_on_with(turn, coming, said)


def something_else(turn: Turn, command: SomethingElse) -> Outcome:
    """Another exercise in place of one, today and from now on, until the runner asks for it again.

    The one that was wished for, unless something speaks against it; or else what is most alike.
    """
    workout, id_ = turn.workout, id_of(command.exercise)
    apart = (State.WARMING_UP, State.STRETCHING)
    before_or_behind = not workout.under_way or workout.place.active in apart
    if id_ is None and before_or_behind and (command.wished or not workout.under_way):
        return turn.go_on([phrase("instead.which")])
    if id_ is None and before_or_behind:
        return skip_exercise(turn, SkipExercise())
    work = next_set_of(turn, id_) if id_ else sets_ahead(workout)[0]
    if command.later and workout.place.active is not State.RESTING:
        work = next((w for w in sets_ahead(workout) if work and w.entry != work.entry), None)
        if work is None:
            return turn.go_on([phrase("instead.no_next")])
    return _exchanged(turn, command, work)


def _exchanged(turn: Turn, command: SomethingElse, work: WorkSet | None) -> Outcome:
    """The exercise of a set exchanged, or that of the command, which does not come today."""
    workout = turn.workout
    exercise = work.exercise if work else turn.catalog.exercises[str(id_of(command.exercise))]
    base_id = origin(turn, work.prescription) if work else exercise.base_id
    reason = Reason(Why.WISH, instead_of=base_id)
    before = work.prescription.reason if work else reason
    if before.why is Why.JOINT:  # nobody wished for what stands in for a pain
        reason = before._replace(instead_of=base_id)
    base = turn.catalog.exercises[base_id]
    wished = command.wished and turn.catalog.exercises[str(command.wished.id)]
    if wished and wished.base_id == base_id != exercise.base_id:  # what was exchanged before
        return bring_back(turn, BringBack(command.wished))
    other = _in_place_of(turn, base, wished, reason, exercise.base_id)
    if isinstance(other, Phrase):
        return turn.go_on([other])
    names = {"exercise": exercise_name(other.exercise.id), "other": exercise_name(base_id)}
    said = [turn.phrase("instead.done", **names)]
    preferences = turn.athlete.preferences.with_swap(base_id, other.exercise.base_id)
    if work is None or not workout.under_way:
        return replanned(turn, preferences).go_on(said)
    turn = turn.with_preferences(preferences)
    turn = turn.with_athlete(changed(turn.athlete, work.at, other))
    if work.at != next_set(workout):
        return turn.go_on(said)
    if not workout.running and workout.place.active is not State.RESTING:
        # The question names the new one.
        said = [phrase("instead.leave_out", exercise=names["other"])]
    return _go_on_with(turn, turn.workout.plan.sets[work.at], said)


def _in_place_of(
    turn: Turn, exercise: Exercise, wished: Exercise | None, reason: Reason, after: str
) -> Prescription | Phrase:
    """What comes in place of an exercise, or why nothing does."""
    if wished is None:
        return stand_in(turn, exercise, reason, after=after) or phrase("instead.nothing")
    return objection_to(turn, wished) or in_its_place(turn, wished.base_id, reason)


def _go_on_with(turn: Turn, coming: WorkSet, said: list[Phrase]) -> Outcome:
    """Lead on with a set that was exchanged; a rest or a warm-up before it goes on."""
    if _is_ahead(turn.workout):
        return turn.go_on(said)
    return lead_into(turn, coming.at, said)


def _is_ahead(workout: Workout) -> bool:
    """Whether the next set is still to come: the workout is in a rest, or in the warm-up."""
    return workout.place.active in (State.RESTING, State.WARMING_UP)
