"""Desks that listen: a few at once, each piece of sound once and in its order. The engines are stand-ins."""

import pytest
from support.reading import AtOnce

from skill.ears.ears import Began, Ears, Spoke, Woke, Words
from skill.ears.sound import bytes_in
from skill.ears.wake import DEFAULT_NAME, WAKE_NAMES, WakeName, WakeWord, as_a_name
from skill.simulator import listening
from skill.simulator.listening import GIVES_WAY_S, MOST_DESKS, ListeningDesks, NotHeard
from skill.simulator.models import heard_locales, load_model

WAKE, SPEECH = b"\x01\x00", b"\x02\x00"


def sound(mark: bytes, ms: int = 250) -> bytes:
    return mark * (bytes_in(ms) // 2)


class Room:
    """Desks that listen, and a clock that the test moves."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.made: list[str] = []
        self.called_by: list[WakeName] = []
        self.listening = ListeningDesks(self.ears, lambda: self.now_s)

    def ears(self, locale: str, wake_name: WakeName) -> Ears:
        self.made.append(locale)
        self.called_by.append(wake_name)
        wake = WakeWord(lambda pcm: pcm == sound(WAKE, 10))
        reads = AtOnce(lambda _pcm: Words("skip it"))
        return Ears(wake, lambda frame: float(SPEECH in frame), reads)

    def begin(self, desk: str, wake: WakeName = DEFAULT_NAME) -> None:
        self.listening.begin(desk, "en-US", wake)

    def refusal(self, desk: str, number: int) -> str:
        with pytest.raises(NotHeard) as refused:
            self.listening.hear(desk, number, sound(SPEECH), asked=False)
        return refused.value.why


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(listening, "engines_installed", lambda: True)
    return Room()


def test_what_is_heard_in_a_piece_is_told_at_once(room: Room) -> None:
    room.begin("a")
    hear = room.listening.hear
    assert hear("a", 0, bytes(bytes_in(250)), asked=False) == []
    assert hear("a", 1, sound(WAKE, 10) + sound(SPEECH), asked=False) == [Woke(), Began()]
    assert hear("a", 2, sound(SPEECH), asked=False) == []
    assert hear("a", 3, bytes(bytes_in(1_000)), asked=False) == [Spoke("skip it")]


def test_every_desk_is_woken_by_the_word_of_its_own_choice(room: Room) -> None:
    room.begin("a")
    room.begin("b", "hey jarvis")
    room.begin("a", "alexa")
    assert room.called_by == ["okay nabu", "hey jarvis", "alexa"]


def test_the_desk_at_which_somebody_began_last_is_followed() -> None:
    class Counting:
        def __init__(self) -> None:
            self.pieces = 0

        def begin(self) -> None:
            self.pieces = 0

        def more(self, _pcm: bytes) -> str:
            self.pieces += 1
            return f"{self.pieces} words"

    shared = listening._SharedFollower(Counting())
    one, other = listening._Following(shared), listening._Following(shared)
    one.begin()
    assert (one.more(b""), one.more(b"")) == ("1 words", "2 words")
    other.begin()
    assert (one.more(b""), other.more(b"")) == ("", "1 words")
    one.begin()
    assert (one.more(b""), other.more(b"")) == ("1 words", "")


def test_one_desk_at_a_time_is_read_along_with_until_it_or_another_one_is_read() -> None:
    class Remembering:
        def __init__(self) -> None:
            self.along_with: list[bytes] = []

        def along(self, pcm: bytes) -> None:
            self.along_with.append(pcm)

        def __call__(self, pcm: bytes) -> Words:
            return Words(pcm.decode())

    remembering = Remembering()
    shared = listening._SharedReader(remembering)
    one, other = listening._Reading(shared), listening._Reading(shared)
    one.along(b"skip")
    other.along(b"stop")
    one.along(b"skip it")
    assert remembering.along_with == [b"skip", b"skip it"]
    assert one(b"skip it") == Words("skip it")
    other.along(b"stop that")
    one.along(b"next")
    assert remembering.along_with[2:] == [b"stop that"]
    assert one(b"next") == Words("next"), "whoever is over is read all the same"
    one.along(b"louder")
    assert remembering.along_with[3:] == [b"louder"]


def test_every_desk_hears_for_itself(room: Room) -> None:
    room.begin("a")
    room.begin("b")
    room.listening.hear("a", 0, sound(SPEECH), asked=True)
    assert room.listening.hear("b", 0, bytes(bytes_in(1_000)), asked=False) == []
    assert room.listening.hear("a", 1, bytes(bytes_in(1_000)), asked=True) == [Spoke("skip it")]


def test_a_piece_that_comes_twice_or_too_early_is_refused_and_the_next_one_is_not(
    room: Room,
) -> None:
    room.begin("a")
    room.listening.hear("a", 0, sound(SPEECH), asked=False)
    assert room.refusal("a", 0) == "out_of_order"
    assert room.refusal("a", 2) == "out_of_order"
    assert room.listening.hear("a", 1, sound(WAKE, 10), asked=False) == [Woke()]


def test_to_begin_again_counts_from_the_first_piece(room: Room) -> None:
    room.begin("a")
    room.listening.hear("a", 0, sound(WAKE, 10), asked=False)
    room.begin("a")
    assert room.listening.hear("a", 0, sound(SPEECH), asked=False) == []  # it was not woken for


def test_a_desk_that_does_not_listen_hears_nothing(room: Room) -> None:
    assert room.refusal("a", 0) == "shut"
    room.begin("a")
    room.listening.end("a")
    room.listening.end("a")
    assert room.refusal("a", 0) == "shut"


def test_only_a_few_listen_at_once_until_one_ends_or_falls_silent(room: Room) -> None:
    for desk in range(MOST_DESKS):
        room.begin(f"{desk}")
    for _ in range(2):
        with pytest.raises(NotHeard, match="too_many"):
            room.begin("late")
    assert len(room.made) == MOST_DESKS + 2
    room.listening.end("0")
    room.begin("late")
    room.now_s += GIVES_WAY_S - 1
    room.listening.hear("late", 0, sound(SPEECH), asked=False)
    room.now_s += 1
    room.begin("later")
    assert room.refusal("1", 0) == "shut"
    assert room.listening.hear("late", 1, sound(SPEECH), asked=False) == []


def test_whoever_listens_may_begin_again_however_many_there_are(room: Room) -> None:
    for desk in range(MOST_DESKS):
        room.begin(f"{desk}")
    room.begin("0")


def test_another_language_than_english_is_not_heard(room: Room) -> None:
    with pytest.raises(NotHeard, match="language"):
        room.listening.begin("a", "de-DE", DEFAULT_NAME)
    room.listening.begin("a", "en-GB", DEFAULT_NAME)
    assert room.made == ["en-GB"]


def test_without_the_extra_nothing_is_heard(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "engines_installed", lambda: False)
    with pytest.raises(NotHeard, match="not_installed"):
        room.begin("a")
    assert room.made == []


@pytest.mark.parametrize("locale", heard_locales())
def test_what_the_coach_tells_to_call_may_be_typed_as_well(locale: str) -> None:
    hearing = load_model(locale).hearing
    assert {hearing.called_out(f"{as_a_name(name)}, x") for name in WAKE_NAMES} == {"x"}
