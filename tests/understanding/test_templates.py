"""Samples with slots are found by their words, and made ready for hassil when they may first fit."""

import pytest
from hassil.intents import IntentData

from skill.understanding import templates
from skill.understanding.templates import Templates

SAMPLES = {"Rest": ["rest {seconds:n} seconds", "{seconds:n} more"], "Skip": ["skip {seconds:n}"]}


def found(sentence: str) -> list[str]:
    intents = Templates(SAMPLES).within(sentence).intents.values()
    return [text for one in intents for data in one.data for text in data.sentence_texts]


def test_a_sentence_is_compared_with_the_samples_whose_words_it_has() -> None:
    assert found("rest 20 seconds") == ["rest {seconds:n} seconds"]
    assert found("rest rest 20 or 30 seconds") == ["rest {seconds:n} seconds"]
    assert found("20 seconds more") == ["{seconds:n} more"]
    assert found("skip 3") == ["skip {seconds:n}"]


@pytest.mark.parametrize("sentence", ["20 seconds rest more seconds", "skipping 3", "20 skip", ""])
def test_a_sample_that_begins_or_ends_otherwise_is_not_compared(sentence: str) -> None:
    assert found(sentence) == []


def test_a_sample_is_made_ready_once_and_not_before_it_may_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def making(sentences: list[str]) -> IntentData:
        made.extend(sentences)
        return IntentData(sentences)

    monkeypatch.setattr(templates, "IntentData", making)
    known = Templates(SAMPLES)
    assert made == []
    known.within("skip 3")
    known.within("skip 4")
    assert made == ["skip {seconds:n}"]
