"""``stride talk``: the command and its options."""

from datetime import UTC
from pathlib import Path

import click

from skill.cli.collection import asked_locale, offered, terminal_settings, with_own_workouts
from skill.cli.listen import MICROPHONE, WAKE
from skill.cli.options import Day, together
from skill.cli.session import talk_with_coach
from skill.cli.talk_options import TalkOptions
from skill.settings import Settings
from skill.simulator.models import heard_locales

_EPILOG = """\b
A file for --script has a line for everything that is said:
  yes                             as soon as the microphone is open
  @45s what is next               45 s after the last response began
  yes ...                         again and again, until the session is over
  @Thursday 7:00 open strong stride
                                  on the next Thursday; with --fast at once
  # anything                      is not said"""


_talked = together(
    "options",
    TalkOptions,
    click.option(
        "--fast", is_flag=True, help="Run on a virtual clock and answer yes to every question."
    ),
    click.option(
        "--script",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Say the lines of this file, written as below.",
    ),
    click.option(
        "--date",
        "begins",
        type=Day(by_time=True),
        help="When the virtual clock begins, in UTC; without it, now.",
    ),
    click.option("--new", is_flag=True, help="Be a runner never seen before; nothing is kept."),
    click.option("--voice", is_flag=True, help="Let the coach speak aloud."),
    click.option(
        "--loudspeaker",
        metavar="NAME",
        help="A part of a loudspeaker's name; without it, the usual one.",
    ),
    click.option(
        "--listen", is_flag=True, help="Say it: the coach listens for a wake word, offline."
    ),
    MICROPHONE,
    WAKE,
)


@click.command(epilog=_EPILOG, short_help="Talk with the coach in the terminal.")
@_talked
def talk(*, options: TalkOptions) -> None:
    """Talk with the coach as with a smart speaker: type what you would say, or say it with --listen."""
    options.refuse_contradictions()
    settings = terminal_settings()
    if options.new:
        settings = with_own_workouts(Settings(recogniser=settings.recogniser))
    begins = options.begins and options.begins.replace(tzinfo=UTC)
    locale = offered(asked_locale(), heard_locales())
    talk_with_coach(settings, options._replace(begins=begins, locale=locale))
