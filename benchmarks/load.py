"""Conversations at once with one server or several, as fast as they answer."""

import json
import re
import socket
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter, process_time

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Requests as they go over the wire, and the runner's ``size`` of workout: exercises and rounds."""

    requests: tuple[bytes, ...]
    size: tuple[int, int]


@dataclass(slots=True)
class LoadOutcome:
    """What came of it, and the CPU time that making the load took; ``mixed`` answers carried another runner's."""

    seconds: float = 0.0
    own_cpu_ms: float = 0.0
    times_ms: list[float] = field(default_factory=list)
    failed: int = 0
    mixed: int = 0

    @property
    def per_second(self) -> float:
        """Requests answered a second."""
        return len(self.times_ms) / self.seconds


def converse(
    ports: Sequence[int], conversations: Sequence[Conversation], seconds: float
) -> LoadOutcome:
    """All conversations over and over for so long, each on a connection of its own; servers take turns."""
    load, began, cpu_s = LoadOutcome(), perf_counter(), process_time()
    ends = began + seconds
    with ThreadPoolExecutor(len(conversations)) as pool:
        held = list(
            pool.map(
                lambda port, spoken: list(_hold(port, spoken, ends)), cycle(ports), conversations
            )
        )
    load.seconds = perf_counter() - began
    load.own_cpu_ms = (process_time() - cpu_s) * 1000
    for conversation, exchanges in zip(conversations, held, strict=True):
        for took_ms, status, body in exchanges:
            load.times_ms.append(took_ms)
            load.failed += status != b"200"
            load.mixed += status == b"200" and not _is_own(conversation, body)
    return load


def _hold(
    port: int, conversation: Conversation, ends: float
) -> Iterator[tuple[float, bytes, bytes]]:
    """Time, status and body of each exchange."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as link:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in cycle(conversation.requests):
            began = perf_counter()
            if began >= ends:
                return
            link.sendall(request)
            status, body = _answer(link)
            yield (perf_counter() - began) * 1000, status, body


def _answer(link: socket.socket) -> tuple[bytes, bytes]:
    received = b""
    while b"\r\n\r\n" not in received:
        received += _more(link)
    head, _, body = received.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    assert length, head
    while len(body) < int(length[1]):
        body += _more(link)
    return head.split(b" ", 2)[1], body


def _more(link: socket.socket) -> bytes:
    data = link.recv(65_536)
    if not data:
        raise ConnectionError("the server hung up")
    return data


def _is_own(conversation: Conversation, body: bytes) -> bool:
    """Whether the workout that the session carries, where it carries one, has the runner's size."""
    carried = json.loads(body).get("sessionAttributes", {}).get("athlete")
    if carried is None:
        return True
    preferences = json.loads(carried)["preferences"]
    return preferences["exercises"] in (5, conversation.size[0]) and preferences["rounds"] in (
        3,
        conversation.size[1],
    )
