"""Downloading a certificate file from Amazon, within a deadline and a size."""

import io
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import certifi

from skill.errors import RequestRefused
from skill.web.verification.chain_url import HOST, PORT

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_FILE_BYTES = 64 * 1024
"""Many times what a chain of certificates takes."""

DEADLINE_S = 3.0
"""For connecting, asking and the whole answer together."""


def certifi_context() -> ssl.SSLContext:
    """TLS to servers that certifi's roots vouch for."""
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True)
class Downloader:
    """Asks one server for the path of a URL; redirects are not followed.

    Each download makes a new ``context``, since downloads are few. ``deadline_s`` also stops a server that
    sends byte by byte. Only the time to look up the host's name cannot be limited.
    """

    host: str = HOST
    port: int = PORT
    context: Callable[[], ssl.SSLContext] = certifi_context
    deadline_s: float = DEADLINE_S
    clock: Callable[[], float] = monotonic

    def __call__(self, url: str) -> bytes:
        """The file at the path of ``url``.

        Raises:
            RequestRefused: the server answered with another status than 200, or with too large a file.
            OSError: the server could not be reached, or not in time.
            http.client.HTTPException: its answer is no HTTP.
        """
        ends = self.clock() + self.deadline_s
        context = self.context()
        with self._connected(ends) as plain:
            plain.settimeout(self._left(ends))  # the handshake keeps it as a whole
            with context.wrap_socket(plain, server_hostname=self.host) as link:
                return self._ask(link, urlsplit(url).path, ends)

    def _ask(self, link: ssl.SSLSocket, path: str, ends: float) -> bytes:
        connection = HTTPConnection(self.host, self.port)
        connection.sock = _PunctualSocket(link, lambda: self._left(ends))
        headers = {"Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as answer:
            if answer.status != 200:
                raise RequestRefused(f"the certificate's server answered {answer.status}")
            file = answer.read(LARGEST_FILE_BYTES + 1)
        if len(file) > LARGEST_FILE_BYTES:
            raise RequestRefused("the certificate's file is too large")
        return file

    def _connected(self, ends: float) -> socket.socket:
        """A connection to the first address of the host that answers."""
        failure = OSError("the host has no address")
        for *_, address in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
            try:
                return socket.create_connection((str(address[0]), self.port), self._left(ends))
            except OSError as error:
                failure = error
        raise failure

    def _left(self, ends: float) -> float:
        left = ends - self.clock()
        if left <= 0:
            raise TimeoutError
        return left


class _PunctualSocket:
    """As much of a socket as an HTTP connection needs, each step of it with the time that is left."""

    def __init__(self, link: socket.socket, left: Callable[[], float]) -> None:
        self._link = link
        self._left = left

    def sendall(self, data: bytes) -> None:
        self._link.settimeout(self._left())
        self._link.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_PunctualReader(self._link, self._left))

    def close(self) -> None:
        """Nothing: the connection lets go as soon as the headers are read, and the body is still to come."""


class _PunctualReader(io.RawIOBase):
    """What comes in, each piece awaited no longer than the time that is left."""

    def __init__(self, link: socket.socket, left: Callable[[], float]) -> None:
        self._link = link
        self._left = left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        self._link.settimeout(self._left())
        return self._link.recv_into(buffer)
