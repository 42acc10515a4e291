"""The SDK's serializer, without the work that it repeats for every request.

It looks up each class by an import, and it reads time stamps with a parser for every date that people ever wrote,
whose import takes a tenth of a cold start. Both are overridden here by what leads to the same values; should a
later SDK name its methods otherwise, its own are used. What is JSON already is not walked through once more.
"""

import json
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer


class Json(dict[str, Any]):
    """An object of JSON values: the serializer hands it on as it is."""


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
        return obj if type(obj) is Json else super().serialize(obj)

    def _DefaultSerializer__load_class_from_name(self, class_name: str) -> Any:  # noqa: N802
        """The class of that name, looked up once.

        Raises:
            SerializationException: there is none.
        """
        return _class_named(class_name)

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


@cache
def _class_named(name: str) -> Any:
    module, _, own = name.rpartition(".")
    try:
        return getattr(import_module(module), own)
    except (ImportError, AttributeError, ValueError) as error:
        raise SerializationException(f"there is no class {name}") from error
