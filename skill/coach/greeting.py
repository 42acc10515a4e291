"""The first words of a visit, by the days since the last workout. Never a reproach."""

from skill.coach.turn.turn import Turn
from skill.training.progression import LONGEST_PAUSE_DAYS
from skill.training.rung import Why
from skill.training.week import last_day
from skill.workout.cue import Phrase, phrase


def greeting(turn: Turn) -> list[Phrase]:
    """A welcome: for the first time, the same day again, after days, or after a longer time."""
    if not turn.athlete.greeted:
        return [phrase("launch.first_time"), phrase("launch.safety")]
    last = last_day(turn.athlete.history, turn.athlete.past)
    if last is None:
        return [turn.phrase("launch.again")]
    days = (turn.today - last).days
    if days <= 0:
        return [turn.phrase("launch.same_day")]
    if days < LONGEST_PAUSE_DAYS:
        return [turn.phrase("launch.again")]
    said = [turn.phrase("launch.lapse")]
    if any(item.reason.why is Why.GAP for item in turn.workout.plan.prescriptions):
        said.append(turn.phrase("launch.easier"))
    return said
