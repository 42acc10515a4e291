"""Third stage of understanding: for which intent do the words of a sentence speak, by all samples together.

A sentence may be like no single sample, and still share its words with many samples of one intent: "bring the
tempo down" has "tempo" in common with some and "down" with others. So each word and each pair of neighbours
speaks for an intent by how much more often its samples have it than those of all intents. If a word stands in
one of five samples of an intent, and in one of five hundred of all, it makes the intent a hundred times as
likely. What all words say is added up (as logarithms). The sentence is taken for the intent with the most, by a
measure that asks for three things at once: much evidence for each word, a lead over the second intent, and few
words that the intent does not know.

It is the language model of Ponte and Croft, smoothed as by Jelinek and Mercer, with an intent for a document.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from skill.understanding.grammar import Reading
from skill.understanding.hearing import Hearing
from skill.understanding.interaction_model import BUILT_IN_SLOT_TYPES
from skill.understanding.likeness import Pattern
from skill.understanding.spotting import Spotted, Spotter
from skill.understanding.vocabulary import Vocabulary

_TRUST = 0.85  # how much the samples of an intent count, against those of all intents
_FEW_SAMPLES = 3  # added to those of every intent: the share of a word in few samples is less sure
_SELDOM = 0.001  # added to the usual share of every word: what a very rare word says is less sure
_NEIGHBOURS = 0.5  # how much a pair of neighbours counts against a word
_FEWEST_AROUND = 2  # words around values: "three sets" may be about anything
_NEARLY = 0.7  # the share of the most evidence for any intent that is "nearly as much"
_ALIKE = 0.4  # the least that a sentence shares with some sample of its intent

_Feature = str | tuple[str, str]
_Meaning = tuple[str, frozenset[str]]
_Counts = tuple[tuple[_Meaning, int], ...]


class Evidence:
    """Weighs the words of a sentence for each intent."""

    def __init__(self, hearing: Hearing, patterns: list[Pattern], spotter: Spotter) -> None:
        self._hearing, self._spotter = hearing, spotter
        meanings: dict[_Meaning, _Meaning] = {}
        samples = []
        for one in patterns:
            meaning = (one.intent, hearing.turned(one.sample))
            words = _kept_once(hearing.kin.written(one.sample))
            samples.append((meanings.setdefault(meaning, meaning), words))
        small = frozenset(map(hearing.kin.written, hearing.small))
        self._vocabulary = Vocabulary(((intent, words) for (intent, _), words in samples), small)
        self._sizes = Counter(meaning for meaning, _ in samples)
        self._counts = _counts(samples)
        self._patterns: defaultdict[
            tuple[str, tuple[str, ...]], list[tuple[Pattern, tuple[str, ...]]]
        ] = defaultdict(list)
        self._takes: defaultdict[str, set[str]] = defaultdict(set)
        for pattern, (_, words) in zip(patterns, samples, strict=True):
            self._patterns[pattern.intent, pattern.types].append((pattern, words))
            self._takes[pattern.intent].update(pattern.types)

    def weighed(self, sentence: str) -> tuple[Reading, float] | None:
        """The reading by the intent with the most evidence, and how much that is, from 0; None without any."""
        best: tuple[float, Pattern, Spotted] | None = None
        every = list(self._spotter.spottings(sentence))
        named = {slot_type for spotted in every for slot_type in spotted.types}
        for spotted in every:
            found = self._weighed(spotted)
            if found is None or (best is not None and found[0] <= best[0]):
                continue
            overlooked = named.difference(spotted.types, BUILT_IN_SLOT_TYPES)
            if overlooked.isdisjoint(self._takes[found[1].intent]):
                best = (*found, spotted)
        if best is None:
            return None
        much, pattern, spotted = best
        return Reading(pattern.intent, self._spotter.filled(pattern.slots, spotted)), much

    def backs(self, sentence: str, intent: str) -> bool:
        """Whether the evidence for the intent is nearly as much as the most for any intent."""
        for spotted in self._spotter.spottings(sentence):
            sums = self._sums(self._words(spotted), self._hearing.turned(spotted.sentence))
            if sums and sums.get(intent, 0.0) >= _NEARLY * max(sums.values()):
                return True
        return False

    def _words(self, spotted: Spotted) -> list[str]:
        return self._hearing.kin.written(spotted.sentence).split()

    def _sums(self, words: Sequence[str], turned: frozenset[str]) -> dict[str, float]:
        """How much the words speak for each intent."""
        sums: dict[str, float] = {}
        for feature in _features(words):
            for (intent, turn), gain in self._gains(feature):
                if turn == turned:
                    sums[intent] = sums.get(intent, 0.0) + gain
        return sums

    def _gains(self, feature: _Feature) -> Iterator[tuple[_Meaning, float]]:
        """What a word or pair says for each intent that has it, as a logarithm."""
        ratio = _TRUST / (1 - _TRUST)
        counted = _NEIGHBOURS if isinstance(feature, tuple) else 1.0
        counts = self._counts.get(feature, ())
        shares = [(meaning, n / (self._sizes[meaning] + _FEW_SAMPLES)) for meaning, n in counts]
        usual = sum(share for _, share in shares) / len(self._sizes)
        for meaning, share in shares:
            yield meaning, counted * math.log1p(ratio * share / (usual + _SELDOM))

    def _weighed(self, spotted: Spotted) -> tuple[float, Pattern] | None:
        words, turned = self._words(spotted), self._hearing.turned(spotted.sentence)
        sums = self._sums(words, turned)
        ranked = sorted(sums, key=sums.__getitem__, reverse=True)[:2]
        if not ranked or (spotted.values and len(words) < len(spotted.values) + _FEWEST_AROUND):
            return None
        first = ranked[0]
        meant = self._sample_of(first, spotted, words)
        if meant is None:
            return None
        lead = sums[first] - (sums[ranked[1]] if len(ranked) > 1 else 0.0)
        known = self._share(words, self._vocabulary.__contains__)
        meant_by = (first, turned)
        explained = self._share(
            words, lambda word: any(one == meant_by for one, _ in self._counts.get(word, ()))
        )
        return (sums[first] + lead) / (len(words) + 1) * explained * known, meant

    def _sample_of(self, intent: str, spotted: Spotted, words: Sequence[str]) -> Pattern | None:
        """The most similar sample that takes the slots of the sentence, and whose meaning no word turns."""
        said = frozenset(words)
        alike = [
            (much, pattern)
            for pattern, known in self._patterns.get((intent, spotted.types), ())
            if not said.isdisjoint(known)
            and (much := self._alike(said, frozenset(known))) >= _ALIKE
        ]
        # Whether a word turns the meaning is asked of the most similar first: of equals, of the earlier sample.
        alike.sort(key=lambda one: one[0], reverse=True)
        return next(
            (
                pattern
                for _, pattern in alike
                if not self._hearing.turns(spotted.sentence, pattern.sample, intent)
            ),
            None,
        )

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the words' weight that two sentences have in common, from 0 to 1 (Dice's coefficient)."""
        both = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / both if both else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(map(self._vocabulary.weight, words))  # the same in any order

    def _share(self, words: Sequence[str], knows: Callable[[str], bool]) -> float:
        """The share of the words' weight that those have for which ``knows`` is true, from 0 to 1."""
        return self._weight(filter(knows, words)) / self._weight(words)


def _kept_once(sentence: str) -> tuple[str, ...]:
    """The words of a sample; equal words of all samples are one object, for they are some ten thousand."""
    return tuple(map(sys.intern, sentence.split()))


def _features(words: Sequence[str]) -> Iterable[_Feature]:
    """Each word and each pair of neighbours once; the edges of a sentence are neighbours as well.

    They always come in the same order, so that of two intents with equal evidence every process takes the same.
    """
    return dict.fromkeys((*words, *pairwise(("", *words, ""))))


def _counts(samples: Iterable[tuple[_Meaning, Sequence[str]]]) -> dict[_Feature, _Counts]:
    """In how many samples of each intent each word and pair stands.

    Pairs instead of dictionaries, and equal ones once: most words stand in the samples of one or two intents, and
    there are so many words that the difference is felt in the memory of a small computer. So what they say is
    worked out when it is asked: it is another number for almost each of them.
    """
    counts: defaultdict[_Feature, dict[_Meaning, int]] = defaultdict(dict)
    for meaning, words in samples:
        for feature in _features(words):
            with_it = counts[feature]
            with_it[meaning] = with_it.get(meaning, 0) + 1
    once: dict[Any, Any] = {}
    kept: dict[_Feature, _Counts] = {}
    for feature, with_it in counts.items():
        pairs = tuple(once.setdefault(pair, pair) for pair in with_it.items())
        kept[feature] = once.setdefault(pairs, pairs)
    return kept
