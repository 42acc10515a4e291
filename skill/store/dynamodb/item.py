"""An athlete's document as an item of the table, and the table's form.

| attribute | type | |
|---|---|---|
| `athlete` | S | partition key: the athlete's id |
| `aside` | N | sort key: 0 for the live document, from 1 for one set aside |
| `version` | N | counts the saves |
| `document` | B | JSON text, compressed as zlib does (RFC 1950) |
| `nonce` | B | tells one save from every other |
| `expires` | N | when the item may be deleted, in seconds since 1970; missing: never |
"""

import os
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

LIVE = 0

KEYS = {"athlete": "S", "aside": "N"}
"""The attributes of the table's key and their types: the first names the partition, the second sorts in it."""

EXPIRES = "expires"
"""The attribute by which the table deletes what has had its time, if that is switched on."""

MOST_BYTES = 400 * 1024
"""Of an item, the names of its attributes included (Amazon DynamoDB: Quotas)."""

_LEVEL = 6
_OVERHEAD_BYTES = 100  # names, numbers and nonce, generously
_ZLIB = 0x78  # how a zlib stream begins; a later form would begin otherwise


class UnknownForm(Exception):  # noqa: N818 - named from what is found
    """An item that is not in the form above: a later release wrote it, or another program."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is kept for one athlete under one aside number. ``packed`` is the document."""

    version: int
    packed: bytes
    nonce: bytes
    expires: int | None = None

    def is_live(self, now: float) -> bool:
        """Whether its time has not come; AWS deletes it only hours or days after that."""
        return self.expires is None or self.expires > now

    def write(self, athlete_id: str, aside: int) -> Json:
        """The item as DynamoDB's JSON."""
        item = {
            **key(athlete_id, aside),
            "version": {"N": str(self.version)},
            "document": binary(self.packed),
            "nonce": binary(self.nonce),
        }
        return item if self.expires is None else {**item, EXPIRES: {"N": str(self.expires)}}


def read_item(values: Json) -> Item:
    """The item that DynamoDB's JSON describes.

    Raises:
        UnknownForm: it is none of ours.

    """
    try:
        packed = b64decode(values["document"]["B"])
        if packed[0] != _ZLIB:
            raise UnknownForm
        expires = values.get(EXPIRES)
        return Item(
            version=int(values["version"]["N"]),
            packed=packed,
            nonce=b64decode(values["nonce"]["B"]),
            expires=None if expires is None else int(expires["N"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UnknownForm from error


def key(athlete_id: str, aside: int) -> Json:
    """The key of an item."""
    return {"athlete": {"S": athlete_id}, "aside": {"N": str(aside)}}


def binary(raw: bytes) -> Json:
    """Bytes as DynamoDB's JSON."""
    return {"B": b64encode(raw).decode()}


def new_nonce() -> bytes:
    """Eight bytes that nobody else draws, not even a copy of this process."""
    return os.urandom(8)


def pack(text: str) -> bytes:
    """Text as it is kept. Writing is charged by the kilobyte, and a season of records shrinks to a tenth."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack(packed: bytes) -> bytes:
    """The text's bytes; the packed ones where they are damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return packed


def size(athlete_id: str, packed: bytes) -> int:
    """Bytes of an item as DynamoDB counts them, at most."""
    return len(athlete_id.encode()) + len(packed) + _OVERHEAD_BYTES
