"""A sentence that is like no sample is heard by what the words of all samples speak for."""

from typing import Any

import pytest

from skill.understanding import Hearing, InteractionModel, Match, Understanding

SAMPLES = {
    "SlowerIntent": [
        "slow the pace down",
        "bring the pace down a bit",
        "take the pace down",
        "slower",
    ],
    "FasterIntent": ["bring the pace up a bit", "take the pace up", "raise the pace", "faster"],
    "RemindIntent": ["set a reminder for the morning", "remind me in the morning"],
    "HowLongIntent": ["how long will it take", "how much longer will it take"],
    "KeepGoingIntent": ["do not wait for me between sets", "keep the sets going"],
    "SkipIntent": [
        "skip the {exercise}",
        "leave out the {exercise} today",
        "no {exercise} for me",
        "jump over this one now",
        "get past this one now",
    ],
    "PainIntent": ["my leg hurts", "{words} hurts"],
    "UnmatchedIntent": ["i {words}"],
    "AMAZON.FallbackIntent": [],
}

OTHERS = {
    f"Other{one}{other}Intent": [f"{one * 4} {other * 4}", f"{other * 5} {one * 5}"]
    for one in "bdfgk"
    for other in "lmnprstvwz"
}
"""What a word tells is known only among many intents."""

TABLES: dict[str, Any] = {
    "small": ["the", "a", "it", "me", "i", "for", "will"],
    "asking": ["how", "is"],
    "turning": ["not", "asking"],
    "telling": {"not": ["not", "no"]},
    "kin": [["pace", "tempo", "speed"], ["bring", "turn"]],
}


def heard(said: str, **tables: Any) -> Match:
    """What becomes of a sentence by the samples above."""
    types = {"exercise": "EXERCISE", "words": "AMAZON.SearchQuery"}
    intents = [
        {
            "name": name,
            "samples": samples,
            "slots": [
                {"name": slot, "type": of}
                for slot, of in types.items()
                if any(f"{{{slot}}}" in sample for sample in samples)
            ],
        }
        for name, samples in {**SAMPLES, **OTHERS}.items()
    ]
    values = [{"id": "lunge", "name": {"value": "lunges"}}]
    language = {
        "invocationName": "strong stride",
        "intents": intents,
        "types": [{"name": "EXERCISE", "values": values}],
    }
    hearing = Hearing.of({**TABLES, **tables}, alarms=lambda text: "dizzy" in text)
    model = InteractionModel.parse(
        {"interactionModel": {"languageModel": language}}, hearing=hearing
    )
    return Understanding(model).understand(said)


@pytest.mark.parametrize("said", ["turn the tempo down now", "bring that speed down"])
def test_words_that_say_the_same_count_as_one(said: str) -> None:
    assert (heard(said).intent, heard(said).how) == ("SlowerIntent", "evidence")
    assert heard(said, kin=[]).intent == "AMAZON.FallbackIntent"


def test_the_other_direction_is_another_intent() -> None:
    assert heard("turn the tempo up now").intent == "FasterIntent"


@pytest.mark.parametrize(
    "said", ["the dog takes the biscuit down", "bring up some bread", "set the table for lunch"]
)
def test_a_sentence_of_which_much_is_in_no_sample_is_not_understood(said: str) -> None:
    assert heard(said).intent == "AMAZON.FallbackIntent"


def test_a_negation_is_never_overheard() -> None:
    assert heard("do not turn the tempo down now").intent == "AMAZON.FallbackIntent"


def test_no_evidence_speaks_against_a_word_of_pain_or_danger() -> None:
    assert heard("dizzy turn the tempo down now").intent == "AMAZON.FallbackIntent"


def test_free_text_about_pain_is_left_to_the_skill() -> None:
    match = heard("turn the tempo down my back hurts")
    assert (match.intent, match.how) == ("PainIntent", "free text")


def test_evidence_goes_before_what_takes_any_words() -> None:
    assert heard("i turn the tempo down").intent == "SlowerIntent"
    assert heard("i have twelve letters to answer").intent == "UnmatchedIntent"


def test_what_is_named_is_not_overlooked() -> None:
    """To skip what comes is something else than to skip what is named."""
    match = heard("leave the lunges out today")
    assert (match.intent, match.slots["exercise"].id) == ("SkipIntent", "lunge")
    assert heard("get over this very now").intent == "SkipIntent"
    assert heard("get over this lunges now").intent == "AMAZON.FallbackIntent"
