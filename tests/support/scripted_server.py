"""A server that does to each request what the test tells it to, or passes it on to a real one."""

import json
import socket
import ssl
import struct
import threading
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any
from urllib.parse import urlsplit

LIMIT_S = 20.0


@dataclass(frozen=True)
class Heard:
    """A request as it arrived; the names of its headers in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        """The action of DynamoDB's that it asks for."""
        return self.headers.get("x-amz-target", "").rpartition(".")[2]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Act = Callable[["ScriptedServer", Heard, socket.socket], bool]
"""Does something to a request; whether the connection stays open."""


class ScriptedServer(ThreadingTCPServer):
    """Plays ``acts`` one by one, then ``otherwise`` for ever. ``heard`` are the requests so far."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, otherwise: Act) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.acts: deque[Act] = deque()
        self.otherwise = otherwise
        self.heard: list[Heard] = []
        self.connections = 0
        self.over = threading.Event()

    @property
    def endpoint(self) -> str:
        scheme = "https" if isinstance(self.socket, ssl.SSLSocket) else "http"
        return f"{scheme}://127.0.0.1:{self.server_address[1]}"

    def next_act(self) -> Act:
        try:
            return self.acts.popleft()
        except IndexError:
            return self.otherwise

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that give up are what many a test is about."""


class _Handler(StreamRequestHandler):
    server: ScriptedServer

    def handle(self) -> None:
        self.server.connections += 1
        while (heard := self._hear()) is not None:
            self.server.heard.append(heard)
            if not self.server.next_act()(self.server, heard, self.connection):
                return

    def _hear(self) -> Heard | None:
        first = self.rfile.readline().decode("latin-1").split()
        if not first:
            return None
        headers = {}
        while line := self.rfile.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0)))
        return Heard(first[0], first[1], headers, body)


@contextmanager
def serving(otherwise: Act, tls: ssl.SSLContext | None = None) -> Iterator[ScriptedServer]:
    """A scripted server, listening."""
    with ScriptedServer(otherwise) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()


# Acts.


def whole(status: int, body: bytes, **headers: str) -> bytes:
    """An answer as it goes over the wire. An underscore in a header's name stands for a hyphen."""
    lines = [f"HTTP/1.1 {status} So", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def sends(raw: bytes, *, stays: bool = False) -> Act:
    """Send these bytes."""

    def act(_server: ScriptedServer, _heard: Heard, link: socket.socket) -> bool:
        link.sendall(raw)
        return stays

    return act


def says(said: Any, status: int = 200, **headers: str) -> Act:
    """Answer with JSON as DynamoDB does, its checksum included."""
    body = json.dumps(said).encode()
    known = {"x_amzn_requestid": "R", "x_amz_crc32": str(zlib.crc32(body))}
    return sends(whole(status, body, **{**known, **headers}), stays=True)


def fails(name: str, status: int = 400, message: str = "", **headers: str) -> Act:
    """Answer with an error as DynamoDB does."""
    said = {"__type": f"com.amazonaws.dynamodb.v20120810#{name}", "message": message}
    return says(said, status, **headers)


def drops(_server: ScriptedServer, _heard: Heard, _link: socket.socket) -> bool:
    """Close without a word."""
    return False


def resets(_server: ScriptedServer, _heard: Heard, link: socket.socket) -> bool:
    """Break the connection off, so that what was sent last may not arrive either."""
    link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    link.close()
    return False


def hangs(server: ScriptedServer, _heard: Heard, _link: socket.socket) -> bool:
    """Never answer."""
    server.over.wait()
    return False


def trickles(server: ScriptedServer, _heard: Heard, link: socket.socket) -> bool:
    """Send a header without an end, byte by byte, so that there is always something to hear."""
    link.sendall(b"HTTP/1.1 200 So\r\nX-Long: ")
    while not server.over.wait(0.005):
        link.sendall(b"x")
    return False


def forwards(upstream: str) -> Act:
    """Pass on to the server at ``upstream`` and back."""

    def act(_server: ScriptedServer, heard: Heard, link: socket.socket) -> bool:
        link.sendall(_ask(upstream, heard))
        return True

    return act


def loses(upstream: str) -> Act:
    """Let the server at ``upstream`` do it, and keep its answer back."""

    def act(_server: ScriptedServer, heard: Heard, _link: socket.socket) -> bool:
        _ask(upstream, heard)
        return False

    return act


def _ask(upstream: str, heard: Heard) -> bytes:
    connection = HTTPConnection(urlsplit(upstream).netloc, timeout=LIMIT_S)
    try:
        connection.request(heard.method, heard.target, heard.body, heard.headers)
        response = connection.getresponse()
        return whole(
            response.status, response.read(), x_amzn_requestid=response.headers["x-amzn-RequestId"]
        )
    finally:
        connection.close()
