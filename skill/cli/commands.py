"""All commands of ``stride``, and the options that come before a command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from skill.cli.athlete import athlete
from skill.cli.extras import missing_extra
from skill.cli.figures import figures
from skill.cli.history import history
from skill.cli.listen import listen
from skill.cli.remind import remind
from skill.cli.replay import replay
from skill.cli.runs import runs
from skill.cli.satellite import satellite
from skill.cli.serve import serve
from skill.cli.store import store
from skill.cli.talk import talk
from skill.cli.words import words
from skill.cli.workout import plan, render, script
from skill.cli.workouts import workouts as workouts_group
from skill.errors import StrideError
from skill.settings import misspelt
from skill.workout.diagram import state_diagram


class _MissingExtra(click.ClickException):
    exit_code = 2


class _StrideGroup(click.Group):
    """Turns what Strong Stride reports as wrong into one line and an exit code."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """Read the options that come before a command."""
        with _told_in_one_line():  # what --help tells may find no room either
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        with _told_in_one_line():
            return super().invoke(ctx)


@contextmanager
def _told_in_one_line() -> Iterator[None]:
    """Turn what Strong Stride or the system reports as wrong into what click tells in a line.

    Raises:
        ClickException: with the line, and an exit code.
        BrokenPipeError: whoever read along has gone; then click ends without a word.
    """
    try:
        yield
    except StrideError as error:
        raise click.ClickException(str(error)) from error
    except ModuleNotFoundError as error:
        sentence = missing_extra(error)
        if sentence is None:
            raise
        raise _MissingExtra(sentence) from error
    except BrokenPipeError:
        raise
    except OSError as error:  # a disk that is full, a terminal that has gone
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{where}{error.strerror or error}") from error


@click.group(cls=_StrideGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="strong-stride", prog_name="stride", message="%(prog)s %(version)s"
)
@click.option(
    "--workouts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="STRIDE_WORKOUTS",
    show_envvar=True,
    help="A folder of files with workouts of your own; see stride workouts.",
)
@click.option(
    "--locale",
    metavar="LOCALE",
    envvar="STRIDE_LOCALE",
    show_envvar=True,
    help="The coach's language and country, such as de-DE; without it, en-US.",
)
def stride(*, workouts: Path | None, locale: str | None) -> None:
    """Strong Stride: a voice coach for runners' leg strength."""
    for name, meant in misspelt(os.environ).items():
        click.echo(f"{name} is no setting and changes nothing; {meant} is one.", err=True)


@stride.command()
def states() -> None:
    """Print the diagram of a workout's states in mermaid."""
    click.echo(state_diagram())


for _command in (
    *(plan, script, render, athlete, figures, replay, history, listen, remind, runs),
    *(satellite, serve, store, talk, words, workouts_group),
):
    stride.add_command(_command)
