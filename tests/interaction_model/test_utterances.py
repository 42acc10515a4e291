"""What runners say in their own words reaches the intent that they mean."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.heard import understanding

from skill.loaders import read_words
from skill.simulator.models import heard_locales, load_model, number_words
from skill.understanding import Understanding

LANGUAGES = sorted({locale.model for locale in heard_locales().values()})

FALLBACK = "AMAZON.FallbackIntent"

SLOT = re.compile(r"\{(\w+)\}")

UNMATCHED = "UnmatchedIntent"
"""What the skill hears of a sentence that fits no other intent, as far as Alexa hands over its words."""

FREE_TEXT = "AMAZON.SearchQuery"

FOLDER = Path(__file__).parent / "utterances"

Spoken = dict[str, Any]

SPOKEN: dict[str, list[Spoken]] = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["utterance"]
    for path in sorted(FOLDER.glob("*.toml"))
}


@cache
def said_instead(locale: str) -> dict[str, str]:
    """Something to be said for each type of slot."""
    model = load_model(locale)
    heard, numbers = read_words("hearing", locale), number_words(locale)
    return {
        **{name: values[-1].name for name, values in model.types.items()},
        "AMAZON.NUMBER": numbers[4][0],
        "AMAZON.TIME": next(iter(heard["times"]["words"].values()))[0],
        "AMAZON.DURATION": f"{numbers[2][0]} {heard['durations']['units']['m'][-1]}",
        FREE_TEXT: "the old curtain is very blue",
    }


@pytest.fixture
def listening(locale: str) -> Understanding:
    return understanding(locale)


def test_every_language_has_sentences_in_own_words() -> None:
    assert set(SPOKEN) == set(LANGUAGES)


def test_sentences_in_own_words_are_understood(listening: Understanding, locale: str) -> None:
    """Each comes to its intent with its slots. A failure names what was said, what was meant, what was heard."""
    strayed = []
    for spoken in SPOKEN[locale]:
        match = listening.understand(spoken["said"])
        heard = (match.intent, {name: value.meaning for name, value in match.slots.items()})
        if match.intent == UNMATCHED:
            heard = (FALLBACK, {})
        meant = (spoken["intent"], spoken.get("slots", {}))
        if heard != meant:
            strayed.append((spoken["said"], meant, heard))
    assert strayed == []


@pytest.mark.slow
def test_every_sample_is_understood_as_its_own_intent(
    samples: dict[str, list[str]],
    slots: dict[str, dict[str, str]],
    listening: Understanding,
    locale: str,
) -> None:
    """Also when two samples differ only by a contraction, a filler word or an article."""
    strayed = []
    for intent, ours in samples.items():
        said = said_instead(locale)
        fillings = {name: said[slot_type] for name, slot_type in slots[intent].items()}
        for sample in ours:
            match = listening.understand(sample.format(**fillings))
            free = any(slots[intent][name] == FREE_TEXT for name in SLOT.findall(sample))
            hows = ("free text", "likeness") if free else ("sample",)
            if match.intent != intent or match.how not in hows:
                strayed.append((sample, intent, match))
    assert strayed == []


def test_own_words_are_not_samples(samples: dict[str, list[str]], locale: str) -> None:
    known = {sample for ours in samples.values() for sample in ours}
    assert known & {spoken["said"] for spoken in SPOKEN[locale]} == set()


def test_no_sentence_is_listed_twice(locale: str) -> None:
    said = Counter(spoken["said"] for spoken in SPOKEN[locale])
    assert [one for one, times in said.items() if times > 1] == []


def test_every_intent_is_tried_by_some_sentences_and_the_fallback_by_many(
    samples: dict[str, list[str]], locale: str
) -> None:
    """English by more than another language: the skill behind the models is the same."""
    fewest, fallbacks = (6, 25) if locale == "en-US" else (2, 3)
    tried = Counter(spoken["intent"] for spoken in SPOKEN[locale])
    ours = [one for one in samples if locale == "en-US" or not one.startswith("AMAZON.")]
    few = {one: tried[one] for one in ours if tried[one] < fewest and one != UNMATCHED}
    assert few == {}
    assert tried[FALLBACK] >= fallbacks


def test_expectations_name_only_intents_and_slots_of_the_model(
    slots: dict[str, dict[str, str]], locale: str
) -> None:
    for spoken in SPOKEN[locale]:
        assert set(spoken) <= {"said", "intent", "slots"}, spoken
        assert set(spoken.get("slots", {})) <= set(slots[spoken["intent"]]), spoken
