"""What follows from a length of time: of every session, of a wait, or of what is left for today's."""

from skill.alexa.slots import Slots, heard_number, heard_seconds, is_filled
from skill.coach import commands
from skill.coach.commands import Command, HeardNumber

SHORTEST_SESSION_SECONDS = 180
"""A shorter time is not taken for the length of a workout."""

A_MOMENT_SECONDS = 5
"""A shorter time is no length at all: "just a second"."""


def minutes(slots: Slots) -> Command:
    """How long a session is to be, in minutes; or a moment, in which the coach waits."""
    heard = heard_seconds(slots, "duration")
    if heard is None or heard.value is None:
        return commands.Minutes(heard)
    if heard.value < A_MOMENT_SECONDS:
        return commands.Pause()
    short = heard.value if heard.value < SHORTEST_SESSION_SECONDS else None
    return commands.Minutes(HeardNumber(round(heard.value / 60)), short)


def time_left(slots: Slots) -> Command:
    """How much time is left for the workout of today, in minutes."""
    heard = heard_seconds(slots, "duration")
    if heard is None or heard.value is None:
        return commands.TimeLeft(heard)
    return commands.TimeLeft(HeardNumber(max(1, round(heard.value / 60))))


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
    return None if some is None else HeardNumber(int(some))
