"""A sentence of which one part is a sample, and the rest says why."""

from typing import Any

import pytest

from skill.understanding import Hearing, InteractionModel, Match, Understanding

SAMPLES = {
    "SayAgainIntent": ["i did not catch that", "what did you say"],
    "SlowerIntent": ["i can not keep up with you"],
    "MinutesIntent": ["keep it to {duration}"],
    "LaterIntent": ["in {duration}"],
    "StopIntent": ["that is it for today", "i am calling it a day"],
    "AMAZON.FallbackIntent": [],
}

TABLES: dict[str, Any] = {
    "small": ["i", "it", "to", "the", "that", "is", "in", "for", "do", "did", "you"],
    "asking": ["what", "does"],
    "turning": ["not", "never", "asking"],
    "telling": {"not": ["not"], "never": ["never"]},
    "whole": ["StopIntent"],
    "durations": {"units": {"m": ["minutes"]}},
}


def heard(said: str) -> Match:
    """What becomes of a sentence by the samples above."""
    slots = [{"name": "duration", "type": "AMAZON.DURATION"}]
    intents = [
        {"name": name, "samples": samples, "slots": slots if "{" in "".join(samples) else []}
        for name, samples in SAMPLES.items()
    ]
    language = {"invocationName": "iron coach", "intents": intents, "types": []}
    document = {"interactionModel": {"languageModel": language}}
    hearing = Hearing.of(TABLES, alarms=lambda text: "knee" in text)
    return Understanding(InteractionModel.parse(document, hearing=hearing)).understand(said)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("the kettle was whistling i did not catch that", "SayAgainIntent"),
        ("i did not catch that the kettle was whistling", "SayAgainIntent"),
        ("my bus leaves at half past keep it to 10 minutes", "MinutesIntent"),
    ],
)
def test_the_part_that_is_a_sample_is_believed(said: str, intent: str) -> None:
    match = heard(said)
    assert (match.intent, match.how) == (intent, "part")


def test_the_values_of_the_part_fill_its_slots() -> None:
    match = heard("my bus leaves at half past keep it to 10 minutes")
    assert match.slots["duration"].value == "PT10M"


@pytest.mark.parametrize(
    "said",
    [
        "mother never says i can not keep up with you",
        "does your brother ever say i can not keep up with you",
        "what did you say this gadget costs",
        "the second half of the match begins in 5 minutes",
        "my knee went bang i did not catch that",
        "keep it to 10 minutes what did you say",
    ],
    ids=["turned", "asked", "goes on", "says too little", "alarm", "two orders"],
)
def test_a_part_that_may_mean_something_else_is_not_believed(said: str) -> None:
    assert heard(said).intent == "AMAZON.FallbackIntent"


def test_what_is_hard_to_take_back_is_done_only_where_both_parts_mean_it() -> None:
    assert heard("aunt mabel phoned that is it for today").intent == "AMAZON.FallbackIntent"
    assert heard("that is it for today i am calling it a day").intent == "StopIntent"
