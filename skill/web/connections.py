"""Connections to the service: which clients are let in, and which have to give way (decision 31).

Waitress alone (3.0.2) lets in a hundred connections, keeps each for two minutes whatever it does, and lets
nobody else in meanwhile: a hundred clients that send half a request, or nothing, keep everybody out. Where the
process has no descriptor left for a connection, it logs that as fast as it can. Here a request must have arrived
within ``ARRIVES_S``, and a connection that rests gives way to a new one.
"""

import errno
import json
import logging
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]
from waitress.task import ErrorTask  # type: ignore[import-untyped]

from skill.web.app import TELLS_WHY
from skill.web.headers import SECURITY_HEADERS
from skill.web.hosts import is_this_machine

logger = logging.getLogger(__name__)

ARRIVES_S = 10.0
"""How long a whole request may take to arrive, from its first byte or the opening of its connection; so long the
rest of a refused one may take, too. By then Amazon has given up: it waits eight seconds for an answer."""

TAKEN_S = 30.0
"""How long a client may take nothing more of an answer that is being sent."""

RESTS_S = 75.0
"""How long a connection may rest between two requests: longer than nginx keeps one (its ``keepalive_timeout``
of an upstream is 60 s), so that a proxy never sends a request into one that is just being closed."""

MOST_CONNECTIONS = 1_000
"""Connections at once. A proxy has some hundred, and each costs the loop some microseconds a turn."""

SPARE_DESCRIPTORS = 64
"""Descriptors that connections leave to the store, the log, and calls to Amazon."""

PAUSE_S = 0.5
"""For how long nobody is let in after the descriptors for connections have run out."""

QUIET_S = 60.0
"""What lasts is logged once a minute."""

_LOOK_EVERY_S = 1.0
_GIVES_WAY = 16  # where a descriptor is missing: the rest of the service may need some as well
_NO_DESCRIPTORS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_NOBODY = ("", 0)
_NEIGHBOUR = ("127.0.0.1", 0)


_REMEDIES = {413: "Send less at once."}


class _Refusal(ErrorTask):  # type: ignore[misc]
    """The answer to what is not HTTP, cannot be read or is too large.

    It tells as much as the application's: a JSON object with ``error``, or nothing at all.
    """

    def execute(self) -> None:
        """Write it."""
        self.channel.has_refused = True
        error = self.request.error
        logger.warning("request refused: %s", error.reason)
        body = b""
        if self.channel.server.tells_why:
            told = f"{error.reason}. {_REMEDIES.get(error.code, '')}".strip()
            self.status, body = f"{error.code} {error.reason}", json.dumps({"error": told}).encode()
            self.response_headers.append(("Content-Type", "application/json"))
        else:
            # 501, for a transfer coding that nobody knows, would tell that a request was worth reading.
            self.status = f"500 {error.reason}" if error.code == 500 else "400 Bad Request"
        self.response_headers.extend(SECURITY_HEADERS.items())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection.

    Where a request is refused before all of it is here, what still comes is received and dropped. Else the
    system would reset the connection, and a client that sends all before it reads would never read the answer.
    """

    error_task_class = _Refusal
    has_refused = False
    _drops = False  # the refusal is sent, the client sends on
    _waits_for: object = None
    _waits_since = 0.0

    @property
    def at_work(self) -> bool:
        """Whether a request is being received, waits, is answered, or has an answer not yet sent.

        In this order: a thread takes its request away only when the whole answer waits to be sent.
        """
        return self.request is not None or bool(self.requests) or self.total_outbufs_len > 0

    def handle_write(self) -> None:
        """Send what waits to be sent; after a refusal nothing more is sent, and the connection stays open."""
        if not (self.has_refused and self.close_when_flushed):
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.will_close:  # the client has left
            self.handle_close()
        elif not self.total_outbufs_len:
            self._drop_the_rest()

    def _drop_the_rest(self) -> None:
        self.close_when_flushed, self._drops = False, True
        self.request = None  # what came behind the refused one
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:  # the client has left
            self.handle_close()

    def received(self, data: bytes) -> bool:
        """Take what has come; whether it was of use."""
        return False if self._drops else bool(super().received(data))

    def is_too_slow(self, now: float) -> bool:
        """Whether its client has let us wait for too long, as seen when this was asked before.

        A byte now and then does not help a request: what counts is when the whole of it is here.
        """
        waits_for, seconds = self._wait()
        if waits_for is None or waits_for != self._waits_for:
            self._waits_for, self._waits_since = waits_for, now
            return False
        return now - self._waits_since > seconds

    def _wait(self) -> tuple[object, float]:
        """What the service waits for from the client, if anything, and how many seconds that may take."""
        if self._drops:
            return "dropped", ARRIVES_S
        receiving = self.request
        if receiving is not None:
            return receiving, ARRIVES_S
        if self.total_outbufs_len > 0:
            return ("sent", self.total_outbufs_len), TAKEN_S
        if self.requests:
            return None, 0.0
        is_new = self.last_activity == self.creation_time
        return ("rests", self.last_activity), ARRIVES_S if is_new else RESTS_S


class Door(TcpWSGIServer):  # type: ignore[misc]
    """The server that accepts connections from ``listener`` and passes requests to ``app``, on so many threads.

    ``connections`` are those of waitress's loop; at most ``most`` are open at a time. ``monotonic`` gives the
    time in seconds. Of a client's address only one thing is kept: whether it is this machine's. So nothing can
    log it.
    """

    channel_class = Channel

    def __init__(
        self,
        app: Flask,
        listener: socket.socket,
        threads: int,
        connections: dict[int, Any],
        monotonic: Callable[[], float],
        most: int,
        **options: Any,
    ) -> None:
        self.tells_why = bool(app.config.get(TELLS_WHY))
        self._monotonic = monotonic
        self._most = most
        self._closed_until = 0.0
        self._looks_at = 0.0
        self._wanted = 0  # connections that are to give way
        self._logged: dict[str, float] = {}
        adjustments = Adjustments(sockets=[listener], threads=threads, ident=None, **options)
        family, kind, protocol = listener.family, listener.type, listener.proto
        super().__init__(
            app,
            map=connections,
            _sock=listener,
            adj=adjustments,
            sockinfo=(family, kind, protocol, listener.getsockname()),
            bind_socket=False,
        )

    def look_after(self) -> None:
        """Cut off clients that are too slow, and make room for those that wait.

        To be called between two turns of the loop, never within one: the system gives a closed descriptor to the
        next connection, and events that the loop has seen for the old one would hit the new one.
        """
        now = self._monotonic()
        if now >= self._looks_at:
            self._looks_at = now + _LOOK_EVERY_S
            for channel in list(self.active_channels.values()):
                if channel.is_too_slow(now):
                    channel.handle_close()
        if self._wanted:
            resting = sorted(self._resting(), key=lambda channel: float(channel.last_activity))
            for channel in resting[: self._wanted]:
                channel.handle_close()
            self._wanted = 0

    def readable(self) -> bool:
        """Whether somebody may be let in now."""
        if not self.accepting or self._monotonic() < self._closed_until:
            return False
        if not self.is_full or self._resting():
            return True
        self._tell(f"nobody is let in: {self._most} connections are at work")
        return False

    def handle_accept(self) -> None:
        """Let one connection in; where the house is full, once another one has given way to it."""
        if self.is_full:
            self._wanted = 1
            return
        try:
            accepted = self.accept()
        except OSError as error:
            if error.errno in _NO_DESCRIPTORS:
                self._wanted = _GIVES_WAY
                self._closed_until = self._monotonic() + PAUSE_S
                self._tell(f"nobody is let in for a moment: {error.strerror}")
            return  # else a client that has left already
        if accepted is None:
            return
        connection, (address, *_) = accepted
        try:
            self.set_socket_options(connection)
        except OSError:  # it has left meanwhile
            connection.close()
            return
        client = _NEIGHBOUR if is_this_machine(address) else _NOBODY
        self.channel_class(self, connection, client, self.adj, map=self._map)

    @property
    def is_full(self) -> bool:
        """Whether as many connections are open as there may be."""
        return len(self.active_channels) >= self._most

    def _resting(self) -> list[Channel]:
        return [channel for channel in self.active_channels.values() if not channel.at_work]

    def _tell(self, what: str) -> None:
        """Log what lasts, once a minute."""
        now = self._monotonic()
        if now - self._logged.get(what, -QUIET_S) >= QUIET_S:
            self._logged[what] = now
            logger.warning("%s", what)


def most_connections() -> int:
    """How many connections this process may hold, by what the system lets it open."""
    try:
        import resource
    except ModuleNotFoundError:  # not on Windows, which has no such limit
        return MOST_CONNECTIONS
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed == resource.RLIM_INFINITY:
        return MOST_CONNECTIONS
    return max(1, min(MOST_CONNECTIONS, allowed - SPARE_DESCRIPTORS))
