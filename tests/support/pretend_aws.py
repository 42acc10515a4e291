"""AWS as far as a client of it can tell: a server that answers what it is told to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; with ``short`` the connection breaks off before its end."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    short: bool = False


def refusal(code: str, status: int = 400) -> Answer:
    """What AWS's JSON services answer when they refuse."""
    body = json.dumps({"message": "arn:aws:iam::123456789012:user/somebody may not"}).encode()
    return Answer(status, body, {"x-amzn-ErrorType": code, "Content-Type": "application/json"})


@dataclass(frozen=True, slots=True)
class PretendAws:
    """Where it listens, and what it was asked."""

    url: str
    asked: list[Asked]


@contextmanager
def pretend_aws(answer: Callable[[Asked], Answer]) -> Iterator[PretendAws]:
    """A service at an address of its own, as long as the context lasts."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def respond(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(Asked(self.command, self.path, body))
            given = answer(asked[-1])
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.body) + given.short))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(given.body)
            if given.short:
                self.close_connection = True

        do_GET = do_HEAD = do_POST = do_PUT = respond  # noqa: N815 - as http.server names them

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # a client that gave up is what some tests are about

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield PretendAws(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
