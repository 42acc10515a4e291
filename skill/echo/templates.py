"""Sentences with slots, found by their words before hassil compares them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hassil import Intents
from hassil.intents import Intent, IntentData


class _Template(NamedTuple):
    """A sentence with slots: its place in the model, its intent, and its words outside of the slots."""

    place: int
    intent: str
    words: frozenset[str]
    data: IntentData


class Templates:
    """Sentences with slots, each kept under its rarest word: hassil sees only those whose words were all said.

    Given all of them, hassil would look at each for every sentence.
    """

    def __init__(self, templates: Mapping[str, Iterable[str]]) -> None:
        known = [(intent, one) for intent, sentences in templates.items() for one in sentences]
        spread = Counter(word for _, one in known for word in literals(one))
        self._by_word: dict[str, list[_Template]] = {}
        for place, (intent, one) in enumerate(known):
            words = literals(one)
            rarest = min(words, key=spread.__getitem__, default="")
            template = _Template(place, intent, frozenset(words), IntentData([one]))
            self._by_word.setdefault(rarest, []).append(template)

    def within(self, sentence: str) -> Intents:
        """The templates that a plain sentence may fit, in the order of the model."""
        said = {"", *sentence.split()}
        near = [one for word in said for one in self._by_word.get(word, ())]
        found = [one for one in near if said.issuperset(one.words)]
        intents: dict[str, Intent] = {}
        for one in sorted(found, key=lambda one: one.place):
            intents.setdefault(one.intent, Intent(one.intent)).data.append(one.data)
        return Intents("en", intents)  # serves number words alone, and numbers are digits here


def literals(template: str) -> list[str]:
    """The words of a template outside of its slots."""
    return [word for word in template.split() if not word.startswith("{")]
