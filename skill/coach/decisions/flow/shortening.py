"""Less time than planned, today alone: the sets that no longer fit are left out, the last ones first."""

from bisect import bisect_right

from skill.athlete.changing import first_of, next_set, without
from skill.coach.commands import TimeLeft
from skill.coach.decisions.flow.starting import bounded
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.training.preferences import FEWEST_MINUTES, MOST_MINUTES
from skill.workout.cue import Phrase, phrase
from skill.workout.states import State


def time_left(turn: Turn, command: TimeLeft) -> Outcome:
    """Make what is still to come fit into so many minutes; without a number, end the work with the current set.

    The current set and the stretch always stay.
    """
    if command.minutes is None and turn.workout.under_way:
        return _with_the_last_set(turn)
    minutes = command.minutes.value if command.minutes else None
    if minutes is None:
        return turn.go_on([phrase("minutes.not_heard")])
    if not turn.workout.under_way:
        return _from_the_start(turn, minutes)
    if turn.minutes_left > minutes:
        turn, key = _shortened(turn, minutes), "time_left.shorter"
    else:
        key = "time_left.fits"
    if turn.minutes_left > minutes:
        key = "time_left.shortest"
    return turn.go_on([_left(turn, key)])


def _with_the_last_set(turn: Turn) -> Outcome:
    """No set after the current one; in the stretch there is none to leave out."""
    if turn.workout.place.active is State.STRETCHING:
        return turn.go_on([_left(turn, "time_left.fits")])
    return _shortened(turn, 0).go_on([turn.phrase("time_left.last")])


def _left(turn: Turn, key: str) -> Phrase:
    """A sentence about the minutes that are left."""
    return phrase(key, minutes=phrase("size.minutes", n=turn.minutes_left))


def _from_the_start(turn: Turn, minutes: int) -> Outcome:
    """A plan of so many minutes, for today alone."""
    size = bounded(minutes, FEWEST_MINUTES, MOST_MINUTES)
    remarks = [phrase("minutes.too_few", n=size.value)] if size.was_below else []
    preferences = turn.athlete.preferences._replace(minutes=size.value)
    return offer_plan(
        turn.with_workout(turn.with_preferences(preferences).fresh_workout()), remarks
    )


def _shortened(turn: Turn, minutes: int) -> Turn:
    """The turn with as many of the sets to come as fit, the current one at least; in the stretch none comes."""
    sets = turn.workout.plan.sets
    least = min(next_set(turn.workout) + 1, len(sets))

    def of_sets(count: int) -> Turn:
        beyond = first_of(sets[count:])
        return turn.with_workout(without(turn.workout, beyond)) if beyond else turn

    counts = range(least, len(sets) + 1)
    fitting = bisect_right(counts, minutes, key=lambda count: of_sets(count).minutes_left)
    return of_sets(counts[max(0, fitting - 1)])
