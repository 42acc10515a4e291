"""From an utterance to an intent with slots, the way Alexa would hear it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from skill.understanding.evidence import Evidence
from skill.understanding.grammar import Grammar, Reading
from skill.understanding.interaction_model import FALLBACK, InteractionModel
from skill.understanding.likeness import Likeness, patterns_of
from skill.understanding.parts import Parts
from skill.understanding.slots import SlotTypes, SlotValue
from skill.understanding.spotting import Spotter

How = Literal["sample", "open slot", "likeness", "evidence", "part", "free text", "fallback"]

_LIKE_ENOUGH = 72
_RATHER_ALIKE = 80  # so like a sample that it needs no second witness
_ALIKE = 90  # so like a sample that an open slot is not believed
_MUCH = 3.1  # evidence that is enough by itself, by the figures of decisions 54 and 55
_RATHER_MUCH = 2.9  # the same for what is easily taken back


@dataclass(frozen=True, slots=True)
class Match:
    """What was understood: intent, filled slots by name, confidence 0-100, and by which way."""

    intent: str
    slots: Mapping[str, SlotValue]
    confidence: float
    how: How


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The reading by the most similar sample, how similar it is, and which part of the sentence was compared."""

    reading: Reading
    likeness: float
    core: str


class Understanding:
    """Understands utterances by an interaction model; deterministic, no state.

    A sentence that a sample fits word for word always wins, also once what says nothing is taken off its edges.
    Then a custom slot may hold a slip of a known name; then the most similar sample is taken that does not
    contradict, if the sentence is hardly another or if the words of all samples speak for the same intent; then
    the intent that the words most speak for, if they do so clearly; then a custom slot may hold anything that
    could be a name (Amazon fills slots with values outside the type); then a name is parted from a word that it
    ran into; then a part of the sentence may be a sample; then a sample with free text takes the rest; and what
    resembles nothing is AMAZON.FallbackIntent.
    """

    def __init__(self, model: InteractionModel) -> None:
        self._hearing = model.hearing
        # Most samples share their pieces, and each is asked for twice.
        spell = cache(model.hearing.plain)
        types, patterns = SlotTypes(model), patterns_of(model, spell)
        spotter = Spotter(self._hearing, types)
        self._grammar = Grammar(model, types, spell)
        self._parts = Parts(self._hearing, self._grammar, spotter)
        self._likeness = Likeness(model, patterns, spotter)
        self._evidence = Evidence(self._hearing, patterns, spotter)

    def understand(self, utterance: str, *, open_slots: bool = True) -> Match:
        """Understand one utterance; case, punctuation and the form of apostrophes do not matter.

        Without `open_slots` only known names fill a slot: a recogniser hears some sentence of the model in
        whatever was said in the room. Free text is heard all the same: it stands about words of pain and danger.
        """
        said = self._hearing.plain(utterance)
        cores = self._cores(said)
        if exact := self._exact(cores):
            return exact
        read = [(one, core) for core in cores if (one := self._grammar.read_openly(core))]
        for reading, _ in read:
            if reading.all_known:
                return _match(reading, 95.0, "open slot")
        opened = [one for one, core in read if open_slots and self._names_something(one, core)]
        nearest = self._nearest(cores)
        freely = self._grammar.read_freely(self._hearing.in_words(utterance))
        if compared := self._compared(cores, nearest, freely, bool(opened)):
            return compared
        if opened:
            return _match(opened[0], 100.0 * opened[0].literal / len(said), "open slot")
        if parted := self._parted(said, open_slots):
            return parted
        if (freely is None or self._grammar.takes_any(freely.intent)) and (
            part := self._parts.read(said)
        ):
            return _match(part, 100.0 * part.literal / len(said), "part")
        if freely:
            return _match(freely, 100.0 - nearest.likeness, "free text")
        return _match(Reading(FALLBACK), 100.0 - nearest.likeness, "fallback")

    def known(self, utterance: str) -> Match | None:
        """Understand what fits a sample word for word, but for what says nothing; None for anything else."""
        return self._exact(self._cores(self._hearing.plain(utterance)))

    def _cores(self, said: str) -> Sequence[str]:
        """A plain sentence with and without what says nothing around it; as it is if no word says anything."""
        return list(self._hearing.cores(said)) or [said]

    def _exact(self, cores: Sequence[str]) -> Match | None:
        """By the first of these that fits a sample word for word."""
        for core in cores:
            if exact := self._grammar.read(core):
                return _match(exact, 100.0, "sample")
        return None

    def _compared(
        self, cores: Sequence[str], nearest: _Nearest, freely: Reading | None, opened: bool
    ) -> Match | None:
        """By the most similar sample, or else by what the words speak for; None where neither is clear."""
        similar, likeness = nearest.reading, nearest.likeness
        if likeness >= (_ALIKE if opened else _RATHER_ALIKE):
            return _match(similar, likeness, "likeness")
        if likeness >= _LIKE_ENOUGH and not opened:
            # Pain and danger need no second witness.
            alarms = self._grammar.hears_freely(similar.intent)
            if alarms or self._evidence.backs(nearest.core, similar.intent):
                return _match(similar, likeness, "likeness")
            return None
        found = [one for core in cores if (one := self._evidence.weighed(core))]
        weighed, much = max(found, key=lambda one: one[1], default=(Reading(FALLBACK), 0.0))
        enough = _MUCH if weighed.intent in self._hearing.whole else _RATHER_MUCH
        if much >= enough and self._may_be(weighed, cores[0], freely):
            return _match(weighed, min(10 * much, _ALIKE), "evidence")
        return None

    def _nearest(self, cores: Sequence[str]) -> _Nearest:
        """The reading by the most similar sample; of the cores the first that is like enough to any.

        What was taken off an edge may have meant something, so it is left out only for a better likeness; and
        pain and danger are not taken off with it: "ok" says much in "stop, I'm not OK".
        """
        grave = self._hearing.grave(cores[0])
        alike = [
            _Nearest(*found, core)
            for core in cores
            if (found := self._likeness.nearest(core, grave=grave))
        ]
        for enough in (_RATHER_ALIKE, _LIKE_ENOUGH):
            for one in alike:
                if one.likeness >= enough:
                    return one
        return max(
            alike, key=lambda one: one.likeness, default=_Nearest(Reading(FALLBACK), 0.0, "")
        )

    def _may_be(self, weighed: Reading, said: str, freely: Reading | None) -> bool:
        """Whether evidence is enough: not where a word turns the meaning, or speaks of pain or danger.

        Free text about pain and danger is left as it is: the skill reads the words for itself.
        """
        if self._grammar.hears_freely(weighed.intent):
            return freely is None
        if self._hearing.negates(said) or self._hearing.alarms(said):
            return False
        return freely is None or self._grammar.takes_any(freely.intent)

    def _parted(self, said: str, open_slots: bool) -> Match | None:
        """The meaning of a sentence once names are parted from the words that they ran into."""
        if (apart := self._grammar.apart(said)) == said:
            return None
        parted = self.understand(apart, open_slots=open_slots)
        # What is less alike may be another word: "outside" holds a side.
        sure = parted.how in ("sample", "likeness") and parted.confidence >= _ALIKE
        return parted if sure else None

    def _names_something(self, reading: Reading, core: str) -> bool:
        """Whether what no slot type knows could be a name at all, and is not part of another sentence.

        Nor is it a part of words of pain or danger: "I can't move, next" names no exercise "move, next".
        """
        if self._hearing.grave(core) and not any(
            self._hearing.grave(slot.value) for slot in reading.slots
        ):
            return False
        return all(
            slot.value in self._hearing.names
            or (self._hearing.is_name(slot.value) and not self._grammar.speaks(slot.value))
            for slot in reading.slots
            if slot.resolved is False
        )


@lru_cache(maxsize=8)
def understanding_of(model: InteractionModel) -> Understanding:
    """The understanding of a model, made once: it costs more than a whole conversation, and 10 MB."""
    return Understanding(model)


def _match(reading: Reading, confidence: float, how: How) -> Match:
    slots = MappingProxyType({slot.slot: slot for slot in reading.slots})
    return Match(reading.intent, slots, round(confidence, 1), how)
