"""Whether what was recognised is believed: a wrong order is worse than a question, a lost pain is worst."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from skill.ears.ears import Words
from skill.ears.spoken import meant_sentences, spoken_words
from skill.echo import InteractionModel, Match, understanding_of
from skill.echo.builtins import FALLBACK
from skill.echo.interaction_model import FREE_TEXT

BELIEVED = 0.42
"""The most that words may differ by sound from the next sentence of what they are taken for, from 0 to 1."""

_SETTLING = 5
"""How many readings have to mean the same, or are looked through for pain and danger."""

_READINGS = 40
"""Among how many readings a sentence of the model is looked for."""

Alarms = Callable[[str], object | None]
"""What in some words has to stop the count; None where nothing has."""


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
    everything that the recogniser thinks likely has to mean it. Where it is doubtful what they mean, the first
    reading that is word for word a sentence of the model stands for them, if no other such reading means
    anything else and the words themselves do not.

    Words of pain and danger, those in which ``alarms`` finds something, are never dropped: not to stop may cost
    a knee. Where they sound like no sentence that means pain or danger they are handed on in doubt, so that the
    coach stops and asks. The same is done where nothing can be believed, but one of the likeliest readings has
    such words: "I feel over" may have been "I fell over".
    """

    def __init__(self, recogniser: Recogniser, model: InteractionModel, alarms: Alarms) -> None:
        self._recogniser, self._alarms = recogniser, alarms
        self._understanding, self._hearing = understanding_of(model), model.hearing
        self._of_free_text = {one.name for one in model.intents if FREE_TEXT in one.slots.values()}
        self._letters: dict[str, str] = {}
        # One text for each intent, a sentence a line: as strings of their own they take 4 MB more.
        by_intent: dict[str, dict[str, None]] = {}
        for intent, sentence in meant_sentences(model):
            by_intent.setdefault(intent, {})[sentence] = None
        self._sentences = {
            intent: "\n".join(("", *sentences, "")) for intent, sentences in by_intent.items()
        }

    def __call__(self, pcm: bytes) -> Words:
        """The words; none where none were found, or where it is doubtful what they mean."""
        words = self._recogniser(pcm)
        if not words or any(f"\n{words}\n" in known for known in self._sentences.values()):
            return Words(words)
        match = self._understood(words)
        means_nothing = match.intent == FALLBACK or match.how == "free text"
        if self._alarms(words) or (not means_nothing and match.intent in self._of_free_text):
            told = any(self._is_near(words, intent) for intent in self._of_free_text)
            return Words(words, in_doubt=not told)
        readings = list(islice(self._recogniser.others(), _READINGS))
        if order := self._believed(words, match, readings, means_nothing=means_nothing):
            return Words(order)
        if alarming := next(filter(self._alarms, readings[:_SETTLING]), ""):
            return Words(alarming, in_doubt=True)
        return Words(words if means_nothing else "")

    def _believed(
        self, words: str, match: Match, readings: list[str], *, means_nothing: bool
    ) -> str:
        """The words of an order, or what stands for them; empty where they are not believed."""
        if match.intent in self._hearing.careful:
            # An all-clear has to be said word for word: "my jaw is aching" sounds much like one.
            return words if match.how == "sample" else ""
        if not means_nothing and self._is_near(words, match.intent):
            return words
        if not means_nothing and self._is_settled(match.intent, readings[:_SETTLING]):
            return words
        sentences = [reading for reading in readings if self._is_sentence(reading)]
        meant = {self._understood(sentence).intent for sentence in sentences}
        if not means_nothing:
            meant.add(match.intent)
        return sentences[0] if sentences and len(meant) == 1 else ""

    def _understood(self, words: str) -> Match:
        return self._understanding.understand(words, open_slots=False)

    def _is_sentence(self, words: str) -> bool:
        """Whether words are a sentence of the model, but for what says nothing."""
        match = self._understood(words)
        return match.how == "sample" and match.intent != FALLBACK

    def _is_near(self, words: str, intent: str) -> bool:
        """Whether the words sound like a sentence that means this, as they are or without what says nothing."""
        known = [self._spell(one) for one in self._sentences.get(intent, "").split("\n") if one]
        return any(
            process.extractOne(
                self._spell(" ".join(spoken_words(core))),
                known,
                scorer=Levenshtein.normalized_distance,
                score_cutoff=BELIEVED,
            )
            for core in self._hearing.cores(self._hearing.plain(words))
        )

    def _is_settled(self, intent: str, readings: list[str]) -> bool:
        """Whether these readings all mean the same."""
        return bool(readings) and all(
            self._understood(one).intent == intent for one in dict.fromkeys(readings)
        )

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._recogniser.sounds.get(word, ())
        )
