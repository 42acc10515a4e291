"""What locales are made of, and which one a runner gets."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.data import read_data
from skill.errors import DataError
from skill.language.locales import chained, laid_over, nearest, read_locales
from skill.loaders import (
    LOCALE,
    all_locales,
    load_locale,
    load_phrasebook,
    offered_locales,
    read_words,
    voices_with,
)
from skill.training.preferences import Units

ENTRY: dict[str, Any] = {
    "words": ["de-DE"],
    "model": "de-DE",
    "espeak": "de",
    "polly": "Vicki",
    "units": "kilograms",
    "distances": "kilometers",
    "invocation": "starker schritt",
}
TABLES = {
    "en-US": ENTRY | {"words": ["en-US"], "units": "pounds"},
    "en-GB": ENTRY | {"words": ["en-GB", "en-US"], "distances": "miles"},
    "de-DE": ENTRY,
}
THREE = read_locales(TABLES)


@with_each(
    ("asked", "given_"),
    [
        *(("en-US", "en-US"), ("en-GB", "en-GB"), ("de-DE", "de-DE")),
        *(("de-AT", "de-DE"), ("de", "de-DE"), ("en-NZ", "en-US")),
        *(("it-IT", "en-US"), ("", "en-US"), ("d", "en-US"), ("deutsch", "en-US")),
    ],
)
def test_a_runner_gets_the_nearest_locale(asked: str, given_: str) -> None:
    assert nearest(asked, THREE).name == given_


@given(st.text())
def test_whatever_a_locale_is_called_one_of_those_offered_is_spoken(name: str) -> None:
    assert load_locale(name) in offered_locales().values()


def test_a_locale_says_what_loads_are_told_in() -> None:
    units = {name: locale.measures.units for name, locale in THREE.items()}
    assert units == {
        "en-US": Units.MOSTLY_POUNDS,
        "en-GB": Units.MOSTLY_KILOGRAMS,
        "de-DE": Units.MOSTLY_KILOGRAMS,
    }


def test_a_locale_says_what_runs_are_told_in() -> None:
    assert {name: locale.measures.miles for name, locale in THREE.items()} == {
        "en-US": False,
        "en-GB": True,
        "de-DE": False,
    }


def test_every_locale_of_a_language_that_is_there_is_offered() -> None:
    assert {"en-US", "en-AU", "en-CA", "en-GB", "en-IN"} <= set(offered_locales())
    assert next(iter(all_locales())) == LOCALE


def test_every_locale_ends_its_chain_with_files_of_its_own_language() -> None:
    for name, locale in all_locales().items():
        assert {one[:2] for one in (*locale.words, locale.model)} == {name[:2]}, name
        assert locale.base in all_locales(), name
        assert all_locales()[locale.base].words == (locale.base,), name


@with_each(
    ("field", "wrong"),
    [
        *(("words", None), ("words", []), ("words", "de-DE"), ("words", [7])),
        *(("model", None), ("espeak", ""), ("polly", 7), ("invocation", None)),
        *(
            ("units", None),
            ("units", "stones"),
            ("units", {"a": 1}),
            ("distances", None),
            ("distances", "leagues"),
        ),
        *(("spelt", "programme"), ("spelt", {"a": 1})),
        ("voice", "de"),
    ],
)
def test_a_wrong_field_is_named_with_its_locale_and_a_remedy(field: str, wrong: object) -> None:
    entry = deepcopy(ENTRY)
    entry.pop(field, None)
    if wrong is not None:
        entry[field] = wrong
    with pytest.raises(DataError) as refused:
        read_locales({"de-DE": entry})
    assert (refused.value.file, refused.value.entry) == ("locales.toml", "de-DE")
    assert refused.value.field == field
    assert refused.value.remedy.startswith(("write ", "correct "))


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(DataError, match="de-DE"):
        read_locales({"de-DE": "de"})


def test_what_differs_is_laid_over_the_rest() -> None:
    base = {"rest": {"begin": ["a", "b"], "over": "c"}, "go": {"one": "d", "other": "e"}}
    differs = {"rest": {"begin": ["x"]}, "go": {"one": "y"}, "new": "z"}
    assert laid_over(base, differs) == {
        "rest": {"begin": ["x"], "over": "c"},
        "go": {"one": "y", "other": "e"},
        "new": "z",
    }
    assert base["rest"] == {"begin": ["a", "b"], "over": "c"}
    assert laid_over(base, {"rest": "none"})["rest"] == "none"


def test_the_nearest_file_of_a_chain_wins_and_one_that_is_not_there_changes_nothing() -> None:
    files = {"es-ES": {"a": 1, "b": 1}, "es-MX": {"b": 2}}
    assert chained(("es-US", "es-MX", "es-ES"), files.get) == {"a": 1, "b": 2}


def test_the_words_of_a_chain_of_one_are_the_file_itself() -> None:
    assert read_words("phrases", "en-CA") is read_data("phrases/en-US.toml")


def test_a_locale_without_its_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    half = {"xx-XX": all_locales()["en-US"]._replace(words=("xx-XX",))}
    monkeypatch.setattr("skill.loaders.all_locales", lambda: half)
    with pytest.raises(DataError) as refused:
        read_words("phrases", "xx-XX")
    assert (refused.value.file, refused.value.problem) == ("phrases/xx-XX.toml", "is missing")


def test_a_phrasebook_has_the_locale_and_the_units_that_it_was_asked_for() -> None:
    assert load_phrasebook("en-GB").locale == "en-GB"
    assert load_phrasebook("en-GB").units is Units.MOSTLY_KILOGRAMS
    assert load_phrasebook("en-US").units is Units.MOSTLY_POUNDS
    voices = voices_with({})
    assert voices("en-NZ") is voices("en-US")
