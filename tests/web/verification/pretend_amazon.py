"""Amazon as a skill's server sees it: signed requests, and certificates at a URL."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from types import MappingProxyType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.verification import Store
from support.own_authority import Holder, Key, pem, self_signed, sign

from skill.echo.envelope import Envelopes, Identity, OpenSession
from skill.web.verification import CertificateChains, RequestVerifier

Json = dict[str, Any]

NOW = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
SKILL_ID = "amzn1.ask.skill.OURS"
SIGNER = "echo-api.amazon.com"
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"

NOTHING: Mapping[str, object] = MappingProxyType({})

File = bytes | Exception | Callable[[], bytes]


@dataclass(frozen=True)
class Keys:
    """Keys, made once: to make them takes longer than all the rest."""

    root: RSAPrivateKey
    authority: RSAPrivateKey
    signer: RSAPrivateKey
    stranger: RSAPrivateKey
    short: RSAPrivateKey
    curve: EllipticCurvePrivateKey


@dataclass(frozen=True)
class Sent:
    """A request on its way."""

    headers: dict[str, str]
    body: bytes


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


class Shelf:
    """What can be downloaded, by URL, and what was asked for."""

    def __init__(self) -> None:
        self.files: dict[str, File] = {}
        self.asked: list[str] = []
        self._lock = Lock()

    def __call__(self, url: str) -> bytes:
        with self._lock:
            self.asked.append(url)
        file = self.files.get(url, OSError("nothing there"))
        if isinstance(file, Exception):
            raise file
        return file if isinstance(file, bytes) else file()


@dataclass
class Amazon:
    """Signs requests with the key of the certificate on its shelf."""

    keys: Keys
    shelf: Shelf = field(default_factory=Shelf)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.root = self_signed(self.keys.root, is_authority=True)
        self.authority = self.root.vouch(self.keys.authority, is_authority=True)
        self.signer = self.authority.vouch(self.keys.signer, [SIGNER])
        self.publish(self.signer, self.authority)

    def publish(self, *holders: Holder, url: str = URL) -> None:
        """Put certificates on the shelf."""
        self.shelf.files[url] = pem(*holders)

    def signer_with(self, key: Key | None = None, **options: Any) -> Holder:
        """A signer that the authority vouches for, with options of ``Holder.vouch``."""
        return self.authority.vouch(key or self.keys.signer, **({"names": [SIGNER]} | options))

    def roots(self) -> Store:
        """The roots to trust: only our own."""
        return Store([self.root.certificate])

    def chains(self, **options: float) -> CertificateChains:
        """Chains from the shelf."""
        return CertificateChains(self.shelf, self.roots, **options)

    def verifier(self, **options: float) -> RequestVerifier:
        """A verifier of our skill that has seen nothing yet."""
        return RequestVerifier(SKILL_ID, self.clock, chains=self.chains(**options))

    def send(self, content: Json | bytes | None = None, *, url: str = URL) -> Sent:
        """Sign a body; a launch by default."""
        content = launch() if content is None else content
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return Sent(
            {"Signature-256": sign(body, self.keys.signer), "SignatureCertChainUrl": url}, body
        )


def launch(**changed: object) -> Json:
    """The skill is opened; ``changed`` are fields of the request, those that are None left out."""
    return request({"type": "LaunchRequest"}, changed)


def skill_event(age_s: float) -> Json:
    """The skill was enabled some time ago."""
    stamp = (NOW - timedelta(seconds=age_s)).isoformat()
    return request({"type": "AlexaSkillEvent.SkillEnabled"}, {"timestamp": stamp}, in_session=False)


def request(
    kind: Json, changed: Mapping[str, object] = NOTHING, *, in_session: bool = True
) -> Json:
    """The envelope around a request as Amazon writes it."""
    identity = Identity(SKILL_ID, "amzn1.ask.account.A", "amzn1.ask.device.D", "en-US", {})
    session = OpenSession("amzn1.echo-api.session.1") if in_session else None
    envelope = Envelopes(identity).wrap(kind, session, NOW)
    fields = {**envelope["request"], **changed}
    envelope["request"] = {name: value for name, value in fields.items() if value is not None}
    return envelope


def stamped(seconds: float) -> Json:
    """A launch whose time is so many seconds after now."""
    return launch(timestamp=(NOW + timedelta(seconds=seconds)).isoformat())
