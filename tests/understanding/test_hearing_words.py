"""What says nothing is taken off a sentence, and what turns its meaning is never overheard."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.small_model import HEARING, document

from skill.understanding import Hearing, InteractionModel, Understanding

WORDS = st.lists(
    st.sampled_from(["um", "so", "right", "then", "mate", "skip", "this", "one", "not", "now"])
)


def understanding_of(samples: dict[str, list[str]], slots: Any = ()) -> Understanding:
    """The ears of a model with these intents, and a slot for any words in the last of them."""
    model = document()
    model["interactionModel"]["languageModel"]["intents"] = [
        {"name": name, "samples": ours, "slots": [{"name": "words", "type": "AMAZON.SearchQuery"}]}
        if any("{" in sample for sample in ours)
        else {"name": name, "samples": ours}
        for name, ours in samples.items()
    ]
    return Understanding(InteractionModel.parse(model, hearing=HEARING))


def test_fillers_fall_away_at_any_place() -> None:
    assert "skip this" in HEARING.cores("um skip er this please")


@given(WORDS)
def test_a_sentence_is_bared_step_by_step_and_never_to_nothing(words: list[str]) -> None:
    sentence = " ".join(words)
    cores = list(HEARING.cores(sentence))
    assert all(cores)
    assert len(cores) == len(set(cores))
    assert cores[:1] == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    "said",
    ["yeah so skip this one mate", "hang on skip this one for a second", "right um skip this one"],
)
def test_what_is_said_before_and_behind_an_order_costs_nothing(said: str) -> None:
    understanding = understanding_of({"Skip": ["skip this one"], "Wait": ["hang on"]})
    assert understanding.understand(said).intent == "Skip"


def test_what_stands_at_the_edge_is_an_order_where_nothing_else_is_said() -> None:
    understanding = understanding_of({"Skip": ["skip this one"], "Wait": ["hang on"]})
    assert understanding.understand("um hang on mate").intent == "Wait"


@pytest.mark.parametrize("said", ["do not go any faster", "never go faster", "is it going faster"])
def test_likeness_never_wins_over_a_contradicting_word(said: str) -> None:
    understanding = understanding_of({"Faster": ["go faster", "faster", "make it faster"]})
    assert understanding.understand(said).intent == "AMAZON.FallbackIntent"


def test_the_opposite_of_a_sample_is_not_taken_for_it() -> None:
    understanding = understanding_of(
        {"Slower": ["it is a bit fast"], "Faster": ["it is slow for me"]}
    )
    assert understanding.understand("it is a bit slow").intent != "Slower"


def test_a_language_of_which_nothing_is_known_is_heard_word_for_word() -> None:
    assert list(Hearing().cores("so skip this")) == ["so skip this"]
    assert not Hearing().contradicts("not this", "this")


def test_free_text_takes_what_no_other_sample_says_with_the_most_words_around_it() -> None:
    understanding = understanding_of(
        {"Skip": ["skip this one"], "Any": ["my {words}", "my left {words}", "{words} hurts"]}
    )
    assert understanding.understand("skip this one").intent == "Skip"
    match = understanding.understand("my left foot is asleep")
    assert (match.intent, match.how) == ("Any", "free text")
    assert match.slots["words"].value == "foot is asleep"
    assert understanding.understand("the back hurts").slots["words"].value == "the back"
    assert understanding.understand("nothing like it").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("said", ["go to we are this", "go to not that"])
def test_words_that_carry_a_sentence_fill_no_slot_for_names(said: str) -> None:
    match = Understanding(InteractionModel.parse(document(), hearing=HEARING)).understand(said)
    assert "exercise" not in match.slots


@pytest.mark.parametrize("said", ["turn it down a notch", "turn it off a notch"])
def test_up_is_no_down(said: str) -> None:
    hearing = Hearing(opposites=(frozenset({"up", "down", "off"}),))
    assert hearing.contradicts(said, "turn it up a notch")
    assert not hearing.contradicts(said, said)
    assert not hearing.contradicts("turn it up and down", "turn it up")
    assert not hearing.contradicts("raise it", "turn it up")


def test_of_two_words_that_exclude_each_other_the_first_is_meant() -> None:
    hearing = Hearing(opposites=(frozenset({"kilos", "pounds"}),))
    assert hearing.contradicts("switch from kilos to pounds", "switch from pounds to kilos")
    assert hearing.contradicts("kilos", "pounds not kilos")
