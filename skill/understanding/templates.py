"""Sentences with slots, found by their words before hassil compares them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hassil import Intents
from hassil.intents import Intent, IntentData


class _Template(NamedTuple):
    """A sentence with slots: its place in the model, and its intent."""

    place: int
    intent: str
    sentence: str


class Templates:
    """Sentences with slots, each kept under its rarest word: hassil sees those whose words and edges were said.

    Given all of them, hassil would look at each for every sentence. What hassil makes of one is made when it may
    first fit and kept from then on: most are never said, and all of them would take 3 MB.
    """

    def __init__(self, templates: Mapping[str, Iterable[str]]) -> None:
        known = [(intent, one) for intent, sentences in templates.items() for one in sentences]
        spread = Counter(word for _, one in known for word in literals(one))
        self._by_word: dict[str, list[_Template]] = {}
        for place, (intent, one) in enumerate(known):
            words = literals(one)
            rarest = min(words, key=spread.__getitem__, default="")
            self._by_word.setdefault(rarest, []).append(_Template(place, intent, one))
        self._made: dict[str, IntentData] = {}

    def within(self, sentence: str) -> Intents:
        """The templates that a plain sentence may fit, in the order of the model."""
        said = {"", *sentence.split()}
        near = [one for word in said for one in self._by_word.get(word, ())]
        likely = [one for one in near if _frames(one.sentence, sentence)]
        found = [one for one in likely if said.issuperset(literals(one.sentence))]
        intents: dict[str, Intent] = {}
        for one in sorted(found, key=lambda one: one.place):
            intents.setdefault(one.intent, Intent(one.intent)).data.append(self._data(one.sentence))
        return Intents("en", intents)  # serves number words alone, and numbers are digits here

    def _data(self, sentence: str) -> IntentData:
        if sentence not in self._made:
            self._made[sentence] = IntentData([sentence])
        return self._made[sentence]


def _frames(template: str, sentence: str) -> bool:
    """Whether a sentence begins and ends as a template does outside of its slots."""
    head, tail = template.partition("{")[0], template.rpartition("}")[2]
    return sentence.startswith(head) and sentence.endswith(tail)


def literals(template: str) -> list[str]:
    """The words of a template outside of its slots."""
    return [word for word in template.split() if not word.startswith("{")]
