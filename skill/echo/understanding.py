"""From an utterance to an intent with slots, the way Alexa would hear it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from skill.echo.builtins import FALLBACK
from skill.echo.evidence import Evidence
from skill.echo.grammar import Grammar, Reading
from skill.echo.interaction_model import InteractionModel
from skill.echo.likeness import Likeness, patterns_of
from skill.echo.slots import SlotTypes, SlotValue
from skill.echo.spotting import Spotter

How = Literal["sample", "open slot", "likeness", "evidence", "free text", "fallback"]

_LIKE_ENOUGH = 72
_ALIKE = 90  # so like a sample that an open slot is not believed
_MUCH = 3.0


@dataclass(frozen=True, slots=True)
class Match:
    """What was understood: intent, filled slots by name, confidence 0-100, and by which way."""

    intent: str
    slots: Mapping[str, SlotValue]
    confidence: float
    how: How


class Understanding:
    """Understands utterances by an interaction model; deterministic, no state.

    A sentence that a sample fits word for word always wins, also once what says nothing is taken off its edges.
    Then a custom slot may hold a slip of a known name; then the most similar sample is taken that does not
    contradict; then a custom slot may hold anything that could be a name (Amazon fills slots with values outside
    the type); then a name is parted from a word that it ran into; then a sample with free text takes the rest;
    and what resembles nothing is AMAZON.FallbackIntent.
    """

    def __init__(self, model: InteractionModel) -> None:
        self._hearing = model.hearing
        types, patterns = SlotTypes(model), patterns_of(model)
        spotter = Spotter(self._hearing, types)
        self._grammar = Grammar(model, types)
        self._likeness = Likeness(model, patterns, spotter)
        self._evidence = Evidence(self._hearing, patterns, spotter)

    def understand(self, utterance: str, *, open_slots: bool = True) -> Match:
        """Understand one utterance; case, punctuation and the form of apostrophes do not matter.

        Without `open_slots` only known names fill a slot: a recogniser hears some sentence of the model in
        whatever was said in the room. Free text is heard all the same: it stands about words of pain and danger.
        """
        said = self._hearing.plain(utterance)
        cores = list(self._hearing.cores(said)) or [said]
        for core in cores:
            if exact := self._grammar.read(core):
                return _match(exact, 100.0, "sample")
        read = [reading for core in cores if (reading := self._grammar.read_openly(core))]
        for reading in read:
            if reading.all_known:
                return _match(reading, 95.0, "open slot")
        opened = [one for one in read if open_slots and self._names_something(one)]
        nearest, likeness = self._nearest(cores)
        if nearest and (likeness >= _ALIKE or (likeness >= _LIKE_ENOUGH and not opened)):
            return _match(nearest, likeness, "likeness")
        freely = self._grammar.read_freely(self._hearing.in_words(utterance))
        if weighed := self._weighed(cores, freely):
            return weighed
        if opened:
            return _match(opened[0], 100.0 * opened[0].literal / len(said), "open slot")
        if parted := self._parted(said, open_slots):
            return parted
        if freely:
            return _match(freely, 100.0 - likeness, "free text")
        return _match(Reading(FALLBACK), 100.0 - likeness, "fallback")

    def _nearest(self, cores: Iterable[str]) -> tuple[Reading | None, float]:
        """The reading by the most similar sample; of the cores the first that is like enough to any."""
        alike = [found for core in cores if (found := self._likeness.nearest(core))]
        enough = (found for found in alike if found[1] >= _LIKE_ENOUGH)
        best = max(alike, key=lambda found: found[1], default=(None, 0.0))
        # What was taken off an edge may have meant something.
        return next(enough, best)

    def _weighed(self, cores: Iterable[str], freely: Reading | None) -> Match | None:
        """What most of the words speak for, if they do so clearly.

        What free text stands around is told by its words, which the skill reads for itself.
        """
        if freely and not self._grammar.takes_any(freely.intent):
            return None
        found = [one for core in cores if (one := self._evidence.weighed(core))]
        reading, much = max(found, key=lambda one: one[1], default=(None, 0.0))
        if reading is None or much < _MUCH or (freely and self._grammar.hears_freely(reading.intent)):
            return None
        return _match(reading, min(10 * much, _ALIKE), "evidence")

    def _parted(self, said: str, open_slots: bool) -> Match | None:
        """What a sentence means whose names ran into other words."""
        if (apart := self._grammar.apart(said)) == said:
            return None
        parted = self.understand(apart, open_slots=open_slots)
        # What is less alike may be another word: "outside" holds a side.
        sure = parted.how in ("sample", "likeness") and parted.confidence >= _ALIKE
        return parted if sure else None

    def _names_something(self, reading: Reading) -> bool:
        """Whether what no slot type knows could be a name at all, and is not part of another sentence."""
        return all(
            self._hearing.is_name(slot.value) and not self._grammar.speaks(slot.value)
            for slot in reading.slots
            if slot.resolved is False
        )


def _match(reading: Reading, confidence: float, how: How) -> Match:
    slots = MappingProxyType({slot.slot: slot for slot in reading.slots})
    return Match(reading.intent, slots, round(confidence, 1), how)
