"""``stride talk``: the command and its options."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from skill.cli.collection import asked_locale, offered, terminal_settings, with_own_workouts
from skill.cli.listen import MICROPHONE, WAKE
from skill.cli.options import Day, together
from skill.ears.wake import DEFAULT_NAME, WakeName
from skill.loaders import LOCALE
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


class TalkOptions(NamedTuple):
    """How to talk.

    ``fast`` means on a virtual clock, which begins at ``begins``, or now. ``script`` is a conversation file,
    ``voice`` whether the coach speaks aloud, by a ``loudspeaker`` with this part of a name, or the usual one;
    ``new`` whether the runner was never seen before. With ``listen``
    the runner may speak, too: the coach is called by the word ``wake`` and hears through a ``microphone``, which
    is a part of its name, the path of a WAV file, or None for the usual one. ``locale`` is one that the pretend
    Echo hears.
    """

    fast: bool = False
    script: Path | None = None
    begins: datetime | None = None
    new: bool = False
    voice: bool = False
    loudspeaker: str | None = None
    listen: bool = False
    microphone: str | None = None
    wake: WakeName = DEFAULT_NAME
    locale: str = LOCALE

    def refuse_contradictions(self) -> None:
        """Check that the options fit together.

        Raises:
            UsageError: two of them do not, or one needs another that is missing.
        """
        if self.fast and self.voice:
            raise click.UsageError("--voice needs real time: leave --fast out.")
        if self.begins and not self.fast:
            raise click.UsageError("--date is for the virtual clock: add --fast.")
        if self.loudspeaker and not self.voice:
            raise click.UsageError("--loudspeaker is for speaking: add --voice.")
        if self.microphone and not self.listen:
            raise click.UsageError("--microphone is for listening: add --listen.")
        if self.fast and self.listen and self.script:
            raise click.UsageError(
                "--script and --listen cannot share a virtual clock: leave one out."
            )


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
    from skill.cli.session import talk_with_coach

    options.refuse_contradictions()
    settings = with_own_workouts(Settings()) if options.new else terminal_settings()
    begins = options.begins and options.begins.replace(tzinfo=UTC)
    locale = offered(asked_locale(), heard_locales())
    talk_with_coach(settings, options._replace(begins=begins, locale=locale))
