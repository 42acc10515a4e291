"""Documents in a DynamoDB table, shared safely by any number of functions, servers and threads.

Every read is a consistent one. It costs a whole read unit for 4 KB instead of half of one; but a merge that is
built on yesterday's version would be refused, and an answer built on it would put the runner back.
"""

from collections.abc import Mapping
from dataclasses import replace

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import text
from skill.store.dynamodb.client import Client, Json
from skill.store.dynamodb.faults import Refused, cancellations
from skill.store.dynamodb.item import (
    LIVE,
    MOST_BYTES,
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
from skill.store.dynamodb.wire import Deadline
from skill.store.dynamodb.writes import adding, moving, replacing
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

    def load(self, athlete_id: str, aside: int = LIVE) -> Stored | None:
        """See ``Store``."""
        item = self._get(athlete_id, aside, self._client.deadline())
        return None if item is None else Stored(unpack(item.packed), item.version)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        packed = pack(text.write(document))
        deadline = self._client.deadline()
        if size(athlete_id, packed) > MOST_BYTES:
            problem = f"a document of {len(packed) // 1024} KB does not fit into an item"
            raise self._unavailable(problem, "shorten the athlete's history")
        now = self._client.now()
        version, nonce = expected + 1, new_nonce()
        item = Item(version, packed, {str(version): nonce}, self._expires(now))
        operation, request = (replacing if expected else adding)(item, athlete_id, int(now))
        expecting = ("ConditionalCheckFailedException",)
        try:
            self._client.call(operation, request, deadline, expecting)
        except Refused as refused:
            found = self._read(refused.said.get("Item"))
            # A save whose answer was lost finds itself when it is tried again.
            if found is None or not found.was_saved_as(version, nonce):
                raise StaleVersion(found.version if found else 0) from refused
        return version

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
        kept = replace(item, expires=self._expires(self._client.now()))
        try:
            self._client.transact(moving(kept, athlete_id, aside), deadline, new_nonce().hex())
        except Refused as refused:
            if "ConditionalCheckFailed" not in cancellations(refused.said):
                remedy = "look its reasons up in the DynamoDB API Reference"
                raise self._unavailable("a transaction was cancelled", remedy) from refused
            return False
        return True

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
