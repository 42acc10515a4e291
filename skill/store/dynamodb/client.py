"""Calls to DynamoDB: signed, tried again where that helps, over in time (decision 15)."""

import json
import logging
import os
import time
import zlib
from collections.abc import Callable, Container, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from skill.deadline import seconds_left
from skill.errors import StoreUnavailable
from skill.store.dynamodb.credentials import CredentialSource
from skill.store.dynamodb.faults import (
    GARBAGE,
    OUTDATED,
    SKEWED,
    Failed,
    Fault,
    Refused,
    fault_named,
)
from skill.store.dynamodb.links import Links
from skill.store.dynamodb.location import Location
from skill.store.dynamodb.sigv4 import signed
from skill.store.dynamodb.wire import Deadline, HttpAnswer

logger = logging.getLogger(__name__)

OPERATION_S = 1.8
"""What an operation may take with all its tries. A turn loads and saves, and Alexa waits 8 s for it."""

PATIENCE_S = 0.7
"""What one step may take: to connect, to send, to hear something. Two silent tries fit into an operation."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.05, 0.4
"""Between two tries, doubled from one to the next; of it a random part is waited, so that many do not come
back at once (AWS SDKs: Retry behavior, full jitter)."""

SKEW_S = 60.0
"""A clock that is further from AWS's is put right. AWS refuses a request at five minutes."""

Json = dict[str, Any]


def _chance() -> float:
    # Not from ``random``: copies of one snapshot of a function would all draw the same.
    return int.from_bytes(os.urandom(4)) / 2**32


class Surroundings(NamedTuple):
    """Time and chance, as a client finds them.

    ``clock`` gives seconds since 1970, ``stopwatch`` seconds since any moment, ``chance`` numbers from 0 to 1.
    """

    clock: Callable[[], float] = time.time
    stopwatch: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = _chance


REAL = Surroundings()


class Client:
    """Calls one endpoint for one table, from any thread. Nothing is connected before the first call."""

    def __init__(
        self,
        location: Location,
        environment: Mapping[str, str],
        surroundings: Surroundings = REAL,
        *,
        patience_s: float = PATIENCE_S,
        operation_s: float = OPERATION_S,
    ) -> None:
        self.location = location
        self._host = urlsplit(location.endpoint).netloc
        self._links = Links(location.endpoint, surroundings.stopwatch)
        self._credentials = CredentialSource(environment)
        self._clock, self._stopwatch, self._sleep, self._chance = surroundings
        self._patience_s = patience_s
        self._operation_s = operation_s
        self._ahead_s = 0.0  # how far AWS's clock is ahead of ours

    def now(self) -> float:
        """Seconds since 1970 by AWS's clock, as far as it is known to differ from ours."""
        return self._clock() + self._ahead_s

    def deadline(self, seconds: float | None = None) -> Deadline:
        """The end of an operation that begins now and may take so long.

        Raises:
            StoreUnavailable: the client is closed.
        """
        if self._links.closed:
            raise StoreUnavailable(str(self.location), "the store is closed", "open it again")
        seconds = seconds_left(seconds or self._operation_s)
        return Deadline(seconds, self._patience_s, self._stopwatch)

    def call(
        self, operation: str, request: Json, deadline: Deadline, expecting: Container[str] = ()
    ) -> Json:
        """Do one of DynamoDB's actions on the table and return its answer.

        It may have been done more than once: a try whose answer was lost is followed by another.

        Raises:
            Refused: AWS answers one of the errors in ``expecting``.
            StoreUnavailable: it cannot be done, or not by the deadline.
        """
        body = json.dumps({"TableName": self.location.table, **request}).encode()
        return self._persevere(operation, body, deadline, expecting)

    def transact(self, actions: list[Json], deadline: Deadline, token: str) -> None:
        """Do all of some writes or none; once, however often it is tried with this ``token``.

        Raises:
            Refused: a condition does not hold.
            StoreUnavailable: it cannot be done, or not by the deadline.
        """
        table = {"TableName": self.location.table}
        items = [{name: {**table, **what} for name, what in one.items()} for one in actions]
        body = json.dumps({"TransactItems": items, "ClientRequestToken": token}).encode()
        expecting = ("TransactionCanceledException",)
        self._persevere("TransactWriteItems", body, deadline, expecting)

    def read_together(self, keys: list[Json], deadline: Deadline) -> list[Json | None]:
        """The items of some keys as they are at one moment: no transaction lies half done between them.

        Raises:
            StoreUnavailable: it cannot be done, or not by the deadline.
        """
        items = [{"Get": {"TableName": self.location.table, "Key": one}} for one in keys]
        body = json.dumps({"TransactItems": items}).encode()
        said = self._persevere("TransactGetItems", body, deadline, ())
        return [found.get("Item") for found in said["Responses"]]

    def close(self) -> None:
        """Let go of all connections. May be called twice."""
        self._links.close()

    # Tries.

    def _persevere(
        self, operation: str, body: bytes, deadline: Deadline, expecting: Container[str]
    ) -> Json:
        longest_s = FIRST_PAUSE_S
        while True:
            try:
                return self._try(operation, body, deadline, expecting)
            except Failed as failed:
                if failed.at_once:
                    continue
                pause_s = longest_s * self._chance()
                if not failed.fault.passing or pause_s >= deadline.left():
                    raise self._unavailable(failed.fault) from failed
            self._sleep(pause_s)
            longest_s = min(LONGEST_PAUSE_S, longest_s * 2)

    def _try(
        self, operation: str, body: bytes, deadline: Deadline, expecting: Container[str]
    ) -> Json:
        at = self.now()
        credentials = self._credentials.get(at, deadline)
        headers = {
            "Host": self._host,
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": f"DynamoDB_20120810.{operation}",
        }
        headers = signed(headers, body, credentials, self.location.region, at)
        answer = self._links.post(headers, body, deadline)
        said = _read(answer)
        if answer.status == 200:
            return said
        name = str(said.get("__type", "")).rpartition("#")[2]
        fault = fault_named(name, answer.status, said)
        if name in SKEWED and self._set_clock(answer, at):
            raise Failed(fault, at_once=True)
        if name in OUTDATED and self._credentials.outdated(credentials):
            fault = Fault(fault.problem, fault.remedy, passing=True)
        if name in expecting and not fault.passing:
            raise Refused(name, said)
        raise Failed(fault)

    def _set_clock(self, answer: HttpAnswer, at: float) -> bool:
        """Go by AWS's clock from now on; whether ours was wrong."""
        try:
            theirs = parsedate_to_datetime(answer.headers.get("date", "")).timestamp()
        except ValueError:
            return False
        if abs(theirs - at) < SKEW_S:
            return False
        self._ahead_s = theirs - self._clock()
        logger.warning("this machine's clock is %+.0f s off AWS's; set it", -self._ahead_s)
        return True

    def _unavailable(self, fault: Fault) -> StoreUnavailable:
        problem, remedy = (
            text.format(region=self.location.region, host=self._host)
            for text in (fault.problem, fault.remedy)
        )
        return StoreUnavailable(str(self.location), problem, remedy)


def _read(answer: HttpAnswer) -> Json:
    """The JSON object of an answer.

    Raises:
        Failed: it has none, or not the one that was sent, or it is not DynamoDB that answers.
    """
    # Something on the way that says 200 to everything would make every runner a new one.
    if answer.status == 200 and "x-amzn-requestid" not in answer.headers:
        raise Failed(GARBAGE)
    claimed = answer.headers.get("x-amz-crc32")
    try:
        if claimed is not None and int(claimed) != zlib.crc32(answer.body):
            raise ValueError(claimed)
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict):
        return said
    raise Failed(fault_named("", answer.status, {}))
