"""Amazon's endpoints speak TLS: with a certificate that this machine trusts, or not at all."""

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from dynamodb_calls import Time, client_of
from support.scripted_server import ScriptedServer, says, serving

from skill.errors import StoreUnavailable


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "certificate.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def server(certificate: Path) -> Iterator[ScriptedServer]:
    """A server that speaks TLS and nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(says({}), context) as server:
        yield server


def test_a_server_with_a_trusted_certificate_is_talked_to(
    server: ScriptedServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with closing(client_of(server.endpoint, Time())) as client:
        for _ in range(3):
            assert client.call("GetItem", {}, client.deadline()) == {}
    assert server.connections == 1


def test_a_server_that_is_not_trusted_hears_nothing(server: ScriptedServer) -> None:
    with (
        closing(client_of(server.endpoint, Time())) as client,
        pytest.raises(
            StoreUnavailable, match=r"certificate of 127\..* is not trusted; check .*clock"
        ),
    ):
        client.call("GetItem", {}, client.deadline())
    assert server.heard == []


def test_a_server_without_tls_is_told() -> None:
    def refuse() -> None:
        link, _ = listener.accept()
        with link:
            link.sendall(b"HTTP/1.1 400 So\r\n\r\n")
            link.recv(65536)

    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
        pool.submit(refuse)
        endpoint = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with (
            closing(client_of(endpoint, Time())) as client,
            pytest.raises(StoreUnavailable, match="does not speak TLS as we do; write http://"),
        ):
            client.call("GetItem", {}, client.deadline())
