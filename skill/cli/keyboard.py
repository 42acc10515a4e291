"""A keyboard that never holds up the playback: it is read in a thread of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TextIO

from skill.cli.speaker import Speaker

_END_OF_INPUT, _CLEAR_LINE, _ESCAPE = "\x04", "\x15", "\x1b"
_ERASE = ("\x7f", "\b")


class Keyboard:
    """A runner who types.

    By keys, ``typed`` is the line so far; otherwise whole lines come in, as from a pipe, and at their end
    the runner is silent. ``thread`` ends with the stream.
    """

    def __init__(self, stream: TextIO, *, by_keys: bool) -> None:
        self.typed = ""
        self._stream = stream
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._ended = False
        read = self._read_keys if by_keys else self._read_lines
        self.thread = Thread(target=read, name="keyboard", daemon=True)
        self.thread.start()

    def says(self, _speaker: Speaker) -> str | None:
        """See ``Runner``."""
        try:
            return self._lines.get_nowait()
        except Empty:
            return None

    def is_done(self, speaker: Speaker) -> bool:
        """See ``Runner``: a runner who only fell silent may come back."""
        return not speaker.fell_silent or (self._ended and self._lines.empty())

    def _read_lines(self) -> None:
        for line in self._stream:
            if line.strip():
                self._lines.put(line.strip())
        self._ended = True

    def _read_keys(self) -> None:
        in_escape = False
        while key := self._stream.read(1):
            if in_escape:  # an arrow or another key that has no letter ends in one
                in_escape = not key.isalpha() and key != "~"
            elif key == _ESCAPE:
                in_escape = True
            else:
                self._press(key)
        self._ended = True

    def _press(self, key: str) -> None:
        if key in "\r\n":
            line, self.typed = self.typed.strip(), ""
            if line:
                self._lines.put(line)
        elif key == _END_OF_INPUT:
            self._lines.put("exit")
        elif key == _CLEAR_LINE:
            self.typed = ""
        elif key in _ERASE:
            self.typed = self.typed[:-1]
        elif key.isprintable():
            self.typed += key


def has_keys(stream: TextIO) -> bool:
    """Whether single keys can be read from the stream: it is a terminal of a Unix."""
    try:
        import termios  # noqa: F401 - its presence is the question
    except ImportError:
        return False
    return stream.isatty()


@contextmanager
def single_keys(stream: TextIO) -> Iterator[None]:
    """Let the terminal hand over each key at once and unseen, and put it back afterwards."""
    import termios
    import tty

    saved = termios.tcgetattr(stream)
    tty.setcbreak(stream)
    try:
        yield
    finally:
        termios.tcsetattr(stream, termios.TCSADRAIN, saved)
