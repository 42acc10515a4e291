"""Objects of the SDK's model as JSON values."""

from enum import Enum
from functools import cache
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer


class FinalJson(dict[str, Any]):
    """An object of JSON values: it is handed on as it is, and never changed, so that a copy may be itself."""

    def __deepcopy__(self, _known: dict[int, Any]) -> "FinalJson":
        return self


_AS_IT_IS = frozenset({FinalJson, str, bool, int, float, type(None)})


def written(value: Any) -> Any:
    """The JSON values of an object of the model, as the SDK's serializer writes it.

    ``FinalJson`` is neither walked through nor copied, so the result must not be changed.
    """
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is list:
        return list(map(written, value))
    if kind is dict:
        return {name: written(inner) for name, inner in value.items()}
    keys = _keys_of(kind)
    if keys is None:
        return value.value if isinstance(value, Enum) else DefaultSerializer().serialize(value)
    found = {}
    for name, key in keys:
        inner = getattr(value, name)
        if inner is not None:  # most are none, and most of the others are texts: no call for those
            found[key] = inner if type(inner) in _AS_IT_IS else written(inner)
    return found


@cache
def _keys_of(kind: Any) -> tuple[tuple[str, str], ...] | None:
    """The fields of a class of the model, each with its key in JSON, in the SDK's order; None for others."""
    if not hasattr(kind, "deserialized_types"):
        return None
    keys = getattr(kind, "attribute_map", {})
    return tuple((name, keys.get(name, name)) for name in kind.deserialized_types)
