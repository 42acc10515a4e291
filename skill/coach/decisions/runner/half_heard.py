"""Words of pain or danger that may have been misheard: the count is held, and the runner is asked.

To end a workout for a word that nobody said costs a workout; not to stop for one that was said may cost a knee.
"""

from skill.coach.commands import HalfHeard, Named, OrderInDoubt, Pain, RedFlag
from skill.coach.decisions.flow.order_in_doubt import kept_order
from skill.coach.decisions.runner.pain import pain, red_flag
from skill.coach.turn.aside import LONGEST_TEXT, Aside, OtherPart, Sign
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.question import Question

_ASKED = (Question.HALF_HEARD, Question.HURT)
"""The questions to which words of pain are an answer, so that even half heard they are believed."""


def half_heard(turn: Turn, command: HalfHeard) -> Outcome:
    """Hold the count, and ask whether something hurts; who was asked already is believed."""
    if turn.athlete.question in _ASKED:
        return _believed(turn._replace(aside=None), command.meant)
    return ask_whether_it_hurts(turn, command.meant, command.or_else)


def ask_whether_it_hurts(
    turn: Turn, meant: Pain | RedFlag, or_else: OrderInDoubt | None = None
) -> Outcome:
    """Hold the count, and ask whether what may have been said is so; ``or_else`` is asked about after a no."""
    aside = Aside(
        turn.athlete.edge_question,
        sign=Sign(danger=True),
        ran=turn.workout.running,
        or_else=kept_order(or_else),
    )
    if isinstance(meant, Pain):
        part, joint, said = _kept(meant)
        sign = Sign(False, meant.injured, part, tuple(map(_kept, meant.besides)))
        aside = aside._replace(sign=sign, joint=joint, said=said)
    return turn.held().ask_aside([], Question.HALF_HEARD, aside)


def _kept(pain: Pain) -> OtherPart:
    """What is kept of a pain until the answer."""
    joint = pain.joint or Named(None, "")
    return OtherPart(pain.part, joint.id, joint.said[:LONGEST_TEXT])


def heard_right(turn: Turn) -> Outcome:
    """Yes, something hurts: what was half heard was said."""
    aside = turn.aside or Aside()
    sign = aside.sign or Sign()
    first = _told(OtherPart(sign.part, aside.joint, aside.said))
    pain = first._replace(injured=sign.injured, besides=tuple(map(_told, sign.others)))
    return _believed(turn._replace(aside=None), RedFlag() if sign.danger else pain)


def _told(kept: OtherPart) -> Pain:
    """The pain of which this was kept."""
    return Pain(Named(kept.joint, kept.said) if kept.said else None, kept.part)


def _believed(turn: Turn, meant: Pain | RedFlag) -> Outcome:
    return red_flag(turn, meant) if isinstance(meant, RedFlag) else pain(turn, meant)
