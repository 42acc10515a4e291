"""Objects of the SDK's model that read a field of their JSON when it is first asked for.

The SDK reads a whole request: some fifty objects with all their fields, of which a turn looks at twenty. It
refuses the request where any of them holds what it does not know. Here each field is read by itself. It has the
value that the SDK would read; where the SDK would fail, it is None, as if it had not been sent. So one field's
meaning does not depend on its neighbours.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.sdk.writing import FinalJson

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""From a value of JSON to the model's."""

_SENT = "_sent"


def read(values: Any, kind: type[T]) -> T | None:
    """The object of a class of the model that JSON values describe; None where they describe none."""
    found: T | None = _reader_of(f"{kind.__module__}.{kind.__qualname__}")(values)
    return found


@cache
def _reader_of(kind: str) -> Reader:
    """What reads a value as a type, which the SDK names by a text; None where it cannot be read so."""
    if _is_plain_class(kind):
        return _object(kind)
    read_value = _strict_reader_of(kind)

    def read_or_none(value: Any) -> Any:
        if value is None:
            return None
        try:
            return read_value(value)
        # As wide as what may stand in a field, and what a parser of dates makes of it.
        except Exception:
            return None

    return read_or_none


_JSON = {"str": str, "bool": bool, "int": int}
"""The types of JSON's own values, by the names that the SDK gives them."""


class _Field:
    """A field of an object: its value comes from what was sent, and stands on the object from then on."""

    __slots__ = ("_key", "_kind", "_name", "_of_json")

    def __init__(self, name: str, key: str, kind: str) -> None:
        self._name, self._key, self._kind, self._of_json = name, key, kind, _JSON.get(kind)

    def __get__(self, read_object: Any, _owner: type) -> Any:
        own = read_object.__dict__
        value = own[_SENT].get(self._key)
        # Else it is what it should be.
        if value is not None and type(value) is not self._of_json:
            value = _reader_of(self._kind)(value)
        own[self._name] = value
        return value


def sent(read_object: Any, key: str) -> Any:
    """What was sent in an object under a key that the SDK's model does not know; None where nothing was."""
    return vars(read_object).get(_SENT, {}).get(key)


def sent_whole(read_object: Any) -> dict[str, Any]:
    """All that was sent of an object."""
    values: dict[str, Any] = vars(read_object).get(_SENT, {})
    return values


@cache
def _on_demand(kind: Any) -> type:
    """The class with its fields read on demand. It is a subclass, so that handlers see what they expect."""
    types, keys = kind.deserialized_types, kind.attribute_map
    fields = {name: _Field(name, keys[name], types[name]) for name in types}
    return type(kind.__name__, (kind,), fields)


def _strict_reader_of(kind: str) -> Reader:
    """What reads values of a type: one of JSON's, a list, a mapping, an enum or a class with subclasses.

    The values are never null. Any error that the reader raises means that there is no value.
    """
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind.startswith("list["):
        return _list(kind.removeprefix("list[").removesuffix("]"))
    if kind.startswith("dict("):
        return _mapping(kind.removeprefix("dict(str, ").removesuffix(")"))
    found = _named(kind)
    if issubclass(found, Enum):
        return {member.value: member for member in found}.__getitem__
    return _object_by_type(found)


@cache
def _named(name: str) -> Any:
    module, _, own = name.rpartition(".")
    return getattr(import_module(module), own)


def _is_plain_class(kind: str) -> bool:
    """Whether a type is a class of the model without subclasses: most are, and reading them cannot fail."""
    if kind in _SIMPLE or kind.startswith(("list[", "dict(")):
        return False
    found = _named(kind)
    return not issubclass(found, Enum) and not hasattr(found, "get_real_child_model")


@cache
def _object(kind: str) -> Reader:
    """Makes objects of a class that reads its fields on demand; none where no object was sent."""
    own = _on_demand(_named(kind))

    def read_object(value: Any) -> Any:
        if not isinstance(value, dict):
            return None
        made: Any = object.__new__(own)
        made.__dict__[_SENT] = value
        return made

    return read_object


def _object_by_type(kind: Any) -> Reader:
    """Reads objects of that subclass of a class of the model which an object's type names."""

    def read_object(value: Any) -> Any:
        return _object(kind.get_real_child_model(value))(value)

    return read_object


def _list(kind: str) -> Reader:
    """Reads lists of a type; an item of another form, or none, is left out, as if it had not been sent.

    A list of any values is what was sent: what they mean may depend on their place in it.
    """

    def read_list(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError
        if kind == "object":
            return value
        read_item = _reader_of(kind)
        return [item for sent in value if (item := read_item(sent)) is not None]

    return read_list


def _mapping(kind: str) -> Reader:
    """Reads mappings from names to values of a type; a value of another form, or none, is left out.

    Where any value will do, as in what a session carries, it is what was sent: a copy made by the SDK would have
    no use.
    """
    if kind == "object":
        return _any_values

    def read_mapping(value: Any) -> Any:
        read_inner = _reader_of(kind)
        found = ((name, read_inner(sent)) for name, sent in value.items())
        return {name: inner for name, inner in found if inner is not None}

    return read_mapping


def _any_values(value: Any) -> FinalJson:
    if not isinstance(value, dict):
        raise TypeError
    return FinalJson(value)


def _scalar(kind: Callable[[Any], Any]) -> Reader:
    """Reads values of a type of JSON's own; a number written as text is one."""

    def read_scalar(value: Any) -> Any:
        if type(value) is kind:
            return value
        if isinstance(value, list | dict):
            raise TypeError
        return kind(value)

    return read_scalar


def _moment(value: Any) -> datetime:
    """ISO 8601, which is all that Amazon sends, is read by the standard library; any other date by the SDK."""
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        read_by_sdk: datetime = DefaultSerializer().deserialize(json.dumps(value), datetime)
        read_by_sdk.utcoffset()  # fails where it is a day away from UTC or more, which the SDK lets pass
        return read_by_sdk


def _day(value: Any) -> date:
    return _moment(value).date()


_SIMPLE: Mapping[str, Reader] = {
    "str": _scalar(str),
    "bool": bool,
    "int": _scalar(int),
    "float": _scalar(float),
    "object": lambda value: value,
    "date": _day,
    "datetime": _moment,
}
