"""The commands of ``stride`` and their options."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from skill.cli.athlete import athlete
from skill.cli.collection import (
    asked_locale,
    offered,
    terminal_settings,
    with_own_workouts,
)
from skill.cli.extras import missing_extra
from skill.cli.figures import figures
from skill.cli.history import history
from skill.cli.listen import listen as listen_command
from skill.cli.listen import through_a_microphone
from skill.cli.remind import remind
from skill.cli.replay import replay
from skill.cli.runs import runs
from skill.cli.satellite import satellite
from skill.cli.serve import serve
from skill.cli.store import store
from skill.cli.words import words
from skill.cli.workout import plan, render, script
from skill.cli.workouts import workouts as workouts_group
from skill.ears.wake import WakeName
from skill.errors import StrideError
from skill.settings import Settings
from skill.simulator.models import heard_locales
from skill.workout.diagram import state_diagram

_TALK_EPILOG = """\b
A file for --script has a line for everything that is said:
  yes                             as soon as the microphone is open
  @45s what is next               45 s after the last response began
  yes ...                         again and again, until the session is over
  @Thursday 7:00 open strong stride
                                  on the next Thursday; with --fast at once
  # anything                      is not said"""


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
    help="The coach's language and country, such as de-DE; en-US without.",
)
def stride(*, workouts: Path | None, locale: str | None) -> None:
    """Strong Stride: a voice coach for runners' leg strength."""


@stride.command(epilog=_TALK_EPILOG, short_help="Talk with the coach in the terminal.")
@click.option(
    "--fast", is_flag=True, help="Run on a virtual clock and answer yes to every question."
)
@click.option(
    "--script",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Say the lines of this file, written as below.",
)
@click.option(
    "--date",
    "begins",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    help="When the virtual clock begins, in UTC; now without.",
)
@click.option("--new", is_flag=True, help="Be a runner never seen before; nothing is kept.")
@click.option("--voice", is_flag=True, help="Let the coach speak aloud.")
@click.option("--listen", is_flag=True, help="Say it: the coach listens for a wake word, offline.")
@through_a_microphone
def talk(
    *,
    fast: bool,
    script: Path | None,
    begins: datetime | None,
    new: bool,
    voice: bool,
    listen: bool,
    microphone: str | None,
    wake: WakeName,
) -> None:
    """Talk with the coach as with a smart speaker: type what you would say, or say it with --listen."""
    from skill.cli.session import Options, talk_with_coach

    if fast and voice:
        raise click.UsageError("--voice needs real time: leave --fast out.")
    if begins and not fast:
        raise click.UsageError("--date is for the virtual clock: add --fast.")
    if microphone and not listen:
        raise click.UsageError("--microphone is for listening: add --listen.")
    if fast and listen and script:
        raise click.UsageError("--script and --listen cannot share a virtual clock: leave one out.")
    settings = with_own_workouts(Settings()) if new else terminal_settings()
    options = Options(
        locale=offered(asked_locale(), heard_locales()),
        fast=fast,
        begins=begins and begins.replace(tzinfo=UTC),
        script=script,
        voice=voice,
        listen=listen,
        microphone=microphone,
        wake=wake,
    )
    talk_with_coach(settings, options)


@stride.command()
def states() -> None:
    """Print the diagram of a workout's states in mermaid."""
    click.echo(state_diagram())


for _command in (
    *(plan, script, render, athlete, figures, replay, history, listen_command, remind, runs),
    *(satellite, serve, store, words, workouts_group),
):
    stride.add_command(_command)
