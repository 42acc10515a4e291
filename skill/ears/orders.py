"""Whether what was recognised is believed: a wrong order is worse than a question, a lost pain is worst."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from skill.ears.spoken import meant_sentences, spoken_words
from skill.echo import InteractionModel, Understanding
from skill.echo.builtins import FALLBACK
from skill.echo.interaction_model import FREE_TEXT

BELIEVED = 0.35
"""The most that words may differ by sound from the next sentence of what they are taken for, from 0 to 1."""

_READINGS = 5


class Recogniser(Protocol):
    """Turns speech into words, and knows how its words sound: PocketSphinx here, any other one as well."""

    @property
    def sounds(self) -> Mapping[str, list[str]]:
        """The sounds of each word that it knows."""

    def __call__(self, pcm: bytes) -> str:
        """The words of some speech; empty where none were found."""

    def others(self) -> Iterator[str]:
        """Other readings of the last speech, the likeliest first."""


class OrderReader:
    """The words of some speech, as far as they can be believed: a ``Reads``.

    A recogniser that knows the coach's words alone hears some of them in any noise, and an understanding that
    forgives a slip of the tongue makes an order of them. So the words are held against the sentences of the
    model by their sounds: words that mean something have to sound like a sentence that means the same, or else
    everything that the recogniser thinks likely has to mean it.

    Words of pain and danger are believed in any case: to stop for nothing costs less than not to stop. They are
    what a model takes free text for, as is what it means nothing by.
    """

    def __init__(self, recogniser: Recogniser, model: InteractionModel) -> None:
        self._recogniser = recogniser
        self._understanding, self._hearing = Understanding(model), model.hearing
        self._heeded = {one.name for one in model.intents if FREE_TEXT in one.slots.values()}
        self._heeded.add(FALLBACK)
        self._letters: dict[str, str] = {}
        self._sentences: set[str] = set()
        self._by_intent: dict[str, list[str]] = {}
        for intent, sentence in meant_sentences(model):
            if sentence not in self._sentences:
                self._sentences.add(sentence)
                self._by_intent.setdefault(intent, []).append(self._spell(sentence))

    def __call__(self, pcm: bytes) -> str:
        """The words; empty where none were found, or where it is doubtful what they mean."""
        words = self._recogniser(pcm)
        if not words or words in self._sentences:
            return words
        intent = self._intent(words)
        believed = (
            intent in self._heeded or self._is_near(words, intent) or self._is_settled(intent)
        )
        return words if believed else ""

    def _intent(self, words: str) -> str:
        return self._understanding.understand(words, open_slots=False).intent

    def _is_near(self, words: str, intent: str) -> bool:
        """Whether the words sound like a sentence that means this, as they are or without what says nothing."""
        return any(
            process.extractOne(
                self._spell(" ".join(spoken_words(core))),
                self._by_intent.get(intent, ()),
                scorer=Levenshtein.normalized_distance,
                score_cutoff=BELIEVED,
            )
            for core in self._hearing.cores(self._hearing.plain(words))
        )

    def _is_settled(self, intent: str) -> bool:
        readings = list(islice(self._recogniser.others(), _READINGS))
        return bool(readings) and all(
            self._intent(one) == intent for one in dict.fromkeys(readings)
        )

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._recogniser.sounds.get(word, ())
        )
