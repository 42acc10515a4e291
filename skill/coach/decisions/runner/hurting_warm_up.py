"""Something hurts in the warm-up: out of a move that was begun, and on with what spares it."""

from skill.coach.decisions.runner.what_is_left import (
    ask_into_what_is_left,
    held_with_what_is_left,
)
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import can_be_done, put_right, with_stretches_spared
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.cursor import empty_tally
from skill.workout.question import Question
from skill.workout.states import State, Trigger


def pain_in_warm_up(turn: Turn, joint: str | None, said: list[Phrase], *, begun: bool) -> Outcome:
    """Out of the move, if it was ``begun``: on with the next one that spares what hurts, or to the work."""
    if joint is None:
        turn = turn.move(Trigger.SKIP) if begun else turn
        return turn.held().talk([*said, phrase("pain.which_part")], Question.GO_ON)
    before = turn.workout
    turn, _ = with_stretches_spared(put_right(turn))
    if any(can_be_done(turn, work.at) for work in turn.workout.plan.sets):
        turn = _to_a_kind_move(turn, begun=begun)
    if turn.workout.place.active is not State.WARMING_UP:
        return ask_into_what_is_left(turn, before, 0, said)
    return held_with_what_is_left(turn, before, said)


def _to_a_kind_move(turn: Turn, *, begun: bool) -> Turn:
    """The turn at the next move of the warm-up that spares what hurts; if there is none, after the whole warm-up.

    The moves that do not spare it are left out. The current one comes still, if it spares it and was not
    ``begun``.
    """
    sore = {*turn.preferences.avoided_joints}
    plan, at = turn.workout.plan, turn.workout.place.at
    done = dict.fromkeys(move.move for move in plan.moves[: at + 1])
    kind = [move for move in plan.warm_up if move in done or not sore & {*move.joints}]
    warmed = plan._replace(warm_up=tuple(kind))
    tally = turn.workout.tally[: len(empty_tally(warmed))]
    turn = turn.with_workout(turn.workout._replace(plan=warmed, tally=tally))
    here = turn.workout.move_here
    if not begun and not sore & {*here.joints}:
        return turn
    while turn.workout.place.active is State.WARMING_UP and turn.workout.move_here is here:
        turn = turn.move(Trigger.SKIP)
    return turn
