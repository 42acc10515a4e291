"""Something hurts in the stretches at the end: out of a stretch that was begun, and on with what spares it."""

from skill.coach.decisions.flow.leaving_out import past_stretch
from skill.coach.turn.again import is_again
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import loads_nothing_sore, with_stretches_spared
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question
from skill.workout.states import Trigger


def pain_at_stretching(turn: Turn, said: list[Phrase]) -> Outcome:
    """Out of the stretch, with ``said`` on what is spared; one that was only asked for is not begun.

    Then nobody has to come out of anything: the question stays open, and what spares the pain comes still.
    """
    workout = turn.workout
    if turn.is_led_on or workout.place.done:
        turn, left_out = with_stretches_spared(turn)
        return out_of_hurting_stretch(turn, [*said, *left_out])
    said = said or [phrase("pain.which_part")]
    if is_again(turn):  # nobody knows whether the first answer was heard
        said = [phrase("pain.stop_stretch"), *said]
    first = workout.place.at == 0  # the opening of the stretches says itself what is left out
    second_side = workout.hold_here.second
    turn, left_out = with_stretches_spared(turn, begun=second_side)
    said = said if first else [*said, *left_out]
    if workout.place.at >= len(turn.workout.plan.holds):
        return turn.move(Trigger.FINISH).finish(said)
    if not loads_nothing_sore(turn):
        return _waiting(past_stretch(turn), said)
    if turn.athlete.question is Question.STRETCH:  # it praises the work
        turn = turn.with_athlete(turn.athlete._replace(question=Question.STRETCH_KINDLY))
    return turn.go_on(said)


def out_of_hurting_stretch(turn: Turn, said: list[Phrase]) -> Outcome:
    """Out of the stretch, with ``said`` on what is spared; where nothing is known of it, ask for the part."""
    turn, stop = past_stretch(turn), phrase("pain.stop_stretch")
    if not turn.workout.finished:
        said = said or [phrase("pain.which_part")]
    return _waiting(turn, [stop, *said])


def _waiting(turn: Turn, said: list[Phrase]) -> Outcome:
    """At the next stretch, which waits for a word, or at the end where none is left."""
    return turn.finish(said) if turn.workout.finished else turn.held().talk(said, Question.GO_ON)
