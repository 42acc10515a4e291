"""Numbers as a language says them, read as digits: "a hundred and five" is 105."""

from collections.abc import Iterable, Mapping, Sequence

Tokens = Sequence[str]


class NumberWords:
    """The numbers of a language from 0 to 999.

    ``words`` are the ways to say a number below a hundred, or a round hundred; each in lower case, its parts
    between blanks. ``hundreds`` are words that make hundreds of what stands before them ("two hundred"),
    ``links`` may stand before the rest ("and"), ``minus`` before the whole. ``joined`` is for languages that
    write hundreds and all behind them as one word ("zweihundertfünf").
    """

    def __init__(
        self,
        words: Mapping[int, Iterable[str]],
        *,
        hundreds: Iterable[str] = (),
        links: Iterable[str] = (),
        minus: Iterable[str] = (),
        joined: bool = False,
    ) -> None:
        self._links, self._minus = frozenset(links), frozenset(minus)
        known = {tuple(said.split()): number for number in sorted(words) for said in words[number]}
        self._below = {said: number for said, number in known.items() if number < 100}
        self._round = {said: number for said, number in known.items() if number >= 100}
        units = [(said, number) for said, number in self._below.items() if 0 < number < 10]
        units += [((str(number),), number) for number in range(1, 10)]
        for hundred in hundreds:
            for said, number in units:
                whole = (*said, hundred) if not joined else (*said[:-1], said[-1] + hundred)
                self._round.setdefault(whole, 100 * number)
        if joined:
            self._below |= {
                (*said[:-1], said[-1] + link + rest[0], *rest[1:]): number + more
                for said, number in self._round.items()
                for rest, more in self._below.items()
                for link in ("", *self._links)
                if 0 < more < 100
            }
        self._begins = {said[0] for said in (*self._below, *self._round)}

    def with_digits(self, words: Tokens) -> Iterable[str]:
        """The words with digits for every number among them."""
        at = 0
        while at < len(words):
            negative = words[at] in self._minus
            number, end = self._at(words, at + negative)
            if number is None:
                yield words[at]
                at += 1
            else:
                yield f"-{number}" if negative else str(number)
                at = end

    def _at(self, words: Tokens, at: int) -> tuple[int | None, int]:
        """The number that begins at a word (None without one), and the place after it."""
        if at < len(words) and words[at] not in self._begins and not words[at].isdecimal():
            return None, at  # as most words
        hundreds, after = _longest(self._round, words, at)
        if hundreds is None:
            return self._below_at(words, at)
        linked = after + (after < len(words) and words[after] in self._links)
        rest, end = self._below_at(words, linked)
        if rest is None or not 0 < rest < 100:
            return hundreds, after
        return hundreds + rest, end

    def _below_at(self, words: Tokens, at: int) -> tuple[int | None, int]:
        if at < len(words) and words[at].isdecimal():
            return int(words[at]), at + 1
        return _longest(self._below, words, at)


def _longest(
    table: Mapping[tuple[str, ...], int], words: Tokens, at: int
) -> tuple[int | None, int]:
    for size in range(_MOST_WORDS, 0, -1):
        number = table.get(tuple(words[at : at + size]))
        if number is not None:
            return number, min(at + size, len(words))
    return None, at


_MOST_WORDS = 5
"""Of a number below a hundred: French says "quatre vingt dix sept"."""
