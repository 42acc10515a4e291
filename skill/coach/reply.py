"""What the coach answers, before it is rendered for a device."""

from typing import NamedTuple

from skill.coach.audio_player import Play, Stop
from skill.speed.value import Value
from skill.workout.display import Display
from skill.workout.segment import Segment


class Card(Value):
    """A card for the Alexa app."""

    title: str
    text: str


class PermissionCard(Value):
    """A card in the Alexa app by which reminders are permitted."""


class Reply(NamedTuple):
    """One answer. Without a question in its segment the conversation ends.

    ``segment`` is None where nothing may be said. ``simple`` asks for plain speech with pauses. ``player`` is
    what the speaker's player is to do once all is said; None leaves it alone. ``display`` is what the screen
    shows, if there is one; ``touched`` is whether a touch or the screen itself is answered, so that nobody is
    about to speak.
    """

    segment: Segment | None
    card: Card | PermissionCard | None = None
    simple: bool = False
    player: Play | Stop | None = None
    display: Display | None = None
    touched: bool = False
