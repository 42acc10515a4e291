"""Requests that Amazon did not send, or not like this: each with the reason for which it is to be refused."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from cryptography.hazmat.primitives.hashes import SHA1
from pretend_amazon import (
    NOW,
    SIGNER,
    URL,
    Amazon,
    Json,
    Sent,
    launch,
    skill_event,
    stamped,
)
from support.own_authority import Holder, pem, self_signed, sign

Forger = Callable[[Amazon], Sent]
Forgery = tuple[str, Forger]
"""How the reason ends, and who makes the request."""

S3 = "https://s3.amazonaws.com"
UNVERIFIED = "the certificate does not verify"
STRANGE = "holds characters that Amazon's never do"
OUTSIDE = "outside of Amazon's folder"
NO_BASE64 = "the signature is not base64"
NOT_SIGNED = "the signature is not of this body by this certificate"
NO_JSON = "the body is not JSON in UTF-8"
TOO_FAR = "the timestamp is too far from now"
OTHER_SKILL = "the request is for another skill"


def signed(content: Json | bytes) -> Forger:
    """Signed as it should be: only the content is wrong."""
    return lambda amazon: amazon.send(content)


def at_url(url: str) -> Forger:
    """All is well but the URL."""
    return lambda amazon: amazon.send(url=url)


def with_header(name: str, value: str | None) -> Forger:
    """One header changed, or left out."""

    def forge(amazon: Amazon) -> Sent:
        sent = amazon.send()
        headers = {key: text for key, text in sent.headers.items() if key != name}
        return Sent(headers if value is None else {**headers, name: value}, sent.body)

    return forge


def with_file(file: bytes | Exception) -> Forger:
    """The file with the certificates replaced."""

    def forge(amazon: Amazon) -> Sent:
        amazon.shelf.files[URL] = file
        return amazon.send()

    return forge


def with_certificates(choose: Callable[[Amazon], tuple[Holder, ...]]) -> Forger:
    """Other certificates in the file; the body is signed by the same key as ever."""
    return lambda amazon: with_file(pem(*choose(amazon)))(amazon)


def with_signer(**options: object) -> Forger:
    """Amazon's authority, but a signer with these options of ``Holder.vouch``."""
    return with_certificates(
        lambda amazon: (amazon.signer_with(**options), amazon.authority)  # type: ignore[arg-type]
    )


def changed_after_signing(amazon: Amazon) -> Sent:
    sent = amazon.send()
    return Sent(sent.headers, sent.body.replace(b"LaunchRequest", b"launchRequest"))


def only_the_old_signature(amazon: Amazon) -> Sent:
    body = amazon.send().body
    old = sign(body, amazon.keys.signer, SHA1())  # noqa: S303 - to be refused
    return Sent({"Signature": old, "SignatureCertChainUrl": URL}, body)


def old_signature_under_the_new_name(amazon: Amazon) -> Sent:
    body = amazon.send().body
    old = sign(body, amazon.keys.signer, SHA1())  # noqa: S303 - to be refused
    return with_header("Signature-256", old)(amazon)


def signature_of_another_body(amazon: Amazon) -> Sent:
    return Sent(amazon.send(stamped(1)).headers, amazon.send().body)


def signed_by_another_key(amazon: Amazon) -> Sent:
    return with_header("Signature-256", sign(amazon.send().body, amazon.keys.stranger))(amazon)


def trusted_by_another_root(amazon: Amazon) -> tuple[Holder, ...]:
    other = self_signed(amazon.keys.stranger, is_authority=True)
    return other.vouch(amazon.keys.signer, [SIGNER]), other


def signer_vouched_for_by_a_signer(amazon: Amazon) -> tuple[Holder, ...]:
    elsewhere = amazon.authority.vouch(amazon.keys.stranger, ["elsewhere.example"])
    return elsewhere.vouch(amazon.keys.signer, [SIGNER]), elsewhere, amazon.authority


def short_key(amazon: Amazon) -> Sent:
    sent = with_signer(key=amazon.keys.short)(amazon)
    return Sent({**sent.headers, "Signature-256": sign(sent.body, amazon.keys.short)}, sent.body)


def expired_authority(amazon: Amazon) -> tuple[Holder, ...]:
    ended = datetime(2026, 8, 3, 17, 59, tzinfo=UTC)
    authority = amazon.root.vouch(amazon.keys.authority, is_authority=True, ends=ended)
    return authority.vouch(amazon.keys.signer, [SIGNER]), authority


def without(*path: str) -> bytes:
    """A launch that lacks one thing."""
    envelope = launch()
    place = envelope
    for name in path[:-1]:
        place = place[name]
    del place[path[-1]]
    return json.dumps(envelope).encode()


def for_skill(context: object, session: object) -> Json:
    """A launch with these application ids."""
    envelope = launch()
    envelope["context"]["System"]["application"]["applicationId"] = context
    envelope["session"]["application"]["applicationId"] = session
    return envelope


def written(text: str, instead: str) -> bytes:
    """A launch with a piece of its JSON replaced."""
    body = json.dumps(launch())
    assert text in body
    return body.replace(text, instead, 1).encode()


OURS = "amzn1.ask.skill.OURS"
THEIRS = "amzn1.ask.skill.THEIRS"
A_MINUTE_AGO = datetime(2026, 8, 3, 17, 59, tzinfo=UTC)
IN_A_MINUTE = datetime(2026, 8, 3, 18, 1, tzinfo=UTC)

SIGNATURES: dict[str, Forgery] = {
    "the body was changed after signing": (NOT_SIGNED, changed_after_signing),
    "only the SHA-1 signature is there": ("Signature-256 is missing", only_the_old_signature),
    "a SHA-1 signature under the new name": (NOT_SIGNED, old_signature_under_the_new_name),
    "the signature is of another body": (NOT_SIGNED, signature_of_another_body),
    "the signature is by another key": (NOT_SIGNED, signed_by_another_key),
    "the signature is missing": ("Signature-256 is missing", with_header("Signature-256", None)),
    "the signature is empty": ("Signature-256 is missing", with_header("Signature-256", "")),
    "the signature is no base64": (NO_BASE64, with_header("Signature-256", "!not*base64!")),
    "the signature has bad padding": (NO_BASE64, with_header("Signature-256", "abc")),
    "the signature has loose bits": (NO_BASE64, with_header("Signature-256", "YR==")),
    "the signature is not ASCII": (NO_BASE64, with_header("Signature-256", "Ã¼Ã¼Ã¼Ã¼")),
    "the signature is short": (NOT_SIGNED, with_header("Signature-256", "YQ==")),
    "the signature is very long": ("is too long", with_header("Signature-256", "A" * 100_000)),
    "the URL is missing": ("Url is missing", with_header("SignatureCertChainUrl", None)),
    "the URL is empty": ("Url is missing", with_header("SignatureCertChainUrl", "")),
    "the URL is very long": ("is too long", at_url(URL + "a" * 100_000)),
}

URLS: dict[str, Forgery] = {
    "http": ("is not https", at_url(URL.replace("https", "http"))),
    "no scheme": ("is not https", at_url("//s3.amazonaws.com/echo.api/x.pem")),
    "a file": ("is not https", at_url("file:///echo.api/x.pem")),
    "another host": ("another host", at_url("https://evil.example/echo.api/x.pem")),
    "Amazon's host as a prefix": (
        "another host",
        at_url("https://s3.amazonaws.com.evil.example/echo.api/x.pem"),
    ),
    "Amazon's host as a suffix": (
        "another host",
        at_url("https://evils3.amazonaws.com/echo.api/x.pem"),
    ),
    "a bucket as a host": ("another host", at_url("https://evil.s3.amazonaws.com/echo.api/x.pem")),
    "no host": ("another host", at_url("https:///echo.api/x.pem")),
    "Amazon's host as a user": (STRANGE, at_url(f"{S3}@evil.example/echo.api/x.pem")),
    "a user": (STRANGE, at_url("https://user:word@s3.amazonaws.com/echo.api/x.pem")),
    "port 563": ("on another port", at_url(f"{S3}:563/echo.api/x.pem")),
    "port 0": ("on another port", at_url(f"{S3}:0/echo.api/x.pem")),
    "a port in letters": ("no port that could be", at_url(f"{S3}:abc/echo.api/x.pem")),
    "a port too large": ("no port that could be", at_url(f"{S3}:65979/echo.api/x.pem")),
    "out of the folder": (OUTSIDE, at_url(f"{S3}/echo.api/../evil/x.pem")),
    "out of the folder, encoded": (OUTSIDE, at_url(f"{S3}/echo.api/%2e%2E/evil/x.pem")),
    "out of the folder, slashes too": (OUTSIDE, at_url(f"{S3}/echo.api%2f..%2fevil/x.pem")),
    "out of the folder, encoded twice": (
        "path with strange characters, or none",
        at_url(f"{S3}/echo.api/%252e%252e/evil/x.pem"),
    ),
    "out of the folder, by backslash": (STRANGE, at_url(f"{S3}/echo.api/..\\evil/x.pem")),
    "out of the folder, by encoded backslash": (
        "path with strange characters, or none",
        at_url(f"{S3}/echo.api/..%5cevil/x.pem"),
    ),
    "a path of another case": (OUTSIDE, at_url(f"{S3}/EcHo.aPi/x.pem")),
    "another path": (OUTSIDE, at_url(f"{S3}/evil/x.pem")),
    "a path that begins alike": (OUTSIDE, at_url(f"{S3}/echo.api.evil/x.pem")),
    "two slashes before the path": (OUTSIDE, at_url(f"{S3}//echo.api/x.pem")),
    "the folder itself": (OUTSIDE, at_url(f"{S3}/echo.api/")),
    "no path": ("path with strange characters, or none", at_url(S3)),
    "a question behind the path": (STRANGE, at_url(f"{URL}?versionId=1")),
    "a fragment": (STRANGE, at_url(f"{URL}#x")),
    "an encoded null": (
        "path with strange characters, or none",
        at_url(f"{S3}/echo.api/x%00.pem"),
    ),
    "a space": (STRANGE, at_url(f"{S3}/echo.api/x .pem")),
    "not ASCII": (STRANGE, at_url(f"{S3}/echo.api/Ã¼.pem")),
    "brackets": (STRANGE, at_url("https://[s3.amazonaws.com]/echo.api/x.pem")),
}

CERTIFICATES: dict[str, Forgery] = {
    "another name": (UNVERIFIED, with_signer(names=["evil.example"])),
    "a name that holds Amazon's": (UNVERIFIED, with_signer(names=[f"{SIGNER}.evil.example"])),
    "a wildcard alone": (
        "the certificate names its signer by a wildcard",
        with_signer(names=["*.amazon.com"]),
    ),
    "no name": (UNVERIFIED, with_signer(names=None)),
    "expired": (UNVERIFIED, with_signer(ends=A_MINUTE_AGO)),
    "not yet valid": (UNVERIFIED, with_signer(begins=IN_A_MINUTE)),
    "an expired authority": (UNVERIFIED, with_certificates(expired_authority)),
    "signed by itself": (
        UNVERIFIED,
        with_certificates(lambda amazon: (self_signed(amazon.keys.signer, [SIGNER]),)),
    ),
    "no authority in between": (UNVERIFIED, with_certificates(lambda amazon: (amazon.signer,))),
    "the authority before the signer": (
        UNVERIFIED,
        with_certificates(lambda amazon: (amazon.authority, amazon.signer)),
    ),
    "another root": (UNVERIFIED, with_certificates(trusted_by_another_root)),
    "vouched for by a mere signer": (
        UNVERIFIED,
        with_certificates(signer_vouched_for_by_a_signer),
    ),
    "a key of 1024 bits": (
        "the certificate's key is too short",
        short_key,
    ),
    "a key that is no RSA": (
        "the certificate's key is not RSA",
        lambda amazon: with_signer(key=amazon.keys.curve)(amazon),
    ),
    "junk in the file": (UNVERIFIED, with_file(b"\x00\xff junk")),
    "junk in a certificate's place": (
        UNVERIFIED,
        with_file(b"-----BEGIN CERTIFICATE-----\nanVuaw==\n-----END CERTIFICATE-----\n"),
    ),
    "an empty file": (UNVERIFIED, with_file(b"")),
    "a download that fails": (
        "the certificate cannot be fetched: ConnectionRefusedError",
        with_file(ConnectionRefusedError("secret of the house")),
    ),
    "a download that fails strangely": (
        "the certificate cannot be fetched: KeyError",
        with_file(KeyError("secret of the house")),
    ),
}

BODIES: dict[str, Forgery] = {
    "empty": (NO_JSON, signed(b"")),
    "text": (NO_JSON, signed(b"hello")),
    "cut short": (NO_JSON, signed(json.dumps(launch()).encode()[:-1])),
    "not UTF-8": (NO_JSON, signed(b'{"request": "\xff"}')),
    "UTF-16": (NO_JSON, signed(json.dumps(launch()).encode("utf-16"))),
    "UTF-16 without a mark": (NO_JSON, signed(json.dumps(launch()).encode("utf-16-le"))),
    "UTF-32": (NO_JSON, signed(json.dumps(launch()).encode("utf-32"))),
    "a byte order mark": (NO_JSON, signed(b"\xef\xbb\xbf" + json.dumps(launch()).encode())),
    "NaN": (NO_JSON, signed(written('"attributes": {}', '"attributes": {"a": NaN}'))),
    "infinity": (NO_JSON, signed(written('"attributes": {}', '"attributes": {"a": -Infinity}'))),
    "a name given twice": (NO_JSON, signed(written('"version"', '"version": "2.0", "version"'))),
    "an integer of 10,000 digits": (NO_JSON, signed(b'{"request": ' + b"9" * 10_000 + b"}")),
    "nested 100,000 deep": (NO_JSON, signed(b"[" * 100_000)),
    "an array": ("not a JSON object", signed(json.dumps([launch()]).encode())),
    "null": ("not a JSON object", signed(b"null")),
    "an empty object": ("no timestamp", signed({})),
    "a request that is an array": ("no timestamp", signed({**launch(), "request": [1]})),
    "no timestamp": ("no timestamp", signed(without("request", "timestamp"))),
    "a number as timestamp": ("no timestamp", signed(launch(timestamp=NOW.timestamp()))),
    "a list as timestamp": ("no timestamp", signed(launch(timestamp=[NOW.isoformat()]))),
    "junk as timestamp": ("not ISO 8601", signed(launch(timestamp="soon"))),
    "an empty timestamp": ("not ISO 8601", signed(launch(timestamp=""))),
    "half a character as timestamp": ("not ISO 8601", signed(launch(timestamp="\ud800"))),
    "a timestamp without a zone": ("has no zone", signed(launch(timestamp="2026-08-03T18:00:00"))),
    "a date as timestamp": ("has no zone", signed(launch(timestamp="2026-08-03"))),
    "151 s old": (TOO_FAR, signed(stamped(-151))),
    "151 s ahead": (TOO_FAR, signed(stamped(151))),
    "the first moment there is": (
        TOO_FAR,
        signed(launch(timestamp="0001-01-01T00:00:00+23:59")),
    ),
    "the last moment there is": (
        TOO_FAR,
        signed(launch(timestamp="9999-12-31T23:59:59-23:59")),
    ),
    "a skill event 3601 s old": (TOO_FAR, signed(skill_event(3601))),
    "a skill event 151 s ahead": (TOO_FAR, signed(skill_event(-151))),
    "an old request of no type": (TOO_FAR, signed({**stamped(-151), "type": 1})),
    "for another skill": (OTHER_SKILL, signed(for_skill(THEIRS, OURS))),
    "for a skill of another case": (OTHER_SKILL, signed(for_skill(OURS.lower(), OURS))),
    "for a list of skills": (OTHER_SKILL, signed(for_skill([OURS], OURS))),
    "no application": (OTHER_SKILL, signed(without("context", "System", "application"))),
    "no context": (OTHER_SKILL, signed(without("context"))),
    "a session of another skill": ("session is of another", signed(for_skill(OURS, THEIRS))),
    "a session of no skill": (
        "session is of another",
        signed(without("session", "application")),
    ),
}

FORGERIES = {
    f"{table}: {name}": forgery
    for table, forgeries in {
        "signature": SIGNATURES,
        "URL": URLS,
        "certificates": CERTIFICATES,
        "body": BODIES,
    }.items()
    for name, forgery in forgeries.items()
}
