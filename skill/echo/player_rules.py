"""Amazon's rules for the directives of the AudioPlayer: what they hold, and in answer to what they may be sent.

(Amazon: AudioPlayer Interface Reference; Playback Controller Interface Reference.)
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from skill.echo import errors

LONGEST_TOKEN_CHARACTERS = 1_024
LONGEST_URL_CHARACTERS = 8_000

_PLAY, _STOP, _CLEAR = "AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"
_BEHAVIORS = ("REPLACE_ALL", "ENQUEUE", "REPLACE_ENQUEUED")
_CLEARING = ("CLEAR_ENQUEUED", "CLEAR_ALL")
_LOOPBACK = re.compile(r"http://(?:localhost|127\.0\.0\.1)(?::\d+)?/.+")

# By the beginning of the request's type, the first that fits: which directives its answer may have.
_ANSWERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AudioPlayer.PlaybackStopped": (),
        "AudioPlayer.PlaybackFinished": (_STOP, _CLEAR),
        "AudioPlayer.": (_PLAY, _STOP, _CLEAR),
        "PlaybackController.": (_PLAY, _STOP, _CLEAR),
    }
)


def check_orders(request_type: str, body: Mapping[str, Any]) -> None:
    """Check what a response orders of the AudioPlayer; a file on this machine is allowed, for a simulator.

    Raises ForbiddenDirective, TooManyPlays or BadStream.
    """
    kinds = [directive["type"] for directive in body.get("directives") or ()]
    for beginning, allowed in _ANSWERS.items():
        if request_type.startswith(beginning):
            for kind in kinds:
                if kind not in allowed:
                    raise errors.ForbiddenDirective(
                        f"response to {request_type}",
                        limit=", ".join(allowed) or "no directive",
                        got=kind,
                    )
            break
    if (plays := kinds.count(_PLAY)) > 1:
        raise errors.TooManyPlays("AudioPlayer.Play", limit="1 a response", got=plays)
    for directive in body.get("directives") or ():
        if directive["type"] == _PLAY:
            _check_play(directive, body)
        elif directive["type"] == _CLEAR and directive.get("clearBehavior") not in _CLEARING:
            _refuse("clearBehavior", ", ".join(_CLEARING), directive.get("clearBehavior"))


def _check_play(directive: Mapping[str, Any], body: Mapping[str, Any]) -> None:
    behavior = directive.get("playBehavior")
    if behavior not in _BEHAVIORS:
        _refuse("playBehavior", ", ".join(_BEHAVIORS), behavior)
    stream = (directive.get("audioItem") or {}).get("stream")
    if not isinstance(stream, dict):
        _refuse("audioItem.stream", "an object", stream)
        return
    token, url = stream.get("token"), stream.get("url")
    if not isinstance(token, str) or not 0 < len(token) <= LONGEST_TOKEN_CHARACTERS:
        _refuse("token", f"1 to {LONGEST_TOKEN_CHARACTERS} characters", repr(token)[:80])
    if not isinstance(url, str) or len(url) > LONGEST_URL_CHARACTERS or not _is_secure(url):
        _refuse("url", f"https, up to {LONGEST_URL_CHARACTERS} characters", repr(url)[:80])
    offset = stream.get("offsetInMilliseconds")
    if type(offset) is not int or offset < 0:
        _refuse("offsetInMilliseconds", "a whole number from 0 on", offset)
    if (stream.get("expectedPreviousToken") is not None) is not (behavior == "ENQUEUE"):
        got = stream.get("expectedPreviousToken")
        _refuse(
            "expectedPreviousToken", "one with ENQUEUE, and only there", f"{got} with {behavior}"
        )
    if body.get("shouldEndSession") is False:
        _refuse("shouldEndSession", "true where something is played", "false")


def _is_secure(url: str) -> bool:
    return url.startswith("https://") or _LOOPBACK.fullmatch(url) is not None


def _refuse(what: str, limit: str, got: object) -> None:
    raise errors.BadStream(f"AudioPlayer {what}", limit=limit, got=got)
