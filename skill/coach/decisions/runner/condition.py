"""What a runner lives with: a heart condition, a pregnancy, an operation, a long illness (decision 26).

A trainer asks first whether a doctor allows training, and nothing is led before the answer. The same is asked at
the next visit after a sign of danger. Nothing of the condition is kept, only what is left out for it.
"""

from skill.athlete.changing import first_of, next_set, sets_ahead, without
from skill.coach.commands import CallForHelp, Condition, DoctorCleared, Help, TellCondition
from skill.coach.decisions.flow.questions import give_help
from skill.coach.decisions.runner.sparing import joint_of, sparing
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import put_right, replanned, with_stretches_spared
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import Question
from skill.workout.states import State, Trigger


def tell_condition(turn: Turn, command: TellCondition) -> Outcome:
    """Hold, say what a trainer would say, and ask whether a doctor allows it.

    With a long illness the runner is only told what to mind. With a fever or an infection nobody trains today;
    the place is kept.
    """
    said = [phrase(f"condition.{command.condition}")]
    if command.condition is Condition.ILL:
        return turn.with_athlete(turn.athlete._replace(unwell=True)).stopped().talk(said)
    turn = turn.held()
    if command.condition is Condition.CHRONIC:
        return turn.go_on(said)
    turn = _gently(turn, command)
    joint = joint_of(turn, command.joint)
    if command.joint is not None and joint is not None:
        turn = sparing(turn, joint)
        said.append(phrase("pain.spare", joint=command.joint.said))
    if turn.workout.under_way:
        turn, _ = with_stretches_spared(put_right(_without_jumps(turn)))
    turn = turn.with_athlete(turn.athlete._replace(alarmed=True))
    return turn.ask_aside(said, Question.CLEARED)


def _without_jumps(turn: Turn) -> Turn:
    """The turn without the jumps still to come, the current set included, where the preferences leave out jumps.

    Where nothing but jumps is still to come, they stay.
    """
    ahead = sets_ahead(turn.workout)
    jumps = [work for work in ahead if work.exercise.impact]
    if turn.preferences.jumps is not False or len(jumps) == len(ahead):
        return turn
    resting = turn.workout.place.active is State.RESTING
    if not resting and next_set(turn.workout) in {work.at for work in jumps}:
        turn = turn.move(Trigger.SKIP).held()
    return turn.with_workout(without(turn.workout, first_of(jumps)))


def _gently(turn: Turn, command: TellCondition) -> Turn:
    """The turn without closed eyes from now on, until they are asked for.

    Three conditions leave out jumps as well. A pregnancy leaves out what is done lying on the back: after the
    first months the womb presses on a large vein there. Nobody asks for the month.
    """
    preferences = turn.athlete.preferences._replace(eyes_open=True)
    if command.condition in (Condition.PREGNANT, Condition.OPERATED, Condition.DELICATE):
        preferences = preferences._replace(jumps=False)
    if command.condition is Condition.PREGNANT:
        preferences = preferences._replace(off_back=True)
    return replanned(turn, preferences)


def cleared(turn: Turn) -> Outcome:
    """Yes, it is fine to train: go on gently, unless the runner was ill and has not said yet that it is over."""
    turn = turn.with_athlete(turn.athlete._replace(alarmed=False))
    if turn.athlete.unwell:
        return turn.ask_aside([], Question.WELL)
    return _gently_on(turn, "condition.cleared")


def _gently_on(turn: Turn, key: str) -> Outcome:
    """On with the workout after the phrase ``key``, or into today's plan."""
    said = [phrase(key)]
    return turn.go_on(said) if turn.workout.under_way else tell_plan(turn, said)


def doctor_cleared(turn: Turn, _command: DoctorCleared) -> Outcome:
    """A doctor has said so: the answer, where that was asked, and good to know elsewhere."""
    return cleared(turn) if turn.athlete.alarmed else turn.go_on([phrase("condition.cleared")])


def not_cleared(turn: Turn) -> Outcome:
    """No, or nobody knows: no training, and the same question next time."""
    return turn.stopped().talk([phrase("condition.not_cleared")])


def well_again(turn: Turn) -> Outcome:
    """Yes, the fever or the infection is over: go on gently."""
    return _gently_on(turn.with_athlete(turn.athlete._replace(unwell=False)), "condition.well")


def still_unwell(turn: Turn) -> Outcome:
    """No, the fever or the headache is not over: no training today, and the same question next time."""
    return turn.stopped().talk([phrase("condition.not_well")])


def call_for_help(turn: Turn, _command: CallForHelp) -> Outcome:
    """Hold the count, and ask whether somebody is hurt; before a workout, say what can be said."""
    if not turn.workout.under_way:
        return give_help(turn, Help())
    return turn.held().talk([], Question.HURT)


def not_hurt(turn: Turn) -> Outcome:
    """No, nobody is hurt: say how to ask for the coach's own help, which may have been meant."""
    return turn.go_on([phrase("done.not_hurt")])
