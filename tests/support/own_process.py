"""A service in a process of its own, and connections to it."""

import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import IO

LIMIT_S = 20.0


@dataclass(frozen=True)
class OwnProcess:
    """A running service."""

    process: subprocess.Popen[str]
    port: int
    errors: IO[str]
    connections: ExitStack

    def connect(self) -> HTTPConnection:
        """A connection; closed with the process at the latest, so that a test that fails leaves none open."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT_S)
        return self.connections.enter_context(closing(connection))

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def until_nobody_is_let_in(self) -> None:
        """Return when a new connection is refused.

        Raises:
            TimeoutError: it never was.
        """
        ends = time.monotonic() + LIMIT_S
        while time.monotonic() < ends:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT_S).close()
            except ConnectionRefusedError:
                return
            except ConnectionResetError:
                continue  # it was in the queue when the door was shut
        raise TimeoutError

    def hear(self) -> str:
        """The next line of its standard output."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def say(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def end(self) -> tuple[int, str]:
        """Wait for its end: the exit code, and all that it wrote to the standard error."""
        code = self.process.wait(LIMIT_S)
        self.errors.seek(0)
        return code, self.errors.read()


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[OwnProcess]:
    """The service that a command starts; its first line must say where it listens."""
    pipe = subprocess.PIPE
    # A file takes all that is logged; a pipe that nobody empties would hold the service up.
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(  # noqa: S603 - commands of our own
            command, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True
        ) as process,
        ExitStack() as connections,
    ):
        try:
            assert process.stdout is not None
            found = re.search(
                r"(?:http|tcp)://127\.0\.0\.1:(\d+)$", process.stdout.readline().rstrip()
            )
            assert found, process.wait(LIMIT_S)
            yield OwnProcess(process, int(found[1]), errors, connections)
        finally:
            process.kill()
