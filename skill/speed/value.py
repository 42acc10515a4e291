"""A value: fields that are set once, equal to another of its class with the same fields.

It is what a frozen dataclass is. But for each of those Python writes and compiles methods of its own: half a
millisecond a class, a seventh of a cold start in all, which is heard as silence. These share theirs.
docs/decisions/0018-a-lean-start.md has the figures, and says where named tuples stay. That it is as strict as a
dataclass is promised by tests/speed/test_value.py.
"""

from operator import itemgetter
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A base class: the annotations of a class are its fields, in order, with their defaults.

    What is derived from fields is a ``cached_property``. There are no fields for all of a class (``ClassVar``).
    """

    _fields: ClassVar[dict[str, None]] = {}
    _defaults: ClassVar[dict[str, Any]] = {}
    _pick: ClassVar[Any] = staticmethod(lambda _own: ())
    """Picks the fields out of an instance's own values, which hold what was derived, too."""

    def __init_subclass__(cls) -> None:
        own = vars(cls)
        names = cls.__annotations__
        if names:
            cls._fields = {**cls._fields, **dict.fromkeys(names)}
            cls._defaults = cls._defaults | {name: own[name] for name in names if name in own}
            cls._pick = itemgetter(*cls._fields)

    def __init__(self, *given: Any, **named: Any) -> None:
        values, fields = vars(self), self._fields
        values.update(zip(fields, given, strict=False))
        if named or len(given) != len(fields):
            values.update(self._defaults | values | named)
            if values.keys() != fields.keys() or len(given) > len(fields):
                raise TypeError(f"{type(self).__name__} has these fields: {', '.join(fields)}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._pick(vars(self)) == self._pick(vars(other))

    def __hash__(self) -> int:
        return hash((type(self), self._pick(vars(self))))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={vars(self)[name]!r}" for name in self._fields)
        return f"{type(self).__name__}({fields})"

    def _replace(self, **changes: Any) -> Self:
        """The same value with some fields changed; named as a named tuple's, so that all values are copied alike.

        Raises:
            TypeError: there is no such field.
        """
        return type(self)(**{name: getattr(self, name) for name in self._fields} | changes)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is never changed: {name}")
