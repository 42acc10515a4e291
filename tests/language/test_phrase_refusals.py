"""A book of phrases that cannot be spoken from is refused with file, entry and remedy."""

from copy import deepcopy

import pytest
from small_book import RATE, TABLES, book
from support.tables import with_each

from skill.errors import DataError
from skill.language.phrasebook import Phrasebook
from skill.workout.cue import phrase


@with_each(
    ("key", "value"),
    [
        ("praise", ""),
        ("praise", "  "),
        ("praise", []),
        ("praise", ["good", 3]),
        ("praise", 3),
        ("praise", True),
        ("praise", "well {done"),
        ("praise", "well done}"),
        ("praise", "well {} done"),
        ("praise", "well {n!r} done"),
        ("praise", "well {n:>3} done"),
        ("praise", "well {n.real} done"),
        ("dose", {"few": "{n} reps", "other": "{n} reps"}),
        ("dose", {"one": "", "other": "{n} reps"}),
        ("dose", {"other": "{n} reps"}),
    ],
)
def test_a_sentence_of_a_wrong_form_is_refused_by_file_and_key(key: str, value: object) -> None:
    with pytest.raises(DataError) as refused:
        book(**{key: value})
    assert (refused.value.file, refused.value.entry) == ("phrases/xx-XX.toml", key)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ({"one": "{n} rep"}, "other is missing"),
        ({"other": "{n} reps"}, "one is missing"),
        (
            {"one": "{n} rep", "few": "{n} reps", "other": "{n} reps"},
            "few is none of this language",
        ),
    ],
)
def test_the_plural_form_that_is_missing_or_too_many_is_named(
    forms: dict[str, str], told: str
) -> None:
    with pytest.raises(DataError, match=told) as refused:
        book(dose=forms)
    assert refused.value.entry == "dose"


@with_each(
    ("setting", "value"),
    [
        ("plural", None),
        ("plural", "n !="),
        ("plural", "__import__('os')"),
        ("plural", 3),
        ("plural", "n + 1"),
        ("plural_categories", None),
        ("plural_categories", []),
        ("plural_categories", ["one", "several"]),
        ("list", [", "]),
        ("list", None),
        ("call", None),
        ("call", "Alexa, "),
        ("numbers", None),
        ("numbers", 60),
    ],
)
def test_a_locale_without_its_settings_is_refused(setting: str, value: object) -> None:
    settings = deepcopy(TABLES["locale"])
    if value is None:
        del settings[setting]
    else:
        settings[setting] = value
    with pytest.raises(DataError) as refused:
        book(locale=settings)
    assert refused.value.entry == "locale"
    assert refused.value.field in {setting, "plural"}
    assert refused.value.remedy.startswith(("write", "list"))


def test_a_file_without_a_locale_table_is_refused() -> None:
    with pytest.raises(DataError, match="locale"):
        Phrasebook("xx-XX", {"praise": "good"}, RATE)


def test_of_a_checked_file_a_phrase_is_read_when_it_is_worded() -> None:
    wrong = TABLES | {"praise": "well {} done"}
    voice = Phrasebook("xx-XX", wrong, RATE, checked=True)
    assert voice.keys == Phrasebook("xx-XX", TABLES | {"praise": "well done"}, RATE).keys
    with pytest.raises(DataError, match="praise"):
        voice(phrase("praise"))
    with pytest.raises(KeyError):
        voice(phrase("unheard.of"))


@with_each("sentence", ["{n!r}", "{n:>3}", "{n.real}", "{:form}", "{n:}{"])
def test_brackets_that_are_neither_a_name_nor_a_form_are_refused(sentence: str) -> None:
    with pytest.raises(DataError, match="bracket"):
        book(praise=sentence)
