"""The table itself: how it is described, and made where nobody else has made it."""

import time
from collections.abc import Callable

from skill.errors import StoreUnavailable
from skill.store.dynamodb.client import Client, Json
from skill.store.dynamodb.faults import FAULTS, Refused
from skill.store.dynamodb.item import EXPIRES, KEYS
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


def create_table(client: Client, sleep: Callable[[float], None] = time.sleep) -> bool:
    """Make the client's table if it is missing, and let it delete what has had its time.

    Whether it was missing. A table of another form is left alone.

    Raises:
        StoreUnavailable: it cannot be made, or is not ready within a minute.

    """
    deadline = client.deadline(MAKING_S)
    found = _describe(client, deadline)
    is_new = found is None
    if is_new:
        client.call("CreateTable", DESCRIPTION, deadline)
    while found is None or found["TableStatus"] != "ACTIVE":
        if deadline.left() <= 0:
            problem = "the table is not ready after a minute"
            raise StoreUnavailable(str(client.location), problem, "try again later")
        if found is not None:
            sleep(_LOOK_EVERY_S)
        found = _describe(client, deadline)
    _demand_keys(client, found)
    if client.location.keep_days:
        _let_expire(client, deadline)
    return is_new


def _describe(client: Client, deadline: Deadline) -> Json | None:
    try:
        said = client.call("DescribeTable", {}, deadline, ("ResourceNotFoundException",))
    except Refused:
        return None
    return dict(said["Table"])


def _demand_keys(client: Client, found: Json) -> None:
    wanted = [(part, entry) for part in ("KeySchema", "AttributeDefinitions") for entry in DESCRIPTION[part]]
    if not all(entry in found[part] for part, entry in wanted):
        remedy = FAULTS["ValidationException"].remedy
        raise StoreUnavailable(str(client.location), "the table has other keys", remedy)


def _let_expire(client: Client, deadline: Deadline) -> None:
    said = client.call("DescribeTimeToLive", {}, deadline)
    if said["TimeToLiveDescription"]["TimeToLiveStatus"] == "DISABLED":
        wish = {"AttributeName": EXPIRES, "Enabled": True}
        client.call("UpdateTimeToLive", {"TimeToLiveSpecification": wish}, deadline)
