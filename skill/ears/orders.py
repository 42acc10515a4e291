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

_CLOSE = 0.3
"""How much they may differ where few other readings mean the same."""

_SETTLING = 5
"""How many readings are looked through for pain and danger, and for a sentence that means something else."""

_SUPPORTING = 10
"""How many readings have a say in whether words mean what they are taken for."""

_HALF, _MOST = 0.5, 0.8
"""The share of them that has to mean the same: of words that sound roughly like a sentence, and of any words."""

_READINGS = 40
"""Among how many readings a sentence of the model is looked for."""

_HOLDING = {"AMAZON.PauseIntent", "AMAZON.StopIntent"}
"""What is believed though another order sounds alike: to hold the count for nothing costs a word."""

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
    model by their sounds: words that mean something have to sound like a sentence that means the same. The less
    they do, the more of the other likely readings have to mean it. Where it is doubtful what they mean, the first
    reading that is word for word a sentence of the model stands for them, if no other such reading means
    anything else and the words themselves do not. Where a likely reading is a sentence that means something
    else, no words are believed: "speak up" sounds like "speed up".

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
        if not words:
            return Words(words)
        match = self._understood(words)
        is_known = any(f"\n{words}\n" in known for known in self._sentences.values())
        means_nothing = _means_nothing(match)
        is_grave = self._alarms(words) or (not means_nothing and match.intent in self._of_free_text)
        if is_known and (means_nothing or is_grave or match.intent in _HOLDING):
            return Words(words)
        if is_grave:
            told = any(self._distance(words, one) <= BELIEVED for one in self._of_free_text)
            return Words(words, in_doubt=not told)
        readings = list(islice(self._recogniser.others(), _READINGS))
        if order := self._believed(words, match, readings, is_known=is_known):
            return Words(order)
        if alarming := next(filter(self._alarms, readings[:_SETTLING]), ""):
            return Words(alarming, in_doubt=True)
        return Words(words if means_nothing else "")

    def _believed(self, words: str, match: Match, readings: list[str], *, is_known: bool) -> str:
        """The words of an order, or what stands for them; empty where they are not believed."""
        means_nothing = _means_nothing(match)
        likely = [known for one in readings[:_SETTLING] if (known := self._known(one))]
        if not means_nothing and any(known.intent != match.intent for known in likely):
            return ""
        if match.intent in self._hearing.careful:
            # An all-clear has to be said word for word: "my jaw is aching" sounds much like one.
            return words if match.how == "sample" else ""
        if is_known or (not means_nothing and self._is_supported(words, match, readings)):
            return words
        sentences = {one: known.intent for one in readings if (known := self._known(one))}
        meant = set(sentences.values()) | (set() if means_nothing else {match.intent})
        return next(iter(sentences), "") if len(meant) == 1 else ""

    def _understood(self, words: str) -> Match:
        return self._understanding.understand(words, open_slots=False)

    def _known(self, words: str) -> Match | None:
        """What a sentence of the model means, with or without what says nothing around it."""
        match = self._understanding.known(words)
        return match if match and match.intent != FALLBACK else None

    def _is_supported(self, words: str, match: Match, readings: list[str]) -> bool:
        """Whether words sound like what they are taken for, and the other readings do not speak against it."""
        distance = self._distance(words, match.intent)
        if distance <= _CLOSE:
            return True
        asked = readings[:_SUPPORTING]
        alike = sum(self._understood(one).intent == match.intent for one in asked)
        share = alike / len(asked) if asked else _HALF
        roughly = distance <= BELIEVED and (match.how == "sample" or share >= _HALF)
        # What only single words speak for, all readings have in common that have those words.
        guessed = match.how in ("evidence", "part")
        return roughly or (share >= _MOST and not guessed)

    def _distance(self, words: str, intent: str) -> float:
        """How far words are by sound from the next sentence of an intent, with or without what says nothing.

        From 0 to 1; what is further than ``BELIEVED`` is not told apart.
        """
        known = [self._spell(one) for one in self._sentences.get(intent, "").split("\n") if one]
        found = (
            process.extractOne(
                self._spell(" ".join(spoken_words(core))),
                known,
                scorer=Levenshtein.normalized_distance,
                score_cutoff=BELIEVED,
            )
            for core in self._hearing.cores(self._hearing.plain(words))
        )
        return min((one[1] for one in found if one), default=1.0)

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._recogniser.sounds.get(word, ())
        )


def _means_nothing(match: Match) -> bool:
    """Whether words are no order: like none, or only caught by a sample that takes any words."""
    return match.intent == FALLBACK or match.how == "free text"
