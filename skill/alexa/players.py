"""The player of audio files: what a request reports of it, and the directives that control it."""

from ask_sdk_model import Directive, RequestEnvelope
from ask_sdk_model.interfaces.audioplayer import (
    AudioItem,
    PlayBehavior,
    PlayDirective,
    PlayerActivity,
    StopDirective,
    Stream,
)

from skill.coach.audio_player import Play, Player, Stop

_SOUNDING = (PlayerActivity.PLAYING, PlayerActivity.PAUSED, PlayerActivity.BUFFER_UNDERRUN)
"""The activities of a player that plays on once nobody speaks any more."""

LONGEST_MS = 10_000_000
"""No track lasts so long: a larger offset is an error of the player."""

EVENTS = "AudioPlayer."
"""How the types of a player's own requests begin."""


def player_of(envelope: RequestEnvelope) -> Player | None:
    """The speaker's player as the request describes it; None where the speaker has none.

    A player's own request is about the track that it names, whatever plays meanwhile.
    """
    context, request = envelope.context, envelope.request
    device = context.system.device
    interfaces = device.supported_interfaces if device else None
    state = context.audio_player
    if request.object_type.startswith(EVENTS):
        offset = getattr(request, "offset_in_milliseconds", None)
        failed = getattr(request, "current_playback_state", None)
        if failed is not None and failed.token == request.token:
            offset = failed.offset_in_milliseconds
        return Player(request.token or "", _bounded(offset))
    if state is None:
        return Player() if interfaces and interfaces.audio_player else None
    sounding = state.player_activity in _SOUNDING
    return Player(state.token or "", _bounded(state.offset_in_milliseconds), sounding)


def _bounded(offset_ms: int | None) -> int:
    return min(LONGEST_MS, max(0, offset_ms or 0))


def directive_of(order: Play | Stop) -> Directive:
    """The directive for an order (Amazon: AudioPlayer Interface Reference).

    What comes after a track names that track, so that it is dropped where something else plays by now.
    """
    if isinstance(order, Stop):
        return StopDirective()
    stream = Stream(
        token=order.token,
        url=order.url,
        offset_in_milliseconds=0,
        expected_previous_token=order.after or None,
    )
    behavior = PlayBehavior.ENQUEUE if order.after else PlayBehavior.REPLACE_ALL
    return PlayDirective(play_behavior=behavior, audio_item=AudioItem(stream=stream))
