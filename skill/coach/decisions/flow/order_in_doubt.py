"""An order that may have been misheard: the count is held, and the runner is asked before anything is done.

An order that nobody gave costs more than a question.
"""

from skill.coach.commands import (
    LONGEST_WORDS,
    Command,
    NotUnderstood,
    NoWord,
    OrderInDoubt,
    Resume,
    StartOver,
    StopCoach,
    Yes,
)
from skill.coach.decisions.flow.ending import stop_coach
from skill.coach.decisions.flow.moving import resume
from skill.coach.turn.aside import LONGEST_ORDER, Aside, Order
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.question import AT_AN_EDGE, Question

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


def ask_whether_said(turn: Turn, command: OrderInDoubt) -> Outcome:
    """Hold the count, and ask whether these words were said."""
    aside = turn.aside
    # An order that is asked about already gives way to this one.
    if aside is None or aside.order is None:
        aside = Aside(turn.athlete.edge_question, ran=turn.workout.running)
    aside = aside._replace(order=kept_order(command), or_else=kept_order(command.or_else))
    return ask_again(turn._replace(aside=aside).held())


def kept_order(command: OrderInDoubt | None) -> Order | None:
    """What is kept of an order in doubt until the answer; None where there is none, or it is too long."""
    if command is None or not command.words:
        return None
    fits = len(command.words) <= LONGEST_WORDS and len(command.written) <= LONGEST_ORDER
    return Order(command.words, command.written) if fits else None


def ask_again(turn: Turn) -> Outcome:
    """Ask whether the words that may have been misheard were said; where they are lost, go on."""
    order = turn.aside_so_far.order
    if order is None:
        return turn.go_on([])
    return turn.ask_aside([], Question.MEANT, about={"heard": order.words})


def settled_doubt(turn: Turn, command: Command) -> tuple[Turn, Command]:
    """What a command is worth where it is an order in doubt, or answers the question about one.

    A yes to it is the order itself, given as if nothing had been asked. So is what the coach has just offered: to
    start over. An order in doubt is not understood where it is too long to be kept, or where another question
    would be lost over it.
    """
    order = turn.aside.order if turn.aside else None
    match command:
        case Yes() if turn.athlete.question is Question.MEANT and order is not None:
            meant = turn.visit.read_order(order.written)
            if meant is None:
                return turn, NotUnderstood()
            return turn.back_to_work(), meant
        case OrderInDoubt(written=written) if _answers(turn, written):
            return turn, StartOver()
        case OrderInDoubt():
            may_ask = turn.athlete.question in _MAY_WAIT
            return turn, command if may_ask and kept_order(command) else NotUnderstood()
        case _:
            return turn, command


def _answers(turn: Turn, written: str) -> bool:
    """Whether an order in doubt is to start over, where the coach asked whether to carry on or to start over."""
    offered = turn.athlete.question is Question.CARRY_ON_OR_FRESH
    return offered and turn.visit.read_order(written) == StartOver()


def said_no(turn: Turn) -> Outcome:
    """No, that was not said: what else it may have been is asked about, once; then on as after a mishearing."""
    aside = turn.aside
    if aside is None or aside.or_else is None:
        return misheard(turn)
    order = aside.or_else
    left = aside._replace(order=order, or_else=None, sign=None, joint=None, said="")
    about = {"heard": order.words}
    return turn.ask_aside([turn.phrase("done.something_else")], Question.MEANT, left, about)


def misheard(turn: Turn) -> Outcome:
    """No, nothing hurts, or was ordered: on from where the runner was.

    What was paused before stays so. A question that waited for the runner is asked again, and nothing is led.
    """
    if turn.aside and turn.aside.ran and turn.aside.under is None:
        return resume(turn._replace(aside=None), Resume())
    return turn.back_to_work().go_on([])


def unanswered(turn: Turn, _command: NoWord) -> Outcome:
    """Nobody answered: an order was none. Where something may hurt, the workout is left, its place kept."""
    if turn.athlete.question is Question.MEANT:
        return misheard(turn)
    return stop_coach(turn, StopCoach())
