"""Every sample is legal, and no sentence can belong to two intents, whatever fills the slots."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from clashes import Choice, Phrase, Repeated, clashes, one_of, perhaps, words
from reserved_words import LAUNCH_WORDS, WAKE_WORDS

from skill.loaders import read_words
from skill.simulator.models import load_model, number_words

Samples = dict[str, list[str]]
Slots = dict[str, dict[str, str]]
Wordings = dict[str, dict[str, list[str]]]

SLOT = re.compile(r"\{(\w+)\}")
# Words with apostrophes or hyphens, abbreviations such as a.m., slots, as in French behind an apostrophe; single
# spaces between.
_LETTERS = r"[^\W\d_]+"
WORD = rf"(?:{_LETTERS}(?:['-]{_LETTERS})*'?|(?:{_LETTERS}\.){{2,}}|(?:{_LETTERS}')?\{{[a-z_]+\}})"
FREE_TEXT = "AMAZON.SearchQuery"


@cache
def built_in(locale: str) -> dict[str, Phrase]:
    """How numbers, lengths of time and times of the day can sound, a little more freely than they do."""
    heard = read_words("hearing", locale)
    numbers, lengths, times = heard["numbers"], heard["durations"], heard["times"]
    said = [
        *_all(number_words(locale)),
        *_all(numbers.get("also", {})),
    ]
    parts = {part for number in said for word in number for part in str(word).split("-")}
    parts |= set(numbers.get("hundreds", ()))
    number: Phrase = (Repeated((one_of(*sorted(map(str.lower, parts))),)),)
    span: Phrase = (
        Choice((*_all(lengths.get("amounts", {})), number)),
        Choice(tuple(_all(lengths["units"]))),
    )
    more = (
        *map(words, lengths.get("half", ())),
        *((*words(link), *span) for link in lengths.get("links", ())),
    )
    length: Phrase = (Choice(((*span, perhaps(Choice(more))), *_all(lengths.get("phrases", {})))),)
    kinds = ("before_noon", "after_noon", "at_night")
    halves = [half for kind in kinds for half in times.get(kind, ())]
    clocks = ((*_clock(form, number), perhaps(one_of(*halves))) for form in times["forms"])
    return {
        "AMAZON.NUMBER": number,
        "AMAZON.DURATION": length,
        "AMAZON.TIME": (Choice((*_all(times["words"]), *clocks)),),
    }


def _all(ways: Mapping[Any, Iterable[str]]) -> Iterator[Phrase]:
    """Every way to say something, out of a table that has several for each."""
    for several in ways.values():
        yield from (words(one.lower()) for one in several)


def _clock(form: str, number: Phrase) -> Phrase:
    parts = (number if part.startswith("{") else (part.lower(),) for part in form.split())
    return tuple(piece for part in parts for piece in part)


def spoken(sample: str, types: dict[str, str], values: Mapping[str, Phrase]) -> Phrase:
    """All that a sample can sound like: its words, and each slot with all values of its type."""
    phrase: Phrase = ()
    for index, piece in enumerate(SLOT.split(sample)):
        phrase += values[types[piece]] if index % 2 else words(piece)
    return phrase


def _values(slot_type: str, wordings: Wordings, locale: str) -> Phrase:
    if slot_type in wordings:
        return (one_of(*(said for ways in wordings[slot_type].values() for said in ways)),)
    return built_in(locale)[slot_type]


def takes_free_text(sample: str, types: dict[str, str]) -> bool:
    """Whether a sample has a slot for any words, which Alexa takes only where no other sample fits."""
    return any(types[name] == FREE_TEXT for name in SLOT.findall(sample))


def clashing(
    samples: Samples, slots: Slots, wordings: Wordings, locale: str = "en-US"
) -> list[tuple[str, list[str]]]:
    """Sentences that belong to two intents, one for each way in which they clash."""
    used = {slot_type for types in slots.values() for slot_type in types.values()} - {FREE_TEXT}
    values = {slot_type: _values(slot_type, wordings, locale) for slot_type in used}
    return clashes(
        {
            intent: [
                spoken(sample, slots[intent], values)
                for sample in ours
                if not takes_free_text(sample, slots[intent])
            ]
            for intent, ours in samples.items()
        }
    )


def test_a_clash_behind_a_slot_is_found() -> None:
    samples = {"Go": ["go to {move}"], "Count": ["go to {number}"], "Lunge": ["go to lunges"]}
    slots = {"Go": {"move": "MOVE"}, "Count": {"number": "AMAZON.NUMBER"}, "Lunge": {}}
    wordings = {"MOVE": {"lunge": ["lunges", "seven"]}}
    assert clashing(samples, slots, wordings) == [
        ("go to lunges", ["Go", "Lunge"]),
        ("go to seven", ["Count", "Go"]),
    ]


def test_a_clash_between_two_open_slots_is_found() -> None:
    samples = {"Wait": ["wait {time}"], "Rest": ["wait {number} and a half"]}
    slots = {"Wait": {"time": "AMAZON.DURATION"}, "Rest": {"number": "AMAZON.NUMBER"}}
    assert clashing(samples, slots, {}) == []
    samples["Rest"].append("wait {number} minutes and {number} seconds")
    [(sentence, intents)] = clashing(samples, slots, {})
    assert re.fullmatch(r"wait \w+ minutes and \w+ seconds", sentence)
    assert intents == ["Rest", "Wait"]


@pytest.mark.slow
def test_no_sentence_belongs_to_two_intents(
    samples: Samples, slots: Slots, wordings: Wordings, locale: str
) -> None:
    assert clashing(samples, slots, wordings, locale) == []


@pytest.mark.slow
def test_a_sentence_fills_the_slots_of_its_intent_in_one_way(
    samples: Samples, slots: Slots, wordings: Wordings, locale: str
) -> None:
    for intent, ours in samples.items():
        by_slots: Samples = {}
        for sample in ours:
            by_slots.setdefault(" ".join(sorted(SLOT.findall(sample))), []).append(sample)
        same_types = dict.fromkeys(by_slots, slots[intent])
        assert clashing(by_slots, same_types, wordings, locale) == [], intent


def test_no_sample_is_listed_twice(samples: Samples) -> None:
    every = [sample for ours in samples.values() for sample in ours]
    assert sorted(every) == sorted(set(every))


def test_samples_are_lower_case_words_as_spoken(samples: Samples) -> None:
    every = [sample for ours in samples.values() for sample in ours]
    assert [one for one in every if not re.fullmatch(f"{WORD}(?: {WORD})*", one)] == []
    assert [one for one in every if one != one.lower()] == []


def test_the_slots_in_samples_are_the_declared_ones(samples: Samples, slots: Slots) -> None:
    used = {
        intent: {name for sample in ours for name in SLOT.findall(sample)}
        for intent, ours in samples.items()
    }
    assert used == {intent: set(types) for intent, types in slots.items()}


def test_slots_of_one_sample_differ_and_only_weekdays_or_a_number_and_its_unit_are_side_by_side(
    samples: Samples, slots: Slots
) -> None:
    """And parts of the body: wherever Alexa parts them, the skill reads every part in either slot."""
    for intent, ours in samples.items():
        for sample in ours:
            names = SLOT.findall(sample)
            assert len(names) == len(set(names)), sample
            for left, right in re.findall(r"\{(\w+)\} (?=\{(\w+)\})", sample):
                side_by_side = {slots[intent][left], slots[intent][right]}
                recognized = (
                    {"WEEKDAY"},
                    {"JOINT"},
                    {"AMAZON.NUMBER", "WEIGHT_UNIT"},
                    {"WEIGHT_UNIT", "TOOL"},
                    {"EXERCISE", "EFFORT"},
                    {"AMAZON.NUMBER", "EXERCISE"},
                )
                assert side_by_side in recognized, "Amazon cannot tell where one value ends"


def test_only_an_exercise_a_day_a_number_a_length_a_tool_how_hard_it_was_and_whose_data_can_be_said_alone(
    samples: Samples,
) -> None:
    """A bare number is what was done, a bare length that of the session; not every language has them."""
    bare = {intent for intent, ours in samples.items() if any(map(SLOT.fullmatch, ours))}
    always = {
        "GoToExerciseIntent",
        "RemindMeIntent",
        "RateExerciseIntent",
        "EquipmentIntent",
        "ForgetMeIntent",
    }
    assert bare - {"DidRepetitionsIntent", "MinutesIntent"} == always


def test_free_text_stands_alone_beside_words_of_the_sample(samples: Samples, slots: Slots) -> None:
    """Amazon refuses a model with a bare AMAZON.SearchQuery, or with another slot beside one."""
    for intent, ours in samples.items():
        for sample in ours:
            if takes_free_text(sample, slots[intent]):
                assert len(SLOT.findall(sample)) == 1, sample
                assert SLOT.sub("", sample).strip(), sample


def test_no_two_intents_take_free_text_behind_the_same_words(
    samples: Samples, slots: Slots
) -> None:
    """Amazon would hand "ouch, I can not" to either of them, and only one stops the count."""
    takers: dict[str, set[str]] = {}
    for intent, ours in samples.items():
        for sample in ours:
            if takes_free_text(sample, slots[intent]):
                takers.setdefault(SLOT.sub("…", sample), set()).add(intent)
    assert {said: intents for said, intents in takers.items() if len(intents) > 1} == {}


def test_no_sample_calls_alexa(samples: Samples) -> None:
    for sample in (sample for ours in samples.values() for sample in ours):
        assert not WAKE_WORDS & set(sample.split()), sample


def test_no_english_sample_is_a_lone_launch_word() -> None:
    """Amazon lists these words for English."""
    every = {sample for intent in load_model("en-US").intents for sample in intent.samples}
    assert LAUNCH_WORDS & every == set()
