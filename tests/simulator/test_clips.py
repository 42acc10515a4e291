"""The coach's voice as sound files."""

import sys
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Lock
from wave import open as open_wave

import pytest

from skill.audio.voices.espeak import Synthesizer
from skill.simulator.clips import MOST_CLIPS_BYTES, Clips

LOUD = 250
"""The least value of a sample that is heard, of 32 767."""

TAIL_SAMPLES = 60


class Voice:
    """A voice with a sample a ms: some silence, a loud sound, some silence."""

    name = "a sound"
    rate_hz = 1000
    at_once = 1

    def __init__(self, *, before: int = 40, sound: int = 100, after: int = 200) -> None:
        self.asked: list[str] = []
        self._samples = array("h", [0] * before + [-LOUD] * sound + [LOUD - 1] * after).tobytes()

    def speak(self, text: str) -> bytes:
        self.asked.append(text)
        return self._samples


class JealousVoice(Voice):
    """A voice that fails when two speak with it at once."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = Lock()

    def speak(self, text: str) -> bytes:
        assert self._busy.acquire(blocking=False), "two at once"
        try:
            sum(range(20_000))
            return super().speak(text)
        finally:
            self._busy.release()


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def values(samples: bytes) -> list[int]:
    return [*array("h", samples)]


@pytest.mark.parametrize("before", [0, 1, 40])
def test_the_first_sample_of_a_clip_is_loud(before: int) -> None:
    samples = values(Clips(Voice(before=before)).samples("go"))
    assert abs(samples[0]) >= LOUD


@pytest.mark.parametrize(("after", "kept"), [(0, 0), (10, 10), (200, TAIL_SAMPLES)])
def test_a_clip_ends_a_little_after_its_last_sound(after: int, kept: int) -> None:
    samples = values(Clips(Voice(sound=100, after=after)).samples("go"))
    assert len(samples) == 100 + kept


def test_a_real_voice_begins_with_its_first_sound() -> None:
    samples = values(Clips(Synthesizer()).samples("Seven."))
    assert abs(samples[0]) >= LOUD
    assert any(abs(value) >= LOUD for value in samples[-2000:])


def test_the_same_text_is_spoken_once() -> None:
    voice = Voice()
    clips = Clips(voice)
    assert clips.samples("go") is clips.samples("go")
    assert clips.wav("go") == clips.wav("go")
    clips.samples("hold")
    assert voice.asked == ["go", "hold"]


@pytest.mark.parametrize("voice", [Voice(sound=0), Voice(before=0, sound=0, after=0)])
def test_silence_is_an_empty_clip(voice: Voice) -> None:
    clips = Clips(voice)
    assert clips.samples("…") == b""
    assert clips.duration_ms("…") == 0
    with open_wave(BytesIO(clips.wav("…"))) as file:
        assert file.getnframes() == 0


def test_a_clip_is_a_wav_file_of_one_channel_at_the_rate_of_the_voice() -> None:
    clips = Clips(Voice())
    with open_wave(BytesIO(clips.wav("go"))) as file:
        header = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert header == (1, 2, Voice.rate_hz)
        assert file.readframes(file.getnframes()) == clips.samples("go")


def test_a_clip_lasts_as_long_as_its_samples() -> None:
    assert Clips(Voice(sound=100, after=0)).duration_ms("go") == 100


@pytest.fixture
def most_bytes(monkeypatch: pytest.MonkeyPatch) -> int:
    """What the clips that are kept may weigh: a thousandth of what it is for a runner."""
    most = MOST_CLIPS_BYTES // 1024
    monkeypatch.setattr("skill.simulator.clips.MOST_CLIPS_BYTES", most)
    return most


def test_the_clips_kept_weigh_no_more_than_they_may_and_the_one_unused_longest_goes_first(
    most_bytes: int,
) -> None:
    a_quarter = most_bytes // 2 // 4
    voice = Voice(before=0, sound=a_quarter, after=0)
    clips = Clips(voice)
    for text in ("one", "two", "three", "four", "one", "five"):
        clips.samples(text)
    assert voice.asked == ["one", "two", "three", "four", "five"]
    for text in ("three", "four", "one", "five"):
        clips.samples(text)
    assert len(voice.asked) == 5
    clips.samples("two")
    assert voice.asked[5:] == ["two"]


def test_a_clip_too_heavy_to_keep_is_still_spoken(most_bytes: int) -> None:
    voice = Voice(before=0, sound=most_bytes // 2 + 1, after=0)
    clips = Clips(voice)
    assert len(clips.samples("long")) == most_bytes + 2
    clips.samples("long")
    assert voice.asked == ["long", "long"]


@pytest.mark.usefixtures("hasty_threads")
def test_many_threads_speak_one_after_another() -> None:
    clips = Clips(JealousVoice())
    texts = [str(number % 20) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        heard = [*threads.map(clips.samples, texts)]
    assert len({*heard}) == 1
