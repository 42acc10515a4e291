"""Second stage of understanding: which sample does a sentence resemble most.

Words count by what they tell apart: "exercise" stands in every intent and says little, "muscles"
says nearly all, and a word that no sample has says that something else is meant.
"""

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from skill.echo.grammar import (
    Reading,
    built_in_value,
    plain_sample,
    spoken_forms,
    takes_free_text,
)
from skill.echo.interaction_model import BUILT_IN_SLOT_TYPES, SLOT, InteractionModel
from skill.echo.slots import SlotTypes, SlotValue

_SAME_WORD = 80
_SHORT_WORD = 3  # a slip in a shorter word makes another word
_SMALL_WEIGHT = 0.25
_CANDIDATES = 40  # how many of the samples most alike are asked whether they mean the opposite


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sample as words, its slots replaced by their types."""

    intent: str
    sample: str
    words: frozenset[str]
    slots: tuple[tuple[str, str], ...]
    types: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Spotted:
    """A sentence in which slot values were replaced by their types."""

    words: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


class Likeness:
    """Measures how like a sentence is to each sample, from 0 to 100."""

    def __init__(self, model: InteractionModel, types: SlotTypes) -> None:
        self._types = types
        self._hearing, self._forms = model.hearing, spoken_forms(model.hearing)
        samples = [
            (
                intent.name,
                plain_sample(model.hearing, text, intent.slots, _type_only),
                tuple((slot, intent.slots[slot]) for slot in SLOT.findall(text)),
            )
            for intent in model.intents
            for text in (*intent.samples, *model.hearing.usual.get(intent.name, ()))
            if not takes_free_text(intent, text)
        ]
        self._weights = _weights(
            ((name, sentence.split()) for name, sentence, _ in samples), self._hearing.small
        )
        self._strange = max(self._weights.values(), default=1.0)
        self._patterns = [
            _Pattern(
                name,
                sentence,
                words,
                slots,
                types=tuple(sorted(slot_type for _, slot_type in slots)),
                weight=sum(map(self._weight, sorted(words))),  # sorted: equal words weigh the same
            )
            for name, sentence, slots in samples
            if (words := frozenset(sentence.split()))
        ]
        self._with_slots: dict[tuple[str, ...], dict[str, list[int]]] = {}
        for index, pattern in enumerate(self._patterns):
            with_word = self._with_slots.setdefault(pattern.types, {})
            for word in pattern.words:
                with_word.setdefault(word, []).append(index)
        self._words = dict.fromkeys(word for pattern in self._patterns for word in pattern.words)
        self._vocabulary = [word for word in self._words if len(word) > _SHORT_WORD]
        self._spotters = {
            slot_type: re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)")
            for slot_type, wordings in types.wordings.items()
            if (longest_first := sorted(map(re.escape, wordings), key=len, reverse=True))
        }

    def nearest(self, sentence: str) -> tuple[Reading, float] | None:
        """Read by the most similar sample, and say how like; None when nothing is shared."""
        best: tuple[float, _Pattern, _Spotted] | None = None
        for spotted in self._spottings(sentence):
            found = self._nearest_to(spotted)
            if found is not None and (best is None or found[0] > best[0]):
                best = (*found, spotted)
        if best is None:
            return None
        score, pattern, spotted = best
        return Reading(pattern.intent, self._filled(pattern, spotted)), 100 * score

    def _nearest_to(self, spotted: _Spotted) -> tuple[float, _Pattern] | None:
        said = {word: self._same(word) for word in spotted.words}
        wanted = tuple(sorted(slot_type for slot_type, _ in spotted.values))
        with_word = self._with_slots.get(wanted, {})
        gained: dict[int, float] = {}
        for similar in said.values():
            touched: dict[int, float] = {}
            for word, similarity in similar:
                gain = self._weight(word) * similarity
                for index in with_word.get(word, ()):
                    touched[index] = max(touched.get(index, 0.0), gain)
            for index, gain in touched.items():
                gained[index] = gained.get(index, 0.0) + gain
        total = sum(self._weight(word) for word in said)
        sentence = " ".join(spotted.words)
        scores = heapq.nlargest(
            _CANDIDATES,
            (
                (2 * gain / (total + self._patterns[index].weight), -index)
                for index, gain in gained.items()
            ),
        )
        best: tuple[float, float, _Pattern] | None = None
        for score, negative_index in scores:
            pattern = self._patterns[-negative_index]
            if best is not None and score < best[0]:
                break
            if self._hearing.contradicts(sentence, pattern.sample):
                continue
            if self._hearing.is_too_grave(sentence, pattern.sample, pattern.intent):
                continue
            # "right before left" is not the other way round
            in_order = fuzz.ratio(sentence, pattern.sample)
            if best is None or in_order > best[1]:
                best = score, in_order, pattern
        return None if best is None else (min(best[0], 1.0), best[2])

    def _same(self, word: str) -> list[tuple[str, float]]:
        if word in self._words:
            return [(word, 1.0)]
        if len(word) <= _SHORT_WORD:
            return []
        found = process.extract(
            word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SAME_WORD, limit=4
        )
        return [(similar, score / 100) for similar, score, _ in found]

    def _weight(self, word: str) -> float:
        return self._weights.get(
            word, _SMALL_WEIGHT if word in self._hearing.small else self._strange
        )

    def _spottings(self, sentence: str) -> Iterator[_Spotted]:
        bare = _Spotted(tuple(sentence.split()), ())
        with_names = self._replace(bare, self._spotters)
        seen = set()
        for base in (bare, with_names):
            with_forms = [self._replace(base, {name: form}) for name, form in self._forms.items()]
            for found in (
                base,
                *with_forms,
                self._replace(base, {"AMAZON.NUMBER": re.compile(r"(?<!\S)-?\d+(?!\S)")}),
                # "Five in the evening" is a time, though "the evening" is a name.
                *(self._replace(one, self._spotters) for one in with_forms if one != base),
            ):
                if found not in seen:
                    seen.add(found)
                    yield found

    @staticmethod
    def _replace(spotted: _Spotted, patterns: dict[str, re.Pattern[str]]) -> _Spotted:
        text, values = " ".join(spotted.words), list(spotted.values)
        for slot_type, pattern in patterns.items():
            values += [(slot_type, found.group()) for found in pattern.finditer(text)]
            text = pattern.sub(f"<{slot_type}>", text)
        return _Spotted(tuple(text.split()), tuple(values))

    def _filled(self, pattern: _Pattern, spotted: _Spotted) -> tuple[SlotValue, ...]:
        said = {
            slot_type: iter([value for kind, value in spotted.values if kind == slot_type])
            for slot_type, _ in spotted.values
        }
        return tuple(
            built_in_value(self._hearing, slot, slot_type, next(said[slot_type]))
            if slot_type in BUILT_IN_SLOT_TYPES
            else self._types.known(slot, slot_type, next(said[slot_type]))
            for slot, slot_type in pattern.slots
        )


def _type_only(_slot: str, slot_type: str) -> str:
    return f"<{slot_type}>"


def _weights(samples: Iterable[tuple[str, list[str]]], small: frozenset[str]) -> dict[str, float]:
    """How much each word tells the intents apart: the fewer intents use it, the more."""
    pairs = {(intent, word) for intent, words in samples for word in words}
    intents = len({intent for intent, _ in pairs})
    spread = Counter(word for _, word in pairs)
    return {
        word: _SMALL_WEIGHT if word in small else 0.5 + math.log(intents / used)
        for word, used in spread.items()
    }
