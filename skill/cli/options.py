"""Options that travel together: a command takes them as one value."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from skill.coach.visit import STAMPED
from skill.echo import PRETEND_USER

Callback = Callable[..., None]
"""What is called with the values of its options, by their names."""


def together(
    name: str, kind: Any, *options: Callable[[Callback], Callback]
) -> Callable[[Callback], Callback]:
    """Add these options to a command, which takes all of them as one parameter called ``name``.

    ``kind`` is a named tuple with a field for every one of the options, under the option's own name. A field that
    no option fills keeps its default.
    """

    def add(command: Callback) -> Callback:
        @wraps(command)
        def taking(**given: Any) -> None:
            values = {field: given.pop(field) for field in kind._fields if field in given}
            command(**{name: kind(**values)}, **given)

        added: Callback = taking
        for option in reversed(options):
            added = option(added)
        return added

    return add


class Day(click.DateTime):
    """A day of the years in which the coach is spoken to; with ``by_time`` also a time of it."""

    def __init__(self, *, by_time: bool = False) -> None:
        super().__init__(["%Y-%m-%d", *(["%Y-%m-%dT%H:%M"] if by_time else [])])

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read a day, and refuse one of a year that is too far away."""
        day: datetime = super().convert(value, param, ctx)
        if day.year not in STAMPED:
            self.fail(f"{value}: name a year from {STAMPED[0]} to {STAMPED[-1]}.", param, ctx)
        return day


class Whose(NamedTuple):
    """Whose record is meant: the account's Alexa user id, the URL of the store, and which voice of the account.

    ``store`` is None for the terminal's own; ``profile`` counts from 1.
    """

    user: str
    store: str | None
    profile: int = 1


_USER = click.option(
    "--user",
    default=PRETEND_USER,
    help="The runner's Alexa user id; without it, the runner of this terminal.",
)
_STORE = click.option("--store", help="The store's URL; without it, that of STRIDE_STORE.")
_PROFILE = click.option(
    "--profile",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Whose, where several voices train at the runner's speakers.",
)

of_an_account = together("whose", Whose, _USER, _STORE)
"""Adds the options that say which account is meant; the command takes ``whose``."""

of_a_runner = together("whose", Whose, _USER, _STORE, _PROFILE)
"""Adds the options that say which account is meant, and which of its voices; the command takes ``whose``."""

into_a_folder = click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write to; it is made if it is missing.",
)
"""Adds the option that says where many files are written."""
