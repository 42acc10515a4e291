"""``stride words``: everything that the coach says in a locale on one page, and what its language lacks."""

from collections.abc import Iterator

import click

from skill.cli.collection import asked_locale, offered
from skill.data import locales_of
from skill.language.filled import filled_sentences
from skill.language.locales import Locale
from skill.loaders import SPOKEN, all_locales, load_phrasebook, read_phrases
from skill.simulator.lacks import lacks


@click.command(short_help="Print all that the coach says in a language, and what is missing.")
@click.argument("locale", required=False)
def words(*, locale: str | None) -> None:
    """Print what LOCALE lacks, then every sentence of it: with 1, 2, 3, 11 and 21, each exercise and each side.

    It is meant to be read in one go by somebody who speaks the language. Exits with 1 where something is
    missing.
    """
    found = all_locales()[offered(locale, all_locales(), "LOCALE") if locale else asked_locale()]
    missing = list(lacks(found))
    for lack in missing:
        click.echo(str(lack))
    if all(found.base in locales_of(kind) for kind in SPOKEN):
        for line in _page(found):
            click.echo(line)
    if missing:
        raise click.exceptions.Exit(1)


def _page(locale: Locale) -> Iterator[str]:
    last = ""
    book, tables = load_phrasebook(locale.name), read_phrases(locale.name)
    for key, text in filled_sentences(book, tables):
        if key != last:
            yield f"\n{key}"
        last = key
        yield f"  {text}"
