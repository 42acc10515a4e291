"""An HTTP exchange that ends in time, whatever the other side does or does not do."""

import io
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any, cast
from urllib.parse import urlsplit

MOST_BYTES = 4 * 1024 * 1024
"""Of an answer; DynamoDB's longest page is 1 MB, a third more in base64."""

Limit = Callable[[], float]
"""Says how many seconds the next step of an exchange may take; raises TimeoutError where there are none left."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What came back. The names of the headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Deadline:
    """The moment at which an operation must be over, whatever it consists of.

    ``stopwatch`` gives seconds since any moment; a single step never takes more than ``patience_s``.
    """

    def __init__(self, seconds: float, patience_s: float, stopwatch: Callable[[], float]) -> None:
        self._ends = stopwatch() + seconds
        self._patience_s = patience_s
        self._stopwatch = stopwatch

    def left(self) -> float:
        """Seconds left; below zero when it has passed."""
        return self._ends - self._stopwatch()

    def limit(self) -> float:
        """The ``Limit`` of an exchange."""
        left = self.left()
        if left <= 0:
            raise TimeoutError
        return min(left, self._patience_s)


class Link:
    """A connection to ``endpoint``, made at first use and kept. It serves one thread at a time.

    ``idle_since`` is for its owner to keep; None until an exchange on it has succeeded.
    """

    def __init__(self, endpoint: str, context: ssl.SSLContext | None) -> None:
        parts = urlsplit(endpoint)
        self._connection = _Connection(
            parts.hostname or "", parts.port or (443 if context else 80), context
        )
        self.idle_since: float | None = None

    def exchange(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes, limit: Limit
    ) -> HttpAnswer:
        """Send a request and return its answer. After an error the link is to be closed.

        Raises:
            OSError, HTTPException: there is no answer, or none in time, or one that is not HTTP.
        """
        connection = self._connection
        connection.limit = limit
        connection.request(method, target, body, headers)
        response = connection.getresponse()
        # Only a whole body is read without a bound: then the library says when it was cut off.
        whole = response.length is not None and response.length <= MOST_BYTES
        answer = response.read() if whole else response.read(MOST_BYTES)
        if not response.isclosed():
            connection.close()
        known = {name.lower(): value for name, value in response.getheaders()}
        return HttpAnswer(response.status, known, answer)

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


class _Connection(HTTPConnection):
    """An HTTP connection, over TLS where there is a context, whose every step asks ``limit`` for its time."""

    limit: Limit

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port)
        self._context = context

    def connect(self) -> None:
        link = socket.create_connection((self.host, self.port), self.limit())
        try:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._context is not None:
                link.settimeout(self.limit())
                link = self._context.wrap_socket(link, server_hostname=self.host)
        except BaseException:
            link.close()
            raise
        # The parent needs of a socket no more than what the timed one has.
        self.sock = cast("socket.socket", _TimedSocket(link, lambda: self.limit()))


class _TimedSocket:
    """A socket's few methods that an exchange uses. A trickle of bytes does not buy more time."""

    def __init__(self, link: socket.socket, limit: Limit) -> None:
        self._link = link
        self._limit = limit

    def sendall(self, data: bytes) -> None:
        self._link.settimeout(self._limit())
        self._link.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._link, self._limit))

    def close(self) -> None:
        self._link.close()


class _TimedReader(io.RawIOBase):
    """What arrives at a socket. The socket stays open as long as anybody reads from it."""

    def __init__(self, link: socket.socket, limit: Limit) -> None:
        super().__init__()
        self._link = link
        self._arriving = link.makefile("rb", buffering=0)
        self._limit = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._link.settimeout(self._limit())
        return self._arriving.readinto(buffer)

    def close(self) -> None:
        self._arriving.close()
        super().close()
