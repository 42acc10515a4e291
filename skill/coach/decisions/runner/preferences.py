"""How a workout is led, remembered: the rests, how much talk, units, the side that begins."""

from skill.coach.commands import (
    LeftSideFirst,
    LongerRests,
    NormalRests,
    OnlyCount,
    RightSideFirst,
    ShorterRests,
    TalkFully,
    TalkLess,
    UseKilos,
    UsePounds,
)
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.turn import Turn
from skill.training.exercise import Side
from skill.training.preferences import (
    LONGEST_REST_PERCENT,
    SHORTEST_REST_PERCENT,
    Preferences,
    Talk,
    Units,
)
from skill.workout.cue import phrase

REST_STEP_PERCENT = 25
"""What "longer" or "shorter rests" changes: some ten seconds, enough to be felt."""


def longer_rests(turn: Turn, _command: LongerRests) -> Outcome:
    """Rests a step longer, the current one as well."""
    usual = turn.athlete.preferences.rest_percent
    percent = min(LONGEST_REST_PERCENT, usual + REST_STEP_PERCENT)
    return _rests(turn, percent, "rests_longest" if percent == usual else "rests_longer")


def shorter_rests(turn: Turn, _command: ShorterRests) -> Outcome:
    """Rests a step shorter, the current one as well."""
    usual = turn.athlete.preferences.rest_percent
    percent = max(SHORTEST_REST_PERCENT, usual - REST_STEP_PERCENT)
    return _rests(turn, percent, "rests_shortest" if percent == usual else "rests_shorter")


def normal_rests(turn: Turn, _command: NormalRests) -> Outcome:
    """Rests as long as the exercises want them."""
    return _rests(turn, 100, "rests_normal")


def _rests(turn: Turn, percent: int, said: str) -> Outcome:
    preferences = turn.athlete.preferences._replace(rest_percent=percent)
    turn = replanned(turn, preferences)
    if turn.workout.under_way:
        workout = turn.workout
        turn = turn.with_workout(workout._replace(plan=workout.plan.led_by(preferences)))
    return turn.go_on([turn.phrase(f"done.{said}")])


def talk_fully(turn: Turn, _command: TalkFully) -> Outcome:
    """Everything is explained again, for the rest of this workout also what the runner has heard often."""
    turn = replanned(turn, turn.athlete.preferences._replace(talk=Talk.FULL))
    plan = turn.workout.plan._replace(familiar=())
    turn = turn.with_workout(turn.workout._replace(plan=plan))
    return turn.go_on([turn.phrase("done.talk_fully")])


def talk_less(turn: Turn, _command: TalkLess) -> Outcome:
    """No explanation of what the runner knows."""
    return _at_once(turn, turn.athlete.preferences._replace(talk=Talk.SHORT), "talk_less")


def only_count(turn: Turn, _command: OnlyCount) -> Outcome:
    """No word that is not needed to follow."""
    return _at_once(turn, turn.athlete.preferences._replace(talk=Talk.COUNTS), "only_count")


def use_kilos(turn: Turn, _command: UseKilos) -> Outcome:
    """Loads in kilograms."""
    return _at_once(turn, turn.athlete.preferences._replace(units=Units.KILOGRAMS), "use_kilos")


def use_pounds(turn: Turn, _command: UsePounds) -> Outcome:
    """Loads in pounds."""
    return _at_once(turn, turn.athlete.preferences._replace(units=Units.POUNDS), "use_pounds")


def _at_once(turn: Turn, preferences: Preferences, said: str) -> Outcome:
    return replanned(turn, preferences).go_on([turn.phrase(f"done.{said}")])


def left_side_first(turn: Turn, _command: LeftSideFirst) -> Outcome:
    """The left side begins."""
    return _first_side(turn, Side.LEFT)


def right_side_first(turn: Turn, _command: RightSideFirst) -> Outcome:
    """The right side begins."""
    return _first_side(turn, Side.RIGHT)


def _first_side(turn: Turn, side: Side) -> Outcome:
    """Change the side that begins; a workout under way keeps its own: no set is done on one side twice."""
    turn = replanned(turn, turn.athlete.preferences._replace(first_side=side))
    later = turn.workout.under_way and turn.workout.plan.first_side is not side
    return turn.go_on([phrase(f"done.{side}_first_next_time" if later else f"done.{side}_first")])
