"""Data files made into what a coach is made of: exercises and workouts, locales and their words, figures."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from skill.data import is_packaged, locales_of, names_of, read_data, read_workouts, shipped_workouts
from skill.errors import DataError
from skill.figures.reading import read_figure, read_figures
from skill.language.listener import Listener
from skill.language.locales import Locale, chained, nearest, read_locales
from skill.language.numbers import Numbers, read_numbers
from skill.language.phrase_files import check_tables
from skill.language.phrasebook import Phrasebook
from skill.language.slot_names import PART
from skill.language.speech import read_speech_rate
from skill.language.word_files import check_alarms
from skill.training.catalog import Catalog
from skill.training.catalog_files import read_catalog
from skill.training.fields import FieldsOf
from skill.training.programme import SpokenNames
from skill.training.workout_files import KNOWN, Collection, WordTables, read_collection

if TYPE_CHECKING:
    from skill.figures.figure import Figure

LOCALE = "en-US"
"""The locale of a request that names none."""

SPOKEN = ("phrases", "speech", "alarms")
"""The files without which nobody can train in a locale."""

MOST_NAMES = 100
"""So many names of locales, which may be any text, are kept with the locale that each leads to."""


def load_catalog() -> Catalog:
    """The exercises, stretches and warm-up of the data files.

    Raises:
        DataError: an entry of a data file is wrong.
    """
    tables = map(read_data, ("exercises.toml", "stretches.toml", "warm_up.toml"))
    return read_catalog(*tables)


def load_collection(workouts: str = "") -> Collection:
    """The catalog with the workouts that come with the coach, and those in the folder ``workouts``.

    Raises:
        DataError: an entry of a file is wrong, or the folder cannot be read.
    """
    files = {name: read_data(name) for name in shipped_workouts()}
    own = read_workouts(workouts) if workouts else {}
    # A package was checked when it was made; a start in another language does without these words.
    known = None if is_packaged("exercises.toml") and not own else known_parts()
    found = read_collection(load_catalog(), {**files, **own}, known)
    mine = {id_ for tables in own.values() for id_ in tables.get("exercise", ())}
    found.catalog.unmodelled = SpokenNames(
        {id_: names for id_, names in found.exercise_names.items() if id_ in mine},
        {i: names for i, names in found.programme_names.items() if i not in locales_of("workouts")},
    )
    return found


@cache
def all_locales() -> dict[str, Locale]:
    """The locales of ``locales.toml``.

    Raises:
        DataError: an entry of the file is wrong.
    """
    return read_locales(read_data("locales.toml"))


@cache
def offered_locales() -> dict[str, Locale]:
    """The locales in which one can train, since all their words are there.

    Raises:
        DataError: as ``all_locales``; or not even the words of ``LOCALE`` are there.
    """
    offered = {
        name: locale
        for name, locale in all_locales().items()
        if all(locale.base in locales_of(kind) for kind in SPOKEN)
    }
    if LOCALE not in offered:
        remedy = f"add the files {LOCALE}.toml in {', '.join(SPOKEN)}"
        raise DataError("locales.toml", LOCALE, "words", "are missing", remedy)
    return offered


@lru_cache(MOST_NAMES)
def load_locale(name: str) -> Locale:
    """The locale that a runner of this one, which may be any text, is spoken to in.

    One that is not offered gets the first of its language, such as de-DE for de-AT; without one ``LOCALE``.

    Raises:
        DataError: as ``offered_locales``.
    """
    return nearest(name, offered_locales())


def read_words(
    kind: str, locale: str, check: Callable[[str, Mapping[str, Any]], object] | None = None
) -> dict[str, Any]:
    """What the files of a kind, such as "phrases", say in a locale: all of its chain, laid over one another.

    ``check`` takes each file's name and tables, and raises where they are wrong; what is packaged was checked
    when it was made.

    Raises:
        KeyError: there is no such locale.
        DataError: the file that holds all of them is missing, a file is not TOML, or is wrong.
    """

    def read(name: str) -> dict[str, Any]:
        file = f"{kind}/{name}.toml"
        table = read_data(file)
        if check is not None and not is_packaged(file):
            check(file, table)
        return table

    *nearer, base = all_locales()[locale].words
    differing = [name for name in nearer if name in locales_of(kind)]
    return chained((*differing, base), read) if differing else read(base)


def read_phrases(locale: str) -> dict[str, Any]:
    """What the phrase files say in a locale, as ``read_words`` gives it.

    Raises:
        KeyError: there is no such locale.
        DataError: as ``read_words``; or something of a file stands in no table.
    """
    return read_words("phrases", locale, check_tables)


def known_parts() -> dict[str, Any]:
    """The muscles, joints and needs that the coach has words for.

    Raises:
        DataError: as ``read_phrases``; or a table of them is missing.
    """
    tables = FieldsOf(f"phrases/{LOCALE}.toml", "(file)", read_phrases(LOCALE))
    return {kind: tables.within(kind).unread for kind in KNOWN}


def written_in(kind: str, locale: Locale, key: str) -> str:
    """The file of a kind that says something in a locale: the nearest of its chain that has the key.

    ``key`` goes through the tables, such as "exercise.step_up.name". Where no file has it, it is the one that
    should: the file that holds all words.
    """
    *nearer, base = locale.words
    files = (f"{kind}/{name}.toml" for name in nearer if name in locales_of(kind))
    return next((file for file in files if key in _keys(read_data(file))), f"{kind}/{base}.toml")


def _keys(table: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """All keys of a table and of the tables within it, each behind the names of its tables."""
    for name, value in table.items():
        yield f"{prefix}{name}"
        if isinstance(value, dict):
            yield from _keys(value, f"{prefix}{name}.")


def voices_with(words: WordTables) -> Callable[[str], Phrasebook]:
    """What gives the phrasebook of a locale, with more words laid over it."""

    @cache
    def voice(locale: str) -> Phrasebook:
        return _phrasebook(locale, words)

    return lambda locale: voice(load_locale(locale).name)


def load_figures(catalog: Catalog) -> "Mapping[str, Figure]":
    """How everything in the catalog looks when it is done, by its id, and the moves of the warm-up.

    Raises:
        DataError: an entry of figures.toml is wrong, or one is missing.
    """
    named = (*catalog.exercises, *catalog.stretches, *catalog.moves)
    drawn = (id_ for id_ in named if id_ not in catalog.own)
    return read_figures(read_data("figures.toml"), tuple(drawn))


@cache
def load_figure(id_: str) -> "Figure":
    """How one thing looks when it is done.

    Raises:
        DataError: its entry of figures.toml is wrong.
        KeyError: it has none.
    """
    return read_figure(id_, read_data("figures.toml"))


def load_phrasebook(locale: str) -> Phrasebook:
    """The words of a locale, which ``load_locale`` finds.

    Raises:
        DataError: a phrase of a file is wrong.
    """
    return _read_phrasebook(load_locale(locale).name)


@cache
def _read_phrasebook(locale: str) -> Phrasebook:
    return _phrasebook(locale, {})


def _phrasebook(name: str, words: WordTables) -> Phrasebook:
    locale = all_locales()[name]
    tables = read_phrases(name)
    # Files of workouts have words in one language; a phrase file may say what comes with the coach in its own.
    more = {kind: {**added, **tables.get(kind, {})} for kind, added in words.items()}
    rate = read_speech_rate(f"speech/{locale.base}.toml", read_words("speech", name))
    try:
        return Phrasebook(
            name,
            {**tables, **more},
            rate,
            measures=locale.measures,
            checked=is_packaged(f"phrases/{locale.base}.toml"),
            listen=partial(load_listener, name),
        )
    except DataError as wrong:
        raise wrong.in_file(written_in("phrases", locale, wrong.entry)) from None


def read_number_words(locale: str) -> Numbers:
    """The number words of a locale, of which the phrases are there.

    Raises:
        DataError: they are missing or wrong.
    """
    file = f"phrases/{all_locales()[locale].base}.toml"
    return read_numbers(file, read_phrases(locale).get("locale"))


@cache
def load_listener(name: str) -> Listener:
    """Who looks up the words of an offered locale: names, number words, words of pain and danger.

    Raises:
        DataError: the locale has no words of pain and danger, or its file of them is wrong.
    """
    numbers = dict(read_number_words(name).words())
    names = names_of(all_locales()[name].model)
    check = partial(check_alarms, names.get(PART, ()))
    return Listener(names, read_words("alarms", name, check), numbers)
