"""The commands of ``stride`` and their options."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from skill.bootstrap import LOCALE, load_catalog, load_phrasebook
from skill.cli.extras import missing_extra
from skill.cli.pages import plan_page, script_page
from skill.cli.serve import serve
from skill.errors import StrideError
from skill.settings import Settings, home_settings
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import (
    FASTEST_PERCENT,
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    SLOWEST_PERCENT,
    Preferences,
)


class _MissingExtra(click.ClickException):
    exit_code = 2


class _StrideGroup(click.Group):
    """Turns what Strong Stride reports as wrong into one line and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except StrideError as error:
            raise click.ClickException(str(error)) from error
        except ModuleNotFoundError as error:
            sentence = missing_extra(error)
            if sentence is None:
                raise
            raise _MissingExtra(sentence) from error


@click.group(cls=_StrideGroup, context_settings={"help_option_names": ["-h", "--help"]})
def stride() -> None:
    """Strong Stride: a voice coach for runners' leg strength."""


@stride.command()
@click.option(
    "--fast", is_flag=True, help="Run on a virtual clock and answer yes to every question."
)
@click.option(
    "--script",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Say the lines of this file; '@45s what is next' waits 45 s from the last response.",
)
@click.option("--new", is_flag=True, help="Be a runner never seen before; nothing is kept.")
@click.option("--voice", is_flag=True, help="Let the coach speak aloud.")
def talk(*, fast: bool, script: Path | None, new: bool, voice: bool) -> None:
    """Talk with the coach as with a smart speaker: type what you would say."""
    from skill.cli.session import Wishes, talk_with_coach

    if fast and voice:
        raise click.UsageError("--voice needs real time: leave --fast out.")
    settings = Settings() if new else home_settings(os.environ)
    talk_with_coach(settings, Wishes(fast=fast, script=script, voice=voice))


def _planned(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which workout is meant."""
    for option in (
        click.option(
            "--rounds",
            type=click.IntRange(FEWEST_ROUNDS, MOST_ROUNDS),
            default=Preferences().rounds,
            show_default=True,
        ),
        click.option(
            "--exercises",
            type=click.IntRange(FEWEST_EXERCISES, MOST_EXERCISES),
            default=Preferences().exercises,
            show_default=True,
        ),
        click.option(
            "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today without."
        ),
    ):
        command = option(command)
    return command


def _plan(day: datetime | None, exercises: int, rounds: int) -> Plan:
    # The coach's day is UTC's, too: Amazon stamps its requests in it.
    date = (day or datetime.now(UTC)).date()
    return plan_workout(load_catalog(), (), date, Preferences(exercises, rounds))


@stride.command()
@_planned
def plan(*, day: datetime | None, exercises: int, rounds: int) -> None:
    """Print a new runner's workout: exercises, doses, stretches."""
    click.echo(plan_page(_plan(day, exercises, rounds), load_phrasebook(LOCALE)))


@stride.command()
@_planned
@click.option(
    "--beat",
    type=click.IntRange(FASTEST_PERCENT, SLOWEST_PERCENT),
    default=100,
    show_default=True,
    help="Length of a repetition in percent.",
)
def script(*, day: datetime | None, exercises: int, rounds: int, beat: int) -> None:
    """Print everything said in a new runner's workout, each with its time."""
    click.echo(script_page(_plan(day, exercises, rounds), load_phrasebook(LOCALE), beat))


@stride.command()
def states() -> None:
    """Print the diagram of a workout's states in mermaid."""
    from skill.workout.diagram import state_diagram

    click.echo(state_diagram())


stride.add_command(serve)
