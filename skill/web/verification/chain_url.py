"""The address of Amazon's certificates."""

import re
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from skill.errors import RequestRefused

HOST = "s3.amazonaws.com"
PORT = 443
_FOLDER = "/echo.api/"

# Neither "?", "#", "@", brackets nor backslashes: what different readers of a URL read differently, and what
# would give one file many addresses, is in no address of Amazon's.
_WRITTEN = re.compile(r"[A-Za-z0-9:/._~%-]+")
_DECODED = re.compile(r"[A-Za-z0-9/._~-]+")


def normalised(url: str) -> str:
    """One spelling for all addresses of the same file.

    Raises:
        RequestRefused: the address is none of Amazon's.
    """
    if not _WRITTEN.fullmatch(url):
        raise RequestRefused("the certificate URL holds characters that Amazon's never do")
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise RequestRefused("the certificate URL is not https")
    if parts.hostname != HOST:
        raise RequestRefused("the certificate URL is on another host")
    try:
        port = parts.port
    except ValueError as error:
        raise RequestRefused("the certificate URL has no port that could be") from error
    if port not in (None, PORT):
        raise RequestRefused("the certificate URL is on another port")
    return f"https://{HOST}{_path(parts.path)}"


def _path(written: str) -> str:
    """The path, its percent signs decoded once and its dot segments resolved."""
    path = unquote(written)
    if not _DECODED.fullmatch(path):
        raise RequestRefused("the certificate URL has a path with strange characters, or none")
    path = normpath(path)
    if not path.startswith(_FOLDER):
        raise RequestRefused("the certificate URL is outside of Amazon's folder")
    return path
