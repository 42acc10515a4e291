"""How the pretend Echo plays streams: one after another, with offsets, and still while somebody speaks."""

from collections.abc import Mapping
from typing import Any

import pytest
from echo_scripts import Json, echo_with, farewell, heard, silent
from support.tables import with_each
from test_echo_player_rules import STOP, answer, play

from skill.echo import Echo, NoStream, Sound, Soundtrack, StreamUnplayable


class Jukebox:
    """A skill that plays stream "a" when it is opened and answers each event from a table."""

    def __init__(self, **answers: Json) -> None:
        self.answers = {"LaunchRequest": _speaking(play(name="a")), **answers}
        self.requests: list[Json] = []

    def __call__(self, request: Json) -> Json:
        self.requests.append(request)
        kind = request["request"]["type"].rpartition(".")[2]
        return self.answers.get(kind, silent())

    @property
    def told(self) -> list[tuple[str, str, int | None]]:
        """What the player told, in order: what, of which stream, at which offset."""
        return [
            (kind.rpartition(".")[2], request["token"], request.get("offsetInMilliseconds"))
            for request in (sent["request"] for sent in self.requests)
            if (kind := request["type"]).startswith("AudioPlayer.")
        ]

    @property
    def player(self) -> Mapping[str, Any]:
        """What the last request said about the player."""
        state: Mapping[str, Any] = self.requests[-1]["context"]["AudioPlayer"]
        return state


def _speaking(directive: Json) -> Json:
    return farewell("Go.", directives=[directive])


def _ten_seconds(_url: str) -> Soundtrack:
    return Soundtrack(tuple(Sound(ms, 400, f"At {ms}.") for ms in (1000, 5000, 9000)), 10_000)


def _device(skill: Jukebox, **settings: Any) -> Echo:
    return echo_with(
        skill, **{"interfaces": {"AudioPlayer": {}}, "fetch": _ten_seconds, **settings}
    )


ENQUEUE = answer(play("ENQUEUE", name="b", expectedPreviousToken="a"))


def test_a_stream_begins_when_the_response_has_been_said_and_tells_its_course() -> None:
    skill = Jukebox()
    echo = _device(skill)
    echo.open()
    echo.wait(1_999)
    assert not echo.streaming.sounding
    echo.wait(20_000)
    assert skill.told == [
        ("PlaybackStarted", "a", 0),
        ("PlaybackNearlyFinished", "a", 5_000),
        ("PlaybackFinished", "a", 10_000),
    ]
    assert [ms for ms, *_ in heard(echo)] == [3_000, 5_000, 9_000, 13_000]
    assert echo.state == "idle"


def test_what_is_enqueued_follows_without_a_gap() -> None:
    skill = Jukebox(PlaybackNearlyFinished=ENQUEUE)
    echo = _device(skill)
    echo.open()
    echo.wait(25_000)
    assert [kind for kind, *_ in skill.told[:4]] == [
        "PlaybackStarted",
        "PlaybackNearlyFinished",
        "PlaybackFinished",
        "PlaybackStarted",
    ]
    assert skill.told[3] == ("PlaybackStarted", "b", 0)
    assert [ms for ms, *_ in heard(echo)][3:5] == [13_000, 15_000]


@with_each("nearly_ms", [(100,), (-1,), (0, 300), (100, -100, -10)])
def test_however_often_a_stream_is_nearly_finished_what_is_enqueued_plays_once(
    nearly_ms: tuple[int, ...],
) -> None:
    skill = Jukebox(PlaybackNearlyFinished=ENQUEUE)
    echo = _device(skill)
    echo.streaming.nearly_ms = nearly_ms
    echo.open()
    echo.wait(60_000)
    assert [token for kind, token, _ in skill.told if kind == "PlaybackStarted"] == ["a", "b"]
    assert len([kind for kind, *_ in skill.told if kind == "PlaybackNearlyFinished"]) == 2 * len(
        nearly_ms
    )


def test_what_expects_another_stream_before_it_is_dropped() -> None:
    stale = answer(play("ENQUEUE", name="b", expectedPreviousToken="z"))
    skill = Jukebox(PlaybackNearlyFinished=stale)
    echo = _device(skill)
    echo.open()
    echo.wait(60_000)
    assert [token for kind, token, _ in skill.told if kind == "PlaybackStarted"] == ["a"]


@pytest.mark.parametrize("tells_pauses", [True, False])
def test_a_stream_stands_still_while_somebody_speaks_and_goes_on_after(
    *, tells_pauses: bool
) -> None:
    skill = Jukebox()
    echo = _device(skill)
    echo.streaming.tells_pauses, echo.streaming.nearly_ms = tells_pauses, (-1,)
    echo.open()
    echo.wait(5_000)
    known = len(skill.told)
    assert echo.say("what's the weather like") is None
    assert echo.streaming.offset_ms == 3_000
    echo.wait(2_000)
    assert [ms for ms, *_ in heard(echo)] == [3_000, 5_000, 12_000]
    told = [("PlaybackStopped", "a", 3_000), ("PlaybackStarted", "a", 3_000)]
    assert skill.told[known:] == (told if tells_pauses else [])


def test_pause_needs_no_name_and_tells_where_the_stream_is() -> None:
    skill = Jukebox(IntentRequest=farewell("Paused.", directives=[STOP]))
    echo = _device(skill)
    echo.open()
    echo.wait(5_000)
    turn = echo.say("stop")
    assert turn is not None
    assert turn.request["request"]["intent"]["name"] == "AMAZON.PauseIntent"
    assert turn.request["session"]["new"]
    state = turn.request["context"]["AudioPlayer"]
    assert state == {"token": "a", "offsetInMilliseconds": 3_000, "playerActivity": "PAUSED"}
    assert skill.told[-1] == ("PlaybackStopped", "a", 3_000)
    echo.wait(60_000)
    assert not echo.streaming.sounding


def test_an_answer_that_stops_nothing_lets_the_stream_go_on() -> None:
    skill = Jukebox(IntentRequest=farewell("Three left."))
    echo = _device(skill)
    echo.open()
    echo.wait(5_000)
    echo.say("ask iron coach how many left")
    echo.wait(60_000)
    assert ("PlaybackFinished", "a", 10_000) in skill.told


def test_without_a_stream_nothing_can_be_said_without_the_name() -> None:
    echo = _device(Jukebox())
    assert echo.say("pause") is None
    with pytest.raises(NoStream):
        echo.fail_stream("MEDIA_ERROR_UNKNOWN", "?")


def test_a_button_is_a_request_without_a_session() -> None:
    skill = Jukebox(PauseCommandIssued=answer(STOP))
    echo = _device(skill)
    echo.open()
    echo.wait(5_000)
    turn = echo.press("Pause")
    assert "session" not in turn.request
    assert not echo.streaming.sounding
    assert skill.told[-1] == ("PlaybackStopped", "a", 3_000)


def test_a_file_that_is_not_there_fails_and_may_be_replaced() -> None:
    def gone(url: str) -> Soundtrack:
        if url.endswith("1.mp3"):
            raise StreamUnplayable(url)
        return _ten_seconds(url)

    again = answer(play(name="c", url="https://a.example/2.mp3"))
    skill = Jukebox(PlaybackFailed=again)
    echo = _device(skill, fetch=gone)
    echo.open()
    echo.wait(3_500)
    assert [told[:2] for told in skill.told] == [("PlaybackFailed", "a"), ("PlaybackStarted", "c")]
    assert echo.streaming.sounding


def test_a_power_cut_forgets_the_stream_and_tells_nobody() -> None:
    skill = Jukebox()
    echo = _device(skill)
    echo.open()
    echo.wait(5_000)
    known = len(skill.requests)
    echo.power_cut()
    echo.wait(60_000)
    assert len(skill.requests) == known
    echo.open()
    assert skill.player == {"playerActivity": "IDLE"}
