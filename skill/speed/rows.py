"""What named tuples that the packaging has written out share: they are what ``typing.NamedTuple`` makes.

Python writes and compiles a method for every class of named tuples; here that was done when packaging
(``deploy/bundle/lean_code.py``).
"""

# What collections.namedtuple makes fields of.
from _collections import _tuplegetter as field  # type: ignore[import-not-found]
from collections.abc import Iterable
from typing import Any, ClassVar, Self

__all__ = ["Row", "field", "make"]

make = tuple.__new__


class Row(tuple[Any, ...]):
    """The methods of a named tuple; a class of one has its fields and ``__new__``."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()
    _field_defaults: ClassVar[dict[str, Any]] = {}

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        """One with the values in the order of the fields.

        Raises:
            TypeError: there are more or fewer of them.
        """
        made = make(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **changes: Any) -> Self:
        """The same with some fields changed.

        Raises:
            TypeError: there is no such field.
        """
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return made

    __replace__ = _replace

    def _asdict(self) -> dict[str, Any]:
        """The values by their fields."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({fields})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)
