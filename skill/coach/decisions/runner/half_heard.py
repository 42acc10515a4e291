"""Words of pain or danger that may have been misheard: the count is held, and the runner is asked.

To end a workout for a word that nobody said costs a workout; not to stop for one that was said may cost a knee.
"""

from skill.coach.commands import HalfHeard, Named, Pain, RedFlag
from skill.coach.decisions.runner.pain import pain, red_flag
from skill.coach.turn.aside import LONGEST_TEXT, Aside, Sign
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.question import Question

_ASKED = (Question.HALF_HEARD, Question.HURT)
"""The questions to which words of pain are an answer, so that even half heard they are believed."""


def half_heard(turn: Turn, command: HalfHeard) -> Outcome:
    """Hold the count, and ask whether something hurts; who was asked already is believed."""
    if turn.athlete.question in _ASKED:
        return _believed(turn._replace(aside=None), command.meant)
    return ask_whether_it_hurts(turn, command.meant)


def ask_whether_it_hurts(turn: Turn, meant: Pain | RedFlag) -> Outcome:
    """Hold the count, and ask whether what may have been said is so."""
    part, joint, injured = None, None, False
    if isinstance(meant, Pain):
        part, joint, injured = meant.part, meant.joint, meant.injured
    aside = Aside(
        turn.athlete.edge_question,
        sign=Sign(isinstance(meant, RedFlag), injured, part),
        joint=joint and joint.id,
        said=joint.said[:LONGEST_TEXT] if joint else "",
        ran=turn.workout.running,
    )
    return turn.held().ask_aside([], Question.HALF_HEARD, aside)


def heard_right(turn: Turn) -> Outcome:
    """Yes, something hurts: what was half heard was said."""
    aside = turn.aside or Aside()
    sign = aside.sign or Sign()
    joint = Named(aside.joint, aside.said) if aside.said else None
    meant = RedFlag() if sign.danger else Pain(joint, sign.part, sign.injured)
    return _believed(turn._replace(aside=None), meant)


def _believed(turn: Turn, meant: Pain | RedFlag) -> Outcome:
    return red_flag(turn, meant) if isinstance(meant, RedFlag) else pain(turn, meant)
