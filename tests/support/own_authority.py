"""Certificates of our own making, as Amazon's are made: a root, an authority below it, a signer below that."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256

Key = RSAPrivateKey | EllipticCurvePrivateKey

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
ENDS = datetime(2027, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Holder:
    """A certificate, and the key that it is about."""

    certificate: x509.Certificate
    key: Key

    def vouch(
        self,
        key: Key,
        names: Sequence[str] | None = None,
        *,
        is_authority: bool = False,
        begins: datetime = BEGINS,
        ends: datetime = ENDS,
    ) -> "Holder":
        """Make a certificate for ``key``; ``names`` None leaves its alternative names out."""
        return Holder(_certificate(key, self, names, is_authority, begins, ends), key)


def self_signed(
    key: Key, names: Sequence[str] | None = None, *, is_authority: bool = False
) -> Holder:
    """A certificate that nobody but its own key vouches for."""
    return Holder(_certificate(key, None, names, is_authority, BEGINS, ENDS), key)


def pem(*holders: Holder) -> bytes:
    """The certificates in one file, in this order."""
    return b"".join(
        holder.certificate.public_bytes(serialization.Encoding.PEM) for holder in holders
    )


def key_pem(key: Key) -> bytes:
    """A key, to be read by a server."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def sign(body: bytes, key: RSAPrivateKey, digest: SHA1 | SHA256 | None = None) -> str:
    """The signature of a body as a header carries it; SHA-256 by default."""
    return b64encode(key.sign(body, PKCS1v15(), digest or SHA256())).decode()


def _certificate(
    key: Key,
    issuer: Holder | None,
    names: Sequence[str] | None,
    is_authority: bool,
    begins: datetime,
    ends: datetime,
) -> x509.Certificate:
    public = key.public_key()
    subject_id = x509.SubjectKeyIdentifier.from_public_key(public)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, subject_id.digest.hex())])
    if issuer is None:
        issuer_name, issuer_key, issuer_id = subject, key, subject_id.digest
    else:
        issuer_name, issuer_key = issuer.certificate.subject, issuer.key
        extensions = issuer.certificate.extensions
        issuer_id = extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer_name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority), critical=True)
        .add_extension(subject_id, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier(issuer_id, None, None), critical=False)
    )
    if names is not None:
        alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        builder = builder.add_extension(alternatives, critical=False)
    return builder.sign(issuer_key, SHA256())


def _usage(is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
