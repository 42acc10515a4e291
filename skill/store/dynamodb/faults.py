"""What can go wrong between us and the table: each with what it means and what to do about it.

The names are AWS's (Amazon DynamoDB API Reference: Common Errors, and the errors of each action). A message of
AWS's is never repeated: it may hold keys of items, or the token that a request was signed with.
"""

import re
import ssl
from dataclasses import dataclass
from http.client import HTTPException, IncompleteRead
from socket import gaierror
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """A ``problem`` and its ``remedy``, in which {region} and {host} may stand.

    ``passing`` is one that may be gone at the next try.
    """

    problem: str
    remedy: str
    passing: bool = False


class Failed(Exception):
    """A try failed. ``at_once`` where the next may follow without a pause: its cause is already gone."""

    def __init__(self, fault: Fault, *, at_once: bool = False) -> None:
        super().__init__(fault)
        self.fault = fault
        self.at_once = at_once


class Refused(Exception):
    """The table refused a write in a way that its caller expects and handles. ``said`` is AWS's whole answer."""

    def __init__(self, name: str, said: dict[str, Any]) -> None:
        super().__init__(name)
        self.name = name
        self.said = said


_NEW_KEYS = (
    "set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN again,"
    " as from: aws configure export-credentials --format env"
)
_ALLOW = "allow its role dynamodb:GetItem, PutItem, UpdateItem, DeleteItem and Query on the table"
_UNREADABLE = Fault("AWS cannot read the signature", _NEW_KEYS)
_UNKNOWN_KEY = Fault("AWS does not know the access key in {region}", _NEW_KEYS)
_EXPIRED = Fault("the session token has expired", _NEW_KEYS)
_DENIED = Fault("the identity may not do this", _ALLOW)
_THROTTLED = Fault("AWS throttles us", "lower the load, or have the account's limits raised", True)
_DOWN = Fault("DynamoDB itself has failed", "wait; see AWS's health page for {region}", True)
_CONFLICT = Fault("other writers kept the athlete busy", "try again", True)

FAULTS = {
    "ResourceNotFoundException": Fault(
        "there is no such table in {region}",
        "make it with stride store create, or name the region that has it",
    ),
    "UnrecognizedClientException": _UNKNOWN_KEY,
    "InvalidClientTokenId": _UNKNOWN_KEY,
    "MissingAuthenticationTokenException": _UNREADABLE,
    "MissingAuthenticationToken": _UNREADABLE,
    "IncompleteSignatureException": _UNREADABLE,
    "IncompleteSignature": _UNREADABLE,
    "InvalidSignatureException": Fault(
        "AWS refuses the signature",
        "check AWS_SECRET_ACCESS_KEY, the region {region} and this machine's clock",
    ),
    "RequestExpired": Fault("AWS takes the request for an old one", "set this machine's clock"),
    "ExpiredTokenException": _EXPIRED,
    "ExpiredToken": _EXPIRED,
    "AccessDeniedException": _DENIED,
    "AccessDenied": _DENIED,
    "ProvisionedThroughputExceededException": Fault(
        "the table's capacity is used up", "raise it, or switch the table to on-demand", True
    ),
    "ThrottlingException": _THROTTLED,
    "Throttling": _THROTTLED,
    "RequestLimitExceeded": _THROTTLED,
    "InternalServerError": _DOWN,
    "InternalFailure": _DOWN,
    "ServiceUnavailable": _DOWN,
    "TransactionConflictException": _CONFLICT,
    "TransactionInProgressException": _CONFLICT,
    "ValidationException": Fault(
        "the table does not take our items",
        "make another with stride store create: its keys are athlete (S) and aside (N)",
    ),
}

SKEWED = frozenset({"InvalidSignatureException", "RequestExpired"})
"""What AWS says to a request whose time is not its own."""

OUTDATED = frozenset({"ExpiredTokenException", "ExpiredToken"})
"""What AWS says to keys that were good once."""

GARBAGE = Fault(
    "the answer is not one of DynamoDB's", "check the endpoint {host} and what lies between", True
)

_PASSING_REASONS = {
    "TransactionConflict": _CONFLICT,
    "ThrottlingError": _THROTTLED,
    "ProvisionedThroughputExceeded": FAULTS["ProvisionedThroughputExceededException"],
}
_NAME = re.compile(r"[A-Za-z]{1,80}")


def fault_named(name: str, status: int, said: dict[str, Any]) -> Fault:
    """The fault that an answer means, by its name and HTTP status."""
    for code in cancellations(said):
        if code in _PASSING_REASONS:
            return _PASSING_REASONS[code]
    if name in FAULTS:
        return FAULTS[name]
    if status >= 500:
        return _DOWN
    if _NAME.fullmatch(name) is None:
        return GARBAGE
    return Fault(f"DynamoDB answers {name}", "look it up in the DynamoDB API Reference")


def cancellations(said: dict[str, Any]) -> list[str]:
    """Why a transaction was cancelled: a code for each of its items, "None" where it was not to blame."""
    reasons = said.get("CancellationReasons")
    return [str(reason.get("Code")) for reason in reasons] if isinstance(reasons, list) else []


_DROPPED = Fault("the connection was cut", "check what lies between us and {host}", True)

_BY_ERROR: tuple[tuple[type[Exception], Fault], ...] = (  # the first that fits
    (
        ssl.SSLCertVerificationError,
        Fault(
            "the certificate of {host} is not trusted",
            "check this machine's clock and CA certificates, and that nothing reads along",
        ),
    ),
    (ssl.SSLEOFError, _DROPPED),
    (ssl.SSLError, Fault("{host} does not speak TLS as we do", "write http:// if it has none")),
    (gaierror, Fault("{host} cannot be found", "check the region and the network", True)),
    (
        ConnectionRefusedError,
        Fault("nobody listens at {host}", "start the server there, or check the endpoint", True),
    ),
    (
        TimeoutError,
        Fault(
            "{host} did not answer in time",
            "check the way there: security groups, VPC endpoint, proxy",
            True,
        ),
    ),
    (ConnectionError, _DROPPED),
    (IncompleteRead, _DROPPED),
    (HTTPException, GARBAGE),
    (OSError, Fault("there is no way to {host}", "check this machine's network", True)),
)


def fault_of(error: Exception) -> Fault:
    """The fault that an error of a connection means."""
    return next(fault for kind, fault in _BY_ERROR if isinstance(error, kind))
