"""The table itself: how it is described, and made where nobody else has made it."""

import time
from collections.abc import Callable, Mapping

from skill.errors import StoreUnavailable
from skill.store.dynamodb.client import Client, Json
from skill.store.dynamodb.faults import FAULTS, Refused
from skill.store.dynamodb.item import EXPIRES, KEYS
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.wire import Deadline

DESCRIPTION: Json = {
    "AttributeDefinitions": [
        {"AttributeName": name, "AttributeType": kind} for name, kind in KEYS.items()
    ],
    "KeySchema": [
        {"AttributeName": name, "KeyType": role}
        for name, role in zip(KEYS, ("HASH", "RANGE"), strict=True)
    ],
    "BillingMode": "PAY_PER_REQUEST",
}
"""As CreateTable and CloudFormation take it, but for the table's name."""

MAKING_S = 60.0
"""AWS makes a table in some ten seconds."""

_LOOK_EVERY_S = 1.0


class Table:
    """The table that ``client`` calls."""

    def __init__(self, client: Client, sleep: Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self._sleep = sleep

    def __str__(self) -> str:
        return str(self._client.location)

    def create(self) -> bool:
        """Make the table if it is missing, and let it delete what has had its time.

        Whether it was missing. A table of another form is left alone.

        Raises:
            StoreUnavailable: it cannot be made, has another form, or is not ready within a minute.
        """
        deadline = self._client.deadline(MAKING_S)
        found = self._describe(deadline)
        is_missing = found is None
        if is_missing:
            self._client.call("CreateTable", DESCRIPTION, deadline)
        while found is None or found["TableStatus"] != "ACTIVE":
            if deadline.left() < _LOOK_EVERY_S:
                raise StoreUnavailable(str(self), "the table is not ready yet", "try again later")
            if found is not None:
                self._sleep(_LOOK_EVERY_S)
            found = self._describe(deadline)
        self._demand_keys(found)
        if self._client.location.keep_days:
            self._let_expire(deadline)
        return is_missing

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def _describe(self, deadline: Deadline) -> Json | None:
        try:
            said = self._client.call("DescribeTable", {}, deadline, ("ResourceNotFoundException",))
        except Refused:
            return None
        return dict(said["Table"])

    def _demand_keys(self, found: Json) -> None:
        for part in ("KeySchema", "AttributeDefinitions"):
            if not all(entry in found[part] for entry in DESCRIPTION[part]):
                remedy = FAULTS["ValidationException"].remedy
                raise StoreUnavailable(str(self), "the table has other keys", remedy)

    def _let_expire(self, deadline: Deadline) -> None:
        said = self._client.call("DescribeTimeToLive", {}, deadline)
        if said["TimeToLiveDescription"]["TimeToLiveStatus"] == "DISABLED":
            switch = {"AttributeName": EXPIRES, "Enabled": True}
            self._client.call("UpdateTimeToLive", {"TimeToLiveSpecification": switch}, deadline)


def open_table(url: str, environment: Mapping[str, str]) -> Table:
    """The table that ``url`` means, not yet connected.

    Raises:
        SettingsError: it means none.
    """
    return Table(Client(read_location(url, environment), environment))
