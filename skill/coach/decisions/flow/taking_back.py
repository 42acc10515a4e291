"""Taking back an order that nobody gave: the word right after it puts things back as they were."""

from datetime import timedelta
from typing import Any

from skill.athlete.athlete import Athlete
from skill.coach import commands
from skill.coach.commands import Command
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.coach.turn.way_back import WayBack
from skill.training.preferences import Preferences
from skill.workout.question import AT_AN_EDGE, Question

RIGHT_AFTER = timedelta(seconds=60)
"""So long after an order it can be taken back (ours): its answer is heard by then, and little is done since."""

TAKEN_BACK = frozenset(
    {
        commands.SkipExercise,
        commands.GoBack,
        commands.GoToExercise,
        commands.RepeatExercise,
        commands.OneMoreSet,
        commands.OtherSide,
        commands.SetDone,
        commands.SkipRest,
        commands.SkipStretch,
        commands.SkipWarmUp,
        commands.NoWarmUp,
        commands.WithWarmUp,
        commands.FinishEarly,
        commands.Slower,
        commands.Faster,
        commands.WaitForMe,
        commands.KeepGoing,
        commands.LongerRests,
        commands.ShorterRests,
        commands.NormalRests,
        commands.TalkLess,
        commands.TalkFully,
        commands.OnlyCount,
        commands.UseKilos,
        commands.UsePounds,
        commands.LeftSideFirst,
        commands.RightSideFirst,
        commands.Harder,
        commands.Lighter,
        commands.Heavier,
        commands.Load,
        commands.Equipment,
        commands.NoTool,
        commands.Fewer,
        commands.SoMany,
        commands.OnlyDid,
        commands.DidRepetitions,
        commands.SpareRepetitions,
        commands.RateExercise,
        commands.Minutes,
        commands.UsualLength,
        commands.TimeLeft,
        commands.ChangePlan,
    }
)
"""The orders that can be taken back. No word about the body is among them: what hurts stays spared."""

_PUT_BACK = (
    "exercises",
    "rounds",
    "pacing",
    "beat_percent",
    "minutes",
    "beats",
    "rest_percent",
    "talk",
    "units",
    "first_side",
    "equipment",
    "avoided_tools",
    "loads",
    "swaps",
    "warm_up",
    "unwanted",
)
"""The preferences that these orders change."""

_OF_THE_BODY = ("avoided_joints", "jumps", "eyes_open", "off_back")
"""The preferences by which a workout is laid out for what hurts or is not well."""

_MAY_FOLLOW = AT_AN_EDGE | {
    None,
    Question.START,
    Question.INSTEAD,
    Question.GO_ON,
    Question.CARRY_ON,
}
"""The questions that may be open after an order was carried out; to any other one "never mind" is a no."""


def way_back(turn: Turn, command: Command, outcome: Outcome) -> WayBack | None:
    """The way back from what a command has just changed; None where it changed nothing, or is not taken back."""
    if type(command) not in TAKEN_BACK or outcome.athlete.question not in _MAY_FOLLOW:
        return None
    before, after = turn.athlete, outcome.athlete
    if outcome.parts or _stands(before) == _stands(after):
        return None
    workout = before.workout
    moved = workout is not None and _led(before) != _led(after)
    return WayBack(turn.now, before.preferences, workout, before.question, moved)


def _led(athlete: Athlete) -> Any:
    """Where the workout is, and in which plan."""
    workout = athlete.workout
    return workout and (workout.number, workout.place, workout.plan)


def _stands(athlete: Athlete) -> Any:
    """All that an order may have changed."""
    workout = athlete.workout
    said = workout and (workout.efforts, workout.corrections)
    return (_led(athlete), said, _put_back(athlete.preferences))


def _put_back(preferences: Preferences) -> dict[str, Any]:
    return {name: getattr(preferences, name) for name in _PUT_BACK}


def take_back(turn: Turn) -> Outcome | None:
    """Put things back as they were before the order that came last; None where there is no way back.

    There is none once another speaker has changed or ended the workout, once there is something more to spare, or
    once it is too long ago.
    """
    back = turn.way_back
    if back is None or turn.athlete.question not in _MAY_FOLLOW:
        return None
    if not timedelta(0) <= turn.now - back.at <= RIGHT_AFTER or not _is_the_same(turn, back):
        return None
    preferences = turn.athlete.preferences._replace(**_put_back(back.preferences))
    turn = turn.with_preferences(preferences)
    workout = turn.athlete.workout
    if back.workout is not None and workout is not None:
        if back.moved:
            question = back.question if back.question in AT_AN_EDGE else None
            turn = turn.with_athlete(turn.athlete._replace(workout=back.workout, question=question))
        else:
            said = workout._replace(
                efforts=back.workout.efforts, corrections=back.workout.corrections
            )
            turn = turn.with_workout(said)
    elif back.workout is None:
        turn = turn.with_athlete(turn.athlete._replace(workout=None))
    return turn.go_on([turn.phrase("done.taken_back")])


def _is_the_same(turn: Turn, back: WayBack) -> bool:
    """Whether the workout is still that of the order, with the same to spare, and was neither begun nor ended."""
    preferences = turn.athlete.preferences
    if any(getattr(preferences, one) != getattr(back.preferences, one) for one in _OF_THE_BODY):
        return False
    now, then = turn.athlete.workout, back.workout
    if now is None or then is None:
        only = now or then
        return only is None or not only.under_way
    same = (now.number, now.pains, now.plays) == (then.number, then.pains, then.plays)
    return same and now.stream is None
