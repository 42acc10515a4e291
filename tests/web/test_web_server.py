"""A service in a process of its own is ended by signals, and no answer is cut off."""

import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from support.own_process import LIMIT_S, OwnProcess, running
from waiting_service import LARGE
from web_requests import SKILL_ID, launch

from skill.web.headers import SECURITY_HEADERS
from skill.web.listener import listen

pytestmark = pytest.mark.slow

WAITING = [sys.executable, str(Path(__file__).with_name("waiting_service.py"))]
pytestmark = pytest.mark.usefixtures("in_a_terminal")
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

Serve = Callable[..., AbstractContextManager[OwnProcess]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("STRIDE_")}
    return {**own, "XDG_DATA_HOME": str(tmp_path), "STRIDE_SKILL_ID": SKILL_ID}


@pytest.fixture
def serve(environment: dict[str, str]) -> Serve:
    """Runs ``stride serve`` at a free port."""
    stride = str(Path(sys.executable).with_name("stride"))
    command = [stride, "serve", "--port", "0", "--no-simulator"]
    return lambda *words: running([*command, *words], environment)


@pytest.fixture
def waiting(environment: dict[str, str]) -> Iterator[OwnProcess]:
    with running(WAITING, environment) as service:
        yield service


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_service_with_exit_code_0(serve: Serve, number: int) -> None:
    with serve() as service:
        idle = service.connect()
        idle.request("GET", "/healthz")
        assert idle.getresponse().read() == b'{"status":"ok"}\n'
        service.signal(number)
        assert service.end() == (0, "")
        idle.close()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_request_half_received_when_the_signal_comes_gets_its_whole_answer(
    serve: Serve, number: int
) -> None:
    body = json.dumps(launch()).encode()
    with serve() as service:
        connection = service.connect()
        connection.putrequest("POST", "/alexa")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:100])
        # An answer to another request: by now the first one has been taken in, too.
        other = service.connect()
        other.request("GET", "/healthz")
        other.getresponse().read()
        service.signal(number)
        service.until_nobody_is_let_in()
        connection.send(body[100:])
        answer = connection.getresponse()
        assert answer.status == 200
        assert "Welcome" in json.dumps(json.loads(answer.read()))
        connection.close()
        other.close()
        assert service.end()[0] == 0


def test_a_request_at_work_when_the_signal_comes_is_answered(waiting: OwnProcess) -> None:
    connection = waiting.connect()
    connection.request("GET", "/wait")
    assert waiting.hear() == "working\n"
    waiting.signal(signal.SIGTERM)
    waiting.until_nobody_is_let_in()
    waiting.say(".")
    assert connection.getresponse().read() == b"done"
    connection.close()
    assert waiting.end()[0] == 0


def test_a_request_that_waits_for_a_thread_when_the_signal_comes_is_answered(
    waiting: OwnProcess,
) -> None:
    connections = [waiting.connect() for _ in range(4)]
    for connection in connections:
        connection.request("GET", "/wait")
    assert [waiting.hear() for _ in range(2)] == ["working\n"] * 2  # it has two threads
    waiting.signal(signal.SIGTERM)
    waiting.until_nobody_is_let_in()
    waiting.say("....")
    assert [connection.getresponse().read() for connection in connections] == [b"done"] * 4
    for connection in connections:
        connection.close()
    assert waiting.end()[0] == 0


def test_requests_of_who_was_not_let_in_yet_when_the_signal_comes_are_answered(
    waiting: OwnProcess,
) -> None:
    waiting.signal(signal.SIGSTOP)
    connections = [waiting.connect() for _ in range(8)]
    for connection in connections:
        connection.request("GET", "/wait")
    waiting.signal(signal.SIGTERM)
    waiting.signal(signal.SIGCONT)
    waiting.until_nobody_is_let_in()
    waiting.say("." * len(connections))
    assert [connection.getresponse().read() for connection in connections] == [b"done"] * 8
    for connection in connections:
        connection.close()
    assert waiting.end()[0] == 0


def test_an_answer_too_large_for_the_buffers_is_sent_to_its_end(waiting: OwnProcess) -> None:
    connection = waiting.connect()
    connection.connect()
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    connection.request("GET", "/large")
    answer = connection.getresponse()
    waiting.signal(signal.SIGTERM)
    waiting.until_nobody_is_let_in()
    assert len(answer.read()) == LARGE
    connection.close()
    assert waiting.end()[0] == 0


def test_a_request_that_takes_too_long_is_cut_off(environment: dict[str, str]) -> None:
    with running([*WAITING, "hurried"], environment) as service:
        connection = service.connect()
        connection.request("GET", "/wait")
        assert service.hear() == "working\n"
        service.signal(signal.SIGTERM)
        code, errors = service.end()
        assert code == 0
        assert "requests cut off: 1" in errors
        with pytest.raises(ConnectionError):
            connection.getresponse()
        connection.close()


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_the_service_at_once(waiting: OwnProcess, second: int) -> None:
    connection = waiting.connect()
    connection.request("GET", "/wait")
    assert waiting.hear() == "working\n"
    waiting.signal(signal.SIGTERM)
    waiting.until_nobody_is_let_in()
    waiting.signal(second)
    assert waiting.end()[0] == 128 + second
    connection.close()


def test_production_answers_nobody_but_amazon_and_logs_json(serve: Serve) -> None:
    with serve("--production") as service:
        connection = service.connect()
        connection.request("POST", "/alexa", json.dumps(launch()))
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (400, b"")
        assert "Strict-Transport-Security" in answer.headers
        assert answer.headers["Server"] is None
        connection.close()
        service.signal(signal.SIGTERM)
        code, errors = service.end()
    assert code == 0
    (line,) = map(json.loads, errors.splitlines())
    assert set(line) == {"time", "level", "logger", "message"}
    assert line["level"] == "WARNING"


NOT_HTTP = {
    b"POST /alexa HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n": "Request Entity Too Large",
    b"?\r\n\r\n": "Bad Request",
    b"POST /alexa HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n": "Not Implemented",
}
"""What never reaches the application, and why."""


def test_whoever_sends_too_much_to_a_service_in_development_learns_why(serve: Serve) -> None:
    with serve() as service:
        for sent, reason in NOT_HTTP.items():
            with socket.create_connection(("127.0.0.1", service.port), timeout=LIMIT_S) as caller:
                caller.sendall(sent)
                head, _, body = caller.makefile("rb").read().partition(b"\r\n\r\n")
            assert reason in head.decode().splitlines()[0]
            assert json.loads(body)["error"].startswith(f"{reason}.")
        service.signal(signal.SIGTERM)
        assert service.end()[0] == 0


@pytest.mark.parametrize("in_chunks", [False, True])
def test_whoever_sends_all_of_ten_megabytes_before_reading_reads_why(
    serve: Serve, in_chunks: bool
) -> None:
    with serve() as service:
        connection = service.connect()
        body = iter([bytes(100_000)] * 100) if in_chunks else bytes(10_000_000)
        connection.request("POST", "/desks/a/sound", body, encode_chunked=in_chunks)
        answer = connection.getresponse()
        assert answer.status == 413
        assert json.loads(answer.read())["error"] == "Request Entity Too Large. Send less at once."
        other = service.connect()
        other.request("GET", "/healthz")
        assert other.getresponse().status == 200
        service.signal(signal.SIGTERM)
        assert service.end()[0] == 0


def test_what_never_reaches_the_application_is_refused_as_emptily(serve: Serve) -> None:
    with serve("--production") as service:
        for sent in NOT_HTTP:
            with socket.create_connection(("127.0.0.1", service.port), timeout=LIMIT_S) as caller:
                caller.sendall(sent)
                head, _, body = caller.makefile("rb").read().partition(b"\r\n\r\n")
            status, *headers = head.decode().splitlines()
            assert status.endswith("400 Bad Request"), sent
            assert body == b"", sent
            assert {f"{name}: {value}" for name, value in SECURITY_HEADERS.items()} <= set(headers)
            assert not any(header.startswith("Server:") for header in headers)
        service.signal(signal.SIGTERM)
        code, errors = service.end()
    assert code == 0
    told = [json.loads(line)["message"] for line in errors.splitlines()]
    assert told == [f"request refused: {reason}" for reason in NOT_HTTP.values()]


def test_a_port_in_use_cannot_be_listened_at() -> None:
    with listen("127.0.0.1", 0) as first, pytest.raises(OSError, match="in use"):
        listen("127.0.0.1", first.getsockname()[1])


def test_a_terminal_that_tells_once_more_that_it_is_closed_cuts_off_no_answer(
    waiting: OwnProcess,
) -> None:
    connection = waiting.connect()
    connection.request("GET", "/wait")
    assert waiting.hear() == "working\n"
    waiting.signal(signal.SIGHUP)
    waiting.until_nobody_is_let_in()
    waiting.signal(signal.SIGHUP)
    waiting.say(".")
    assert connection.getresponse().read() == b"done"
    connection.close()
    assert waiting.end()[0] == 0
