"""Samples with slots are found by their words, and made ready for hassil when they may first fit."""

import pytest
from hassil.intents import IntentData

from skill.echo import templates
from skill.echo.templates import Templates

SAMPLES = {"Rest": ["rest {seconds:n} seconds", "{seconds:n} more"], "Skip": ["skip {seconds:n}"]}


def test_a_sentence_is_compared_with_the_samples_whose_words_it_has() -> None:
    found = Templates(SAMPLES).within("20 seconds more rest")
    assert [one.sentence_texts for one in found.intents["Rest"].data] == [
        ["rest {seconds:n} seconds"],
        ["{seconds:n} more"],
    ]
    assert "Skip" not in found.intents


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
