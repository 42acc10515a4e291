"""A certificate's file is downloaded over real TLS on this machine, within a deadline and a size."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest
from flask.testing import FlaskClient
from pretend_amazon import SKILL_ID, URL, Amazon
from support.own_authority import key_pem, pem

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.errors import RequestRefused
from skill.web.app import create_app
from skill.web.verification import CertificateChains, RequestVerifier
from skill.web.verification.download import LARGEST_FILE_BYTES, Downloader, certifi_context

Serve = Callable[[ssl.SSLSocket], None]

DEADLINE_S = 0.2
SLACK_S = 5
"""What a busy machine may add; a server here would drip for far longer."""
DRIP_S = 0.05
LONG_S = 60
PATIENT_S = 30


class Place:
    """A server at localhost, and what was asked of it."""

    def __init__(self, amazon: Amazon, folder: Path) -> None:
        server = amazon.authority.vouch(amazon.keys.stranger, ["localhost"])
        (folder / "chain.pem").write_bytes(pem(server, amazon.authority))
        (folder / "key.pem").write_bytes(key_pem(server.key))
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "chain.pem", folder / "key.pem")
        self._root = pem(amazon.root).decode()
        self.asked: list[str] = []
        self.over = Event()

    def trusting(self) -> ssl.SSLContext:
        """The context of a client that trusts the server."""
        return ssl.create_default_context(cadata=self._root)

    def downloader(self, port: int, deadline_s: float = PATIENT_S) -> Downloader:
        return Downloader("localhost", port, self.trusting, deadline_s)

    @contextmanager
    def serving(self, serve: Serve) -> Iterator[int]:
        """Serve on a free port until the block ends."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            thread = Thread(target=self._accept, args=(listener, serve))
            thread.start()
            try:
                yield listener.getsockname()[1]
            finally:
                self.over.set()
                listener.shutdown(socket.SHUT_RDWR)
                thread.join()

    def _accept(self, listener: socket.socket, serve: Serve) -> None:
        while not self.over.is_set():
            try:
                plain, _ = listener.accept()
                plain.settimeout(LONG_S)
                with self._context.wrap_socket(plain, server_side=True) as link:
                    self.asked.append(link.recv(4096).decode())
                    serve(link)
            except OSError:  # the client has left, or the test is over
                continue


@pytest.fixture
def place(amazon: Amazon, tmp_path: Path) -> Place:
    """A server that Amazon's authority vouches for."""
    return Place(amazon, tmp_path)


def answering(status: str, body: bytes = b"", *headers: str) -> Serve:
    """Answer at once, and close."""
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, "Connection: close", "", ""]).encode()
    return lambda link: link.sendall(head + body)


def dripping(place: Place, first: bytes, drop: bytes) -> Serve:
    """Send a drop every now and then, for as long as anybody listens."""

    def serve(link: ssl.SSLSocket) -> None:
        link.sendall(first)
        for _ in range(int(LONG_S / DRIP_S)):
            if place.over.wait(DRIP_S):
                return
            link.sendall(drop)

    return serve


def test_a_file_is_fetched_by_its_path(place: Place) -> None:
    length = "Content-Length: 4"
    with place.serving(answering("200 OK", b"file", length)) as port:
        assert place.downloader(port)(URL) == b"file"
    (asked,) = place.asked
    assert asked.startswith("GET /echo.api/echo-api-cert-12.pem HTTP/1.1\r\nHost: localhost")


def test_a_file_of_the_largest_size_is_taken_whole(place: Place) -> None:
    file = b"x" * LARGEST_FILE_BYTES
    with place.serving(answering("200 OK", file)) as port:
        assert place.downloader(port)(URL) == file


@pytest.mark.parametrize(
    "status",
    ["301 Moved", "302 Found", "307 Temporary", "206 Partial", "403 No", "404 No", "500 X"],
)
def test_any_status_but_200_is_refused_and_no_redirect_followed(place: Place, status: str) -> None:
    there = "Location: https://localhost/echo.api/elsewhere.pem"
    with (
        place.serving(answering(status, b"file", there)) as port,
        pytest.raises(RequestRefused, match=f"answered {status[:3]}"),
    ):
        place.downloader(port)(URL)
    assert len(place.asked) == 1


@pytest.mark.parametrize("says_so", [True, False])
def test_too_large_a_file_is_refused(place: Place, says_so: bool) -> None:
    file = b"x" * (LARGEST_FILE_BYTES + 1)
    headers = [f"Content-Length: {len(file)}"] if says_so else []
    with (
        place.serving(answering("200 OK", file, *headers)) as port,
        pytest.raises(RequestRefused, match="too large"),
    ):
        place.downloader(port)(URL)


DRIPS = {
    "the status": (b"H", b"H"),
    "the headers": (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
    "the file": (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
    "a file in chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "early answers": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize(("first", "drop"), DRIPS.values(), ids=DRIPS.keys())
def test_a_server_that_drips_is_left_at_the_deadline(
    place: Place, first: bytes, drop: bytes
) -> None:
    before = monotonic()
    with place.serving(dripping(place, first, drop)) as port:
        with pytest.raises(TimeoutError):
            place.downloader(port, DEADLINE_S)(URL)
        assert DEADLINE_S <= monotonic() - before < DEADLINE_S + SLACK_S


def test_a_server_that_never_shakes_hands_is_left_at_the_deadline(place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        before = monotonic()
        with pytest.raises(TimeoutError):
            place.downloader(silent.getsockname()[1], DEADLINE_S)(URL)
        assert DEADLINE_S <= monotonic() - before < DEADLINE_S + SLACK_S


def test_a_server_that_nobody_vouches_for_is_not_asked(place: Place) -> None:
    with place.serving(answering("200 OK", b"file")) as port:
        with pytest.raises(ssl.SSLCertVerificationError):
            Downloader("localhost", port, certifi_context, PATIENT_S)(URL)
        with pytest.raises(ssl.SSLCertVerificationError):
            Downloader("127.0.0.1", port, place.trusting, PATIENT_S)(URL)
    assert place.asked == []


def test_a_port_where_nobody_listens_is_an_error_at_once(place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ConnectionRefusedError):
        place.downloader(port)(URL)


def test_by_default_it_asks_amazon() -> None:
    default = Downloader()
    assert (default.host, default.port, default.deadline_s) == ("s3.amazonaws.com", 443, 3.0)
    assert default.context().verify_mode is ssl.CERT_REQUIRED
    assert default.context().check_hostname


def client_of(
    place: Place, amazon: Amazon, coach: Coach, port: int, deadline_s: float = PATIENT_S
) -> FlaskClient:
    """The whole service, its certificates from a real server."""
    chains = CertificateChains(place.downloader(port, deadline_s), amazon.roots)
    verifier = RequestVerifier(SKILL_ID, amazon.clock, chains=chains)
    return create_app(AlexaSkill(coach, SKILL_ID, amazon.clock), coach, read=verifier).test_client()


def test_a_request_is_answered_with_a_certificate_from_a_real_server(
    place: Place, amazon: Amazon, coach: Coach
) -> None:
    sent = amazon.send()
    with place.serving(answering("200 OK", pem(amazon.signer, amazon.authority))) as port:
        answer = client_of(place, amazon, coach, port).post(
            "/alexa", data=sent.body, headers=sent.headers
        )
    assert answer.status_code == 200


ANSWERS: dict[str, tuple[str, Callable[[Place], Serve]]] = {
    "not found": ("answered 404", lambda _: answering("404 Not Found", b"<Error/>")),
    "elsewhere": ("answered 302", lambda _: answering("302 Found", b"", "Location: /echo.api/x")),
    "huge": ("too large", lambda _: answering("200 OK", b"x" * 200_000)),
    "empty": ("does not verify", lambda _: answering("200 OK")),
    "closed at once": ("RemoteDisconnected", lambda _: lambda _link: None),
    "no HTTP": ("BadStatusLine", lambda _: lambda link: link.sendall(b"hello\r\n\r\n")),
    "dripping": ("TimeoutError", lambda place: dripping(place, b"HTTP/1.1 200 OK\r\n\r\n", b"x")),
}


@pytest.mark.parametrize(("reason", "serve"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_request_whose_certificate_cannot_be_had_is_refused(
    place: Place,
    amazon: Amazon,
    coach: Coach,
    caplog: pytest.LogCaptureFixture,
    reason: str,
    serve: Callable[[Place], Serve],
) -> None:
    sent = amazon.send()
    deadline_s = DEADLINE_S if reason == "TimeoutError" else PATIENT_S
    with place.serving(serve(place)) as port:
        answer = client_of(place, amazon, coach, port, deadline_s).post(
            "/alexa", data=sent.body, headers=sent.headers
        )
    assert (answer.status_code, answer.data) == (400, b"")
    (record,) = caplog.records
    assert reason in record.getMessage()
