"""The words of a model's samples: how much each of them weighs, and which of them a misspelt word may be.

A word weighs more the fewer intents use it: "exercise" stands in the samples of every intent and says little,
"muscles" says nearly all, and a word that no sample has says that something else is meant.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

SAME_WORD = 80  # two words are the same with a slip in it, if they are so like each other
_SHORT_WORD = 3  # a slip in a shorter word makes another word
_SMALL_WEIGHT = 0.25


class Vocabulary:
    """All words of samples; each sample is given as its intent and its words."""

    def __init__(self, samples: Iterable[tuple[str, Sequence[str]]], small: frozenset[str]) -> None:
        self._small = small
        self._weights = _weights(samples, small)
        self._strange = max(self._weights.values(), default=1.0)

    def __contains__(self, word: str) -> bool:
        return word in self._weights

    def weight(self, word: str) -> float:
        """How much a word weighs; the most where no sample has it."""
        return self._weights.get(word, _SMALL_WEIGHT if word in self._small else self._strange)

    def same(self, word: str) -> list[tuple[str, float]]:
        """The words of the samples that a word may be, the most similar first, each with how similar, up to 1."""
        if word in self._weights:
            return [(word, 1.0)]
        if len(word) <= _SHORT_WORD:
            return []
        found = process.extract(
            word, self._long_words, scorer=fuzz.ratio, score_cutoff=SAME_WORD, limit=4
        )
        return [(similar, score / 100) for similar, score, _ in found]

    @cached_property
    def _long_words(self) -> list[str]:
        return [word for word in self._weights if len(word) > _SHORT_WORD]


def _weights(
    samples: Iterable[tuple[str, Sequence[str]]], small: frozenset[str]
) -> dict[str, float]:
    """How much each word weighs: the fewer intents use it, the more."""
    pairs = dict.fromkeys((intent, word) for intent, words in samples for word in words)
    intents = len({intent for intent, _ in pairs})
    spread = Counter(word for _, word in pairs)
    return {
        word: _SMALL_WEIGHT if word in small else 0.5 + math.log(intents / used)
        for word, used in spread.items()
    }
