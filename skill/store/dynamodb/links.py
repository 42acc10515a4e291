"""The connections to an endpoint, kept for the next call: one thread each, and none that rested too long."""

import ssl
from collections.abc import Callable, Mapping
from http.client import HTTPException
from threading import Lock

from skill.store.dynamodb.faults import Failed, fault_of
from skill.store.dynamodb.wire import Deadline, HttpAnswer, Link

IDLE_S = 30.0
"""A connection that has rested longer is not used again: one that was cut on the way gives no error, only
silence."""


class Links:
    """Makes connections as they are needed. ``stopwatch`` gives seconds since any moment."""

    def __init__(self, endpoint: str, stopwatch: Callable[[], float]) -> None:
        self._endpoint = endpoint
        self._stopwatch = stopwatch
        # Here and not at the first call: a function pays for what it starts with before anybody waits.
        secure = endpoint.startswith("https:")
        self._context = ssl.create_default_context() if secure else None
        self._lock = Lock()
        self._rested: list[Link] | None = []

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._rested is None

    def post(self, headers: Mapping[str, str], body: bytes, deadline: Deadline) -> HttpAnswer:
        """Post to "/" and return the answer.

        Raises:
            Failed: there is none.
        """
        link = self._take()
        rested = link.idle_since is not None
        try:
            answer = link.exchange("POST", "/", headers, body, deadline.limit)
        except (OSError, HTTPException) as error:
            link.close()
            # A connection that rested may have been closed meanwhile, and with it all others.
            stale = rested and isinstance(error, ConnectionError)
            if stale:
                self._drop()
            raise Failed(fault_of(error), at_once=stale) from error
        self._keep(link)
        return answer

    def close(self) -> None:
        """Let go of all connections. May be called twice."""
        with self._lock:
            rested, self._rested = self._rested, None
        for link in rested or ():
            link.close()

    def _take(self) -> Link:
        with self._lock:
            while self._rested:
                link = self._rested.pop()
                if self._stopwatch() - (link.idle_since or 0.0) < IDLE_S:
                    return link
                link.close()
        return Link(self._endpoint, self._context)

    def _keep(self, link: Link) -> None:
        link.idle_since = self._stopwatch()
        with self._lock:
            if self._rested is not None:
                self._rested.append(link)
                return
        link.close()

    def _drop(self) -> None:
        with self._lock:
            for link in self._rested or ():
                link.close()
            if self._rested is not None:
                self._rested.clear()
