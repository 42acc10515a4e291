"""The part of a document that only the end of a workout changes, in an item of its own.

The athlete's live item names it by its hash. So a process that has this part in memory need not read it again,
and a save that leaves it as it was writes the live item alone.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from skill.recent import Recent, forgotten_with_runners
from skill.store.dynamodb.item import EXPIRES, REST, Json, binary, key, number, pack

_SEAM = b',"history":'
"""Where it begins. A text without this is kept in one item; wherever it stands, both parts make the whole."""

ONE_UNIT_BYTES = 1024
"""Of an item: what one write unit takes (Amazon DynamoDB: Read and write operations)."""

MARGIN_S = 180 * 86_400
"""How much longer it is kept than its live item, which is saved again and again while it is not."""

_KEPT_BYTES = 4 * 1024 * 1024


class Rest(NamedTuple):
    """The ``text`` of a second part, the same ``packed``, and the ``hash`` of the text."""

    text: bytes
    packed: bytes
    hash: bytes

    def write(self, athlete_id: str, expires: int | None) -> Json:
        """The item as DynamoDB's JSON."""
        item = {**key(athlete_id, REST), "document": binary(self.packed)}
        return item if expires is None else {**item, EXPIRES: number(expires)}


class Rests:
    """Those that were read or written last, by their hash."""

    def __init__(self) -> None:
        self._kept: Recent[bytes, Rest] = Recent(
            _KEPT_BYTES, lambda rest: len(rest.text) + len(rest.packed)
        )
        forgotten_with_runners(self._kept.clear)

    def get(self, hash_: bytes) -> Rest | None:
        """The one of this hash, where it is kept."""
        return self._kept.get(hash_)

    def of(self, text: bytes, packed: bytes | None = None) -> Rest:
        """The one of this text; ``packed`` is as it was read."""
        hash_ = blake2b(text, digest_size=16).digest()
        rest = self._kept.get(hash_)
        if rest is None:
            rest = Rest(text, pack(text) if packed is None else packed, hash_)
            self._kept.put(hash_, rest)
        return rest

    def split(self, text: bytes, size: Callable[[bytes], int]) -> tuple[bytes, Rest | None]:
        """What a document's live item holds, packed; and its rest, where both together would be more than a unit.

        ``size`` is that of a live item that holds so much.
        """
        at = text.rfind(_SEAM)
        if at < 0:
            return pack(text), None
        first, rest = pack(text[:at]), self.of(text[at:])
        if size(first + rest.packed) <= ONE_UNIT_BYTES:
            return pack(text), None
        return first, rest
