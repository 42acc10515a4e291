"""Whether the words that were recognised are believed: a wrong order is worse than a question."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from skill.ears.spoken import meant_sentences
from skill.echo import InteractionModel, Understanding
from skill.echo.builtins import FALLBACK

BELIEVED = 0.35
"""The most that words may differ by sound from the next sentence of what they are taken for, from 0 to 1."""

MENDED = 0.25
"""The most that words without a meaning may differ by sound from the sentence that they are taken for."""

_APART = 0.12  # by so much a sentence has to be nearer than any that means something else
_READINGS = 5


class Recogniser(Protocol):
    """Turns speech into words, and knows how its words sound: PocketSphinx here, any other one as well."""

    @property
    def sounds(self) -> Mapping[str, list[str]]:
        """The sounds of each word that it knows."""

    def __call__(self, pcm: bytes) -> str:
        """The words of some speech; empty where none were found."""

    def others(self) -> Iterator[str]:
        """What the last speech may have been besides, the likeliest first."""


class OrderReader:
    """The words of some speech, as far as they can be believed: a ``Reads``.

    A recogniser that knows the coach's words alone hears some of them in any noise, and an understanding that
    forgives a slip of the tongue makes an order of them. So the words are held against the sentences of the
    model by their sounds: words that mean something have to sound like a sentence that means the same, or else
    everything that the recogniser thinks likely has to mean it. Words that mean nothing are taken for the one
    sentence that they sound like, if there is one: "to left in me" is "two left in me".
    """

    def __init__(self, recogniser: Recogniser, model: InteractionModel) -> None:
        self._recogniser = recogniser
        self._understanding = Understanding(model)
        self._letters: dict[str, str] = {}
        self._meant: dict[str, str] = {}
        for intent, sentence in meant_sentences(model):
            self._meant.setdefault(sentence, intent)
        self._sentences = list(self._meant)
        self._spelt = [self._spell(sentence) for sentence in self._sentences]
        self._by_intent: dict[str, list[str]] = {}
        for intent, spelt in zip(self._meant.values(), self._spelt, strict=True):
            self._by_intent.setdefault(intent, []).append(spelt)

    def __call__(self, pcm: bytes) -> str:
        """The words, or those that were meant by them; empty where none were found or they are doubtful."""
        words = self._recogniser(pcm)
        if not words or words in self._meant:
            return words
        intent = self._intent(words)
        if intent == FALLBACK:
            return self._mended(words)
        return words if self._is_near(words, intent) or self._is_settled(intent) else ""

    def _intent(self, words: str) -> str:
        return self._understanding.understand(words, open_slots=False).intent

    def _is_near(self, words: str, intent: str) -> bool:
        near = process.extractOne(
            self._spell(words),
            self._by_intent.get(intent, ()),
            scorer=Levenshtein.normalized_distance,
            score_cutoff=BELIEVED,
        )
        return near is not None

    def _is_settled(self, intent: str) -> bool:
        readings = list(islice(self._recogniser.others(), _READINGS))
        return bool(readings) and all(
            self._intent(one) == intent for one in dict.fromkeys(readings)
        )

    def _mended(self, words: str) -> str:
        near = process.extract(
            self._spell(words),
            self._spelt,
            scorer=Levenshtein.normalized_distance,
            score_cutoff=MENDED + _APART,
            limit=None,
        )
        if not near or near[0][1] > MENDED:
            return words
        nearest = self._sentences[near[0][2]]
        meant = self._meant[nearest]
        doubtful = any(
            differs - near[0][1] < _APART and self._meant[self._sentences[at]] != meant
            for _, differs, at in near
        )
        return words if doubtful else nearest

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._recogniser.sounds.get(word, ())
        )
