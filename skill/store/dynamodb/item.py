"""An athlete's document as an item of the table, and the table's form.

| attribute | type | |
|---|---|---|
| `athlete` | S | partition key: the athlete's id |
| `aside` | N | sort key: 0 for the live document, from 1 for one set aside |
| `version` | N | counts the saves |
| `document` | B | JSON text: a byte 1, then compressed as zlib does (RFC 1950) with our dictionary |
| `saves` | M | the last saves: by version, a few bytes that tell that save from every other |
| `expires` | N | when the item may be deleted, in seconds since 1970; missing: never |
| `rest` | B | of a document in two items: the hash of its second part, which is the item with `aside` -1 |
| `rest_expires` | N | when that one may be deleted |

What earlier releases wrote is compressed without a dictionary, and begins with zlib's own byte. They leave ours
alone.

A document that would be more than a kilobyte is kept in two items, since writing is charged by the kilobyte: what
a turn changes, and what only the end of a workout changes. ``skill.store.dynamodb.rest`` has the second.
"""

import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.store.dynamodb.words import WORDS

Json = dict[str, Any]

LIVE, REST = 0, -1

KEYS = {"athlete": "S", "aside": "N"}
"""The attributes of the table's key and their types: the first names the partition, the second sorts in it."""

EXPIRES = "expires"
"""The attribute by which the table deletes what has had its time, if that is switched on."""

MOST_BYTES = 400 * 1024
"""Of an item, the names of its attributes included (Amazon DynamoDB: Quotas)."""

_LEVEL = 6
SAVES_KEPT = 8
"""So many saves may overtake one whose answer was lost before it is tried again."""

_OVERHEAD_BYTES = 300  # names, numbers and saves, generously
_PLAIN, _WITH_WORDS = 0x78, 0x01
"""How a packed document begins: as a zlib stream does, or with a byte of ours; a later form, with another."""


class UnknownForm(Exception):
    """An item that is not in the form above: a later release wrote it, or another program."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is kept for one athlete under one aside number. ``packed`` is the document.

    It is the first part of it where ``rest`` is the hash of a second one.
    """

    version: int
    packed: bytes
    saves: Mapping[str, bytes]
    expires: int | None = None
    rest: bytes | None = None
    rest_expires: int | None = None

    @property
    def nonce(self) -> bytes:
        """What tells the last save from every other."""
        return self.saves[str(self.version)]

    def is_live(self, now: float) -> bool:
        """Whether its time has not come; AWS deletes it only hours or days after that."""
        return self.expires is None or self.expires > now

    def was_saved_as(self, version: int, nonce: bytes) -> bool:
        """Whether this item is that very save, or was saved on top of it."""
        return self.saves.get(str(version)) == nonce

    def write(self, athlete_id: str, aside: int) -> Json:
        """The item as DynamoDB's JSON."""
        return {
            **key(athlete_id, aside),
            "version": number(self.version),
            "document": binary(self.packed),
            "saves": {"M": {version: binary(nonce) for version, nonce in self.saves.items()}},
            **({} if self.expires is None else {EXPIRES: number(self.expires)}),
            **({} if self.rest is None else {"rest": binary(self.rest)}),
            **({} if self.rest_expires is None else {"rest_expires": number(self.rest_expires)}),
        }


def read_item(values: Json) -> Item:
    """The item that DynamoDB's JSON describes.

    Raises:
        UnknownForm: it is none of ours.
    """
    try:
        item = Item(
            version=int(values["version"]["N"]),
            packed=b64decode(values["document"]["B"]),
            saves={at: b64decode(nonce["B"]) for at, nonce in values["saves"]["M"].items()},
            expires=_number(values, EXPIRES),
            rest=b64decode(values["rest"]["B"]) if "rest" in values else None,
            rest_expires=_number(values, "rest_expires"),
        )
        is_ours = item.packed[0] in (_PLAIN, _WITH_WORDS) and item.nonce != b""
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise UnknownForm from error
    if not is_ours:
        raise UnknownForm
    return item


def _number(values: Json, name: str) -> int | None:
    return int(values[name]["N"]) if name in values else None


def key(athlete_id: str, aside: int) -> Json:
    """The key of an item."""
    return {"athlete": {"S": athlete_id}, "aside": number(aside)}


def binary(raw: bytes) -> Json:
    """Bytes as DynamoDB's JSON."""
    return {"B": b64encode(raw).decode()}


def number(value: int) -> Json:
    """A whole number as DynamoDB's JSON."""
    return {"N": str(value)}


def new_nonce() -> bytes:
    """Six bytes that no other saver draws, not even a copy of this process."""
    return os.urandom(6)


def pack(text: bytes) -> bytes:
    """Text as it is kept. Writing is charged by the kilobyte, and a season of records shrinks to a tenth."""
    packer = zlib.compressobj(_LEVEL, zdict=WORDS)
    return bytes([_WITH_WORDS]) + packer.compress(text) + packer.flush()


def unpack(packed: bytes) -> bytes:
    """The text's bytes; the packed ones where they are damaged."""
    try:
        if not packed.startswith(bytes([_WITH_WORDS])):
            return zlib.decompress(packed)
        unpacker = zlib.decompressobj(zdict=WORDS)
        text = unpacker.decompress(packed[1:])
    except zlib.error:
        return packed
    return text if unpacker.eof else packed


def size(athlete_id: str, packed: bytes) -> int:
    """Bytes of an item as DynamoDB counts them, at most."""
    return len(athlete_id.encode()) + len(packed) + _OVERHEAD_BYTES
