"""Who we are to AWS: keys from the environment, or from the endpoint that a container is given.

A function with SnapStart, a task and a pod have an endpoint instead of keys, since keys in an image would
outlive it (AWS Lambda: Activating and managing Lambda SnapStart; AWS SDKs: Container credential provider).
"""

import json
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from skill.store.dynamodb.faults import Failed, Fault
from skill.store.dynamodb.sigv4 import Credentials
from skill.store.dynamodb.wire import Deadline, HttpAnswer, Link

logger = logging.getLogger(__name__)

RENEW_BEFORE_S = 300.0
"""Keys that expire are fetched again this long before they do."""

_RELATIVE_TO = "http://169.254.170.2"
# Besides this machine itself, where plain HTTP may carry keys: the agents of ECS and of EKS.
_AGENTS = {"169.254.170.2", "169.254.170.23", "fd00:ec2::23"}

_NONE = Fault(
    "there are no credentials",
    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; on your own machine:"
    ' eval "$(aws configure export-credentials --format env)"',
)
_BROKEN = Fault(
    "the credentials hold something that keys never do, such as a line break",
    "copy AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN again",
)
_FOREIGN = Fault(
    "the address for credentials is neither https nor one of AWS's own",
    "correct AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
_NO_TOKEN = Fault(
    "the file of the token for credentials cannot be read",
    "correct AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
)
_UNREADABLE = Fault(
    "the address for credentials gives none",
    "check the function's or task's role, and AWS_CONTAINER_CREDENTIALS_FULL_URI",
    passing=True,
)


@dataclass(frozen=True, slots=True)
class _Lent:
    """Keys and when they end, in seconds since 1970."""

    credentials: Credentials
    ends: float


class CredentialSource:
    """The keys that an environment gives or points to; any thread may ask."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._lock = Lock()
        self._lent: _Lent | None = None

    def get(self, now: float, deadline: Deadline) -> Credentials:
        """The keys to use at ``now``, in seconds since 1970.

        Raises:
            Failed: there are none, or they cannot be fetched.
        """
        own = self._own()
        if own is not None:
            return own
        url = self._url()
        if not self._lock.acquire(timeout=max(0, deadline.left())):
            raise Failed(_UNREADABLE)
        try:
            return self._lend(url, now, deadline)
        finally:
            self._lock.release()

    def outdated(self, credentials: Credentials) -> bool:
        """Forget keys that AWS no longer takes; whether there can be others."""
        if self._own() is not None:
            return False
        with self._lock:
            if self._lent is not None and self._lent.credentials == credentials:
                self._lent = None
        return True

    def _own(self) -> Credentials | None:
        """The environment's own keys, which nobody renews."""
        value = self._environment.get
        key_id, secret = value("AWS_ACCESS_KEY_ID"), value("AWS_SECRET_ACCESS_KEY")
        if not (key_id and secret):
            return None
        return _credentials(key_id, secret, value("AWS_SESSION_TOKEN"), _BROKEN)

    def _url(self) -> str:
        value = self._environment.get
        relative = value("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        url = (
            f"{_RELATIVE_TO}{relative}" if relative else value("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        )
        if not url:
            raise Failed(_NONE)
        try:
            parts = urlsplit(url)
            plain = parts.scheme == "http" and _may_be_plain(parts.hostname or "")
            trusted = plain or parts.scheme == "https"
        except ValueError:
            trusted = False
        if not trusted:
            raise Failed(_FOREIGN)
        return url

    def _lend(self, url: str, now: float, deadline: Deadline) -> Credentials:
        lent = self._lent
        if lent is not None and now < lent.ends - RENEW_BEFORE_S:
            return lent.credentials
        try:
            self._lent = self._fetch_new(url, deadline)
        except Failed as failed:
            if lent is None or now >= lent.ends:
                raise
            logger.warning("going on with the keys that are left: %s", failed.fault.problem)
            return lent.credentials
        return self._lent.credentials

    def _fetch_new(self, url: str, deadline: Deadline) -> _Lent:
        token = self._token()
        try:
            answer = _fetch(url, {"Authorization": token} if token else {}, deadline)
        except (OSError, HTTPException, ValueError) as error:
            raise Failed(_UNREADABLE) from error
        try:
            if answer.status != 200:
                raise ValueError(answer.status)
            given = json.loads(answer.body)
            keys = (given["AccessKeyId"], given["SecretAccessKey"], given.get("Token"))
            ends = datetime.fromisoformat(given["Expiration"]).timestamp()
            return _Lent(_credentials(*keys, _UNREADABLE), ends)
        # What was wrong is not passed on: it may hold the keys.
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Failed(_UNREADABLE) from None

    def _token(self) -> str:
        file = self._environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
        if not file:
            return self._environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN", "")
        try:
            return Path(file).read_text("utf-8").strip()
        except (OSError, ValueError):
            raise Failed(_NO_TOKEN) from None


def _fetch(url: str, headers: Mapping[str, str], deadline: Deadline) -> HttpAnswer:
    """Get a URL on a connection of its own."""
    parts = urlsplit(url)
    context = ssl.create_default_context() if parts.scheme == "https" else None
    link = Link(f"{parts.scheme}://{parts.netloc}", context)
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    try:
        return link.exchange("GET", target, headers, b"", deadline.limit)
    finally:
        link.close()


def _credentials(key_id: str, secret: str, token: str | None, otherwise: Fault) -> Credentials:
    credentials = Credentials(key_id, secret, token or "")
    for value in (credentials.key_id, credentials.secret, credentials.token):
        if not (value.isascii() and value.isprintable()):
            raise Failed(otherwise)
    return credentials


def _may_be_plain(host: str) -> bool:
    if host in _AGENTS or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
