"""AWS's signature, version 4, for a JSON call: a POST to "/" with a few headers.

Source: AWS General Reference, Create a signed AWS API request. No server for tests checks a signature, so the
tests compare it, byte for byte, with botocore's.
"""

import hashlib
import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The keys of an AWS identity; ``token`` is "" for keys without an end."""

    key_id: str
    secret: str = field(repr=False)
    token: str = field(default="", repr=False)


def signed(
    headers: Mapping[str, str],
    body: bytes,
    credentials: Credentials,
    region: str,
    at: float,
    service: str = "dynamodb",
) -> dict[str, str]:
    """The headers of a POST to "/" with those that sign it at ``at``, in seconds since 1970.

    ``headers`` must name the host; all of them are signed.
    """
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(at))
    headers = {**headers, "X-Amz-Date": stamp}
    if credentials.token:
        headers["X-Amz-Security-Token"] = credentials.token
    lines = sorted((name.lower(), " ".join(value.split())) for name, value in headers.items())
    names = ";".join(name for name, _ in lines)
    canonical = "\n".join(f"{name}:{value}" for name, value in lines)
    request = f"POST\n/\n\n{canonical}\n\n{names}\n{hashlib.sha256(body).hexdigest()}"
    scope = f"{stamp[:8]}/{region}/{service}/aws4_request"
    digest = hashlib.sha256(request.encode()).hexdigest()
    to_sign = f"{ALGORITHM}\n{stamp}\n{scope}\n{digest}"
    key = f"AWS4{credentials.secret}".encode()
    for part in scope.split("/"):
        key = _hmac(key, part)
    authorization = (
        f"{ALGORITHM} Credential={credentials.key_id}/{scope}, "
        f"SignedHeaders={names}, Signature={_hmac(key, to_sign).hex()}"
    )
    return {**headers, "Authorization": authorization}


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
