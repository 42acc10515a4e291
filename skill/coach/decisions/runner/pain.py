"""Something hurts, or is a sign of danger: it is spared, asked about, or the end of training for today.

Nothing is diagnosed. What gave way ends training, what may be the heart is asked about, and anything else is
spared (``skill.coach.decisions.runner.sparing``). See decisions 26 and 37.
"""

from skill.athlete.athlete import close_workout
from skill.coach.commands import Named, Pain, RedFlag
from skill.coach.decisions.runner.sparing import held, joint_of, spare, sparing
from skill.coach.turn.aside import LONGEST_TEXT, Aside
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import Question

NEAR_THE_HEART = frozenset({"arm", "jaw", "neck", "upper_back", "shoulder_blade"})
"""Parts of the body in which a heart in need may be felt (AHA; NHS, chest pain): asked about before anything is
spared. The arm's lower half and the shoulder itself are not among them."""


def red_flag(turn: Turn, _command: RedFlag) -> Outcome:
    """End the workout at once and say whom to call.

    What was done is kept; the place is not, since nothing is to be carried on. From now on nothing is done with
    closed eyes: a runner who has been dizzy or faint may fall.
    """
    eyes_open = turn.athlete.preferences._replace(eyes_open=True)
    turn = _ended(turn.with_preferences(eyes_open))
    return turn.talk([phrase("red_flag.stop"), phrase("red_flag.help")])


def _ended(turn: Turn) -> Turn:
    """The turn with training over until a doctor has agreed to more; the next visit says so once."""
    turn = turn._replace(notices=(), aside=None).stopped()
    closed = close_workout(turn.athlete)
    return turn.with_athlete(closed._replace(alarmed=True, unasked=False))


def pain(turn: Turn, command: Pain) -> Outcome:
    """Stop what hurts, and offer what spares it: from now on, until the runner says that it is fine.

    What gave way ends training for today. What may be the heart is asked about first.
    """
    if command.injured:
        return _ended(sparing(turn, joint_of(turn, command.joint))).talk(
            [phrase("injury.stop"), phrase("injury.help")]
        )
    if command.part in NEAR_THE_HEART:
        named = command.joint or Named(None, "")
        under = turn.athlete.question if turn.athlete.waiting else None
        aside = Aside(under, joint=named.id, said=named.said[:LONGEST_TEXT])
        said = [phrase("danger.stop"), phrase("danger.check")]
        return held(turn).ask_aside(said, Question.DANGER, aside)
    return spare(turn, command.joint)


def no_danger(turn: Turn) -> Outcome:
    """It is not the heart: spare what hurts, as for any other part of the body."""
    aside = turn.aside  # gone where the runner had left meanwhile
    named = Named(aside.joint, aside.said) if aside and aside.said else None
    return spare(turn._replace(aside=None), named)


def danger(turn: Turn) -> Outcome:
    """It may be the heart."""
    return red_flag(turn, RedFlag())
