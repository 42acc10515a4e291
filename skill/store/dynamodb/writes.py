"""How DynamoDB is asked to write an item, and on what condition."""

from skill.store.dynamodb.item import LIVE, SAVES_KEPT, Item, Json, binary, key, number

_SHOW_WHAT_IS_THERE = {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}


def adding(item: Item, athlete_id: str, now: int) -> tuple[str, Json]:
    """The action that saves where there is nothing, or nothing any more."""
    request = {
        "Item": item.write(athlete_id, LIVE),
        "ConditionExpression": "attribute_not_exists(athlete) OR expires <= :now",
        "ExpressionAttributeValues": {":now": number(now)},
        **_SHOW_WHAT_IS_THERE,
    }
    return "PutItem", request


def replacing(item: Item, athlete_id: str, now: int) -> tuple[str, Json]:
    """The action that saves over the version before, so that the item remembers the saves before."""
    changes = "version = :version, document = :document, saves.#version = :nonce"
    values = {
        ":now": number(now),
        ":expected": number(item.version - 1),
        ":version": number(item.version),
        ":document": binary(item.packed),
        ":nonce": binary(item.nonce),
    }
    if item.expires is None:
        update = f"SET {changes} REMOVE saves.#forgotten, expires"
    else:
        update = f"SET {changes}, expires = :expires REMOVE saves.#forgotten"
        values[":expires"] = number(item.expires)
    request = {
        "Key": key(athlete_id, LIVE),
        "UpdateExpression": update,
        "ConditionExpression": (
            "version = :expected AND (attribute_not_exists(expires) OR expires > :now)"
        ),
        "ExpressionAttributeNames": {
            "#version": str(item.version),
            "#forgotten": str(item.version - SAVES_KEPT),
        },
        "ExpressionAttributeValues": values,
        **_SHOW_WHAT_IS_THERE,
    }
    return "UpdateItem", request


def moving(item: Item, athlete_id: str, aside: int) -> list[Json]:
    """The two writes of a transaction that move an athlete's live item, if it is this one, to a free number."""
    return [
        {
            "Delete": {
                "Key": key(athlete_id, LIVE),
                "ConditionExpression": "saves.#version = :nonce",
                "ExpressionAttributeNames": {"#version": str(item.version)},
                "ExpressionAttributeValues": {":nonce": binary(item.nonce)},
            }
        },
        {
            "Put": {
                "Item": item.write(athlete_id, aside),
                "ConditionExpression": "attribute_not_exists(athlete)",
            }
        },
    ]
