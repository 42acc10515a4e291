"""Documents in a DynamoDB table, shared safely by any number of functions, servers and threads.

Every read is a consistent one. It costs a whole read unit for 4 KB instead of half of one; but a merge that is
built on yesterday's version would be refused, and an answer built on it would put the runner back.
"""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import text
from skill.store.dynamodb.client import Client, Json
from skill.store.dynamodb.faults import Refused, cancellations
from skill.store.dynamodb.item import (
    LIVE,
    MOST_BYTES,
    REST,
    Item,
    UnknownForm,
    key,
    new_nonce,
    pack,
    read_item,
    size,
    unpack,
)
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.rest import MARGIN_S, Rest, Rests
from skill.store.dynamodb.wire import Deadline
from skill.store.dynamodb.writes import adding, both, moving, replacing
from skill.store.protocol import Document, Stored

_DAY_S = 86_400
_MOST_ACTIONS = 100  # in one transaction (Amazon DynamoDB: TransactWriteItems)


class DynamoDBStore:
    """Documents in the table of ``client``.

    Every method is over within the client's 1.8 s, tries and pauses included. A save whose answer is lost is
    tried again and then finds itself, even where others have saved since; only where no answer comes at all may
    ``StoreUnavailable`` hide a change that was made.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rests = Rests()

    def load(self, athlete_id: str, aside: int = LIVE) -> Stored | None:
        """See ``Store``."""
        deadline = self._client.deadline()
        item = self._get(athlete_id, aside, deadline)
        item, whole = self._whole(athlete_id, item, deadline)
        return None if item is None else Stored(whole, item.version)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        packed, rest = self._rests.split(text.write(document), partial(size, athlete_id))
        deadline = self._client.deadline()
        largest = max(packed, rest.packed if rest else b"", key=len)
        if size(athlete_id, largest) > MOST_BYTES:
            problem = f"a document of {len(largest) // 1024} KB does not fit into an item"
            raise self._unavailable(problem, "shorten the athlete's history")
        now = self._client.now()
        version, expires = expected + 1, self._expires(now)
        item = Item(version, packed, {str(version): new_nonce()}, expires)
        if rest is not None:
            rest_expires = None if expires is None else expires + MARGIN_S
            item = replace(item, rest=rest.hash, rest_expires=rest_expires)
        if expected == 0 and rest is not None:
            self._save_both(athlete_id, item, rest, deadline)
            return version
        try:
            self._save_one(athlete_id, item, deadline)
        except StaleVersion as stale:
            if expected == 0 or stale.found != expected:
                raise
            self._save_both(athlete_id, item, rest, deadline)  # it has another rest
        return version

    def _save_one(self, athlete_id: str, item: Item, deadline: Deadline) -> None:
        """Save an item whose rest is there as it is, or that has none."""
        now = int(self._client.now())
        if item.version == 1:
            operation, request = "PutItem", adding(item, athlete_id, now)
        else:
            operation = "UpdateItem"
            request = replacing(item, athlete_id, now, same_rest=True)
        try:
            self._client.call(operation, request, deadline, ("ConditionalCheckFailedException",))
        except Refused as refused:
            self._recognise(item, refused.said.get("Item"))

    def _save_both(
        self, athlete_id: str, item: Item, rest: Rest | None, deadline: Deadline
    ) -> None:
        """Save an item and its rest, or that it has none any more."""
        actions = both(item, rest, athlete_id, int(self._client.now()))
        try:
            self._client.transact(actions, deadline, new_nonce().hex())
        except Refused as refused:
            self._check_condition(refused)
            self._recognise(item, refused.said["CancellationReasons"][0].get("Item"))

    def _recognise(self, saved: Item, values: Json | None) -> None:
        """Return where what was in the way of a save is that save itself, whose answer was lost.

        Raises:
            StaleVersion: it is another's.
        """
        found = self._read(values)
        if found is None or not found.was_saved_as(saved.version, saved.nonce):
            raise StaleVersion(found.version if found else 0)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        deadline = self._client.deadline()
        while True:
            item = self._get(athlete_id, LIVE, deadline)
            found = item.version if item else 0
            if expected not in (None, found):
                raise StaleVersion(found)
            if item is None:
                return 0
            aside = self._highest_aside(athlete_id, deadline) + 1
            if self._move(athlete_id, item, aside, deadline):
                return aside

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``. Of more than a hundred items some may be gone when it raises, from the first on."""
        deadline = self._client.deadline()
        while keys := [key for id_ in athlete_ids for key in self._keys(id_, deadline)]:
            self._delete(keys[:_MOST_ACTIONS], deadline)

    def _delete(self, keys: list[Json], deadline: Deadline) -> None:
        """Delete up to a hundred items, all or none."""
        deletions = [{"Delete": {"Key": one}} for one in keys]
        self._client.transact(deletions, deadline, new_nonce().hex())

    def check(self) -> None:
        """See ``Store``."""
        deadline = self._client.deadline()
        nobody = key("check", -1)
        self._client.call("PutItem", {"Item": nobody}, deadline)
        self._client.call("GetItem", {"Key": nobody}, deadline)
        self._client.call("DeleteItem", {"Key": nobody}, deadline)

    def close(self) -> None:
        """See ``Store``."""
        self._client.close()

    def _whole(
        self, athlete_id: str, item: Item | None, deadline: Deadline
    ) -> tuple[Item | None, bytes]:
        """An item with the text of its document; another item where it was saved meanwhile."""
        if item is None:
            return None, b""
        if item.rest is None:
            return item, unpack(item.packed)
        rest = self._rests.get(item.rest)
        if rest is None:
            request = {"Key": key(athlete_id, REST), "ConsistentRead": True}
            rest = self._rest(self._client.call("GetItem", request, deadline).get("Item"))
        if rest is None or rest.hash != item.rest:  # saved between the two reads, or lost
            keys = [key(athlete_id, LIVE), key(athlete_id, REST)]
            live, second = self._client.read_together(keys, deadline)
            item, rest = self._read(live), self._rest(second)
            if item is None or item.rest is None:
                return self._whole(athlete_id, item, deadline)
            if rest is None or rest.hash != item.rest:
                remedy = "wait if the table is a global one, else restore it from a backup"
                raise self._unavailable("the second part of a document is missing", remedy)
        return item, unpack(item.packed) + rest.text

    def _rest(self, values: Json | None) -> Rest | None:
        """The second part of a document, as it was found."""
        try:
            packed = b64decode(values["document"]["B"]) if values else b""
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        return self._rests.of(unpack(packed), packed) if packed else None

    def _get(self, athlete_id: str, aside: int, deadline: Deadline) -> Item | None:
        request = {"Key": key(athlete_id, aside), "ConsistentRead": True}
        return self._read(self._client.call("GetItem", request, deadline).get("Item"))

    def _read(self, values: Json | None) -> Item | None:
        """The item, unless there is none or its time has come."""
        if values is None:
            return None
        try:
            item = read_item(values)
        except UnknownForm as error:
            remedy = "run the release that wrote it, or name another table"
            raise self._unavailable("an item has a form that is not ours", remedy) from error
        return item if item.is_live(self._client.now()) else None

    def _highest_aside(self, athlete_id: str, deadline: Deadline) -> int:
        newest = {"ScanIndexForward": False, "Limit": 1}
        (newest_key,) = self._query(athlete_id, deadline, newest) or [key(athlete_id, LIVE)]
        return int(newest_key["aside"]["N"])

    def _keys(self, athlete_id: str, deadline: Deadline) -> list[Json]:
        return self._query(athlete_id, deadline, {})

    def _query(self, athlete_id: str, deadline: Deadline, how: Mapping[str, object]) -> list[Json]:
        """The keys of the athlete's items, of the first page of them."""
        request = {
            "KeyConditionExpression": "athlete = :athlete",
            "ExpressionAttributeValues": {":athlete": {"S": athlete_id}},
            "ProjectionExpression": "athlete, aside",
            "ConsistentRead": True,
            **how,
        }
        return list(self._client.call("Query", request, deadline)["Items"])

    def _move(self, athlete_id: str, item: Item, aside: int, deadline: Deadline) -> bool:
        """Move the live item to an aside number; whether nobody has changed either meanwhile."""
        found, whole = self._whole(athlete_id, item, deadline)
        if found is None or found.version != item.version:
            return False
        kept = replace(item, expires=self._expires(self._client.now()))
        if item.rest is not None:
            kept = replace(kept, packed=pack(whole), rest=None, rest_expires=None)
        actions = moving(kept, athlete_id, aside, in_two=item.rest is not None)
        try:
            self._client.transact(actions, deadline, new_nonce().hex())
        except Refused as refused:
            self._check_condition(refused)
            return False
        return True

    def _check_condition(self, refused: Refused) -> None:
        """Return where it is a condition that does not hold.

        Raises:
            StoreUnavailable: a transaction was cancelled for another reason.
        """
        if "ConditionalCheckFailed" not in cancellations(refused.said):
            remedy = "look its reasons up in the DynamoDB API Reference"
            raise self._unavailable("a transaction was cancelled", remedy) from refused

    def _expires(self, now: float) -> int | None:
        days = self._client.location.keep_days
        return int(now) + days * _DAY_S if days else None

    def _unavailable(self, problem: str, remedy: str) -> StoreUnavailable:
        return StoreUnavailable(str(self._client.location), problem, remedy)


def open_dynamodb(url: str, environment: Mapping[str, str]) -> DynamoDBStore:
    """The store in the table that ``url`` means, not yet connected.

    Raises:
        SettingsError: it means none.
    """
    return DynamoDBStore(Client(read_location(url, environment), environment))
