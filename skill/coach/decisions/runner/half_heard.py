"""What may have been misheard: the count is held, and the runner is asked before anything is done.

To end a workout for a word that nobody said costs a workout; not to stop for one that was said may cost a knee.
And an order that nobody gave costs more than a question.
"""

from skill.coach.commands import (
    Command,
    HalfHeard,
    Named,
    NotUnderstood,
    NoWord,
    Pain,
    RedFlag,
    Resume,
    StopCoach,
    Yes,
)
from skill.coach.decisions.flow.ending import stop_coach
from skill.coach.decisions.flow.moving import resume
from skill.coach.decisions.runner.pain import pain, red_flag
from skill.coach.turn.aside import LONGEST_ORDER, LONGEST_TEXT, LONGEST_WORDS, Aside, Order, Sign
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.question import AT_AN_EDGE, Question

_ASKED = (Question.HALF_HEARD, Question.HURT)
"""The questions to which words of pain are an answer, so that even half heard they are believed."""

_MAY_WAIT = AT_AN_EDGE | {
    None,
    Question.MEANT,
    Question.GO_ON,
    Question.START,
    Question.SORE_OR_NEW,
    Question.CARRY_ON,
    Question.CARRY_ON_OR_FRESH,
}
"""The questions that come again by themselves, so that an order in doubt may be asked about in between."""


def half_heard(turn: Turn, command: HalfHeard) -> Outcome:
    """Hold the count, and ask whether something hurts; who was asked already is believed."""
    meant = command.meant
    if not isinstance(meant, Pain | RedFlag):
        return _ask_meant(turn, command)
    if turn.athlete.question in _ASKED:
        return _believed(turn._replace(aside=None), meant)
    return ask_whether_it_hurts(turn, meant)


def ask_whether_it_hurts(turn: Turn, meant: Pain | RedFlag) -> Outcome:
    """Hold the count, and ask whether what may have been said is so."""
    part, joint, injured = None, None, False
    if isinstance(meant, Pain):
        part, joint, injured = meant.part, meant.joint, meant.injured
    aside = Aside(
        turn.athlete.edge_question,
        sign=Sign(isinstance(meant, RedFlag), injured, part, turn.workout.running),
        joint=joint and joint.id,
        said=joint.said[:LONGEST_TEXT] if joint else "",
    )
    return turn.held().ask_aside([], Question.HALF_HEARD, aside)


def _ask_meant(turn: Turn, command: HalfHeard) -> Outcome:
    """Hold the count, and ask whether these words were said."""
    words, written = command.words, command.written
    known = turn.aside.order if turn.aside else None
    ran = known.ran if known else turn.workout.running
    under = turn.aside.under if turn.aside else turn.athlete.edge_question
    return ask_again(turn._replace(aside=Aside(under, order=Order(words, written, ran))).held())


def ask_again(turn: Turn) -> Outcome:
    """Ask whether the words that may have been misheard were said."""
    order = turn.aside.order if turn.aside else None
    if order is None:
        return turn.go_on([])
    return turn.ask_aside([], Question.MEANT, about={"heard": order.words})


def settled_doubt(turn: Turn, command: Command) -> tuple[Turn, Command]:
    """What a command is worth where it may have been misheard, or answers a question about such a one.

    A yes to an order is the order, given as if nothing had been asked. An order in doubt is not understood where
    it is too long to be kept, or where another question would be lost over it.
    """
    order = turn.aside.order if turn.aside else None
    match command:
        case Yes() if turn.athlete.question is Question.MEANT and order is not None:
            meant = turn.visit.read_order(order.written)
            return (
                (turn, NotUnderstood())
                if meant is None
                else (turn.back_to_work(ran=order.ran), meant)
            )
        case HalfHeard(meant=Pain() | RedFlag()):
            return turn, command
        case HalfHeard(words=words, written=written):
            fits = words and len(words) <= LONGEST_WORDS and len(written) <= LONGEST_ORDER
            may_ask = turn.athlete.question in _MAY_WAIT
            return turn, command if fits and may_ask else NotUnderstood()
        case _:
            return turn, command


def heard_right(turn: Turn) -> Outcome:
    """Yes, something hurts: what was half heard was said."""
    aside = turn.aside or Aside()
    sign = aside.sign or Sign()
    joint = Named(aside.joint, aside.said) if aside.said else None
    meant = RedFlag() if sign.danger else Pain(joint, sign.part, sign.injured)
    return _believed(turn._replace(aside=None), meant)


def misheard(turn: Turn) -> Outcome:
    """No, nothing hurts, or was ordered: on from where the runner was. What was paused before stays so."""
    aside = turn.aside or Aside()
    kept = aside.sign or aside.order
    return resume(turn._replace(aside=None), Resume()) if kept and kept.ran else turn.go_on([])


def unanswered(turn: Turn, _command: NoWord) -> Outcome:
    """Nobody answered: an order was none. Where something may hurt, the workout is left, its place kept."""
    return (
        misheard(turn) if turn.athlete.question is Question.MEANT else stop_coach(turn, StopCoach())
    )


def _believed(turn: Turn, meant: Pain | RedFlag) -> Outcome:
    return red_flag(turn, meant) if isinstance(meant, RedFlag) else pain(turn, meant)
