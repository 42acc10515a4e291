"""What the coach answers, before it is rendered for a device."""

from dataclasses import dataclass

from skill.athlete.athlete import Athlete
from skill.workout.segment import Segment
from skill.workout.states import State


@dataclass(frozen=True, slots=True)
class Card:
    """A card for the Alexa app."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. Without a question in its segment the conversation ends.

    ``segment`` is None where nothing may be said. ``simple`` asks for plain speech with pauses.
    """

    segment: Segment | None
    card: Card | None = None
    simple: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision: the reply, and the athlete afterwards. ``erased`` asks to forget the athlete.

    ``before`` is the workout's state in which the runner spoke; None without a workout.
    """

    athlete: Athlete
    reply: Reply
    erased: bool = False
    before: State | None = None

    @property
    def after(self) -> State | None:
        """The workout's state after the decision; None without a workout."""
        return state_of(self.athlete)


def state_of(athlete: Athlete) -> State | None:
    """The state of the athlete's workout; None without one."""
    return None if athlete.workout is None else athlete.workout.place.state
