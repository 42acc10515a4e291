"""Finds the sentences that two claimants, such as two intents, could both take for theirs.

Speaking every sample with every value would make two million sentences. Here all samples are read side by
side, one word at a time, as a listener would: a state is what each sample still expects to hear. Where two
claimants expect nothing more, the words up to there belong to both. Samples that expect the same rest share
a state, so a few thousand states stand for all sentences, also for numbers of any length.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(
    frozen=True, slots=True, eq=False
)  # the same one is met a million times: it is compared by identity
class Choice:
    """One of several phrases; an empty phrase among them means that nothing need be said."""

    phrases: "tuple[Phrase, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Repeated:
    """A phrase said once or more often."""

    phrase: "Phrase"


Phrase = tuple[str | Choice | Repeated, ...]
"""What is said, piece by piece; a string is a single word."""

State = frozenset[int]
"""For each claimant what it still expects, as numbers of claims."""


def words(text: str) -> Phrase:
    """A text as single words."""
    return tuple(text.split())


@cache
def one_of(*texts: str) -> Choice:
    """A choice of texts."""
    return Choice(tuple(words(text) for text in texts))


@cache
def perhaps(*pieces: str | Choice | Repeated) -> Choice:
    """What may be said or left out."""
    return Choice((pieces, ()))


@cache
def heard_next(phrase: Phrase) -> tuple[tuple[str, Phrase], ...]:
    """Each word with which the phrase can begin, and what is expected after it."""
    return tuple(dict.fromkeys(_heard_next(phrase)))


def _heard_next(phrase: Phrase) -> Iterator[tuple[str, Phrase]]:
    if not phrase:
        return
    piece, rest = phrase[0], phrase[1:]
    match piece:
        case str():
            yield piece, rest
        case Choice(phrases):
            for chosen in phrases:
                yield from _heard_next((*chosen, *rest))
        case Repeated(once):
            for word, left in _heard_next(once):
                yield word, (*left, perhaps(piece), *rest)
            if may_end(once):
                yield from _heard_next(rest)


@cache
def may_end(phrase: Phrase) -> bool:
    """Whether nothing more need be said."""
    return all(_may_be_left_out(piece) for piece in phrase)


def _may_be_left_out(piece: str | Choice | Repeated) -> bool:
    match piece:
        case Choice(phrases):
            return any(map(may_end, phrases))
        case Repeated(once):
            return may_end(once)
    return False


class _Claims:
    """What each claimant may still expect, by numbers: these are compared sooner than phrases."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, Phrase], int] = {}
        self._heard_next: dict[int, tuple[tuple[str, int], ...]] = {}
        self.claims: list[tuple[str, Phrase]] = []

    def number(self, who: str, phrase: Phrase) -> int:
        """The number of a claim, which is a new one where nobody has expected that yet."""
        number = self._numbers.setdefault((who, phrase), len(self.claims))
        if number == len(self.claims):
            self.claims.append((who, phrase))
        return number

    def after_each_word(self, state: State) -> Iterator[tuple[str, State]]:
        """Each word with which some claim goes on, and what is expected after it."""
        expected: dict[str, list[int]] = {}
        for claim in state:
            for word, rest in self._heard_next.get(claim) or self._read(claim):
                expected.setdefault(word, []).append(rest)
        return ((word, frozenset(rests)) for word, rests in expected.items())

    def _read(self, claim: int) -> tuple[tuple[str, int], ...]:
        who, phrase = self.claims[claim]
        heard = tuple((word, self.number(who, rest)) for word, rest in heard_next(phrase))
        self._heard_next[claim] = heard
        return heard

    def claimants(self, state: State) -> set[str]:
        """Whoever expects anything."""
        return {self.claims[claim][0] for claim in state}

    def who_may_end(self, state: State) -> list[str]:
        """Those to whom the words up to here belong."""
        expected = (self.claims[claim] for claim in state)
        return sorted({who for who, phrase in expected if may_end(phrase)})


def clashes(claims: Mapping[str, Iterable[Phrase]]) -> list[tuple[str, list[str]]]:
    """Every way in which claimants clash: the shortest sentence that shows it, and who claims it."""
    known = _Claims()
    start = frozenset(known.number(who, one) for who, phrases in claims.items() for one in phrases)
    found = []
    seen = {start}
    unread: deque[tuple[tuple[str, ...], State]] = deque([((), start)])
    while unread:
        said, state = unread.popleft()
        claimants = known.who_may_end(state)
        if len(claimants) > 1:
            found.append((" ".join(said), claimants))
        for word, after in known.after_each_word(state):
            if after not in seen and len(known.claimants(after)) > 1:
                seen.add(after)
                unread.append(((*said, word), after))
    return sorted(found)
