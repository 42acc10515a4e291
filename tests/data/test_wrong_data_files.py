"""Whatever is wrong in a data file is told to its editor by file, entry, field and remedy, never by a traceback.

Every file is tried, in each place that is read in its own way: with values of other kinds, without a value, and
with a key that nothing reads. What is not refused has to work.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skill import bootstrap, data, loaders
from skill.bootstrap import load_sentences
from skill.data import FOLDER, read_data
from skill.ears.words import PRONUNCIATIONS, Language
from skill.errors import DataError
from skill.exchange.fit_names import FitNames
from skill.language.coverage import check_coverage
from skill.language.locales import Locale
from skill.loaders import (
    all_locales,
    load_catalog,
    load_collection,
    load_figure,
    load_listener,
    load_phrasebook,
    offered_locales,
    read_number_words,
    read_words,
)
from skill.simulator.hearing_files import check_hearing
from skill.simulator.lacks import lacks
from skill.simulator.suggestions import load_suggestions
from skill.understanding import Hearing

FILES = sorted(str(path.relative_to(FOLDER)) for path in Path(FOLDER).rglob("*.toml"))

TRIED = [
    *(name for name in FILES if "/" not in name or "/en-" in name),
    *("hearing/es-MX.toml", "workouts/core.toml"),
]
"""Each kind of file: in one language, since all are read in one way, and of countries that say what differs."""

GONE = object()
WRONG: tuple[object, ...] = (-1, float("nan"), True, "", [], [7], [[]], {}, {"word": 7}, GONE)
UNKNOWN = "unheard_of"

CACHED = (
    *(read_data, loaders.all_locales, loaders.offered_locales, loaders.load_locale, load_listener),
    *(loaders._read_phrasebook, bootstrap.load_sentence_lengths),
)
"""What keeps what was read."""

NAMED = ("locale", "exercise", "stretch", "programme", "muscle", "joint", "need")
"""The tables that are read by their names where all others are phrases."""

Place = tuple[str | int, ...]


def _entries(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _places(value: Any, at: Place = (), seen: set[Any] | None = None) -> Iterator[Place]:
    """The places of a file. Of entries that are of one kind, every field is tried in one of them."""
    seen = set() if seen is None else seen
    alike = len({type(inner) for _, inner in _entries(value)}) == 1
    for key, inner in _entries(value):
        name = "(any)" if alike and key not in NAMED else key
        if (*at, name, type(inner)) not in seen:
            seen.add((*at, name, type(inner)))
            yield (key,)
        yield from ((key, *rest) for rest in _places(inner, (*at, name), seen))


def _with(value: Any, place: Place, wrong: object) -> Any:
    key, *rest = place
    changed: Any = dict(value) if isinstance(value, dict) else [*value]
    if rest:
        changed[key] = _with(value[key], (*rest,), wrong)
    elif wrong is GONE:
        del changed[key]
    else:
        changed[key] = wrong
    return changed


def _tables_at(value: Any, at: Place = ()) -> Iterator[Place]:
    """The places of the tables of a file, as ``_places`` finds them, and of the file itself."""
    yield at
    for place in _places(value):
        inner = value
        for key in place:
            inner = inner[key]
        if isinstance(inner, dict):
            yield place


def _mistakes(tables: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The places where something of a file is wrong, and its tables then; of phrases one table will do."""
    phrases = [name for name in tables if name not in NAMED]
    some = {name: table for name, table in tables.items() if name not in phrases[1:]}
    tried = some if NAMED[0] in tables else tables
    for place in _places(tried):
        for wrong in WRONG:
            yield place, _with(tables, place, wrong)
    for place in _tables_at(tried):
        yield (*place, UNKNOWN), _with(tables, (*place, UNKNOWN), "word")


def _locales(kind: str, name: str) -> list[Locale]:
    """The locales that a file of words is read for."""
    return [one for one in all_locales().values() if name in one.words][:1] or pytest.fail(kind)


def _number_words(locale: str) -> dict[str, int]:
    return dict(read_number_words(locale).words())


NUMBER_WORDS = {name: _number_words(name) for name in all_locales() if name.startswith("en-")}


def _read_phrases(name: str) -> None:
    """A listener takes its time, and of the phrases it reads the number words alone."""
    (locale,) = _locales("phrases", name)
    if _number_words(locale.name) != NUMBER_WORDS[locale.name]:
        load_listener(locale.name)
    check_coverage(load_catalog(), load_phrasebook(locale.name))
    load_collection()
    told = next((one for one in lacks(locale) if one.file.startswith("phrases")), None)
    if told:
        raise told


def _read_hearing(name: str) -> None:
    (locale,) = _locales("hearing", name)
    hearing = Hearing.of(read_words("hearing", locale.name, check_hearing))
    assert hearing.called_out("stop")


def _read_pronunciations(_: str) -> None:
    Language([("stop", 1), *((word, 1) for word in PRONOUNCED)], read_data(PRONUNCIATIONS))


PRONOUNCED = [*read_data(PRONUNCIATIONS)]

FIGURES = read_data("figures.toml")


def _read_figures(_: str) -> None:
    """Those that are not as they were: all of them take their time."""
    for id_, table in read_data("figures.toml").items():
        if table != FIGURES.get(id_):
            load_figure.__wrapped__(id_)


READERS: dict[str, Callable[[str], object]] = {
    "exercises": lambda _: load_catalog(),
    "stretches": lambda _: load_catalog(),
    "warm_up": lambda _: load_catalog(),
    "figures": _read_figures,
    "fit": lambda _: FitNames(read_data("fit.toml")),
    "locales": lambda _: offered_locales(),
    "phrases": _read_phrases,
    "speech": lambda name: load_phrasebook(_locales("speech", name)[0].name),
    "alarms": lambda name: load_listener(_locales("alarms", name)[0].name).alarm("my knee hurts"),
    "hearing": _read_hearing,
    "suggestions": load_suggestions,
    "sentences": lambda name: [
        load_sentences().duration_ms("HowToIntent", ["a"] * slots, name) for slots in range(4)
    ],
    "pronunciations": _read_pronunciations,
    "workouts": lambda _: load_collection(),
}


@pytest.fixture
def read_as(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, dict[str, Any]], None]]:
    """Let one file say something else, and every other one what it says."""
    files = {name: read_data(name) for name in FILES}

    def forget() -> None:
        for cached in CACHED:
            cached.cache_clear()

    def change(name: str, tables: dict[str, Any]) -> None:
        forget()
        monkeypatch.setattr(data, "_parsed", {**files, name: tables}.__getitem__)

    yield change
    forget()


@pytest.mark.parametrize("name", TRIED)
def test_whatever_is_wrong_is_told_with_file_entry_field_and_remedy(
    name: str, read_as: Callable[[str, dict[str, Any]], None]
) -> None:
    tables = read_data(name)
    refused = [
        _checked(name, place, told)
        for place, wrong in _mistakes(tables)
        if (told := _refusal(name, wrong, read_as))
    ]
    assert refused


def _refusal(
    name: str, tables: dict[str, Any], read_as: Callable[[str, dict[str, Any]], None]
) -> DataError | None:
    kind, _, locale = name.removesuffix(".toml").partition("/")
    read_as(name, tables)
    try:
        READERS[kind](locale)
    except DataError as told:
        return told
    return None


def _checked(name: str, place: Place, told: DataError) -> DataError:
    assert told.file == name, (place, str(told))
    assert told.remedy, (place, str(told))
    assert any(str(key) in str(told) for key in (*place, "word")), (place, str(told))
    return told
