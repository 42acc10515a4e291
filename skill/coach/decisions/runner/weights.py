"""How much is lifted, in the runner's own word: kept, and in effect from the current set on."""

from skill.athlete.changing import changed, next_set, sets_ahead
from skill.athlete.corrections import last_set
from skill.coach.commands import (
    DidRepetitions,
    Heavier,
    Lighter,
    Load,
    Named,
    NamedExercise,
    TooHard,
)
from skill.coach.decisions.runner.difficulty import too_hard
from skill.coach.decisions.runner.own_count import did_repetitions, noted_beside
from skill.coach.turn.aside import Aside, PartOfLoad
from skill.coach.turn.naming import id_of, loading_tools, meant, tools, unknown_tool
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.loads import grams_of, is_far_beyond, is_weight, own_units
from skill.training.loads import heavier as next_heavier
from skill.training.loads import lighter as next_lighter
from skill.training.preferences import (
    HEAVIEST_GRAMS,
    LIGHTEST_GRAMS,
    OwnLoad,
    Units,
)
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, need_name, tool_names, weight_phrase
from skill.workout.question import ABOUT_A_LOAD, Question
from skill.workout.states import State


def load(turn: Turn, command: Load, *, sure: bool = False) -> Outcome:
    """So much is lifted: in this exercise, from the current set on, and remembered.

    What was not said is asked for, and what was said meanwhile is kept. ``sure``: the runner has said yes to it.
    """
    if command.done is not None:
        return _with_its_count(turn, command)
    if _is_count(turn, command):
        return did_repetitions(turn, DidRepetitions(command.amount))
    if command.amount is not None and command.amount.value is None:
        return _ask(turn, PartOfLoad(), Question.HOW_HEAVY, phrase("load.not_heard"))
    asked = turn.athlete.question in ABOUT_A_LOAD
    known = (turn.aside_so_far.load if asked else None) or PartOfLoad()
    id_ = id_of(command.exercise) or known.exercise_id
    exercise = _loaded_exercise(turn, id_)
    if id_ is None and command.tool is not None:
        exercise = _taking(turn, exercise, command.tool)
        id_ = exercise.id if exercise else None
    known = known._replace(exercise_id=id_)
    if exercise is not None and not any(map(is_weight, exercise.tools)):
        return turn.go_on([phrase("load.none", exercise=exercise_name(exercise.id))])
    if command.amount is not None and command.amount.value is not None:
        units = command.units or known.units or _units_of(turn, exercise)
        grams = grams_of(command.amount.value + 0.5 * command.half, units)
        if not LIGHTEST_GRAMS <= grams <= HEAVIEST_GRAMS:
            return _ask_within_limits(turn, known, units)
        known = known._replace(grams=grams, units=units)
    named = command.tool or (Named(known.tool, known.tool) if known.tool else None)
    if exercise is None:
        return _ask_what_for(turn, known, named)
    tool = _tool_meant(turn, exercise, named)
    if isinstance(tool, Phrase):
        return _ask(turn, known, Question.WITH_WHAT, tool)
    known = known._replace(tool=tool)
    sure = sure or (command.amount is not None and _is_said_again(turn, known))
    return _complete(turn, exercise, known, sure=sure)


def _is_said_again(turn: Turn, known: PartOfLoad) -> bool:
    """Whether a load that was said is the very one that was asked about."""
    return turn.athlete.question is Question.SO_HEAVY and turn.aside_so_far.load == known


def _with_its_count(turn: Turn, command: Load) -> Outcome:
    """Note a number, then what was lifted for it; a number that needs a word of its own goes before the load."""
    told = DidRepetitions(command.done, exercise=command.exercise)
    done = turn.athlete.workout and last_set(turn.athlete.workout, id_of(command.exercise))
    noted = noted_beside(turn, told)
    if noted is None:
        return did_repetitions(turn, told)
    lifted = command._replace(done=None)
    if done and command.exercise is None:
        lifted = lifted._replace(exercise=NamedExercise(done.exercise.id, done.exercise.id))
    return load(noted, lifted)


def _complete(turn: Turn, exercise: Exercise, known: PartOfLoad, *, sure: bool) -> Outcome:
    """Note a load once its grams are known, too; unless ``sure``, one far beyond the ladder is asked about."""
    if known.grams is None or known.units is None or known.tool is None:
        return _ask(turn, known, Question.HOW_HEAVY)
    so_far = _grams_so_far(turn, exercise, known.tool)
    if not sure and is_far_beyond(known.tool, known.grams, so_far):
        said = phrase("load.so_heavy", load=weight_phrase(known.grams, known.units))
        return _ask(turn, known, Question.SO_HEAVY, said)
    own = OwnLoad(exercise.id, known.tool, known.grams, turn.today)
    return _loaded(turn, exercise, own, known.units)


def _grams_so_far(turn: Turn, exercise: Exercise, tool: str) -> int:
    """The grams of an exercise so far, planned or named; 0 where there are none with this tool."""
    item, own = _prescription(turn, exercise), turn.athlete.preferences.own_load(exercise.id)
    if item is not None and item.tool == tool:
        return item.load_grams
    return own.grams if own and own.tool == tool else 0


def ask_again(turn: Turn) -> Outcome:
    """Ask for what is still missing of the load, or once more whether it is right."""
    return load(turn, Load())


def so_heavy(turn: Turn) -> Outcome:
    """Yes, a load far beyond what one begins with was heard rightly."""
    return load(turn, Load(), sure=True)


def not_so_heavy(turn: Turn) -> Outcome:
    """No: ask for the weight; what else is known of the load is kept."""
    known = turn.aside_so_far.load or PartOfLoad()
    return _ask(turn, known._replace(grams=None), Question.HOW_HEAVY)


def _ask(turn: Turn, known: PartOfLoad, question: Question, *said: Phrase) -> Outcome:
    return turn.ask_aside(said, question, Aside(turn.aside_so_far.under, load=known))


def _ask_what_for(turn: Turn, known: PartOfLoad, named: Named | None) -> Outcome:
    """Ask which exercise is loaded; a tool that was named is there from now on, whatever the answer."""
    known = known._replace(tool=named.id if named else None)
    if named is None or named.id not in loading_tools(turn):
        return _ask(turn, known, Question.WHAT_FOR)
    tool = str(named.id)
    turn = replanned(turn, turn.athlete.preferences.with_tools([tool], [tool]))
    noted = turn.phrase("equipment.noted", tools=(need_name(tool),))
    return _ask(turn, known, Question.WHAT_FOR, noted)


def _ask_within_limits(turn: Turn, known: PartOfLoad, units: Units) -> Outcome:
    """Ask once more for a load that is too light or too heavy for a plan."""
    least, most = (weight_phrase(g, units) for g in (LIGHTEST_GRAMS, HEAVIEST_GRAMS))
    return _ask(turn, known, Question.HOW_HEAVY, phrase("load.limit", least=least, most=most))


def _is_count(turn: Turn, command: Load) -> bool:
    """Whether a number and a half is no load: nothing but the number was said, and nothing here has a weight."""
    bare = command == Load(command.amount, command.half)
    if not (bare and command.half) or turn.athlete.question in ABOUT_A_LOAD:
        return False
    item = _prescription(turn, None)
    return item is not None and not is_weight(item.tool)


def _units_of(turn: Turn, exercise: Exercise | None) -> Units:
    """The unit of a load that was said without one: that of the exercise's load so far, or the runner's own."""
    item = _prescription(turn, exercise)
    if item is not None and is_weight(item.tool):
        return own_units(item.load_grams, turn.units)
    own = exercise and turn.athlete.preferences.own_load(exercise.id)
    return own_units(own.grams, turn.units) if own else turn.units


def _prescription(turn: Turn, exercise: Exercise | None) -> Prescription | None:
    """What is asked of an exercise in its next set; of the current one where none is given."""
    exercise = exercise or _loaded_exercise(turn, None)
    ahead = [work.prescription for work in sets_ahead(turn.workout) if work.exercise is exercise]
    return ahead[0] if ahead else None


def lighter(turn: Turn, command: Lighter) -> Outcome:
    """The next lighter weight; where there is no weight, or none that is lighter, what is easier."""
    exercise = _loaded_exercise(turn, id_of(command.exercise))
    item = _prescription(turn, exercise)
    if item is None or item.tool is None or not is_weight(item.tool):
        return too_hard(turn, TooHard(command.exercise))
    return _stepped(turn, item, next_lighter(item.tool, item.load_grams, turn.units))


def heavier(turn: Turn, command: Heavier) -> Outcome:
    """The next heavier weight, or as much more as was said.

    Where there is no weight so far, ask how much and with what.
    """
    exercise = _loaded_exercise(turn, id_of(command.exercise))
    item = _prescription(turn, exercise)
    if item is None or item.tool is None or not is_weight(item.tool):
        named = exercise and NamedExercise(exercise.id, exercise.id)
        return load(turn, Load(exercise=named))
    if command.amount is None:
        return _stepped(turn, item, next_heavier(item.tool, item.load_grams, turn.units))
    by, known = command.amount.value, PartOfLoad(exercise_id=item.exercise.id)
    if by is None or by <= 0:
        return _ask(turn, known, Question.HOW_HEAVY, phrase("load.not_heard"))
    units = command.units or own_units(item.load_grams, turn.units)
    grams = item.load_grams + grams_of(by, units)
    if grams > HEAVIEST_GRAMS:
        return _ask_within_limits(turn, known, units)
    return _stepped(turn, item, grams)


def _stepped(turn: Turn, item: Prescription, grams: int | None) -> Outcome:
    """One step lighter or heavier, in the unit of the load so far; or a word that there is none."""
    units = own_units(item.load_grams, turn.units)
    if grams is None:
        said = phrase("load.last", load=weight_phrase(item.load_grams, units))
        return turn.go_on([said])
    own = OwnLoad(item.exercise.id, str(item.tool), grams, turn.today)
    return _loaded(turn, item.exercise, own, units)


def _loaded(turn: Turn, exercise: Exercise, own: OwnLoad, units: Units) -> Outcome:
    preferences = turn.athlete.preferences.with_own_load(own)
    # The last word counts: this load is said back in the unit in which it was named.
    if preferences.units not in (None, units):
        preferences = preferences._replace(units=None)
    turn = replanned(turn, preferences.with_tools([own.tool], [own.tool]))
    for work in sets_ahead(turn.workout) if turn.workout.under_way else ():
        if work.exercise is exercise:
            item = work.prescription
            reason = Reason(Why.OWN_LOAD, item.reason.was, instead_of=item.reason.instead_of)
            item = item._replace(tool=own.tool, load_grams=own.grams, reason=reason)
            turn = turn.with_athlete(changed(turn.athlete, work.at, item))
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


def _taking(turn: Turn, exercise: Exercise | None, tool: Named) -> Exercise | None:
    """The exercise, or in a rest the one just done, where the tool is for that one alone."""
    place = turn.workout.place
    resting = turn.workout.under_way and place.active is State.RESTING
    if exercise is None or tool.id in exercise.tools or not resting:
        return exercise
    done = turn.workout.set_here.exercise
    return done if tool.id in done.tools else exercise


def _tool_meant(turn: Turn, exercise: Exercise, named: Named | None) -> str | Phrase:
    """With what an exercise that takes weights is loaded, or what to say where that is not clear."""
    if named is not None and named.id not in tools(turn):
        return unknown_tool(turn, named)
    name = exercise_name(exercise.id)
    weights = tuple(filter(is_weight, exercise.tools))
    names = tool_names(weights)
    if named is not None:
        fits = named.id in weights
        return str(named.id) if fits else phrase("load.other_tool", exercise=name, tools=names)
    at_hand = [tool for tool in weights if tool in turn.preferences.equipment] or weights
    items = [w.prescription for w in turn.workout.plan.sets if w.exercise is exercise]
    used = [item.tool for item in items if item.tool in at_hand]
    if used or len(at_hand) == 1:
        return str(used[0] if used else at_hand[0])
    return phrase("load.with_what", exercise=name, tools=names)
