"""Last stage before free text: a sentence of which one part is a sample, and the rest says why.

"The kettle was on, I didn't catch that" is like no sample as a whole. So it is cut at every place between two
words, and a part that a sample fits word for word is believed, if it says enough, if no word before it turns its
meaning, and if the rest is no other order. The first part of a question is not believed: "where am I" goes on in
"where am I to feel this". An intent of ``Hearing.whole`` does what is hard to take back; it is believed only
where both parts mean it.
"""

from collections.abc import Iterator

from skill.understanding.grammar import Grammar, Reading
from skill.understanding.hearing import ASKING, Hearing
from skill.understanding.interaction_model import BUILT_IN_SLOT_TYPES, FALLBACK
from skill.understanding.spotting import Spotter

_FEWEST_WORDS = 3
_FEWEST_LETTERS = 8  # outside of slots: "in five minutes" may be about anything


class Parts:
    """Reads sentences by one of their two parts."""

    def __init__(self, hearing: Hearing, grammar: Grammar, spotter: Spotter) -> None:
        self._hearing, self._grammar, self._spotter = hearing, grammar, spotter

    def read(self, sentence: str) -> Reading | None:
        """The reading of the part that says most, the later of equals; None where parts mean different things."""
        if self._hearing.alarms(sentence):
            return None
        words = self._hearing.unfilled(sentence)
        agreed: set[str] = set()
        found: list[Reading] = []
        for cut in range(1, len(words)):
            before, behind = " ".join(words[:cut]), " ".join(words[cut:])
            turned = self._hearing.turned(before)
            first = None if ASKING in turned else self._part(before, behind)
            last = None if turned else self._part(behind, before)
            found += [one for one in (first, last) if one]
            if first and last and first.intent == last.intent:
                agreed.add(first.intent)
        meant = {one.intent for one in found}
        if len(meant) != 1 or FALLBACK in meant:  # the rest of what is no order may be pain
            return None
        best = max(reversed(found), key=lambda one: one.literal)
        return best if best.intent not in self._hearing.whole or agreed else None

    def _part(self, part: str, rest: str) -> Reading | None:
        for core in self._cores(part):
            if read := self._grammar.read(core):
                enough = read.all_known and read.literal >= _FEWEST_LETTERS
                return read if enough and not self._overlooks(rest, read.intent) else None
        return None

    def _cores(self, part: str) -> Iterator[str]:
        for core in self._hearing.cores(part):
            if len(core.split()) >= _FEWEST_WORDS and not self._hearing.is_small(core):
                yield core

    def _overlooks(self, rest: str, intent: str) -> bool:
        """Whether the rest has a name that the intent takes, or would have to be heard for pain and danger."""
        named = {kind for spotted in self._spotter.spottings(rest) for kind in spotted.types}
        takes = self._grammar.takes(intent).difference(BUILT_IN_SLOT_TYPES)
        return self._grammar.hears_freely(intent) or not takes.isdisjoint(named)
