"""How a workout is led, remembered: the rests, how much talk, units, the side that begins, the minutes."""

from skill.coach.commands import (
    HeardNumber,
    LeftSideFirst,
    LongerRests,
    Minutes,
    MoreTime,
    NormalRests,
    OnlyCount,
    RightSideFirst,
    ShorterRests,
    TalkFully,
    TalkLess,
    UseKilos,
    UsePounds,
    UsualLength,
)
from skill.coach.decisions.flow.moving import more_time
from skill.coach.decisions.flow.starting import bounded
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.training.exercise import Side
from skill.training.preferences import (
    FEWEST_MINUTES,
    LONGEST_REST_PERCENT,
    MOST_MINUTES,
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


def minutes(turn: Turn, command: Minutes) -> Outcome:
    """A session of so many minutes, today if it has not begun, and from then on."""
    if command.minutes is None or command.minutes.value is None:
        return turn.go_on([phrase("minutes.not_heard")])
    if command.seconds is not None:
        return _too_short(turn, command.seconds)
    size = bounded(command.minutes.value, FEWEST_MINUTES, MOST_MINUTES)
    remarks = [phrase("minutes.too_few", n=size.value)] if size.was_below else []
    remarks += [phrase("minutes.too_many", n=size.value)] if size.was_above else []
    turn = turn.with_preferences(turn.athlete.preferences._replace(minutes=size.value))
    wanted = phrase("size.minutes", n=size.value)
    if turn.workout.under_way:
        return turn.go_on([*remarks, phrase("minutes.next_time", minutes=wanted)])
    turn = turn.with_workout(turn.fresh_workout())
    if turn.preferences.light_day == turn.today and turn.minutes_left < size.value - 1:
        remarks.append(phrase("minutes.light"))
    elif abs(turn.minutes_left - size.value) > 1 and not size.was_below:  # that was said already
        remarks.append(phrase("minutes.nearest", minutes=wanted))
    return offer_plan(turn, remarks)


def _too_short(turn: Turn, seconds: int) -> Outcome:
    """Answer a time that is too short for a session: in a workout it is a breather.

    Before a workout the runner hears how short a session may be, and nothing is kept.
    """
    if turn.workout.running:
        return more_time(turn, MoreTime(HeardNumber(seconds)))
    return turn.go_on([phrase("minutes.far_too_few", n=FEWEST_MINUTES)])


def usual_length(turn: Turn, _command: UsualLength) -> Outcome:
    """As long as the runner's exercises and rounds take."""
    turn = turn.with_preferences(turn.athlete.preferences._replace(minutes=None))
    if turn.workout.under_way:
        return turn.go_on([phrase("minutes.usual_next_time")])
    return offer_plan(turn.with_workout(turn.fresh_workout()), [])
