"""Every sample is legal, and no sentence can belong to two intents, whatever fills the slots."""

import re
from collections.abc import Iterator
from itertools import product

from reserved_words import LAUNCH_WORDS, WAKE_WORDS

Samples = dict[str, list[str]]
Slots = dict[str, dict[str, str]]
Wordings = dict[str, dict[str, list[str]]]

SLOT = re.compile(r"\{(\w+)\}")
# Words with apostrophes, abbreviations such as a.m., slots; single spaces between.
WORD = r"(?:[a-z]+(?:'[a-z]+)?|(?:[a-z]\.){2,}|\{[a-z_]+\})"

NUMBER_WORD = (
    "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred)"
)
NUMBER = f"{NUMBER_WORD}(?: {NUMBER_WORD})*"
_TIME = f"(?:half an?|an?|{NUMBER}) (?:second|minute|hour)s?"
DURATION = f"{_TIME}(?: and (?:a half|{_TIME}))?"
TIME = (
    f"(?:noon|midnight|morning|afternoon|evening|night|(?:half past |quarter to )?{NUMBER}"
    "(?: o'clock| a m| p m| in the morning| in the evening)?)"
)
BUILT_IN_PATTERNS = {"AMAZON.NUMBER": NUMBER, "AMAZON.DURATION": DURATION, "AMAZON.TIME": TIME}
SPOKEN_BUILT_INS = {
    "AMAZON.NUMBER": ["one", "five", "fifteen", "forty five"],
    "AMAZON.DURATION": ["a second", "ten seconds", "two minutes", "a minute and a half"],
    "AMAZON.TIME": ["seven", "half past six", "noon", "evening", "seven thirty in the morning"],
}


def all_said(slot_type: str, wordings: Wordings) -> list[str]:
    return SPOKEN_BUILT_INS.get(slot_type) or [
        said for wording in wordings[slot_type].values() for said in wording
    ]


def sentences(sample: str, types: dict[str, str], wordings: Wordings) -> Iterator[str]:
    """Speak the sample in every way: each slot filled with each value."""
    pieces = SLOT.split(sample)
    choices = [
        all_said(types[piece], wordings) if index % 2 else [piece]
        for index, piece in enumerate(pieces)
    ]
    return map("".join, product(*choices))


def pattern(sample: str, types: dict[str, str], wordings: Wordings) -> str:
    """Write the expression that matches every sentence of a sample."""
    return "".join(
        f"(?:{BUILT_IN_PATTERNS.get(types[piece]) or '|'.join(all_said(types[piece], wordings))})"
        if index % 2
        else re.escape(piece)
        for index, piece in enumerate(SLOT.split(sample))
    )


def clashes(samples: Samples, slots: Slots, wordings: Wordings) -> list[tuple[str, str, str]]:
    """Find sentences of two intents: (sentence, whose sample it is, whom else it fits)."""
    claims = {
        intent: re.compile("|".join(pattern(one, slots[intent], wordings) for one in ours))
        for intent, ours in samples.items()
        if ours
    }
    return [
        (sentence, intent, other)
        for intent, ours in samples.items()
        for sample in ours
        for sentence in sentences(sample, slots[intent], wordings)
        for other, claim in claims.items()
        if other != intent and claim.fullmatch(sentence)
    ]


def test_a_clash_behind_a_slot_is_found() -> None:
    samples = {"Go": ["go to {move}"], "Count": ["go to {number}"], "Lunge": ["go to lunges"]}
    slots = {"Go": {"move": "MOVE"}, "Count": {"number": "AMAZON.NUMBER"}, "Lunge": {}}
    wordings = {"MOVE": {"lunge": ["lunges", "seven"]}}
    assert set(clashes(samples, slots, wordings)) == {
        ("go to lunges", "Go", "Lunge"),
        ("go to lunges", "Lunge", "Go"),
        ("go to seven", "Go", "Count"),
    }


def test_no_sentence_belongs_to_two_intents(
    samples: Samples, slots: Slots, wordings: Wordings
) -> None:
    assert clashes(samples, slots, wordings) == []


def test_a_sentence_fills_the_slots_of_its_intent_in_one_way(
    samples: Samples, slots: Slots, wordings: Wordings
) -> None:
    for intent, ours in samples.items():
        by_slots: Samples = {}
        for sample in ours:
            by_slots.setdefault(" ".join(sorted(SLOT.findall(sample))), []).append(sample)
        same_types = dict.fromkeys(by_slots, slots[intent])
        assert clashes(by_slots, same_types, wordings) == [], intent


def test_no_sample_is_listed_twice(samples: Samples) -> None:
    every = [sample for ours in samples.values() for sample in ours]
    assert sorted(every) == sorted(set(every))


def test_samples_are_lower_case_words_as_spoken(samples: Samples) -> None:
    every = [sample for ours in samples.values() for sample in ours]
    assert [one for one in every if not re.fullmatch(f"{WORD}(?: {WORD})*", one)] == []


def test_the_slots_in_samples_are_the_declared_ones(samples: Samples, slots: Slots) -> None:
    used = {
        intent: {name for sample in ours for name in SLOT.findall(sample)}
        for intent, ours in samples.items()
    }
    assert used == {intent: set(types) for intent, types in slots.items()}


def test_slots_of_one_sample_differ_and_only_weekdays_or_a_number_and_its_unit_are_side_by_side(
    samples: Samples, slots: Slots
) -> None:
    for intent, ours in samples.items():
        for sample in ours:
            names = SLOT.findall(sample)
            assert len(names) == len(set(names)), sample
            for left, right in re.findall(r"\{(\w+)\} (?=\{(\w+)\})", sample):
                side_by_side = {slots[intent][left], slots[intent][right]}
                told_apart = ({"WEEKDAY"}, {"AMAZON.NUMBER", "WEIGHT_UNIT"})
                assert side_by_side in told_apart, "Amazon cannot tell where one value ends"


def test_only_an_exercise_a_day_and_how_hard_it_was_can_be_said_alone(samples: Samples) -> None:
    bare = {intent for intent, ours in samples.items() if any(map(SLOT.fullmatch, ours))}
    assert bare == {"GoToExerciseIntent", "RemindMeIntent", "RateExerciseIntent"}


def test_no_sample_calls_alexa_or_is_a_lone_launch_word(samples: Samples) -> None:
    for sample in (sample for ours in samples.values() for sample in ours):
        assert not WAKE_WORDS & set(sample.split()), sample
        assert sample not in LAUNCH_WORDS
