"""What a response may tell the AudioPlayer, and in answer to what."""

from typing import Any

import pytest
from support.tables import with_each

from skill.echo import Rules, Stage, errors
from skill.echo.timeline import short_clip_ms
from skill.understanding import Pace

RULES = Rules(Stage(Pace(), short_clip_ms, has_screen=False), frozenset({"AudioPlayer"}))
STOP = {"type": "AudioPlayer.Stop"}
CLEAR = {"type": "AudioPlayer.ClearQueue", "clearBehavior": "CLEAR_ALL"}


def play(behavior: str = "REPLACE_ALL", name: str | None = "t", **changes: Any) -> dict[str, Any]:
    stream = {"token": name, "url": "https://a.example/1.mp3", "offsetInMilliseconds": 0, **changes}
    return {
        "type": "AudioPlayer.Play",
        "playBehavior": behavior,
        "audioItem": {"stream": {k: v for k, v in stream.items() if v is not None}},
    }


def answer(*directives: dict[str, Any], **body: Any) -> dict[str, Any]:
    return {"version": "1.0", "response": {"directives": list(directives), **body}}


ENQUEUE = play("ENQUEUE", expectedPreviousToken="s")
LEGAL = [
    ("AudioPlayer.PlaybackStarted", ENQUEUE),
    ("AudioPlayer.PlaybackNearlyFinished", ENQUEUE),
    ("AudioPlayer.PlaybackNearlyFinished", play("REPLACE_ENQUEUED")),
    ("AudioPlayer.PlaybackFailed", play()),
    ("AudioPlayer.PlaybackFinished", STOP),
    ("AudioPlayer.PlaybackFinished", CLEAR),
    ("PlaybackController.PlayCommandIssued", play()),
    ("IntentRequest", play(url="http://127.0.0.1:5000/audio/1")),
]
ILLEGAL = [
    (errors.ForbiddenDirective, "AudioPlayer.PlaybackFinished", ENQUEUE),
    (errors.ForbiddenDirective, "AudioPlayer.PlaybackStopped", STOP),
    (errors.ForbiddenDirective, "AudioPlayer.PlaybackStopped", CLEAR),
    (errors.BadStream, "IntentRequest", play("SOON")),
    (errors.BadStream, "IntentRequest", play(name="t" * 1025)),
    (errors.BadStream, "IntentRequest", play(name="")),
    (errors.BadStream, "IntentRequest", play(url="http://a.example/1.mp3")),
    (errors.BadStream, "IntentRequest", play(url="https://a.example/" + "1" * 8000)),
    (errors.BadStream, "IntentRequest", play(offsetInMilliseconds=-1)),
    (errors.BadStream, "IntentRequest", play(offsetInMilliseconds=None)),
    (errors.BadStream, "IntentRequest", play("ENQUEUE")),
    (errors.BadStream, "IntentRequest", play(expectedPreviousToken="s")),
    (errors.BadStream, "IntentRequest", {"type": "AudioPlayer.Play", "playBehavior": "ENQUEUE"}),
    (errors.BadStream, "IntentRequest", {**CLEAR, "clearBehavior": "ALL"}),
]


@with_each(("kind", "directive"), LEGAL)
def test_a_player_may_be_told(kind: str, directive: dict[str, Any]) -> None:
    RULES.check(kind, answer(directive))


@with_each(("fault", "kind", "directive"), ILLEGAL)
def test_a_player_may_not_be_told(
    fault: type[Exception], kind: str, directive: dict[str, Any]
) -> None:
    with pytest.raises(fault):
        RULES.check(kind, answer(directive))


def test_one_response_plays_one_stream() -> None:
    with pytest.raises(errors.TooManyPlays):
        RULES.check("IntentRequest", answer(play(), play()))


def test_nothing_is_played_over_an_open_microphone() -> None:
    speech = {"type": "PlainText", "text": "Ready?"}
    body = {"outputSpeech": speech, "reprompt": {"outputSpeech": speech}}
    with pytest.raises(errors.BadStream):
        RULES.check("IntentRequest", answer(play(), shouldEndSession=False, **body))


@with_each("kind", ["AudioPlayer.PlaybackStarted", "PlaybackController.PlayCommandIssued"])
@with_each("field", ["outputSpeech", "shouldEndSession"])
def test_a_player_is_told_nothing_in_words(kind: str, field: str) -> None:
    words = {"outputSpeech": {"type": "PlainText", "text": "Hi."}, "shouldEndSession": True}
    with pytest.raises(errors.ForbiddenField):
        RULES.check(kind, answer(**{field: words[field]}))


def test_a_device_without_a_player_plays_nothing() -> None:
    with pytest.raises(errors.UnsupportedDirective):
        Rules(RULES.stage).check("IntentRequest", answer(play()))
