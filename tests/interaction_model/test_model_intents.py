"""The intents and their slots are those that the skill handles, as the table of the skill itself has them."""

from collections.abc import Iterator, Mapping
from typing import Any

from ask_sdk_model import Slot

from skill.alexa.intents import INTENTS
from skill.alexa.slots import Slots

NUMBER = "AMAZON.NUMBER"
DURATION = "AMAZON.DURATION"
TIME = "AMAZON.TIME"
FREE_TEXT = "AMAZON.SearchQuery"

TYPES = {
    "exercise_count": NUMBER,
    "round_count": NUMBER,
    "amount": NUMBER,
    "off": NUMBER,
    "left": NUMBER,
    "asked": NUMBER,
    "seconds": NUMBER,
    "minutes": NUMBER,
    "load": NUMBER,
    "second_load": NUMBER,
    "level": NUMBER,
    "duration": DURATION,
    "later": DURATION,
    "time": TIME,
    "words": FREE_TEXT,
    "after": FREE_TEXT,
    "who": FREE_TEXT,
    "length": "PLAN_LENGTH",
    "exercise": "EXERCISE",
    "kind": "EXERCISE_KIND",
    "effort": "EFFORT",
    "side": "SIDE",
    "tool": "TOOL",
    "second_tool": "TOOL",
    "second_joint": "JOINT",
    "third_joint": "JOINT",
    "other_joint": "JOINT",
    "third_tool": "TOOL",
    "unit": "WEIGHT_UNIT",
    "second_unit": "WEIGHT_UNIT",
    "joint": "JOINT",
    "day": "WEEKDAY",
    "second_day": "WEEKDAY",
    "third_day": "WEEKDAY",
    "programme": "PROGRAMME",
    "other": "EXERCISE",
    "some": "SOME",
    "whose": "WHOSE",
    "loads": "LOADS",
    "runner_name": "FIRST_NAME",
    "other_name": "FIRST_NAME",
    "rate": NUMBER,
}
"""The type of each slot, by its name: a name means the same in every intent."""

HEARD_ONLY = {
    "WhyThisIntent": {"amount"},
    "TooHardIntent": {"amount"},
    "DidRepetitionsIntent": {"asked"},
    "VolumeIntent": {"level"},
    "GuestIntent": {"other_name"},
    "OtherDaysIntent": {"second_day"},
    "IsItSafeIntent": {"exercise", "joint"},
    "UnmatchedIntent": {"words"},
    "EquipmentIntent": {"load", "second_load", "unit", "second_unit"},
    "RedFlagIntent": {"after", "runner_name"},
    "DespairIntent": {"after"},
    "PainIntent": {"second_joint", "third_joint", "other_joint", "exercise"},
}
"""Slots that make a sentence understood, though the answer is the same whatever they hold.

All of them are still searched for words of danger (``Slots.alarm``).
"""

URGENT = {"PainIntent", "InjuryIntent", "RedFlagIntent", "UnmatchedIntent"}
CUSTOM = sorted(name for name in INTENTS if not name.startswith("AMAZON."))
BUILT_IN = sorted(set(INTENTS) - {*CUSTOM})


class Watched(Mapping[str, Slot]):
    """The slots of a request, each with the same words, and the names of those that were read."""

    def __init__(self, value: str | None) -> None:
        self.value = value
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Slot:
        self.read.add(name)
        return Slot(name=name, value=self.value)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def slots_read(intent: str) -> set[str]:
    """The slots that the skill reads, found by handing it an intent with nothing said, and with strange words."""
    silent, strange = Watched(None), Watched("gobbledygook")
    for watched in (silent, strange):
        INTENTS[intent](Slots(watched))
    return silent.read | strange.read


def test_the_intents_are_those_that_the_skill_handles(samples: dict[str, list[str]]) -> None:
    assert {*samples} - {*INTENTS} == set(), "skill/alexa/intents.py does not handle these"
    assert {*INTENTS} - {*samples} == set(), "interaction_models/ does not have these"


def test_the_slots_are_those_that_the_skill_reads(slots: dict[str, dict[str, str]]) -> None:
    """A failure names the intent, the slots of the model, and those that are read."""
    read = {name: slots_read(name) | HEARD_ONLY.get(name, set()) for name in CUSTOM}
    there = {name: {*slots.get(name, {})} for name in CUSTOM}
    assert [(name, there[name], read[name]) for name in CUSTOM if there[name] != read[name]] == []


def test_a_slot_has_the_type_that_its_name_says(slots: dict[str, dict[str, str]]) -> None:
    wrong = {
        f"{intent}.{name}": type_
        for intent, types in slots.items()
        for name, type_ in types.items()
        if TYPES.get(name) != type_
    }
    assert wrong == {}


def test_a_built_in_intent_has_no_slots_of_ours(slots: dict[str, dict[str, str]]) -> None:
    assert [intent for intent in BUILT_IN if slots[intent]] == []


def test_every_custom_intent_can_be_said_in_12_to_240_ways(samples: dict[str, list[str]]) -> None:
    counts = {intent: len(samples.get(intent, ())) for intent in CUSTOM if intent not in URGENT}
    assert {intent: n for intent, n in counts.items() if not 12 <= n <= 240} == {}


def test_what_must_not_be_missed_can_be_said_in_60_ways_at_least(
    samples: dict[str, list[str]],
) -> None:
    assert {intent: len(samples[intent]) for intent in URGENT if len(samples[intent]) < 60} == {}


def test_every_slot_type_is_amazons_or_declared_and_every_declared_one_is_used(
    slots: dict[str, dict[str, str]], language_model: dict[str, Any]
) -> None:
    used = {slot_type for types in slots.values() for slot_type in types.values()}
    declared = {slot_type["name"] for slot_type in language_model["types"]}
    assert used - declared == {NUMBER, FREE_TEXT, DURATION, TIME}
    assert declared <= used
