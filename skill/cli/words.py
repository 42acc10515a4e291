"""``stride words``: everything that the coach says in a locale on one page, and what its language lacks."""

from collections.abc import Iterator

import click

from skill.bootstrap import (
    LOCALE,
    SPOKEN,
    all_locales,
    load_collection,
    load_phrasebook,
    read_words,
)
from skill.cli.collection import asked_locale, offered
from skill.data import locales_of
from skill.language.coverage import differences
from skill.language.filled import filled_sentences
from skill.language.locales import Locale
from skill.simulator.models import missing_files


@click.command(short_help="Print all that the coach says in a language, and what is missing.")
@click.argument("locale", required=False)
def words(*, locale: str | None) -> None:
    """Print what LOCALE lacks, then every sentence of it: with 1, 2, 3, 11 and 21, each exercise and each side.

    Made to be read at one go by somebody who speaks the language. Fails where something is missing.
    """
    found = all_locales()[offered(locale, all_locales()) if locale else asked_locale()]
    lacks = list(_lacks(found))
    for line in lacks:
        click.echo(line)
    if all(found.base in locales_of(kind) for kind in SPOKEN):
        for line in _page(found):
            click.echo(line)
    if lacks:
        raise click.exceptions.Exit(1)


def _lacks(locale: Locale) -> Iterator[str]:
    yield from (f"{file}: is missing" for file in missing_files(locale))
    if locale.base in locales_of("phrases"):
        ours, theirs = read_words("phrases", locale.name), read_words("phrases", LOCALE)
        found = differences(ours, theirs, load_collection().words)
        yield from (f"phrases/{locale.name}.toml: {key}: {problem}" for key, problem in found)


def _page(locale: Locale) -> Iterator[str]:
    last = ""
    book, tables = load_phrasebook(locale.name), read_words("phrases", locale.name)
    for key, text in filled_sentences(book, tables):
        if key != last:
            yield f"\n{key}"
        last = key
        yield f"  {text}"
