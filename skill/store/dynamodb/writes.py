"""How DynamoDB is asked to write an item, and on what condition."""

from skill.store.dynamodb.item import (
    EXPIRES,
    LIVE,
    REST,
    SAVES_KEPT,
    Item,
    Json,
    binary,
    key,
    number,
)
from skill.store.dynamodb.rest import Rest

_SHOW_WHAT_IS_THERE = {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}


def adding(item: Item, athlete_id: str, now: int) -> Json:
    """The request to put an item where there is nothing, or nothing any more."""
    return {
        "Item": item.write(athlete_id, LIVE),
        "ConditionExpression": "attribute_not_exists(athlete) OR expires <= :now",
        "ExpressionAttributeValues": {":now": number(now)},
        **_SHOW_WHAT_IS_THERE,
    }


def replacing(item: Item, athlete_id: str, now: int, *, same_rest: bool) -> Json:
    """The request to update the version before, so that the item remembers the saves before.

    ``same_rest`` is for one whose second part, if it has any, has to be there already.
    """
    values = {
        ":now": number(now),
        ":expected": number(item.version - 1),
        ":version": number(item.version),
        ":document": binary(item.packed),
        ":nonce": binary(item.nonce),
    }
    has = {
        EXPIRES: (":expires", None if item.expires is None else number(item.expires)),
        "rest": (":rest", None if item.rest is None else binary(item.rest)),
        "rest_expires": (
            ":later",
            None if item.rest_expires is None else number(item.rest_expires),
        ),
    }
    given = {name: variable for name, (variable, value) in has.items() if value is not None}
    values |= {variable: value for variable, value in has.values() if value is not None}
    condition = "version = :expected AND (attribute_not_exists(expires) OR expires > :now)"
    if same_rest:
        # Its own end may come later than now, as long as it comes after that of this item.
        for name in ("rest", "rest_expires"):
            given.pop(name, None)
        values.pop(":later", None)
        condition += " AND rest = :rest" if item.rest else " AND attribute_not_exists(rest)"
        if item.rest and item.expires is not None:
            condition += " AND rest_expires >= :expires"
        elif item.rest:
            condition += " AND attribute_not_exists(rest_expires)"
    changes = ["version = :version", "document = :document", "saves.#version = :nonce"]
    changes += [f"{name} = {variable}" for name, variable in given.items()]
    gone = ["saves.#forgotten", *(name for name in has if name not in given)]
    if same_rest:
        gone = [name for name in gone if not name.startswith("rest")]
    return {
        "Key": key(athlete_id, LIVE),
        "UpdateExpression": f"SET {', '.join(changes)} REMOVE {', '.join(gone)}",
        "ConditionExpression": condition,
        "ExpressionAttributeNames": {
            "#version": str(item.version),
            "#forgotten": str(item.version - SAVES_KEPT),
        },
        "ExpressionAttributeValues": values,
        **_SHOW_WHAT_IS_THERE,
    }


def both(item: Item, rest: Rest | None, athlete_id: str, now: int) -> list[Json]:
    """The two writes of a transaction that saves an item, and with it the second part or that there is none."""
    if item.version == 1:
        live = {"Put": adding(item, athlete_id, now)}
    else:
        live = {"Update": replacing(item, athlete_id, now, same_rest=False)}
    if rest is None:
        return [live, {"Delete": {"Key": key(athlete_id, REST)}}]
    return [live, {"Put": {"Item": rest.write(athlete_id, item.rest_expires)}}]


def moving(item: Item, athlete_id: str, aside: int, *, in_two: bool) -> list[Json]:
    """The writes of a transaction that move an athlete's live item, if it is this one, to a free number.

    ``in_two`` is for one whose second part goes: the item has the whole document.
    """
    rest = [{"Delete": {"Key": key(athlete_id, REST)}}] if in_two else []
    return [
        *rest,
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
