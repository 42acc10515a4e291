"""Where a sentence holds values of slots: every way to see it, its values replaced by their types."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skill.understanding.grammar import built_in_value, spoken_forms
from skill.understanding.hearing import Hearing
from skill.understanding.interaction_model import BUILT_IN_SLOT_TYPES
from skill.understanding.slots import SlotTypes, SlotValue

_NUMBER = {"AMAZON.NUMBER": re.compile(r"(?<!\S)-?\d+(?!\S)")}


def type_only(_slot: str, slot_type: str) -> str:
    """A slot among the words of a sample that is compared: its type alone."""
    return f"<{slot_type}>"


@dataclass(frozen=True, slots=True)
class Spotted:
    """A sentence in which slot values were replaced by their types."""

    words: tuple[str, ...]
    values: tuple[tuple[str, str], ...]

    @property
    def types(self) -> tuple[str, ...]:
        """The types of the values, sorted."""
        return tuple(sorted(slot_type for slot_type, _ in self.values))

    @property
    def sentence(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


class Spotter:
    """Finds values of slot types in sentences, and fills slots with them."""

    def __init__(self, hearing: Hearing, types: SlotTypes) -> None:
        self._hearing, self._types, self._forms = hearing, types, spoken_forms(hearing)
        self._names = {
            slot_type: re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)")
            for slot_type, wordings in types.wordings.items()
            if slot_type not in hearing.closed
            and (longest_first := sorted(map(re.escape, wordings), key=len, reverse=True))
        }

    def spottings(self, sentence: str) -> Iterator[Spotted]:
        """Every way to see a plain sentence, the sentence as it is first."""
        bare = Spotted(tuple(sentence.split()), ())
        with_names = _replaced(bare, self._names)
        seen = set()
        for base in (bare, with_names):
            with_forms = [_replaced(base, {name: form}) for name, form in self._forms.items()]
            for found in (
                base,
                *with_forms,
                _replaced(base, _NUMBER),
                # "Five in the evening" is a time, though "the evening" is a name.
                *(_replaced(one, self._names) for one in with_forms if one != base),
            ):
                if found not in seen:
                    seen.add(found)
                    yield found

    def filled(self, slots: tuple[tuple[str, str], ...], spotted: Spotted) -> tuple[SlotValue, ...]:
        """Fill slots, given by name and type, with the values of a sentence that has one for each."""
        said = {
            slot_type: iter([value for kind, value in spotted.values if kind == slot_type])
            for slot_type, _ in spotted.values
        }
        return tuple(
            built_in_value(self._hearing, slot, slot_type, next(said[slot_type]))
            if slot_type in BUILT_IN_SLOT_TYPES
            else self._types.known(slot, slot_type, next(said[slot_type]))
            for slot, slot_type in slots
        )


def _replaced(spotted: Spotted, patterns: Mapping[str, re.Pattern[str]]) -> Spotted:
    text, values = spotted.sentence, list(spotted.values)
    for slot_type, pattern in patterns.items():
        values += [(slot_type, found.group()) for found in pattern.finditer(text)]
        text = pattern.sub(f"<{slot_type}>", text)
    return Spotted(tuple(text.split()), tuple(values))
