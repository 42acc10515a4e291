"""Names that a skill gives for the time of a session: ``Dialog.UpdateDynamicEntities``."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from skill.echo.errors import BadEntities
from skill.understanding.interaction_model import InteractionModel, SlotTypeValue

DIRECTIVE = "Dialog.UpdateDynamicEntities"
MOST_ENTITIES = 100  # names and synonyms together: the strictest reading of Amazon's "up to 100"
LONGEST_ENTITY = 140  # characters, as those of a slot type's value

Json = dict[str, Any]


def with_entities(
    static: InteractionModel, now: InteractionModel, directives: Iterable[Json]
) -> InteractionModel:
    """The model that holds from now on, by what the response gives; ``static`` is the skill's own.

    Raises BadEntities.
    """
    for directive in directives:
        if directive["type"] == DIRECTIVE:
            now = _updated(static, directive)
    return now


def _updated(static: InteractionModel, directive: Mapping[str, Any]) -> InteractionModel:
    behavior = directive.get("updateBehavior")
    if behavior == "CLEAR":
        return static
    if behavior != "REPLACE":
        raise BadEntities("updateBehavior", limit="REPLACE, CLEAR", got=behavior)
    types = dict(static.types)
    count = 0
    for entry in _objects(directive.get("types"), "types"):
        name = str(entry.get("name"))
        if name not in static.types:
            raise BadEntities("types", limit=", ".join(sorted(static.types)), got=name)
        values = tuple(map(_value, _objects(entry.get("values"), "values")))
        count += sum(len(value.wordings) for value in values)
        # What is dynamic goes before what is static (Amazon: Use Dynamic Entities).
        types[name] = (*values, *static.types[name])
    if not 0 < count <= MOST_ENTITIES:
        raise BadEntities("types", limit=f"1 to {MOST_ENTITIES} names and synonyms", got=count)
    return replace(static, types=MappingProxyType(types))


def _objects(value: object, where: str) -> list[Mapping[str, Any]]:
    if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
        raise BadEntities(where, limit="a list of objects", got=repr(value)[:80])
    return value


def _value(entry: Mapping[str, Any]) -> SlotTypeValue:
    name = entry.get("name")
    if not isinstance(name, dict):
        raise BadEntities("name", limit="an object", got=repr(name)[:80])
    said = [name.get("value"), *(name.get("synonyms") or ())]
    for one in said:
        if not isinstance(one, str) or not 0 < len(one) <= LONGEST_ENTITY:
            raise BadEntities(
                "value", limit=f"1 to {LONGEST_ENTITY} characters", got=repr(one)[:80]
            )
    return SlotTypeValue(str(entry.get("id") or ""), said[0], tuple(said[1:]))
