"""What a runner counts along: the numbers of the answers themselves, and nothing of what the coach has booked."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

COUNT_IN = ("Three.", "Two.", "One.", "Go.")
_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven
twenty-eight twenty-nine thirty
"""
NUMBERS = {f"{word.capitalize()}.": n for n, word in enumerate(_WORDS.split(), 1)}

EAR_S = 6
"""A sound begins about a second after its answer's stamp, and a runner speaks for up to five before the next one.
What is heard in these seconds may count or not."""

Json = dict[str, Any]


class Count(NamedTuple):
    """A number said ``at_ms`` after an answer began; whether it ``changes_over`` to the answer's next set."""

    at_ms: int
    number: int
    changes_over: bool


def counts_of(answer: Json) -> list[Count]:
    """The numbers that an answer counts. The warm-up's are none: it has no count-in."""
    directives = answer["response"].get("directives", ())
    data = (one.get("datasources", {}).get("segment", {}) for one in directives)
    cues = [(cue["at"], cue["say"]) for segment in data for cue in segment.get("cues", ())]
    said = [words for _, words in cues]
    counts: list[Count] = []
    counting, begins = False, False
    for place, (at_ms, words) in enumerate(cues):
        if words == "Go.":
            counting = tuple(said[max(0, place - 3) : place + 1]) == COUNT_IN
            begins = True
        elif counting and tuple(said[place : place + 4]) == COUNT_IN:
            counting = False
        elif counting and words in NUMBERS:
            counts.append(Count(at_ms, NUMBERS[words], begins and bool(counts)))
            begins = False
    return counts


class SetHeard:
    """The repetitions of one set of one side: those surely heard, and those that may have been.

    It is ``in_doubt`` where an answer was lost: then another "One." may begin the next set, or this one again.
    """

    def __init__(self) -> None:
        self.sure: set[int] = set()
        self.maybe: set[int] = set()
        self.in_doubt = False

    def goes_on_with(self, number: int) -> bool:
        """Whether a number is one of this set's, or the next."""
        return number == 1 or number in self.maybe or number - 1 in self.maybe


class Ears:
    """The sets that one runner has heard.

    What an answer counts is heard as far as its time went on; it is sure once a later answer of the same
    session arrived. Where none did nobody knows when the speaker fell silent: it may have played on until the
    next one.
    ``repeated`` are repetitions that were sure already, and were counted once more.
    """

    def __init__(self) -> None:
        self.sets: list[SetHeard] = []
        self.repeated = 0
        self._coming: list[Count] = []
        self._played_ms = 0
        self._sure_next: list[tuple[SetHeard, int]] = []

    def play(self, answer: Json) -> None:
        """An answer arrived: it confirms what was heard before, and begins to sound."""
        for heard, number in self._sure_next:
            heard.sure.add(number)
        self._sure_next = []
        self._coming = counts_of(answer)
        self._played_ms = 0

    def listen(self, seconds: int) -> None:
        """The answer sounds for so long, the runner's next words included."""
        self._played_ms += seconds * 1000
        heard = [one for one in self._coming if one.at_ms <= self._played_ms]
        self._coming = self._coming[len(heard) :]
        for one in heard:
            counted = self._set_of(one)
            self.repeated += one.number in counted.sure
            counted.maybe.add(one.number)
            if one.at_ms <= self._played_ms - EAR_S * 1000:
                self._sure_next.append((counted, one.number))

    def _set_of(self, count: Count) -> SetHeard:
        """The set that a number belongs to: the last one, a new one, or the one before after a lost answer.

        A speaker may have begun the next set while nobody knows of it: the coach then ends the one before.
        """
        last = self.sets[-1] if self.sets else None
        if last is None or (
            count.number == 1 and (last.sure or last.in_doubt or count.changes_over)
        ):
            self.sets.append(SetHeard())
        elif (
            self.sets[1:]
            and last.in_doubt
            and not last.sure
            and not last.goes_on_with(count.number)
        ):
            return self.sets[-2]
        return self.sets[-1]

    def lose_the_answer(self) -> None:
        """Nobody knows how much was booked of what was heard last."""
        self._sure_next = []
        if self.sets:
            self.sets[-1].in_doubt = True

    def faults(self, stored: Iterable[int]) -> tuple[int, int]:
        """Repetitions lost, and doubled, where ``stored`` are the counts of all sets.

        Compared from the longest set to the shortest: each must lie between what was sure and what may have been.
        """
        had = sorted(stored, reverse=True)
        sure = sorted((len(one.sure) for one in self.sets), reverse=True)
        maybe = sorted((len(one.maybe) for one in self.sets), reverse=True)
        lost = sum(max(0, low - n) for low, n in zip_longest(sure, had, fillvalue=0))
        doubled = sum(max(0, n - high) for high, n in zip_longest(maybe, had, fillvalue=0))
        return lost + self.repeated, doubled


def repetitions_of(sets_done: Iterable[tuple[int, ...]]) -> Iterator[int]:
    """The counts of sets as a record has them, side by side, without those that were not begun."""
    return (count for one in sets_done for count in one if count)
