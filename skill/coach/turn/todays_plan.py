"""Tell today's plan, and ask whether to begin."""

from collections.abc import Sequence

from skill.coach.reply import Card
from skill.coach.telling.summary import plan_card, size_params
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.preferences import Pacing
from skill.training.session_size import is_unusually_long
from skill.workout.cue import Phrase, phrase
from skill.workout.names import need_name, programme_name
from skill.workout.question import Question


def tell_plan(turn: Turn, said: Sequence[Phrase]) -> Outcome:
    """Tell today's plan after what is said, and ask whether to begin.

    A new runner is asked once whether anything is sore, or new: who says nothing to it has said no.
    Where sore joints leave nothing to plan, ask whether any is better: nobody could say so after a goodbye.
    """
    if turn.nothing_today:
        return turn.rest_today(said, Question.BETTER)
    turn = turn.with_workout(turn.workout)
    workout, minutes = turn.workout, turn.minutes_left
    said = [*said, *_programme(turn)]
    said.append(turn.phrase("launch.plan", **size_params(workout.plan, minutes)))
    if turn.athlete.preferences.minutes is None and is_unusually_long(
        turn.catalog, turn.athlete.history, workout.plan
    ):
        said.append(turn.phrase("launch.longer"))
    if workout.plan.needs:
        said.append(turn.phrase("launch.needs", needs=tuple(map(need_name, workout.plan.needs))))
    if turn.athlete.preferences.pacing is Pacing.NON_STOP and not turn.can_play:
        said.append(phrase("non_stop.not_here"))
    if offered := _non_stop_offer(turn):
        said += offered
        turn = turn.with_athlete(turn.athlete._replace(offered_non_stop=True))
    question = Question.START if turn.athlete.greeted else Question.SORE_OR_NEW
    turn = turn.with_athlete(turn.athlete._replace(greeted=True))
    return turn.talk(said, question, card=_card(turn, minutes))


def _programme(turn: Turn) -> list[Phrase]:
    """Which programme today has, where it is not the legs."""
    programme = turn.programme
    if programme is None:
        return []
    return [turn.phrase("programme.today", programme=programme_name(programme.id))]


def _card(turn: Turn, minutes: int) -> Card:
    return plan_card(turn.voice, turn.workout.plan, minutes, turn.units)


def offer_plan(turn: Turn, said: Sequence[Phrase], key: str = "plan.changed") -> Outcome:
    """Say what today's plan has become, by the phrase ``key``, and ask whether to begin."""
    if turn.nothing_today:
        return turn.rest_today(said)
    turn = turn.with_workout(turn.workout)
    minutes = turn.minutes_left
    changed = turn.phrase(key, **size_params(turn.workout.plan, minutes))
    return turn.talk([*said, changed], Question.START, card=_card(turn, minutes))


def _non_stop_offer(turn: Turn) -> list[Phrase]:
    """The offer to train non-stop: once, to runners who have not heard of it yet, the first time included."""
    offered, pacing = turn.athlete.offered_non_stop, turn.athlete.preferences.pacing
    if offered or not turn.can_play or pacing is not Pacing.KEEP_GOING:
        return []
    return [phrase("non_stop.offer")]
