"""The handlers of requests that no voice has made: a player's events, and its buttons."""

import logging
from collections.abc import Callable, Mapping

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.handlers import CoachHandler
from skill.alexa.players import EVENTS
from skill.coach import commands
from skill.coach.commands import Command, PressButton

logger = logging.getLogger(__name__)

BUTTONS: Mapping[str, Command] = {
    "PlaybackController.NextCommandIssued": PressButton(commands.SkipExercise()),
    "PlaybackController.PreviousCommandIssued": PressButton(commands.GoBack()),
    "PlaybackController.PauseCommandIssued": PressButton(commands.Pause()),
    "PlaybackController.PlayCommandIssued": PressButton(commands.Resume()),
}

_EVENTS: Mapping[str, Callable[[], Command]] = {
    f"{EVENTS}PlaybackStarted": commands.PlayBegan,
    f"{EVENTS}PlaybackNearlyFinished": commands.PlayNearlyOver,
    f"{EVENTS}PlaybackFinished": commands.PlayOver,
    f"{EVENTS}PlaybackStopped": commands.PlayStopped,
}

_FAILED = f"{EVENTS}PlaybackFailed"


class ButtonHandler(CoachHandler):
    """A button was pressed, on the speaker or in the Alexa app."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether it is a button for playing."""
        return handler_input.request_envelope.request.object_type in BUTTONS

    def command(self, handler_input: HandlerInput) -> Command:
        """What the button means."""
        return BUTTONS[handler_input.request_envelope.request.object_type]


class PlayerHandler(CoachHandler):
    """The speaker's player reports how far it is."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether it is one of its events."""
        kind = handler_input.request_envelope.request.object_type
        return kind in _EVENTS or kind == _FAILED

    def command(self, handler_input: HandlerInput) -> Command:
        """The event."""
        request = handler_input.request_envelope.request
        if request.object_type != _FAILED:
            return _EVENTS[request.object_type]()
        error, state = request.error, request.current_playback_state
        if error is not None:
            logger.warning("playing failed: %s %s", error.object_type, error.message)
        playing = state is not None and getattr(state.player_activity, "value", "") == "PLAYING"
        return commands.PlayFailed((state.token or "") if playing else "")
