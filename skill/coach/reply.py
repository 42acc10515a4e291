"""What the coach answers, before it is rendered for a device."""

from collections.abc import Callable
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete
from skill.coach.audio_player import Hush, Play
from skill.coach.services import Outside
from skill.coach.turn.aside import Aside
from skill.errors import StrideError
from skill.value import Value
from skill.workout.segment import Segment
from skill.workout.states import State


class Card(Value):
    """A card for the Alexa app."""

    title: str
    text: str


class PermissionCard(Value):
    """A card in the Alexa app by which reminders are permitted."""


class Reply(NamedTuple):
    """One answer. Without a question in its segment the conversation ends.

    ``segment`` is None where nothing may be said. ``simple`` asks for plain speech with pauses. ``player`` is
    what the speaker's player is to do once all is said; None leaves it alone.
    """

    segment: Segment | None
    card: Card | PermissionCard | None = None
    simple: bool = False
    player: Play | Hush | None = None


class Errand(Value):
    """Something to be done outside, and how the conversation goes on with what came of it.

    ``do`` may raise ``StoreUnavailable``, ``RemindersRefused`` or ``AudioUnavailable``: then ``fail`` is told the
    error, else ``tell`` what ``do`` returned.
    """

    do: Callable[[Outside], Any]
    tell: Callable[[Any], "Outcome"]
    fail: Callable[[StrideError], "Outcome"]


class Outcome(NamedTuple):
    """A decision: the reply, and the athlete afterwards, who is ``erased`` where all has been forgotten.

    ``before`` is the workout's state in which the runner spoke; None without a workout. ``aside`` is what the
    session is to keep beside the athlete. An ``errand`` has to be run first: then the outcome is what it tells.
    """

    athlete: Athlete
    reply: Reply
    erased: bool = False
    aside: Aside | None = None
    errand: Errand | None = None
    before: State | None = None

    @property
    def after(self) -> State | None:
        """The workout's state after the decision; None without a workout."""
        return state_of(self.athlete)


def state_of(athlete: Athlete) -> State | None:
    """The state of the athlete's workout; None without one."""
    return None if athlete.workout is None else athlete.workout.place.state
