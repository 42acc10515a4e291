"""Which table a URL means, where it is, and how long it keeps what nobody comes back for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from skill.errors import SettingsError

KEEP_DAYS = 730
"""Two years after an athlete's last save, if the URL says nothing else."""

FORM = "dynamodb://table?region=eu-west-1"

_SCHEME = "dynamodb"
_MOST_DAYS = 36_500
# Amazon DynamoDB: Naming Rules.
_TABLE = re.compile(r"[A-Za-z0-9_.-]{3,255}")
_REGION = re.compile(r"(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*")
_LABEL = r"[A-Za-z0-9_-]{1,63}"
_PORT = r"6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3}"
_ENDPOINT = re.compile(rf"https?://({_LABEL}(\.{_LABEL})*|\[[0-9a-fA-F:.]+\])(:({_PORT}))?/?")


@dataclass(frozen=True, slots=True)
class Location:
    """A table at an endpoint, an ``http`` or ``https`` URL of a host and perhaps a port.

    ``keep_days`` is how long an item is kept after it was last written; 0: for ever.
    """

    table: str
    region: str
    endpoint: str
    keep_days: int = KEEP_DAYS

    def __str__(self) -> str:
        return f"{_SCHEME}://{self.table}"


def read_location(url: str, environment: Mapping[str, str]) -> Location:
    """The table that ``dynamodb://table?region=…&endpoint=…&keep_days=…`` means.

    All parameters may be left out; the region is then the environment's ``AWS_REGION`` or
    ``AWS_DEFAULT_REGION``, and the endpoint Amazon's own in that region.

    Raises:
        SettingsError: the URL means no table, or nothing names a region.
    """
    parts = _split(url)
    if _TABLE.fullmatch(parts.netloc) is None or parts.path not in ("", "/") or parts.fragment:
        raise _wrong(url, f"write {FORM}: a table's name has 3 to 255 of A-Z a-z 0-9 _ . -")
    given = _read_parameters(url, parts.query)
    region = given["region"] if "region" in given else _region_of(environment)
    if _REGION.fullmatch(region) is None:
        raise _wrong(url, f"name a region as AWS does: {FORM}")
    endpoint = given.get("endpoint")
    return Location(
        table=parts.netloc,
        region=region,
        endpoint=_amazons(region) if endpoint is None else _read_endpoint(url, endpoint),
        keep_days=_read_days(url, given.get("keep_days", str(KEEP_DAYS))),
    )


def _wrong(url: str, remedy: str) -> SettingsError:
    return SettingsError("the store", url, remedy)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _wrong(url, f"write {FORM}") from error
    if parts.scheme != _SCHEME:
        raise _wrong(url, f"write {FORM}")
    return parts


def _read_parameters(url: str, query: str) -> dict[str, str]:
    known: dict[str, Any] = dict.fromkeys(("region", "endpoint", "keep_days"))
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True) if query else []
    except ValueError as error:
        raise _wrong(url, f"write its parameters as in {FORM}") from error
    given = dict(pairs)
    if len(given) < len(pairs) or not given.keys() <= known.keys():
        raise _wrong(url, f"the parameters are {', '.join(known)}, each once")
    return given


def _region_of(environment: Mapping[str, str]) -> str:
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
    if not region:
        raise SettingsError("AWS_REGION", "", f"set it to the table's region, or write {FORM}")
    return region


def _amazons(region: str) -> str:
    # AWS General Reference: Amazon DynamoDB endpoints.
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"https://dynamodb.{region}.{domain}"


def _read_endpoint(url: str, endpoint: str) -> str:
    if _ENDPOINT.fullmatch(endpoint) is None:
        remedy = "write the endpoint as http://127.0.0.1:8000: scheme, host and port alone"
        raise _wrong(url, remedy)
    return endpoint.rstrip("/")


def _read_days(url: str, days: str) -> int:
    if not (days.isascii() and days.isdigit() and len(days) < 6 and int(days) <= _MOST_DAYS):
        raise _wrong(url, f"keep_days is a whole number from 0 (for ever) to {_MOST_DAYS}")
    return int(days)
