"""Something hurts, or is a sign of danger: it is spared, asked about, or the end of training for today.

Nothing is diagnosed. What gave way ends training, what may be the heart is asked about, and anything else is
spared (``skill.coach.decisions.runner.sparing``). See decisions 26 and 37.
"""

from skill.athlete.athlete import close_workout
from skill.coach.commands import Despair, FeelPull, Named, Pain, RedFlag
from skill.coach.decisions.runner.felt_in import FELT_IN
from skill.coach.decisions.runner.sparing import (
    joint_of,
    known_joints,
    spare,
    spared_meanwhile,
    sparing,
)
from skill.coach.turn.aside import LONGEST_TEXT, Aside
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Stretch
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question
from skill.workout.states import State

NEAR_THE_HEART = frozenset({"arm", "jaw", "neck", "upper_back", "shoulder_blade", "stomach"})
"""Parts of the body in which a heart in need may be felt (AHA; NHS, heart attack: the belly too): asked about
before anything is spared. The arm's lower half and the shoulder itself are not among them."""


HEAD = "head"
"""The part of the body in which a stroke may be felt, and which a blow hurts at once: asked about as well."""


def red_flag(turn: Turn, _command: RedFlag) -> Outcome:
    """End the workout at once and say whom to call.

    What was done is kept; the place is not, since nothing is to be carried on. From now on nothing is done with
    closed eyes: a runner who has been dizzy or faint may fall.
    """
    eyes_open = turn.athlete.preferences._replace(eyes_open=True)
    turn = _ended(turn.with_preferences(eyes_open))
    return turn.talk([phrase("red_flag.stop"), phrase("red_flag.help")])


def despair(turn: Turn, _command: Despair) -> Outcome:
    """Stop, say kindly that somebody should be with the runner, and whom to call; the place is kept."""
    turn = turn._replace(notices=()).stopped()
    return turn.talk([phrase("despair.listen"), phrase("despair.call")])


def _ended(turn: Turn) -> Turn:
    """The turn with training over until a doctor has agreed to more; the next visit says so once."""
    turn = turn._replace(notices=()).stopped()
    closed = close_workout(turn.athlete)
    return turn.with_athlete(closed._replace(alarmed=True, unasked=False))


_INJURED = {
    True: (phrase("injury.stop"), phrase("injury.help")),
    False: (phrase("injury.before"),),
}
"""What is said where something gave way, by whether a workout is under way."""

_INJURED_SOMEWHERE = {
    True: (phrase("injury.stop_unnamed"), phrase("injury.help_unnamed")),
    False: (phrase("injury.before_unnamed"),),
}
"""The same where no part of the body was named: nobody can take the weight off it. Brown urine is such a case."""


def pain(turn: Turn, command: Pain) -> Outcome:
    """Stop what hurts, and offer what spares it: from now on, until the runner says that it is fine.

    What gave way ends training for today. What may be the heart is asked about first.
    """
    if command.injured:
        for joint in known_joints(turn, joints_told(command)):
            turn = sparing(turn, joint.id)
        sentences = _INJURED if joints_told(command) else _INJURED_SOMEWHERE
        return _ended(turn).talk(sentences[turn.workout.under_way])
    if asked := asked_first(command):
        told = (command, *command.besides)
        others = [one.joint for one in told if one.joint and one is not asked]
        meanwhile: list[Phrase] = []
        if known_joints(turn, others):
            turn, meanwhile = spared_meanwhile(turn, others)
        named = asked.joint or Named(None, "")
        joint_id = HEAD if asked.part == HEAD else named.id
        aside = Aside(joint=joint_id, said=named.said[:LONGEST_TEXT])
        turn = turn.held()._replace(aside=aside, notices=())
        said = [phrase("danger.stop"), *meanwhile, danger_check(turn)]
        return turn.ask_aside(said, Question.DANGER)
    return spare(turn, joints_told(command))


def asked_first(command: Pain) -> Pain | None:
    """The part, of all that were named in one breath, that is asked about before anything else is done."""
    told = (command, *command.besides)
    return next((one for one in told if one.part in NEAR_THE_HEART or one.part == HEAD), None)


def joints_told(command: Pain) -> list[Named]:
    """Every joint that was named in one breath."""
    return [one.joint for one in (command, *command.besides) if one.joint]


def danger_check(turn: Turn) -> Phrase:
    """The signs that are asked about: of a stroke where the head hurts, otherwise of a heart in need."""
    in_head = turn.aside is not None and turn.aside.joint == HEAD
    return phrase("danger.check_head" if in_head else "danger.check")


def no_danger(turn: Turn) -> Outcome:
    """It is not the heart: spare what hurts, as for any other part of the body. A head cannot be spared."""
    aside = turn.aside  # gone where the runner had left meanwhile
    if aside and aside.joint == HEAD:
        return _until_it_is_gone(turn).talk([phrase("danger.head_rests")])
    named = Named(aside.joint, aside.said) if aside and aside.said else None
    turn = turn._replace(aside=None)
    if named is not None and joint_of(turn, named) is None:
        return turn.go_on([phrase("danger.wait")])  # a tooth, the belly: no exercise loads it
    return spare(turn, [named] if named else [])


def _until_it_is_gone(turn: Turn) -> Turn:
    """The turn with the workout over. The next visit asks first whether the runner is well again."""
    turn = turn.stopped()
    closed = close_workout(turn.athlete)
    return turn.with_athlete(closed._replace(unwell=True, unasked=False))


def danger(turn: Turn) -> Outcome:
    """It may be the heart."""
    return red_flag(turn, RedFlag())


def feel_pull(turn: Turn, command: FeelPull) -> Outcome:
    """What a stretch asks for is no pain: say how much of it is right. Anywhere else something hurts.

    Where it pulls in several parts at once, the stretch has to ask for it in each of them.
    """
    workout = turn.workout
    if workout.under_way and workout.place.active is State.STRETCHING:
        told = (command, *command.besides)
        if all(_may_pull(one.part, workout.hold_here.stretch) for one in told):
            return turn.go_on([phrase("stretching.mild_pull")])
    return pain(turn, Pain(command.joint, command.part, besides=command.besides))


def _may_pull(part: str | None, stretch: Stretch) -> bool:
    """Whether a stretch is felt in a part of the body, if one was named."""
    return part is None or bool(FELT_IN.get(part, frozenset()) & {*stretch.muscles})
