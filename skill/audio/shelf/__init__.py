"""Where finished audio lies: one protocol, a directory behind the web service, or a bucket of S3."""

import re
from datetime import timedelta
from pathlib import Path

from skill.audio.shelf.directory import DirectoryShelf
from skill.audio.shelf.protocol import KEPT, Shelf
from skill.audio.shelf.s3 import S3Shelf
from skill.errors import SettingsError

__all__ = ["Shelf", "open_shelf"]

_DIRECTORY = re.compile(r"directory:///(?P<path>[^?]+)\?base=(?P<base>https?://[^?#\s]+)")
_S3 = re.compile(r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?P<prefix>/[\w./-]*)?")


def open_shelf(url: str, kept: timedelta | None = None) -> Shelf:
    """The shelf that ``url`` names, not yet touched: one that is gone says so in use.

    ``directory:///relative?base=https://host/audio`` and ``directory:////absolute?base=…`` keep files in a
    directory, which is made if it is missing, and which the web service serves at ``base``; for 14 days, or for
    as long as ``kept`` says.
    ``s3://bucket/prefix`` keeps them in a private bucket.

    Raises:
        SettingsError: the URL names no known kind of shelf.
    """
    if directory := _DIRECTORY.fullmatch(url):
        return DirectoryShelf(Path(directory["path"]), directory["base"], kept=kept or KEPT)
    if bucket := _S3.fullmatch(url):
        return S3Shelf(bucket["bucket"], (bucket["prefix"] or "").strip("/"))
    forms = (
        "write s3://bucket/prefix or directory:////absolute/path?base=https://host/audio, "
        "with the address at which that directory is served"
    )
    raise SettingsError("STRIDE_AUDIO", url, forms)
