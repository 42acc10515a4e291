"""Wake word, end of speech and words put together: sound in, events out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from skill.ears.ending import SILENCE_MS, Ending, Judge, Listening
from skill.ears.sound import bytes_in
from skill.ears.wake import WakeWord

KEPT_MS = 150
"""What is kept of the sound before a wake word is noticed, which is late: a command may follow in one breath."""

HELD_BACK_MS = 1_500
"""How long what may be the end of a wake word, or an order in one breath with it, is held back where its words
are in doubt: whoever takes breath behind a wake word goes on by then."""

READ_AHEAD_TIMES = 3
"""How often what is being said is read in a breath before its end, which may be one in its midst: each reading
begins at its beginning."""


Trouble = Literal["away", "slow", "broken", "language"]
"""Why a speech-to-text service of the user's gave no words: it is not there, takes too long, does not keep to its
protocol, or reads other languages."""


class Words(NamedTuple):
    """What was recognised in some speech; ``text`` is empty where there were no words.

    ``in_doubt`` says that they may have been misheard: whoever acts on them asks first. ``or_else`` is what is
    asked about after a no, empty where nothing is. ``trouble`` is why the user's own service did not read them,
    where there is one.
    """

    text: str = ""
    in_doubt: bool = False
    or_else: str = ""
    trouble: Trouble | None = None


Reads = Callable[[bytes], Words]
"""The words of some speech."""


class ReadsAlong(Protocol):
    """Gives the words of some speech the sooner for having read along while it went on: a ``Reads``."""

    def along(self, pcm: bytes) -> None:
        """Somebody still speaks: ``pcm`` is all that was said so far."""

    def __call__(self, pcm: bytes) -> Words:
        """The words of all that was said."""


class Follower(Protocol):
    """Gives the words of speech while it goes on. They are only shown: what is done follows from ``Reads``."""

    def begin(self) -> None:
        """Somebody begins to speak."""

    def more(self, pcm: bytes) -> str:
        """The words so far, with the sound that has come since the last call."""


@dataclass(frozen=True, slots=True)
class Woke:
    """The wake word was heard; the microphone is open."""


@dataclass(frozen=True, slots=True)
class Began:
    """Somebody began to speak into the open microphone: nobody waits for an answer any longer."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody spoke into the open microphone, which is shut now: see ``Words``."""

    text: str
    in_doubt: bool = False
    or_else: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody spoke into the open microphone, which is shut now."""


EarEvent = Woke | Began | Spoke | Nothing


class Ears:
    """Listens to a stream of sound in pieces of any size (see ``skill/ears/sound.py``), and keeps none of it.

    ``so_far`` has the words of what is just being said, as far as a ``follower`` gives them.
    """

    def __init__(
        self, wake: WakeWord, judge: Judge, reads: ReadsAlong, follower: Follower | None = None
    ) -> None:
        self._wake, self._judge, self._reads = wake, judge, reads
        self._follower, self._followed = follower, 0
        self._follows = False
        self.so_far = ""
        self._kept = b""
        self._opening: Ending | None = None
        self._read_ahead: list[tuple[int, Words]] = []
        self._held_back: Words | None = None
        self._asked = self._woken = False

    def feed(self, pcm: bytes, *, asked: bool = False) -> Iterator[EarEvent]:
        """What happens in the next piece of the stream.

        A wake word is heard at any time. ``asked`` says that somebody waits for words without one: that opens the
        microphone once, and shuts it again where the waiting ends before anybody has begun to speak. Where the
        microphone shuts, the rest of the piece is passed over.
        """
        self._follow(asked=asked)
        while pcm:
            at = self._wake.heard(pcm)
            heard, rest = (pcm, b"") if at is None else (pcm[:at], pcm[at:])
            yield from self._listen(heard)
            if at is not None:
                # Also into an open microphone: what was said up to the wake word is not meant.
                self._open(self._kept)
                self._woken = True
                yield Woke()
            pcm = rest

    def _open(self, kept: bytes = b"", held_back: Words | None = None) -> None:
        patience_ms = SILENCE_MS if held_back is None else HELD_BACK_MS
        self._opening, self._read_ahead = Ending(self._judge, kept, patience_ms), []
        self._held_back = held_back
        self.so_far, self._follows = "", False

    def _follow(self, *, asked: bool) -> None:
        if asked and not self._asked and self._opening is None:
            self._open()
            self._woken = False
        elif (
            self._asked
            and not asked
            and not self._woken
            and self._opening
            and not self._opening.speaks
        ):
            self._opening = None
        self._asked = asked

    def _follow_words(self, opening: Ending) -> None:
        """Have what is being said followed from its beginning."""
        if self._follower is None or not opening.speaks:
            return
        if not self._follows:
            # Not when speech is first noticed: what was kept from before the opening may hold speech already.
            self._follower.begin()
            self._follows, self._followed = True, opening.begins
        self.so_far = self._follower.more(opening.pcm[self._followed :])
        self._followed = len(opening.pcm)

    def _listen(self, pcm: bytes) -> Iterator[EarEvent]:
        self._kept = (self._kept + pcm)[-bytes_in(KEPT_MS) :]
        opening = self._opening
        if opening is None:
            return
        spoke = opening.speaks
        state = opening.feed(pcm)
        if opening.speaks and not spoke:
            yield Began()
        self._follow_words(opening)
        if state is not Listening.OPEN:
            self._opening, self.so_far, self._follows = None, "", False
            yield from self._closed(opening, state)
        elif len(self._read_ahead) < READ_AHEAD_TIMES:
            if self._may_be_over(opening):
                self._words(opening)
            elif opening.speaks and not opening.pauses:
                self._reads.along(opening.said)

    def _may_be_over(self, opening: Ending) -> bool:
        return opening.pauses and not opening.holds_a_tail

    def _words(self, opening: Ending) -> Words:
        """The words said so far: read in the pause behind them, so that they are there when it is over."""
        size = len(opening.said)
        if not self._read_ahead or self._read_ahead[-1][0] != size:
            self._read_ahead.append((size, self._reads(opening.said)))
        return self._read_ahead[-1][1]

    def _closed(self, opening: Ending, state: Listening) -> Iterator[EarEvent]:
        """What came of an open microphone."""
        if state is Listening.SILENCE:
            yield Nothing() if self._held_back is None else Spoke(*self._held_back)
            return
        words = self._words(opening)
        if not words.text and self._held_back is not None:  # A groan takes no word of pain back.
            words = self._held_back
        if not opening.holds_a_tail or (words.text and not words.in_doubt):
            yield Spoke(*words)
        else:  # Perhaps only the wake word or the coach sounded on, and whoever called has still to speak.
            self._open(self._kept, words if words.text else None)
