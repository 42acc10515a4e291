"""Second stage of understanding: which sample does a sentence resemble most."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from skill.understanding.grammar import Reading, Spell, plain_sample, takes_free_text
from skill.understanding.interaction_model import SLOT, InteractionModel
from skill.understanding.spotting import Spotted, Spotter, type_only
from skill.understanding.vocabulary import SAME_WORD, Vocabulary

_CANDIDATES = 40  # how many of the samples most alike are asked whether they mean the opposite


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sample as words, its slots replaced by their types."""

    intent: str
    sample: str
    slots: tuple[tuple[str, str], ...]

    @property
    def types(self) -> tuple[str, ...]:
        """The types of the slots, sorted."""
        return tuple(sorted(slot_type for _, slot_type in self.slots))


def patterns_of(model: InteractionModel, spell: Spell) -> list[Pattern]:
    """All samples of a model but those around free text, and the usual utterances of Amazon's own intents."""
    return [
        Pattern(intent.name, sentence, slots)
        for intent in model.intents
        for text in (*intent.samples, *model.hearing.usual.get(intent.name, ()))
        if not takes_free_text(intent, text)
        and (sentence := plain_sample(spell, text, intent.slots, type_only))
        for slots in [tuple((slot, intent.slots[slot]) for slot in SLOT.findall(text))]
    ]


class Likeness:
    """Measures how like a sentence is to each sample, from 0 to 100.

    A sentence with a word of pain or danger is like no sample without one. Nor is it like one that has no word
    for what is grave in it: "I dropped the weight" leaves out half of "I can't breathe and I dropped the
    weight". Neither holds for intents that hear free text: those are about pain and danger.
    """

    def __init__(self, model: InteractionModel, patterns: list[Pattern], spotter: Spotter) -> None:
        self._hearing, self._patterns, self._spotter = model.hearing, patterns, spotter
        self._grave = {one.name for one in model.intents if one.hears_free_text}
        # Asked of samples as they are, never of what somebody said: the same few of them come up again and again.
        self._sample_is_grave = cache(self._hearing.grave)
        words = [frozenset(pattern.sample.split()) for pattern in patterns]
        self._vocabulary = Vocabulary(
            ((pattern.intent, pattern.sample.split()) for pattern in patterns), self._hearing.small
        )
        weight = self._vocabulary.weight
        # sorted: equal words weigh the same
        self._weights = [sum(map(weight, sorted(some))) for some in words]
        self._with_slots: dict[tuple[str, ...], dict[str, list[int]]] = {}
        for index, pattern in enumerate(patterns):
            with_word = self._with_slots.setdefault(pattern.types, {})
            for word in words[index]:
                with_word.setdefault(word, []).append(index)

    def nearest(self, sentence: str, *, grave: bool) -> tuple[Reading, float] | None:
        """Read by the most similar sample, and say how like; None when nothing is shared.

        ``grave`` says whether all that was said, of which this may be a part, speaks of pain or danger.
        """
        best: tuple[float, Pattern, Spotted] | None = None
        for spotted in self._spotter.spottings(sentence):
            found = self._nearest_to(spotted, grave=grave)
            if found is not None and (best is None or found[0] > best[0]):
                best = (*found, spotted)
        if best is None:
            return None
        score, pattern, spotted = best
        return Reading(pattern.intent, self._spotter.filled(pattern.slots, spotted)), 100 * score

    def _gained(self, spotted: Spotted) -> Mapping[int, float]:
        """How much weight the words of a sentence share with each sample, by the sample's place."""
        with_word = self._with_slots.get(spotted.types, {})
        gained: defaultdict[int, float] = defaultdict(float)
        for word in dict.fromkeys(spotted.words):
            if word in self._vocabulary:
                gain = self._vocabulary.weight(word)
                for index in with_word.get(word, ()):
                    gained[index] += gain
            else:
                for index, gain in self._gained_by_slip(word, with_word).items():
                    gained[index] += gain
        return gained

    def _gained_by_slip(
        self, word: str, with_word: Mapping[str, Sequence[int]]
    ) -> Mapping[int, float]:
        """The most that a word shares with each sample that has a word which it may be."""
        gained: dict[int, float] = {}
        for known, similarity in self._vocabulary.same(word):
            gain = self._vocabulary.weight(known) * similarity
            for index in with_word.get(known, ()):
                gained[index] = max(gained.get(index, 0.0), gain)
        return gained

    def _nearest_to(self, spotted: Spotted, *, grave: bool) -> tuple[float, Pattern] | None:
        gained = self._gained(spotted)
        total = sum(map(self._vocabulary.weight, dict.fromkeys(spotted.words)))
        # The most similar first, and of equals the earlier sample. Few are looked at, so they are not sorted.
        weights = self._weights
        unlike = [(-2 * gain / (total + weights[index]), index) for index, gain in gained.items()]
        heapq.heapify(unlike)
        best: tuple[float, float, Pattern] | None = None
        for _ in range(min(_CANDIDATES, len(unlike))):
            negative, index = heapq.heappop(unlike)
            score, pattern = -negative, self._patterns[index]
            if best is not None and score < best[0]:
                break
            if self._hearing.turns(spotted.sentence, pattern.sample, pattern.intent):
                continue
            if grave and self._leaves_out_what_is_grave(pattern, spotted):
                continue
            # "right before left" is not the other way round
            in_order = fuzz.ratio(spotted.sentence, pattern.sample)
            if best is None or in_order > best[1]:
                best = score, in_order, pattern
        return None if best is None else (min(best[0], 1.0), best[2])

    def _leaves_out_what_is_grave(self, pattern: Pattern, spotted: Spotted) -> bool:
        """Whether a sentence says more of pain or danger than a sample with its values does, of another intent.

        What the sample has no word for, it says nothing of.
        """
        if pattern.intent in self._grave:
            return False
        if any(map(self._hearing.grave, _rest(spotted.words, pattern.sample))):
            return True
        if not spotted.values:
            return not self._sample_is_grave(pattern.sample)
        said = pattern.sample
        for slot_type, value in spotted.values:
            said = said.replace(type_only("", slot_type), value, 1)
        return not self._hearing.grave(said)


def _rest(words: Sequence[str], sample: str) -> tuple[str, ...]:
    """What a sentence says beside a sample: what stands about it, or else every word that it lacks."""
    before, found, behind = f" {' '.join(words)} ".partition(f" {sample} ")
    if found:
        return before, behind
    meant = sample.split()
    lacking = (word for word in words if max(fuzz.ratio(word, one) for one in meant) < SAME_WORD)
    return (" ".join(lacking),)
