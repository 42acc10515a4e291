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

State = frozenset[tuple[str, Phrase]]
"""For each claimant what it still expects."""


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


def clashes(claims: Mapping[str, Iterable[Phrase]]) -> list[tuple[str, list[str]]]:
    """Every way in which claimants clash: the shortest sentence that shows it, and who claims it."""
    start: State = frozenset((who, phrase) for who, phrases in claims.items() for phrase in phrases)
    found = []
    seen = {start}
    unread: deque[tuple[tuple[str, ...], State]] = deque([((), start)])
    while unread:
        said, state = unread.popleft()
        claimants = sorted({who for who, phrase in state if may_end(phrase)})
        if len(claimants) > 1:
            found.append((" ".join(said), claimants))
        for word, after in _after_each_word(state).items():
            if after not in seen and len({who for who, _ in after}) > 1:
                seen.add(after)
                unread.append(((*said, word), after))
    return sorted(found)


def _after_each_word(state: State) -> dict[str, State]:
    expected: dict[str, set[tuple[str, Phrase]]] = {}
    for who, phrase in state:
        for word, rest in heard_next(phrase):
            expected.setdefault(word, set()).add((who, rest))
    return {word: frozenset(rests) for word, rests in expected.items()}
