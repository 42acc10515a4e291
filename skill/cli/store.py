"""The commands that look after the place where runners are remembered."""

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from skill.settings import home_settings
from skill.store import backups, sqlite_path
from skill.store.dynamodb.table import open_table


@click.group(short_help="Make the place where runners are remembered.")
def store() -> None:
    """Look after the place where runners are remembered."""


@store.command(short_help="Make the table of a DynamoDB store.")
@click.argument("url")
def create(url: str) -> None:
    """Make the table of a DynamoDB store: dynamodb://table?region=eu-west-1.

    Other stores make themselves. A table that is already there is not changed, except that it is allowed to
    delete entries whose time is over.
    """
    with closing(open_table(url, os.environ)) as table:
        made = table.create()
    click.echo(f"{table} is {'made' if made else 'there already'}.")


@store.command(short_help="Copy all runners into a file, while the service runs.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--store", "url", metavar="URL", envvar="STRIDE_STORE", help="Which store.")
def backup(file: Path, url: str | None) -> None:
    """Copy all runners of an SQLite store into FILE, whole and at one moment, while the service runs."""
    backups.back_up(_database(url), file)
    click.echo(f"All runners are in {file} as well.")


@store.command(short_help="Put runners back from a backup, while the service runs.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--store", "url", metavar="URL", envvar="STRIDE_STORE", help="Which store.")
def restore(file: Path, url: str | None) -> None:
    """Put the runners of FILE, a backup, in place of those of an SQLite store, while the service runs.

    What was there is copied beside it first. Runners who were deleted since the backup are back, and must be
    deleted again.
    """
    before = backups.restore(_database(url), file, datetime.now(UTC))
    click.echo(f"The runners of {file} are back; {before} holds who was there before.")


def _database(url: str | None) -> Path:
    return sqlite_path(url or home_settings(os.environ).store)
