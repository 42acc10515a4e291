"""Names from files of workouts, for what understands speech: in the model when packaged, or sent at run time.

Those that come with the coach are put into the interaction model. One's own are sent to Alexa at the beginning of
a session, as dynamic entities (Amazon: Use Dynamic Entities for Customized Interactions).
"""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from skill.training.programme import SpokenNames

logger = logging.getLogger(__name__)

Json = dict[str, Any]

EXERCISE, PROGRAMME = "EXERCISE", "PROGRAMME"
"""The slot types of the model that names are values of."""

MOST_ENTITIES = 100
"""What one update may have (Amazon). Whether synonyms count is not said: they do here, and are left out first."""


def with_values(model: Json, names: SpokenNames) -> Json:
    """An interaction model with the names as further values; a wording that is there keeps its meaning."""
    whole = model["interactionModel"]
    language = whole["languageModel"]
    types = [_with_names(one, _by_type(names).get(one["name"], {})) for one in language["types"]]
    return {**model, "interactionModel": {**whole, "languageModel": {**language, "types": types}}}


def entities(names: SpokenNames) -> Json | None:
    """The directive that teaches Alexa these names for the session; None where there are none.

    Programmes come first, and where there is not room for all, exercises are left out before them.
    """
    room, left_out = MOST_ENTITIES, 0
    values: dict[str, list[Json]] = {}
    for type_, by_id in ((PROGRAMME, names.programmes), (EXERCISE, names.exercises)):
        for id_, (name, *_) in by_id.items():
            if room:
                values.setdefault(type_, []).append(_value(id_, name, ()))
                room -= 1
            else:
                left_out += 1
    if left_out:
        logger.warning("Alexa is not sent %d names: an update takes %d", left_out, MOST_ENTITIES)
    for type_, found in values.items():
        for value in found:
            others = _by_type(names)[type_][value["id"]][1:][:room]
            value["name"]["synonyms"] = [other.lower() for other in others]
            room -= len(others)
    if not values:
        return None
    types = [{"name": type_, "values": found} for type_, found in values.items()]
    return {
        "type": "Dialog.UpdateDynamicEntities",
        "updateBehavior": "REPLACE",
        "types": types,
    }


def _by_type(names: SpokenNames) -> dict[str, Mapping[str, tuple[str, ...]]]:
    return {EXERCISE: names.exercises, PROGRAMME: names.programmes}


def _with_names(type_: Json, names: Mapping[str, tuple[str, ...]]) -> Json:
    known = {value["id"] for value in type_["values"]}
    taken = {said for value in type_["values"] for said in _wordings(value)}
    added = []
    for id_, all_names in names.items():
        free = [name.lower() for name in all_names if name.lower() not in taken]
        if id_ not in known and free:
            taken.update(free)
            added.append(_value(id_, free[0], free[1:]))
    return {**type_, "values": [*type_["values"], *added]}


def _wordings(value: Json) -> Iterable[str]:
    return (value["name"]["value"], *value["name"].get("synonyms", ()))


def _value(id_: str, name: str, others: Iterable[str]) -> Json:
    return {"id": id_, "name": {"value": name.lower(), "synonyms": list(others)}}
