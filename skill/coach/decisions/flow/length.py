"""How many minutes: of every session from now on, or of what is left for today's."""

from bisect import bisect_right

from skill.athlete.changing import first_of, next_set, without
from skill.coach.commands import HeardNumber, Minutes, MoreTime, TimeLeft, UsualLength
from skill.coach.decisions.flow.moving import more_time
from skill.coach.decisions.flow.sizing import Bounded, bounded
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.training.preferences import FEWEST_MINUTES, MOST_MINUTES
from skill.workout.cue import Phrase, phrase
from skill.workout.states import State


def minutes(turn: Turn, command: Minutes) -> Outcome:
    """A session of so many minutes, today if it has not begun, and from then on."""
    if command.minutes is None or command.minutes.value is None:
        return _not_heard(turn)
    if command.seconds is not None:
        return _too_short(turn, command.seconds)
    size, remarks = _bounded(command.minutes.value)
    remarks += [phrase("minutes.too_many", n=size.value)] if size.was_above else []
    turn = _with_minutes(turn, size.value)
    wanted = phrase("size.minutes", n=size.value)
    if turn.workout.under_way:
        return turn.go_on([*remarks, phrase("minutes.next_time", minutes=wanted)])
    turn = turn.with_workout(turn.fresh_workout())
    if turn.preferences.light_day == turn.today and turn.minutes_left < size.value - 1:
        remarks.append(phrase("minutes.light"))
    elif abs(turn.minutes_left - size.value) > 1 and not size.was_below:  # that was said already
        remarks.append(phrase("minutes.nearest", minutes=wanted))
    return offer_plan(turn, remarks)


def usual_length(turn: Turn, _command: UsualLength) -> Outcome:
    """As long as the runner's exercises and rounds take."""
    turn = _with_minutes(turn, None)
    if turn.workout.under_way:
        return turn.go_on([phrase("minutes.usual_next_time")])
    return offer_plan(turn.with_workout(turn.fresh_workout()), [])


def _not_heard(turn: Turn) -> Outcome:
    return turn.go_on([phrase("minutes.not_heard")])


def _too_short(turn: Turn, seconds: int) -> Outcome:
    """Answer a time that is too short for a session: in a workout it is a breather.

    Before a workout the runner hears how short a session may be, and nothing is kept.
    """
    if turn.workout.running:
        return more_time(turn, MoreTime(HeardNumber(seconds)))
    return turn.go_on([phrase("minutes.far_too_few", n=FEWEST_MINUTES)])


def _bounded(wanted: int) -> tuple[Bounded, list[Phrase]]:
    """The minutes that a session may have, and a remark where fewer were wanted."""
    size = bounded(wanted, FEWEST_MINUTES, MOST_MINUTES)
    return size, [phrase("minutes.too_few", n=size.value)] if size.was_below else []


def _with_minutes(turn: Turn, wanted: int | None) -> Turn:
    """The turn of a runner who wants so many minutes, or as many as it takes; today's plan stays as it is."""
    return turn.with_preferences(turn.athlete.preferences._replace(minutes=wanted))


# Less time than planned, today alone: the sets that no longer fit are left out, the last ones first.


def time_left(turn: Turn, command: TimeLeft) -> Outcome:
    """Make what is still to come fit into so many minutes; without a number, end the work with the current set.

    The current set and the stretch always stay.
    """
    if command.minutes is None and turn.workout.under_way:
        return _with_the_last_set(turn)
    if command.minutes is None or command.minutes.value is None:
        return _not_heard(turn)
    left = command.minutes.value
    if not turn.workout.under_way:
        return _from_the_start(turn, left)
    if turn.minutes_left <= left:
        return turn.go_on([_told(turn, "time_left.fits")])
    turn = _shortened(turn, left)
    fits = turn.minutes_left <= left
    return turn.go_on([_told(turn, "time_left.shorter" if fits else "time_left.shortest")])


def _with_the_last_set(turn: Turn) -> Outcome:
    """No set after the current one; in the stretch there is none to leave out."""
    if turn.workout.place.active is State.STRETCHING:
        return turn.go_on([_told(turn, "time_left.fits")])
    return _shortened(turn, 0).go_on([turn.phrase("time_left.last")])


def _told(turn: Turn, key: str) -> Phrase:
    """A sentence about the minutes that are left."""
    return phrase(key, minutes=phrase("size.minutes", n=turn.minutes_left))


def _from_the_start(turn: Turn, left: int) -> Outcome:
    """A plan of so many minutes, for today alone."""
    size, remarks = _bounded(left)
    today = _with_minutes(turn, size.value).fresh_workout()
    return offer_plan(turn.with_workout(today), remarks)


def _shortened(turn: Turn, left: int) -> Turn:
    """The turn with as many of the sets to come as fit, the current one at least; in the stretch none comes."""
    sets = turn.workout.plan.sets
    least = min(next_set(turn.workout) + 1, len(sets))

    def of_sets(count: int) -> Turn:
        beyond = first_of(sets[count:])
        return turn.with_workout(without(turn.workout, beyond)) if beyond else turn

    counts = range(least, len(sets) + 1)
    fitting = bisect_right(counts, left, key=lambda count: of_sets(count).minutes_left)
    return of_sets(counts[max(0, fitting - 1)])
