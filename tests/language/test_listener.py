"""Words that are looked up by themselves: names, numbers, parts of the body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.language.alarms import Alarm, Grade
from skill.language.listener import Listener, deaf
from skill.loaders import load_listener

LISTENER = load_listener("en-US")


@given(st.text())
def test_any_text_at_all_is_listened_to(text: str) -> None:
    LISTENER.alarm(text)
    LISTENER.number(text)
    LISTENER.body.part(text)
    LISTENER.id_of("exercise", text)


@with_each(
    ("slot", "said", "id_"),
    [
        ("exercise", "step ups", "step_up"),
        ("exercise", "The Calf Raises", "calf_raise"),
        ("tool", "a kettlebell", "kettlebell"),
        ("unit", "kilos", "kilograms"),
        ("effort", "piece of cake", "easy"),
        ("side", "left leg", "left"),
        ("joint", "left knee", "knee"),
        ("day", "tuesdays", "tuesday"),
        ("exercise", "kettlebell", None),
        ("nothing", "kettlebell", None),
    ],
)
def test_a_word_of_the_model_is_known_by_itself(slot: str, said: str, id_: str | None) -> None:
    assert LISTENER.id_of(slot, said) == id_


def test_number_words_are_numbers() -> None:
    said = ("two", "Fifteen", "twenty-one", "twenty one")
    assert [*map(LISTENER.number, said)] == [2, 15, 21, 21]
    assert LISTENER.number("many") is None


def test_who_knows_no_word_hears_nothing() -> None:
    nobody = deaf()
    assert nobody.alarm("my chest hurts") is None
    assert nobody.id_of("exercise", "squats") is None
    assert not nobody.is_turned("my knee does not")


def test_a_part_is_found_behind_an_article_that_has_lost_its_vowel() -> None:
    alarms = {"spelling": {"apostrophe": " ", "fold": {"œ": "oe"}}, "pain": ["mal"], "own": ["l'"]}
    names = {"joint": {"épaule": "shoulder", "cœur": "chest"}}
    listener = Listener(names, alarms, {})
    assert listener.alarm("j\u2019ai mal à l'épaule") == Alarm(Grade.PAIN, "shoulder", "épaule")
    assert listener.body.part("le coeur") == ("chest", "cœur")
    assert listener.body.bare("l'épaule") == "épaule", "with its accent: it is said back"


@pytest.mark.parametrize("said", ["back of my thigh", "the back of my thigh"])
def test_no_my_of_the_runners_is_said_back(said: str) -> None:
    assert LISTENER.body.bare(said) == "hamstring"


def test_back_is_said_back_as_one_back() -> None:
    assert LISTENER.body.parts("knee and back") == [("knee", "knee"), ("back", "back")]
