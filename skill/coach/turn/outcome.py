"""The result of a decision: the athlete, the reply, and an errand where something outside comes first."""

from collections.abc import Callable
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete
from skill.coach.reply import Reply
from skill.coach.services import Outside
from skill.coach.turn.aside import Aside
from skill.coach.turn.way_back import WayBack
from skill.errors import StrideError
from skill.speed.value import Value
from skill.workout.states import State


class Errand(Value):
    """Something to be done outside, and how the conversation goes on with what came of it.

    ``do`` may raise ``StoreUnavailable``, ``RemindersRefused`` or ``AudioUnavailable``. Then ``fail`` is called
    with the error; otherwise ``then`` is called with what ``do`` returned.
    """

    do: Callable[[Outside], Any]
    then: Callable[[Any], "Outcome"]
    fail: Callable[[StrideError], "Outcome"]


class Outcome(NamedTuple):
    """A decision: the reply, and the athlete afterwards, who is ``erased`` where all has been forgotten.

    ``before`` is the workout's state in which the runner spoke; None without a workout. ``aside`` is what the
    session is to keep beside the athlete, ``misheard`` whether the runner was not understood. An ``errand``
    has to be run first: then the outcome is what comes of it. ``for_guest`` says that a guest has the session
    from here on, and is answered instead. ``way_back`` leads back from the order that was carried out.
    """

    athlete: Athlete
    reply: Reply
    erased: bool = False
    aside: Aside | None = None
    errand: Errand | None = None
    before: State | None = None
    misheard: bool = False
    for_guest: bool = False
    way_back: WayBack | None = None

    @property
    def parts(self) -> bool:
        """Whether it says something and leaves."""
        segment = self.reply.segment
        return segment is not None and segment.question is None

    @property
    def after(self) -> State | None:
        """The workout's state after the decision; None without a workout."""
        return state_of(self.athlete)


def state_of(athlete: Athlete) -> State | None:
    """The state of the athlete's workout; None without one."""
    return None if athlete.workout is None else athlete.workout.place.state
