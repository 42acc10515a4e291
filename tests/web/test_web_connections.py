"""Connections that stall keep nobody out, and those that rest give way."""

import errno
import logging
import os
import re
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from support.own_process import LIMIT_S, OwnProcess, running
from test_web_server import WAITING
from waitress import wasyncore  # type: ignore[import-untyped]

from skill.web import connections
from skill.web.connections import ARRIVES_S, QUIET_S, RESTS_S, Door, most_connections
from skill.web.listener import listen

pytestmark = pytest.mark.slow

HALF = b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nhalf"
TOO_LARGE = b"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\nand so on"
WHOLE = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


class House:
    """A door that a test opens and looks after by hand, with a clock of its own."""

    def __init__(self, most: int) -> None:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "done", methods=["GET", "POST"])
        self.now = 0.0
        self.map: dict[int, Any] = {}
        self.listener = listen("127.0.0.1", 0)
        self.door = Door(app, self.listener, 1, self.map, lambda: self.now, most)
        self.clients = ExitStack()

    def turn(self, after_s: float = 0.0) -> None:
        """Let the time go, and the loop look around."""
        self.now += after_s
        # It is poll that waits for what threads and sockets bring, 5 ms at most.
        for _ in range(6):
            self.door.look_after()
            wasyncore.loop(timeout=0.005, use_poll=True, map=self.map, count=1)

    def client(self, said: bytes = b"") -> socket.socket:
        """Somebody who comes in and says something."""
        client = socket.create_connection(self.listener.getsockname(), timeout=LIMIT_S)
        self.clients.enter_context(closing(client))
        client.sendall(said)
        self.turn()
        return client

    def answer(self, client: socket.socket) -> bytes:
        """What comes back, in however many pieces; empty where the connection was closed."""
        client.settimeout(0.001)
        heard = b""
        for _ in range(400):
            self.turn()
            try:
                piece = client.recv(4096)
            except TimeoutError:
                continue
            heard += piece
            if not piece or _is_whole(heard):
                return heard
        raise TimeoutError

    def is_open(self, client: socket.socket) -> bool:
        client.setblocking(False)
        try:
            return client.recv(4096) != b""
        except BlockingIOError:
            return True
        except ConnectionResetError:
            return False

    def close(self) -> None:
        self.clients.close()
        self.door.task_dispatcher.shutdown()
        wasyncore.close_all(self.map)


def _is_whole(answer: bytes) -> bool:
    """Whether an answer has come with all of the body that its head promises."""
    head, between, body = answer.partition(b"\r\n\r\n")
    promised = re.search(rb"(?i)^content-length: (\d+)", head, re.MULTILINE)
    return bool(between) and len(body) >= int(promised[1] if promised else 0)


Open = Callable[[int], House]


@pytest.fixture
def open_house() -> Iterator[Open]:
    with ExitStack() as houses:
        yield lambda most: houses.enter_context(closing(House(most)))


@pytest.mark.parametrize("said", [b"", b"POST / HT", HALF], ids=["nothing", "half a head", "half"])
def test_a_request_that_does_not_arrive_in_time_is_cut_off(open_house: Open, said: bytes) -> None:
    house = open_house(9)
    client = house.client(said)
    house.turn(1)
    house.turn(ARRIVES_S - 1)
    assert house.is_open(client)
    house.turn(2)
    assert not house.is_open(client)


def test_who_is_refused_and_sends_on_is_cut_off_in_time(open_house: Open) -> None:
    house = open_house(9)
    client = house.client(TOO_LARGE)
    assert house.answer(client).startswith(b"HTTP/1.1 400 ")
    house.turn(1)
    for _ in range(int(ARRIVES_S) - 1):
        client.sendall(bytes(50_000))
        house.turn(1)
        assert house.door.active_channels
    house.turn(2)
    assert not house.door.active_channels


def test_who_was_refused_and_leaves_is_forgotten(open_house: Open) -> None:
    house = open_house(9)
    client = house.client(TOO_LARGE)
    assert house.answer(client).startswith(b"HTTP/1.1 400 ")
    assert house.door.active_channels
    client.close()
    house.turn()
    assert not house.door.active_channels


def test_who_was_refused_gives_way_to_who_comes(open_house: Open) -> None:
    house = open_house(1)
    house.answer(house.client(TOO_LARGE))
    assert house.answer(house.client(WHOLE)).endswith(b"done")


def test_a_byte_now_and_then_buys_no_time(open_house: Open) -> None:
    house = open_house(9)
    client = house.client(HALF)
    for _ in range(5):
        house.turn(3)
        if house.is_open(client):
            client.sendall(b".")
    house.turn()
    assert not house.is_open(client)


def test_a_connection_may_rest_between_two_requests(open_house: Open) -> None:
    house = open_house(9)
    client = house.client(WHOLE)
    assert house.answer(client).endswith(b"done")
    for _ in range(7):
        house.turn(ARRIVES_S)
    client.sendall(WHOLE)
    assert house.answer(client).endswith(b"done")
    for _ in range(3):
        house.turn(RESTS_S)
    assert not house.is_open(client)


def test_who_rests_gives_way_to_who_comes(open_house: Open) -> None:
    house = open_house(2)
    resting, other = house.client(WHOLE), house.client(HALF)
    assert house.answer(resting).endswith(b"done")
    coming = house.client(WHOLE)
    assert house.answer(coming).endswith(b"done")
    assert not house.is_open(resting)
    assert house.is_open(other)


def test_where_all_are_at_work_a_newcomer_waits_and_the_log_says_so_once_a_minute(
    open_house: Open, caplog: pytest.LogCaptureFixture
) -> None:
    house = open_house(2)
    stalled = [house.client(HALF) for _ in range(2)]
    coming = house.client(WHOLE)
    for _ in range(20):
        house.turn()
    assert [record.message for record in caplog.records] == [
        "nobody is let in: 2 connections are at work"
    ]
    house.turn(1)
    house.turn(ARRIVES_S + 1)
    assert house.answer(coming).endswith(b"done")
    assert not any(map(house.is_open, stalled))


def test_without_a_descriptor_accepting_pauses_and_the_log_says_so_once_a_minute(
    open_house: Open, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = open_house(9)
    tries = 0

    def accept() -> None:
        nonlocal tries
        tries += 1
        raise OSError(errno.EMFILE, "Too many open files")

    with caplog.at_level(logging.INFO), monkeypatch.context() as exhausted:
        exhausted.setattr(house.door, "accept", accept)
        coming = socket.create_connection(house.listener.getsockname(), timeout=LIMIT_S)
        for _ in range(3):
            for _ in range(4):
                house.turn()
            house.turn(1)
        assert tries == 4  # one a second
        assert len(caplog.records) == 1
        house.turn(QUIET_S)
        assert len(caplog.records) == 2
    house.turn(1)
    coming.sendall(WHOLE)
    assert house.answer(coming).endswith(b"done")
    coming.close()


def test_connections_leave_some_descriptors_to_the_rest_of_the_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def limit(_: int) -> tuple[int, int]:
        return 256, 4096

    monkeypatch.setattr(resource, "getrlimit", limit)
    assert most_connections() == 256 - connections.SPARE_DESCRIPTORS


@pytest.fixture
def service(tmp_path: Path) -> Iterator[OwnProcess]:
    with running(WAITING, {**os.environ, "XDG_DATA_HOME": str(tmp_path)}) as found:
        yield found


def test_three_hundred_stalled_connections_keep_nobody_out(service: OwnProcess) -> None:
    with ExitStack() as stalled:
        for said in (b"", HALF, b"POST /a") * 100:
            client = socket.create_connection(("127.0.0.1", service.port), timeout=LIMIT_S)
            stalled.enter_context(closing(client)).sendall(said)
        answered = HTTPConnection("127.0.0.1", service.port, timeout=ARRIVES_S / 2)
        answered.request("GET", "/quick")
        assert answered.getresponse().read() == b"here"
        answered.close()
        service.signal(signal.SIGTERM)
        service.until_nobody_is_let_in()
    assert service.end()[0] == 0


def test_two_hundred_and_fifty_six_kept_connections_are_all_served(service: OwnProcess) -> None:
    kept = [service.connect() for _ in range(256)]
    statuses: list[int] = []

    def ask(some: list[HTTPConnection]) -> None:
        for _ in range(2):
            for one in some:
                one.request("GET", "/quick")
            for one in some:
                answer = one.getresponse()
                answer.read()
                statuses.append(answer.status)

    askers = [Thread(target=ask, args=(kept[n::4],)) for n in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert statuses == [200] * 512
