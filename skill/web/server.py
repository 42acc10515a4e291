"""The HTTP server: waitress, which a signal ends without cutting off an answer (decision 14).

Waitress's own end (3.0.2: ``BaseWSGIServer.run``, ``ThreadedTaskDispatcher.shutdown``) waits five seconds for
requests at work, drops those that wait for a thread, and sends no more: what did not fit into a socket buffer is
lost. Here its loop goes on instead, with no one let in, until every answer is sent.
"""

import logging
import os
import select
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from flask import Flask
from waitress import wasyncore  # type: ignore[import-untyped]

from skill.signals import CLOSED_TERMINAL, ending_signals
from skill.web.connections import Door, most_connections

logger = logging.getLogger(__name__)

PATIENCE_S = 10.0
"""How long requests under way may take once the service is to end."""

_IDLE_TICK_S = 1.0
_LAST_TICK_S = 0.05
_THREADS_END_S = 1.0

_LARGEST_BODY_BYTES = 512 * 1024
"""Above the application's own limit, which answers better; a body of this size is not even received."""

_SENT_AT_ONCE_BYTES = 64 * 1024
"""Headers and body leave together: with every sending a thread gives the interpreter away and queues for it."""

_POLLS = hasattr(select, "poll")
"""Whether the system can wait for more than the thousand connections that ``select`` takes."""


class Service:
    """An application behind a listening socket; ``threads`` requests are answered at a time.

    ``monotonic`` gives the time in seconds.
    """

    def __init__(
        self,
        app: Flask,
        listener: socket.socket,
        threads: int,
        monotonic: Callable[[], float],
    ) -> None:
        self._connections: dict[int, Any] = {}
        self._server = Door(
            app,
            listener,
            threads,
            self._connections,
            monotonic,
            most_connections(),
            max_request_body_size=_LARGEST_BODY_BYTES,
            send_bytes=_SENT_AT_ONCE_BYTES,
            clear_untrusted_proxy_headers=False,  # who reads one knows whether to believe it
        )
        self._monotonic = monotonic
        self._stopping = False

    def run_until_signalled(self, announce: Callable[[], None]) -> None:
        """Answer requests until one of ``ending_signals``, then those under way; a second one ends the process.

        ``announce`` is called once both clients and signals find the service ready. For the main thread alone.
        """
        with self._heeding_signals():
            announce()
            while not self._stopping:
                self._turn(_IDLE_TICK_S)
            self._finish()

    @contextmanager
    def _heeding_signals(self) -> Iterator[None]:
        def heed(number: int, _frame: FrameType | None) -> None:
            if self._stopping and number != CLOSED_TERMINAL:
                # Not the signal's default action: a container's first process has none.
                os._exit(128 + number)
            self._stopping = True
            self._server.pull_trigger()

        before = {number: signal.signal(number, heed) for number in ending_signals()}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _finish(self) -> None:
        """Let nobody else in, and answer what is under way, ``PATIENCE_S`` at most."""
        self._let_in_who_waits()
        # Not the server's own close: that would also close what threads wake the loop by.
        wasyncore.dispatcher.close(self._server)
        ends = self._monotonic() + PATIENCE_S
        self._turn(_LAST_TICK_S)  # what has arrived is under way
        while self._under_way() and self._monotonic() < ends:
            self._turn(_LAST_TICK_S)
        if cut_off := len(self._server.active_channels):
            logger.warning("requests cut off: %d", cut_off)
        self._server.task_dispatcher.shutdown(timeout=_THREADS_END_S)
        wasyncore.close_all(self._connections)

    def _let_in_who_waits(self) -> None:
        """Accept every connection that the system holds for us: with the listener they would be closed."""
        waiting = select.poll()
        waiting.register(self._server.socket, select.POLLIN)
        # No more than there is room for: clients that keep coming would hold us here, and those
        # who came first and have not been read yet would give way to them.
        for _ in range(most_connections()):
            if self._server.is_full or not waiting.poll(0):
                break
            self._server.handle_accept()

    def _under_way(self) -> bool:
        """Close idle connections; whether any is left."""
        for channel in list(self._server.active_channels.values()):
            if not channel.at_work:
                channel.handle_close()
        return bool(self._server.active_channels)

    def _turn(self, seconds: float) -> None:
        """Receive and send what can be; wait for it no longer than ``seconds``."""
        self._server.look_after()
        wasyncore.loop(timeout=seconds, use_poll=_POLLS, map=self._connections, count=1)
