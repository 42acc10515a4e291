"""``stride athlete``: writes out or deletes all that is kept of a runner. To read it, see ``stride history``."""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.athlete.zone import Zone, local
from skill.cli.collection import terminal_settings
from skill.cli.files import write_file
from skill.cli.options import Whose, of_an_account
from skill.coach.persistence.household import Household
from skill.settings import home_settings
from skill.store import open_store
from skill.training.catalog import Catalog

NOTHING = "Nothing is stored about this runner."


@click.group(short_help="Export or erase what is kept of a runner.")
def athlete() -> None:
    """What is kept of a runner: export it, or erase it. To read it, see stride history."""


def read_runner(whose: Whose, catalog: Catalog) -> tuple[Athlete, int]:
    """A runner as stored, or a new one where nothing is; and how many voices train at their speakers.

    Where the runner's time zone is not known, it is that of this terminal.

    Raises:
        BadParameter: there are fewer voices.
        CorruptDocument: what is kept cannot be read.
    """
    with opened_records(whose.store) as records:
        profiles = records.export(account_id(whose.user))["profiles"]
    if whose.profile > max(1, len(profiles)):
        raise click.BadParameter(f"there are {len(profiles)}.", param_hint="--profile")
    document = profiles[whose.profile - 1]["document"] if profiles else None
    athlete = Athlete() if document is None else read_document(document, catalog)
    return at_home(athlete), len(profiles)


def at_home(athlete: Athlete) -> Athlete:
    """The runner, in this terminal's time zone where their own is not known."""
    name = terminal_settings().zone
    if athlete.zone is not None or not name:
        return athlete
    return athlete._replace(zone=Zone(name, datetime.now(UTC).date()))


def moment_of(day: datetime | None, athlete: Athlete) -> datetime:
    """Noon of a day on the runner's clock; now without a day."""
    now = local(datetime.now(UTC), athlete.zone)
    return now if day is None else day.replace(hour=12, tzinfo=now.tzinfo)


@contextmanager
def opened_records(store: str | None) -> Iterator[Household]:
    """The records of the store with this URL; of the terminal's own without one."""
    settings = home_settings(os.environ)
    settings = settings if store is None else settings._replace(store=store)
    with closing(open_store(settings.store)) as opened:
        yield Household(opened)


@athlete.command(short_help="Write all that is stored of a runner as JSON.")
@of_an_account
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write to this file, and not to the terminal.",
)
def export(*, whose: Whose, out: Path | None) -> None:
    """Write all that is stored of a runner, and of others who train at their speakers, as JSON."""
    with opened_records(whose.store) as records:
        found = records.export(account_id(whose.user))
    if not found["profiles"]:
        raise click.ClickException(NOTHING)
    text = json.dumps(found, indent=2)
    if out is None:
        click.echo(text)
        return
    write_file(out, f"{text}\n".encode())
    click.echo(f"Written to {out}.")


@athlete.command(short_help="Delete all that is stored of a runner.")
@of_an_account
@click.option("--yes", is_flag=True, help="Do not ask first.")
def erase(*, whose: Whose, yes: bool) -> None:
    """Delete all that is stored of a runner, and of others who train at their speakers."""
    account = account_id(whose.user)
    with opened_records(whose.store) as records:
        profiles = len(records.profiles(account))
        if not profiles:
            click.echo(NOTHING)
            return
        of_them = "1 profile" if profiles == 1 else f"{profiles} profiles"
        if not yes:
            click.confirm(f"Delete {of_them} for good? It cannot be undone.", abort=True)
        records.erase_all(account)
    click.echo(f"Deleted {of_them}.")
