"""The two headers by which Amazon signs a request."""

from base64 import b64decode, b64encode
from collections.abc import Mapping

from skill.errors import RequestRefused
from skill.web.verification.chain_url import normalised

LONGEST_HEADER = 2048
"""Characters; a signature by an RSA key of 4096 bits has 684."""


def read_headers(headers: Mapping[str, str]) -> tuple[bytes, str]:
    """The signature, and the normalised URL of the certificates.

    ``Signature``, made with the broken SHA-1 and still sent beside ``Signature-256``, is not looked at.

    Raises:
        RequestRefused: a header is missing, too long or malformed.
    """
    found = {name.lower(): value for name, value in headers.items()}
    signature = _text(found, "Signature-256")
    url = _text(found, "SignatureCertChainUrl")
    return _decoded(signature), normalised(url)


def _text(headers: Mapping[str, str], name: str) -> str:
    text = headers.get(name.lower(), "")
    if not text:
        raise RequestRefused(f"the header {name} is missing or empty")
    if len(text) > LONGEST_HEADER:
        raise RequestRefused(f"the header {name} is too long")
    return text


def _decoded(signature: str) -> bytes:
    try:
        decoded = b64decode(signature, validate=True)
    except ValueError as error:
        raise RequestRefused("the signature is not base64") from error
    # A decoder overlooks the unused bits of the last letter: many texts, one signature.
    if b64encode(decoded).decode() != signature:
        raise RequestRefused("the signature is not base64")
    return decoded
