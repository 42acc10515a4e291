"""What follows from a length of time: of every session, of a wait, or of what is left for today's."""

from skill.alexa.slots import Slots, heard_number, is_filled
from skill.alexa.times import heard_seconds
from skill.coach import commands
from skill.coach.commands import Command, HeardNumber

SHORTEST_SESSION_SECONDS = 180
"""A shorter time is not taken for the length of a workout."""

A_MOMENT_SECONDS = 5
"""A shorter time is no length at all: "just a second"."""


def minutes(slots: Slots) -> Command:
    """How long a session is to be, in minutes; or a moment, in which the coach waits."""
    heard = heard_seconds(slots, "duration")
    seconds = heard.value if heard else None
    if seconds is not None and seconds < A_MOMENT_SECONDS:
        return commands.Pause()
    is_short = seconds is not None and seconds < SHORTEST_SESSION_SECONDS
    return commands.Minutes(_in_minutes(heard), seconds if is_short else None)


def time_left(slots: Slots) -> Command:
    """How much time is left for the workout of today, in minutes."""
    return commands.TimeLeft(_in_minutes(heard_seconds(slots, "duration")))


def _in_minutes(heard: HeardNumber | None) -> HeardNumber | None:
    """A time that was heard in seconds, in minutes, at least one; what was not understood stays so."""
    if heard is None or heard.value is None:
        return heard
    return HeardNumber(max(1, round(heard.value / 60)))


def more_time(slots: Slots) -> Command:
    """How long to wait, in seconds, also where "a couple" of them is said; or that it is for later."""
    if is_filled(slots, "later"):
        return commands.MoreTime(later=True)
    heard = heard_seconds(slots, "duration") or heard_number(slots, "seconds")
    if minutes := heard_number(slots, "minutes") or _some(slots):
        heard = HeardNumber(None if minutes.value is None else 60 * minutes.value)
    if heard is not None and heard.value is not None and 0 < heard.value < A_MOMENT_SECONDS:
        return commands.Pause()
    return commands.MoreTime(heard)


def _some(slots: Slots) -> HeardNumber | None:
    """How many "a couple" and "a few" are: the ids of the slot type SOME."""
    some = slots.id("some")
    if some is None:
        return None
    return HeardNumber(int(some) if some.isdecimal() else None)
