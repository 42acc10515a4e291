"""An athlete as text says what its document says; the present alone leaves the past out."""

import json

import pytest
from hypothesis import given
from random_athletes import ATHLETES, CATALOG

from skill.athlete.athlete import Athlete
from skill.athlete.stored import text
from skill.athlete.stored.document import SCHEMA, read_document, write_document
from skill.athlete.stored.text import keep_as_read, write_text
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


@given(ATHLETES)
def test_what_was_read_is_written_back_as_it_was_found(athlete: Athlete) -> None:
    found = write_text(athlete).whole
    document = json.loads(found)
    again = read_document(document, CATALOG)
    keep_as_read(again, document)
    assert write_text(again).whole == found
    more = again._replace(handled="another", history=())
    assert read_document(json.loads(write_text(more).whole), CATALOG) == more


def test_of_a_document_in_an_older_form_no_text_is_kept() -> None:
    athlete = Athlete()
    keep_as_read(athlete, {"schema": SCHEMA - 1, "history": "of another form", "past": None})
    assert read_document(json.loads(write_text(athlete).whole), CATALOG) == athlete


def test_only_so_many_texts_are_kept() -> None:
    for n in range(text.MOST_KEPT + 1):
        athlete = Athlete(handled=str(n))
        assert json.loads(write_text(athlete).whole)["handled"] == athlete.handled
