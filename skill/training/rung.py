"""A rung of an exercise's ladder, and why a set asks for what it asks."""

from enum import StrEnum
from typing import NamedTuple


class Rung(NamedTuple):
    """What one session asks of an exercise.

    ``amount`` is a dose in the exercise's measure; ``extra_sets`` come on top of the session's rounds.
    ``tool`` is what loads it: ``load_grams`` of a weight, 0 for a band.
    """

    exercise_id: str
    amount: int
    extra_sets: int = 0
    tool: str | None = None
    load_grams: int = 0


class Why(StrEnum):
    """Why an exercise is asked for as it is. The first ones change nothing."""

    FIRST_TIME = "first_time"
    STEADY = "steady"
    FROZEN = "frozen"
    LIGHT_DAY = "light_day"
    TOP = "top"
    WAITS = "waits"
    EASE_IN = "ease_in"
    SPARE = "spare"
    ESTABLISHED = "established"
    MISSED = "missed"
    GAP = "gap"
    OWN_LOAD = "own_load"
    NO_TOOL = "no_tool"
    JOINT = "joint"
    WISH = "wish"
    EYES_OPEN = "eyes_open"
    OFF_BACK = "off_back"


CHANGES = frozenset(
    {
        Why.SPARE,
        Why.ESTABLISHED,
        Why.MISSED,
        Why.GAP,
        Why.OWN_LOAD,
        Why.NO_TOOL,
        Why.JOINT,
        Why.WISH,
    }
)
"""The reasons worth a sentence: something is other than the last time."""


class Reason(NamedTuple):
    """Why, in figures that a sentence can be made of.

    ``was`` is what the last session asked, None the first time. ``times`` are the sessions in a row that
    led to it, each with ``spare`` repetitions left at least (0: it was called easy); where nothing changes, those
    that did all that was asked with nothing left. ``days`` is the length of a gap.
    ``instead_of`` is the exercise that was swapped out, ``without`` the joint or tool that it would
    have needed.
    """

    why: Why = Why.FIRST_TIME
    was: Rung | None = None
    times: int = 0
    spare: int = 0
    days: int = 0
    instead_of: str | None = None
    without: str | None = None

    @property
    def changed(self) -> bool:
        """Whether it is worth a sentence."""
        return self.why in CHANGES or self.instead_of is not None


FIRST_TIME = Reason()
"""Nothing is known yet: an exercise begins at the lower end of its range."""
