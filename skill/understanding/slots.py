"""Slot values: what was said, and what the slot type makes of it."""

from dataclasses import dataclass
from types import MappingProxyType

from hassil.intents import TextSlotList
from rapidfuzz import fuzz, process

from skill.understanding.interaction_model import InteractionModel

# So like a name that it is a slip: "claf raise" is 90 like "calf raise", "leg raise" is 74.
SLIP = 85


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A filled slot: its value as Amazon would send it, and for a custom type the resolution.

    `resolved` is None for built-in types, which bring no resolution along; otherwise it tells
    ER_SUCCESS_MATCH (with `id` and `name`) from ER_SUCCESS_NO_MATCH
    (Amazon: Entity Resolution for Custom Slot Types).
    """

    slot: str
    value: str
    type: str
    resolved: bool | None = None
    id: str = ""
    name: str = ""

    @property
    def meaning(self) -> str:
        """The id or the name where the type knows one; otherwise the value as it was said."""
        return self.id or self.name or self.value


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a value of a custom slot type."""

    said: str
    id: str
    name: str


class SlotTypes:
    """The custom slot types of a model, by their plain wordings."""

    def __init__(self, model: InteractionModel) -> None:
        self._articles = tuple(f"{word} " for word in model.hearing.articles)
        self.wordings = MappingProxyType(
            {
                slot_type: {
                    model.hearing.plain(said): Wording(said, value.id, value.name)
                    for value in reversed(values)  # the first of two claimants keeps the wording
                    for said in value.wordings
                }
                for slot_type, values in model.types.items()
            }
        )

    def lists(self) -> dict[str, TextSlotList]:
        """Give the wordings as hassil lists; a match's value is the plain wording."""
        return {
            slot_type: TextSlotList.from_tuples(
                ((said, said) for said in wordings), allow_template=False, name=slot_type
            )
            for slot_type, wordings in self.wordings.items()
        }

    def known(self, slot: str, slot_type: str, said: str) -> SlotValue:
        """Fill a slot by a wording of its type. Raises KeyError when the type has it not."""
        wording = self.wordings[slot_type][said]
        return SlotValue(slot, wording.said, slot_type, True, wording.id, wording.name)

    def heard(self, slot: str, slot_type: str, said: str) -> SlotValue:
        """Fill a slot by any words: a wording, also behind an article or with a slip; unresolved otherwise.

        What another type has word for word is no slip: "my back" is no "bridge" that was misheard for it.
        """
        wordings = self.wordings[slot_type]
        bare = next((said[len(word) :] for word in self._articles if said.startswith(word)), said)
        for candidate in (said, bare):
            if candidate in wordings:
                return self.known(slot, slot_type, candidate)
        if any(bare in others for others in self.wordings.values()):
            return SlotValue(slot, said, slot_type, resolved=False)
        nearest = process.extractOne(bare, wordings.keys(), scorer=fuzz.ratio, score_cutoff=SLIP)
        if nearest is not None:
            return self.known(slot, slot_type, nearest[0])
        return SlotValue(slot, said, slot_type, resolved=False)
