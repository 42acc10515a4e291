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

_Values = dict[str, tuple[str, Json | None]]
"""By the name of an attribute: the variable that stands for its value, and the value; None where it has none."""

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
    condition = "version = :expected AND (attribute_not_exists(expires) OR expires > :now)"
    condition += _rest_is_there(item) if same_rest else ""
    changes = ["version = :version", "document = :document", "saves.#version = :nonce"]
    gone = ["saves.#forgotten"]
    has: _Values = {EXPIRES: (":expires", None if item.expires is None else number(item.expires))}
    if not same_rest:
        later = None if item.rest_expires is None else number(item.rest_expires)
        has["rest"] = (":rest", None if item.rest is None else binary(item.rest))
        has["rest_expires"] = (":later", later)
    elif item.rest:
        values[":rest"] = binary(item.rest)
    for name, (variable, value) in has.items():
        if value is None:
            gone.append(name)
        else:
            changes.append(f"{name} = {variable}")
            values[variable] = value
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


def _rest_is_there(item: Item) -> str:
    """The condition that the second part of an item, or none where it has none, is what is stored."""
    if not item.rest:
        return " AND attribute_not_exists(rest)"
    # Its own end may come later than now, as long as it comes after that of this item.
    limited = item.expires is not None
    ends = "rest_expires >= :expires" if limited else "attribute_not_exists(rest_expires)"
    return f" AND rest = :rest AND {ends}"


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
