"""What a conversation looks like in a terminal: plain lines, or lines above a live one."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.live import Live
from rich.text import Text

from skill.render.text import clock

REDRAWS_A_SECOND = 10


def _line(at_ms: int, who: str, text: str) -> str:
    return f"{clock(at_ms)}  {who:<5}  {text}"


def _day(moment: datetime) -> str:
    return f"\n{moment:%A %Y-%m-%d, %H:%M}"


class PlainScreen:
    """Lines only, for files and pipes."""

    def day(self, moment: datetime) -> None:
        """See ``Viewer``."""
        click.echo(_day(moment))

    def coach(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        click.echo(_line(at_ms, "coach", text))

    def runner(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        click.echo(_line(at_ms, "you", text))

    def progress(self, where: Callable[[], str]) -> None:
        """See ``Viewer``: a file has no place for what changes."""

    def note(self, text: str) -> None:
        """Say something about the conversation itself."""
        click.echo(text)


class LiveScreen:
    """Lines that scroll by; below them, where the workout is and what the runner has ``typed`` so far."""

    def __init__(self, typed: Callable[[], str], console: Console | None = None) -> None:
        self._typed = typed
        self._progress = ""
        self._live = Live(
            console=console,
            get_renderable=self._foot,
            refresh_per_second=REDRAWS_A_SECOND,
            transient=True,
        )

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._live.stop()

    def day(self, moment: datetime) -> None:
        """See ``Viewer``."""
        self._print(_day(moment), "dim")

    def coach(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        self._print(_line(at_ms, "coach", text))

    def runner(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        self._print(_line(at_ms, "you", text), "bold")

    def progress(self, where: Callable[[], str]) -> None:
        """See ``Viewer``."""
        self._progress = where()

    def note(self, text: str) -> None:
        """Say something about the conversation itself."""
        self._print(text, "dim")

    def _print(self, text: str, style: str = "") -> None:
        self._live.console.print(Text(text, style))

    def _foot(self) -> Text:
        return Text.assemble((self._progress, "cyan"), "\n> ", self._typed())
