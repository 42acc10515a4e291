"""What runners say in their own words reaches the intent that they mean."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.heard import command_heard

from skill.coach.commands import Pain, RedFlag
from skill.echo import Understanding
from skill.simulator.models import load_model

FALLBACK = "AMAZON.FallbackIntent"
SLOT = re.compile(r"\{(\w+)\}")
UNMATCHED = "UnmatchedIntent"
"""What the skill hears of a sentence that fits no other intent, as far as Alexa hands over its words."""

SAID_INSTEAD = {
    "EXERCISE": "lunges",
    "PLAN_LENGTH": "short",
    "PROGRAMME": "ankles",
    "EFFORT": "brutal",
    "SIDE": "left",
    "AMAZON.NUMBER": "four",
    "AMAZON.TIME": "noon",
    "WEEKDAY": "tuesdays",
    "AMAZON.DURATION": "two minutes",
    "TOOL": "kettlebell",
    "WEIGHT_UNIT": "kilos",
    "JOINT": "knee",
    "EXERCISE_KIND": "hopping",
    "AMAZON.SearchQuery": "what a day we have",
}

SENTENCES = Path(__file__).parent / "utterances" / "en-US.toml"
SPOKEN: list[dict[str, Any]] = tomllib.loads(SENTENCES.read_text("utf-8"))["utterance"]


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding(load_model("en-US"))


@pytest.mark.parametrize("spoken", SPOKEN, ids=lambda spoken: spoken["said"])
def test_a_sentence_in_own_words_is_understood(
    spoken: dict[str, Any], understanding: Understanding
) -> None:
    match = understanding.understand(spoken["said"])
    slots = {name: value.meaning for name, value in match.slots.items()}
    if match.intent == UNMATCHED:
        assert spoken["intent"] == FALLBACK
    else:
        assert (match.intent, slots) == (spoken["intent"], spoken.get("slots", {}))


def test_every_sample_is_understood_as_its_own_intent(
    samples: dict[str, list[str]],
    slots: dict[str, dict[str, str]],
    understanding: Understanding,
) -> None:
    """Also when two samples differ only by a contraction, a filler word or an article."""
    strayed = []
    for intent, ours in samples.items():
        fillings = {name: SAID_INSTEAD[slot_type] for name, slot_type in slots[intent].items()}
        for sample in ours:
            match = understanding.understand(sample.format(**fillings))
            free = any(slots[intent][name] == "AMAZON.SearchQuery" for name in SLOT.findall(sample))
            if (match.intent, match.how) != (intent, "free text" if free else "sample"):
                strayed.append((sample, intent, match))
    assert strayed == []


def test_own_words_are_not_samples(samples: dict[str, list[str]]) -> None:
    known = {sample for ours in samples.values() for sample in ours}
    assert known & {spoken["said"] for spoken in SPOKEN} == set()


def test_no_sentence_is_listed_twice() -> None:
    said = Counter(spoken["said"] for spoken in SPOKEN)
    assert [one for one, times in said.items() if times > 1] == []


def test_every_intent_is_tried_by_six_sentences_and_the_fallback_by_25(
    samples: dict[str, list[str]],
) -> None:
    tried = Counter(spoken["intent"] for spoken in SPOKEN)
    assert {
        intent: tried[intent] for intent in samples if tried[intent] < 6 and intent != UNMATCHED
    } == {}
    assert tried[FALLBACK] >= 25


def test_a_red_flag_stops_the_count_whatever_word_is_put_before_or_behind_it(
    samples: dict[str, list[str]],
) -> None:
    said = [
        put.format(sample)
        for sample in samples["RedFlagIntent"]
        if "{" not in sample
        for put in ("stop {}", "oh {}", "{} right now", "help me {}", "sorry {} mate", "yeah so {}")
    ]
    assert [one for one in said if not isinstance(command_heard(one), (Pain, RedFlag))] == []


def test_pain_stops_the_count_whatever_word_is_put_before_or_behind_it(
    samples: dict[str, list[str]],
) -> None:
    said = [
        put.format(sample.format(joint="left ankle"))
        for sample in samples["PainIntent"]
        if "{words}" not in sample
        for put in ("stop {}", "{} right now", "sorry {}", "well {} today", "hang on {}")
    ]
    assert [one for one in said if not isinstance(command_heard(one), (Pain, RedFlag))] == []


def test_expectations_name_only_intents_and_slots_of_the_model(
    slots: dict[str, dict[str, str]],
) -> None:
    for spoken in SPOKEN:
        assert set(spoken) <= {"said", "intent", "slots"}, spoken
        assert set(spoken.get("slots", {})) <= set(slots[spoken["intent"]]), spoken
