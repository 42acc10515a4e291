"""``stride runs``: reads from a watch how far and how hard the last runs were, so that tired legs are spared."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skill.alexa.visits import account_id
from skill.athlete.zone import local
from skill.cli.athlete import opened_records, read_runner
from skill.cli.collection import open_collection
from skill.cli.options import Whose, of_an_account
from skill.coach.persistence.logged_runs import add_runs
from skill.errors import FileRefused

if TYPE_CHECKING:
    from skill.training.runs import LoggedRun

ENDINGS = (".fit", ".tcx", ".gpx", ".fit.gz", ".tcx.gz", ".gpx.gz")
"""In a folder, files whose names end like this are read."""


@click.command(short_help="Read the runs that your watch wrote down.")
@of_an_account
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE_OR_FOLDER...",
)
def runs(*, whose: Whose, paths: tuple[Path, ...]) -> None:
    """Read runs from FIT, TCX or GPX files of a watch, or from all those in a folder.

    Only the date, the metres and the seconds of the last four weeks are kept. After a long or hard run the coach
    leaves out jumps for a day. Reading the same files again changes nothing; a run that was
    corrected and exported again replaces the first.
    """
    from skill.exchange.run_files import MOST_BYTES, read_runs

    catalog = open_collection()[0].catalog
    athlete, _ = read_runner(whose, catalog)
    now = datetime.now(UTC)
    zone = local(now, athlete.zone).tzinfo or UTC
    found: list[LoggedRun] = []
    refused: list[str] = []
    for path in _files(paths):
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            found += read_runs(str(path), content, zone, now)
        except OSError as error:
            refused.append(f"{path} cannot be read: {error.strerror}")
        except FileRefused as error:
            refused.append(str(error))
    with opened_records(whose.store) as records:
        added = add_runs(records.store, account_id(whose.user), catalog, found, now)
    click.echo(added)
    for sentence in refused:
        click.echo(f"{sentence}.", err=True)
    if refused:
        raise click.exceptions.Exit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and those with the right endings in the folders that are named."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.rglob("*") if p.name.lower().endswith(ENDINGS))
        if not inside:
            click.echo(f"{path} has no FIT, TCX or GPX file.", err=True)
        yield from inside
