"""From an utterance to an intent with slots, the way Alexa would hear it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from skill.echo.builtins import FALLBACK
from skill.echo.grammar import Grammar, Reading
from skill.echo.interaction_model import InteractionModel
from skill.echo.likeness import Likeness
from skill.echo.slots import SlotTypes, SlotValue
from skill.echo.wording import plain, without_fillers

How = Literal["sample", "open slot", "likeness", "fallback"]

_LIKE_ENOUGH = 75
_ALIKE = 90  # so like a sample that an open slot is not believed


@dataclass(frozen=True, slots=True)
class Match:
    """What was understood: intent, filled slots by name, confidence 0-100, and by which way."""

    intent: str
    slots: Mapping[str, SlotValue]
    confidence: float
    how: How


class Understanding:
    """Understands utterances by an interaction model; deterministic, no state.

    A sentence that a sample fits word for word always wins. Then a custom slot may hold anything
    (Amazon fills slots with values outside the type), then the most similar sample is taken,
    and what resembles nothing is AMAZON.FallbackIntent.
    """

    def __init__(self, model: InteractionModel) -> None:
        types = SlotTypes(model)
        self._grammar = Grammar(model, types)
        self._likeness = Likeness(model, types)

    def understand(self, utterance: str) -> Match:
        """Understand one utterance; case, punctuation and the form of apostrophes do not matter."""
        said = plain(utterance)
        sentence = without_fillers(said)
        exact = self._grammar.read(said) or self._grammar.read(sentence)
        if exact:
            return _match(exact, 100.0, "sample")
        opened = self._grammar.read_openly(sentence)
        if opened and opened.all_known:
            return _match(opened, 95.0, "open slot")
        nearest, likeness = self._likeness.nearest(sentence) or (None, 0.0)
        if nearest and (likeness >= _ALIKE or (likeness >= _LIKE_ENOUGH and not opened)):
            return _match(nearest, likeness, "likeness")
        if opened:
            return _match(opened, 100.0 * opened.literal / len(sentence), "open slot")
        return _match(Reading(FALLBACK), 100.0 - likeness, "fallback")


def _match(reading: Reading, confidence: float, how: How) -> Match:
    slots = MappingProxyType({slot.slot: slot for slot in reading.slots})
    return Match(reading.intent, slots, round(confidence, 1), how)
