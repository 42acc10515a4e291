"""Objects of the SDK's model as JSON values."""

from typing import Any

from ask_sdk_core.serialize import DefaultSerializer


class Json(dict[str, Any]):
    """An object of JSON values: it is handed on as it is."""


_AS_IT_IS = frozenset({Json, str, bool, int, type(None)})


class LeanSerializer(DefaultSerializer):
    """Writes responses as the SDK's does, but for what is JSON already: it is not walked through again."""

    def serialize(self, obj: Any) -> Any:
        """The JSON values of an object of the model.

        ``Json`` is not copied: whoever gets the result leaves it as it is.
        """
        return obj if type(obj) in _AS_IT_IS else super().serialize(obj)
