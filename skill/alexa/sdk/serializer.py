"""The SDK's serializer, without the work that it repeats for every request.

For each request the SDK imports every class by its name, works out again how its fields are named in JSON, and
reads time stamps with a parser for any date that people write. The import of that parser takes a tenth of a cold
start. The methods here override those parts and give the same values (decision 18).

They override private methods, whose names begin with the SDK's class. If a later SDK renames them, its own are
used, and only speed is lost. What is JSON already is not converted again.
"""

import json
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer

_OF_JSON = {"str": str, "bool": bool, "int": int, "object": object}
"""The values that need no reading, by the SDK's names of their types."""


class Json(dict[str, Any]):
    """An object of JSON values: the serializer hands it on as it is."""


_AS_IT_IS = frozenset({Json, str, bool, int, type(None)})


class LeanSerializer(DefaultSerializer):
    """Reads requests and writes responses as the SDK's does."""

    def read(self, values: Any, kind: type) -> Any:
        """The object of the model that JSON values describe, without writing them down as text first.

        Raises:
            SerializationException: they describe none. The SDK raises much else on wrong forms, here as there.
        """
        own = getattr(self, "_DefaultSerializer__deserialize", None)
        return own(values, kind) if own else self.deserialize(json.dumps(values), kind)

    def serialize(self, obj: Any) -> Any:
        """The JSON values of an object of the model.

        ``Json`` is not copied: whoever gets the result leaves it as it is.
        """
        return obj if type(obj) in _AS_IT_IS else super().serialize(obj)

    def _DefaultSerializer__load_class_from_name(self, class_name: str) -> Any:  # noqa: N802
        """The class of that name, looked up once.

        Raises:
            SerializationException: there is none.
        """
        return _class_named(class_name)

    def _DefaultSerializer__deserialize_model(self, payload: Any, obj_type: Any) -> Any:  # noqa: N802
        """The object of a class of the model; fields that it does not know are kept as they came.

        Raises:
            SerializationException: the payload is not an object of this class.
        """
        own: Any = super()
        if not isinstance(payload, dict) or not hasattr(obj_type, "deserialized_types"):
            return own._DefaultSerializer__deserialize_model(payload, obj_type)
        try:
            if hasattr(obj_type, "get_real_child_model"):
                obj_type = own._DefaultSerializer__get_obj_by_discriminator(payload, obj_type)
            model, known, read = (
                obj_type(),
                _fields_of(obj_type),
                own._DefaultSerializer__deserialize,
            )
            for key, value in payload.items():
                name, kind, is_model = known.get(key, _UNKNOWN)
                if value is None or kind is object or type(value) is kind:
                    read_value = value
                elif is_model:
                    read_value = self._DefaultSerializer__deserialize_model(
                        value, _class_named(kind)
                    )
                else:
                    read_value = read(value, kind)
                setattr(model, name or key, read_value)
        except Exception as error:
            raise SerializationException(str(error)) from error
        return model

    def _DefaultSerializer__deserialize_datetime(  # noqa: N802
        self, payload: Any, obj_type: type[date]
    ) -> Any:
        """The moment of an ISO 8601 time stamp, which is all that Amazon sends; the SDK reads any other."""
        try:
            moment = datetime.fromisoformat(payload)
        except (TypeError, ValueError):
            own = DefaultSerializer._DefaultSerializer__deserialize_datetime
            return own(self, payload, obj_type)
        return moment.date() if obj_type is date else moment


_UNKNOWN = (None, object, False)


@cache
def _fields_of(kind: Any) -> dict[str, tuple[str | None, Any, bool]]:
    """Of each field of a class, by its name in JSON: its name, its type, and whether that is of the model.

    The types of JSON's own values are given as such, all others by name.
    """
    types = kind.deserialized_types
    named = {name: name for name in types} | getattr(kind, "attribute_map", {})
    return {
        key: (
            name,
            _OF_JSON.get(types[name], types[name]),
            types[name].startswith("ask_sdk_model."),
        )
        for name, key in named.items()
    }


@cache
def _class_named(name: str) -> Any:
    module, _, own = name.rpartition(".")
    try:
        return getattr(import_module(module), own)
    except (ImportError, AttributeError, ValueError) as error:
        raise SerializationException(f"there is no class {name}") from error
