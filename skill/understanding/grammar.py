"""First stage of understanding: whole sentences made from the samples, matched by hassil (decision 4)."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hassil import RecognizeResult, recognize_all
from hassil.intents import (
    RangeSlotList,
    SlotList,
    TextSlotList,
    WildcardSlotList,
)

from skill.understanding.hearing import Hearing
from skill.understanding.interaction_model import (
    BUILT_IN_SLOT_TYPES,
    FREE_TEXT,
    SLOT,
    InteractionModel,
    ModelIntent,
)
from skill.understanding.slots import SlotTypes, SlotValue
from skill.understanding.templates import Templates, literals

_LARGEST_NUMBER = 999_999
# An open slot swallows anything, so the words around it must carry the sentence.
_FEWEST_WORDS_AROUND_OPEN_SLOT = 2
_MOST_WORDS_IN_OPEN_SLOT = 4
_SHORTEST_APART = 2  # letters: one stands in too many words to be found in them
_NEARLY_ALL = 0.95  # of an intent's samples with free text: it takes whatever is said


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sentence: the intent, its slots, and how many letters were literal."""

    intent: str
    slots: tuple[SlotValue, ...] = ()
    literal: int = 0

    @property
    def all_known(self) -> bool:
        """Whether every custom slot holds a value of its type."""
        return all(slot.resolved is not False for slot in self.slots)


Spell = Callable[[str], str]
"""Spells the text of a sample plainly."""


def plain_sample(
    spell: Spell, sample: str, slots: Mapping[str, str], write: Callable[[str, str], str]
) -> str:
    """Write a sample spelled plainly, each slot written by `write(slot, type)`; equal ones are one object."""
    pieces = SLOT.split(sample)
    return sys.intern(
        " ".join(
            piece
            for index, text in enumerate(pieces)
            if (piece := write(text, slots[text]) if index % 2 else spell(text))
        )
    )


class Grammar:
    """The sentences of a model, for exact reading and for reading with open slots."""

    def __init__(self, model: InteractionModel, types: SlotTypes, spell: Spell) -> None:
        self._types, self._hearing = types, model.hearing
        self._slot_types = {intent.name: intent.slots for intent in model.intents}
        self._literal: dict[str, str] = {}
        self._free: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, str]] = {}
        templates = self._read_samples(model, spell)
        whole = (*self._literal, *(one for some in templates.values() for one in some))
        self._vocabulary = {word for sample in whole for word in sample.split() if word[0] != "{"}
        wordings = (said for known in types.wordings.values() for said in known)
        self._names = {said for said in wordings if " " not in said}
        self._freely = {intent for intent, _ in self._free.values()}
        self._any = {intent.name for intent in model.intents if _takes_whatever_is_said(intent)}
        self._exact = Templates(templates)
        self._open = Templates(
            {
                name: sentences
                for name, all_sentences in templates.items()
                if (sentences := [one for one in all_sentences if _may_be_open(one, model.hearing)])
            }
        )
        self._lists: dict[str, SlotList] = {
            **types.lists(),
            "AMAZON.NUMBER": RangeSlotList(
                "AMAZON.NUMBER", -_LARGEST_NUMBER, _LARGEST_NUMBER, words=False
            ),
        }
        self._open_lists: dict[str, SlotList] = {
            **self._lists,
            **{name: WildcardSlotList(name) for name in types.wordings},
        }

    def _read_samples(self, model: InteractionModel, spell: Spell) -> dict[str, list[str]]:
        """Keep the samples without slots, and those around free text; the others by their intents."""
        templates: dict[str, list[str]] = {}
        for intent in model.intents:
            for sample in intent.samples:
                if takes_free_text(intent, sample):
                    before, slot, behind = _around_slot(model.hearing, sample)
                    self._free.setdefault((before, behind), (intent.name, slot))
                    continue
                sentence = plain_sample(spell, sample, intent.slots, _template_slot)
                if "{" in sentence:
                    templates.setdefault(intent.name, []).append(sentence)
                else:
                    self._literal.setdefault(sentence, intent.name)
        for intent in model.intents:
            for utterance in model.hearing.usual.get(intent.name, ()):
                self._literal.setdefault(utterance, intent.name)
        return templates

    def speaks(self, words: str) -> bool:
        """Whether all of these words stand in samples, outside of their slots."""
        return self._vocabulary.issuperset(words.split())

    def apart(self, sentence: str) -> str:
        """A plain sentence with a name parted from the word it ran into: "neck hurts" for "neckhurts"."""
        return " ".join(map(self._apart, sentence.split()))

    def _apart(self, word: str) -> str:
        if word in self._vocabulary or word in self._names:
            return word
        cuts = range(_SHORTEST_APART, len(word) - _SHORTEST_APART + 1)
        return next(
            (
                f"{one} {other}"
                for one, other in ((word[:cut], word[cut:]) for cut in cuts)
                if (one in self._names and other in self._vocabulary)
                or (one in self._vocabulary and other in self._names)
            ),
            word,
        )

    def read(self, sentence: str) -> Reading | None:
        """Read a plain sentence that fits a sample word for word; None when none does."""
        if intent := self._literal.get(sentence):
            return Reading(intent, literal=len(sentence))
        return self._best(sentence, self._exact, self._lists, self._types.known)

    def read_openly(self, sentence: str) -> Reading | None:
        """Read a plain sentence in which a custom slot may hold words outside its type."""
        return self._best(sentence, self._open, self._open_lists, self._types.heard)

    def read_freely(self, sentence: str) -> Reading | None:
        """Read a sentence by the words around free text: those of the longest sample that fits.

        It is spelt plainly but for its numbers: free text is what was said, and "une" is no figure in it.
        """
        words = tuple(sentence.split())
        found = [
            (sum(map(len, (*words[:start], *words[end:]))), words[start:end], known)
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if (known := self._free.get((words[:start], words[end:])))
        ]
        if not found:
            return None
        literal, heard, (intent, slot) = max(found, key=lambda one: one[0])
        return Reading(intent, (SlotValue(slot, " ".join(heard), FREE_TEXT),), literal)

    def takes(self, intent: str) -> frozenset[str]:
        """The types of the slots of an intent."""
        return frozenset(self._slot_types[intent].values())

    def hears_freely(self, intent: str) -> bool:
        """Whether samples of the intent stand around free text."""
        return intent in self._freely

    def takes_any(self, intent: str) -> bool:
        """Whether nearly all samples of the intent stand around free text: it takes what no other knows."""
        return intent in self._any

    def _best(
        self,
        sentence: str,
        templates: Templates,
        lists: dict[str, SlotList],
        resolve: Callable[[str, str, str], SlotValue],
    ) -> Reading | None:
        within = templates.within(sentence)
        if not within.intents:
            return None
        spoken = {
            name: _spoken(name, pattern, sentence)
            for name, pattern in spoken_forms(self._hearing).items()
        }
        results = recognize_all(sentence, within, {**lists, **spoken})
        readings = [self._reading(result, resolve) for result in results if _sensible(result)]
        # Among equals the earlier sample wins: max keeps the first.
        return max(readings, key=_merit, default=None)

    def _reading(
        self, result: RecognizeResult, resolve: Callable[[str, str, str], SlotValue]
    ) -> Reading:
        types = self._slot_types[result.intent.name]
        slots = tuple(
            built_in_value(self._hearing, entity.name, types[entity.name], entity.text.strip())
            if types[entity.name] in BUILT_IN_SLOT_TYPES
            else resolve(entity.name, types[entity.name], entity.text.strip())
            for entity in result.entities_list
        )
        return Reading(result.intent.name, slots, result.text_chunks_matched)


def _takes_whatever_is_said(intent: ModelIntent) -> bool:
    """Whether free text stands in nearly all samples of an intent, not only beside words of pain."""
    free = sum(takes_free_text(intent, sample) for sample in intent.samples)
    return bool(free) and free >= _NEARLY_ALL * len(intent.samples)


def takes_free_text(intent: ModelIntent, sample: str) -> bool:
    """Whether a sample has a slot for any words."""
    return intent.hears_free_text and any(
        intent.slots[slot] == FREE_TEXT for slot in SLOT.findall(sample)
    )


def _around_slot(hearing: Hearing, sample: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The words before the slot of a sample, the slot's name, and the words behind it."""
    before, slot, behind = SLOT.split(sample)
    return tuple(hearing.in_words(before).split()), slot, tuple(hearing.in_words(behind).split())


def spoken_forms(hearing: Hearing) -> dict[str, re.Pattern[str]]:
    """What a value of the built-in types looks like that are more than a number."""
    return {
        "AMAZON.DURATION": hearing.durations.pattern,
        "AMAZON.TIME": hearing.times.pattern,
    }


def _spoken(slot_type: str, pattern: re.Pattern[str], sentence: str) -> TextSlotList:
    """What of a sentence could be a value of a built-in type."""
    found = [(match.group(), match.group()) for match in pattern.finditer(sentence)]
    return TextSlotList.from_tuples(found, allow_template=False, name=slot_type)


def built_in_value(hearing: Hearing, slot: str, slot_type: str, said: str) -> SlotValue:
    """Write a number, a duration or a time as Amazon sends it: "12", "PT1M30S", "07:30"."""
    written = {"AMAZON.DURATION": hearing.durations.iso, "AMAZON.TIME": hearing.times.iso}
    return SlotValue(slot, written.get(slot_type, str)(said), slot_type)


def _template_slot(slot: str, slot_type: str) -> str:
    return f"{{{slot_type}:{slot}}}"


def _may_be_open(template: str, hearing: Hearing) -> bool:
    types = {word[1:].split(":")[0] for word in template.split() if word.startswith("{")}
    custom = types - BUILT_IN_SLOT_TYPES
    if custom & hearing.closed:
        return False
    literal = literals(template)
    enough = len(literal) >= _FEWEST_WORDS_AROUND_OPEN_SLOT
    carries = enough and not hearing.empty.issuperset(literal)
    return bool(custom) and (carries or not hearing.orders.isdisjoint(literal))


def _sensible(result: RecognizeResult) -> bool:
    return all(
        len(entity.text.split()) <= _MOST_WORDS_IN_OPEN_SLOT
        for entity in result.entities_list
        if entity.is_wildcard
    )


def _merit(reading: Reading) -> tuple[bool, int, int]:
    return reading.all_known, reading.literal, -len(reading.slots)
