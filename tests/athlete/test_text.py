"""An athlete as text says what its document says; the present alone leaves the past out."""

import json

import pytest
from hypothesis import given
from random_athletes import ATHLETES, CATALOG

from skill.athlete.athlete import Athlete
from skill.athlete.stored import text
from skill.athlete.stored.document import read_document, write_document
from skill.athlete.stored.text import write_text
from skill.training.past import Past


@pytest.mark.slow
@given(ATHLETES)
def test_the_whole_text_is_the_document(athlete: Athlete) -> None:
    whole = write_text(athlete).whole
    assert whole.isascii()
    assert json.loads(whole) == json.loads(json.dumps(write_document(athlete)))
    assert read_document(json.loads(whole), CATALOG) == athlete


@given(ATHLETES)
def test_the_present_leaves_out_what_only_the_store_has_to_keep(athlete: Athlete) -> None:
    present = read_document(json.loads(write_text(athlete).present), CATALOG)
    assert present == athlete._replace(history=(), past=Past(), times=(), runs=())


@pytest.mark.slow
@given(ATHLETES, ATHLETES)
def test_no_text_is_taken_for_that_of_another_athlete(one: Athlete, other: Athlete) -> None:
    mixed = one._replace(past=other.past, history=other.history)
    texts = [write_text(athlete).whole for athlete in (one, other, mixed, one)]
    assert texts[0] == texts[3]
    assert read_document(json.loads(texts[2]), CATALOG) == mixed


def test_only_so_many_texts_are_kept() -> None:
    for n in range(text.MOST_KEPT + 1):
        athlete = Athlete(handled=str(n))
        assert json.loads(write_text(athlete).whole)["handled"] == athlete.handled
