"""The settings of a build, read from the environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from skill.errors import SettingsError

RUNTIME = "3.13"
"""The Python of AWS Lambda that is packaged for where nothing else is said; Amazon keeps it until June 2029."""

OLDEST_MINOR = 11
"""The project's code needs Python 3.11."""

_RUNTIME = re.compile(r"(?:python)?(3\.(\d{1,3}))")
_LAMBDA = re.compile(
    r"arn:aws:lambda:[a-z]{2}(?:-[a-z]+)+-\d:\d{12}:function:[\w-]{1,64}(?::[\w-]+)?"
)


@dataclass(frozen=True, slots=True)
class PackageSettings:
    """One build.

    ``runtime`` is a Python such as "3.13". ``endpoint`` is where Alexa sends requests: the ARN of a function or
    an HTTPS URL, or "" while it is not known. ``privacy_url`` is where the privacy policy can be read, or "".
    """

    runtime: str = RUNTIME
    endpoint: str = ""
    privacy_url: str = ""


def read_package_settings(environment: Mapping[str, str]) -> PackageSettings:
    """Settings from ``PYTHON_RUNTIME``, ``STRIDE_ENDPOINT`` and ``STRIDE_PRIVACY_URL``.

    Raises:
        SettingsError: one of them is none.
    """
    return PackageSettings(
        runtime=_runtime(environment.get("PYTHON_RUNTIME") or RUNTIME),
        endpoint=_endpoint(environment.get("STRIDE_ENDPOINT", "")),
        privacy_url=_privacy_url(environment.get("STRIDE_PRIVACY_URL", "")),
    )


def _runtime(value: str) -> str:
    found = _RUNTIME.fullmatch(value)
    if found is None or int(found[2]) < OLDEST_MINOR:
        remedy = f"name a Python of AWS Lambda from 3.{OLDEST_MINOR} on, such as {RUNTIME}"
        raise SettingsError("PYTHON_RUNTIME", value, remedy)
    return found[1]


def _endpoint(value: str) -> str:
    if value and not _LAMBDA.fullmatch(value) and not _is_web_address(value, ports=(None, 443)):
        remedy = (
            "give the ARN of the function, arn:aws:lambda:…:function:…, or an address that begins with "
            "https:// and is served on port 443"
        )
        raise SettingsError("STRIDE_ENDPOINT", value, remedy)
    return value


def _privacy_url(value: str) -> str:
    if value and not _is_web_address(value):
        remedy = "give the address of a page, beginning with https://"
        raise SettingsError("STRIDE_PRIVACY_URL", value, remedy)
    return value


def _is_web_address(value: str, ports: tuple[int | None, ...] = ()) -> bool:
    """Whether it is an https address without a name and password, on one of the ports (any, if none is given)."""
    if not (value.isascii() and value.isprintable()) or set(value) & set(' "<>\\^`{|}'):
        return False
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    served = parts.scheme == "https" and "." in (parts.hostname or "") and "@" not in parts.netloc
    return served and (not ports or port in ports)
