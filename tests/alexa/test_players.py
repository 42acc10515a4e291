"""What a request tells of the player of audio files, however oddly, and what is answered to it."""

from typing import Any

import pytest
from requests_to_alexa import DEVICE, EVENING, SKILL_ID, USER, Json
from support.audio_on_paper import PaperShelf
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.alexa.players import LONGEST_MS, player_of
from skill.alexa.sdk.envelope import read_envelope
from skill.alexa.skill import AlexaSkill
from skill.coach.audio_player import Player
from skill.coach.coach import Coach
from skill.echo import Rules, Stage
from skill.echo.envelope import Envelopes, Identity
from skill.echo.timeline import short_clip_ms
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.understanding import Pace

PLAYS: dict[str, Json] = {"AudioPlayer": {}}
EVENTS = [
    f"AudioPlayer.Playback{kind}"
    for kind in ("Started", "NearlyFinished", "Finished", "Stopped", "Failed")
]
BUTTONS = [
    f"PlaybackController.{kind}CommandIssued" for kind in ("Next", "Previous", "Pause", "Play")
]
RULES = Rules(Stage(Pace(), short_clip_ms, has_screen=False), frozenset(PLAYS))

NAMED: dict[str, Any] = {"token": "1.1.0"}


def event(kind: str, player: Json | None = None, **fields: Any) -> Json:
    envelopes = Envelopes(Identity(SKILL_ID, USER, DEVICE, "en-US", PLAYS))
    return envelopes.wrap({"type": kind, **fields}, None, EVENING, player=player)


def told(sent: Json) -> Player | None:
    envelope = read_envelope(sent)
    assert envelope is not None
    return player_of(envelope)


@with_each(
    ("activity", "sounding"),
    [
        *((name, True) for name in ("PLAYING", "PAUSED", "BUFFER_UNDERRUN")),
        *((name, False) for name in ("IDLE", "STOPPED", "FINISHED")),
        *((name, False) for name in ("DREAMING", None, 7)),
    ],
)
def test_a_player_sounds_that_goes_on_once_nobody_speaks(activity: object, sounding: bool) -> None:
    state = {"token": "1.1.0", "offsetInMilliseconds": 5, "playerActivity": activity}
    assert told(event("LaunchRequest", state)) == Player("1.1.0", 5, sounding)


@with_each(
    ("offset", "heard_ms"),
    [(0, 0), (-5, 0), (10**15, LONGEST_MS), ("five", 0), (None, 0), ([], 0)],
)
def test_an_offset_is_brought_to_what_can_be(offset: object, heard_ms: int) -> None:
    state = {"token": "1.1.0", "offsetInMilliseconds": offset, "playerActivity": "PLAYING"}
    assert told(event("LaunchRequest", state)) == Player("1.1.0", heard_ms, True)
    sent = event("AudioPlayer.PlaybackStopped", **NAMED, offsetInMilliseconds=offset)
    assert told(sent) == Player("1.1.0", heard_ms)


def test_a_speaker_that_has_no_player_tells_of_none() -> None:
    sent = event("LaunchRequest")
    sent["context"]["System"]["device"]["supportedInterfaces"] = {}
    del sent["context"]["AudioPlayer"]
    assert told(sent) is None
    sent["context"]["System"]["device"]["supportedInterfaces"] = PLAYS
    assert told(sent) == Player()


def test_a_failure_tells_where_the_track_was_that_failed() -> None:
    state = {"token": "1.1.0", "offsetInMilliseconds": 7_000, "playerActivity": "STOPPED"}
    failed: dict[str, Any] = {"token": "1.1.0", "currentPlaybackState": state}
    assert told(event("AudioPlayer.PlaybackFailed", **failed)) == Player("1.1.0", 7_000)
    assert told(event("AudioPlayer.PlaybackFailed", **failed | {"token": "1.1.1"})) == Player(
        "1.1.1"
    )


@with_each("name", ["1.1.0", "", None, 7, "x" * 2_000])
@with_each("kind", [*EVENTS, *BUTTONS])
def test_every_request_without_a_session_gets_a_legal_answer(kind: str, name: object) -> None:
    shelf = PaperShelf()
    skill = AlexaSkill(
        Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook, shelf.publish)
    )
    every: tuple[dict[str, Any], ...] = (
        {},
        {"offsetInMilliseconds": 5},
        {"offsetInMilliseconds": "?"},
        {"error": {}},
    )
    for fields in every:
        RULES.check(kind, skill(event(kind, token=name, **fields)))


@pytest.mark.parametrize("kind", [*EVENTS, *BUTTONS])
def test_an_error_of_ours_is_logged_and_answered_with_nothing(
    kind: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    coach = Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook)

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(coach.store, "load", broken)
    response = AlexaSkill(coach)(event(kind, **NAMED))
    assert response["response"] == {}
    assert "RuntimeError: broken" in caplog.text
