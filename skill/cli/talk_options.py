"""What ``stride talk`` was told: how to talk, and whether its options fit together."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from skill.ears.wake import DEFAULT_NAME, WakeName
from skill.loaders import LOCALE


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
