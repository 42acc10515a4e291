"""A value: fields that are set once, equal to another of its class with the same fields.

It is what a frozen dataclass is. But for each of those Python writes and compiles methods of its own: half a
millisecond a class, a seventh of a cold start in all, which is heard as silence. These share theirs.
"""

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A base class: the annotations of a class are its fields, in order, with their defaults.

    What is derived from fields is a ``cached_property``. There are no fields for all of a class (``ClassVar``).
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:
        values, fields = vars(self), self._fields
        values.update(zip(fields, given, strict=False))
        try:
            for name in fields[len(given) :]:
                values[name] = named.pop(name) if name in named else getattr(type(self), name)
        except AttributeError as error:
            raise TypeError(f"{type(self).__name__} needs {error.name}") from None
        if named or len(given) > len(fields):
            raise TypeError(f"{type(self).__name__} has these fields: {', '.join(fields)}")

    def _told(self) -> tuple[Any, ...]:
        values = vars(self)
        return tuple([values[name] for name in self._fields])

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash((type(self), self._told()))

    def __repr__(self) -> str:
        told = ", ".join(
            f"{name}={value!r}" for name, value in zip(self._fields, self._told(), strict=True)
        )
        return f"{type(self).__name__}({told})"

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is never changed: {name}")


if TYPE_CHECKING:
    from dataclasses import (
        replace as replace,  # so that the changes are checked as those of a dataclass
    )
else:
    Changed = TypeVar("Changed", bound=Value)

    def replace(value: Changed, **changes: Any) -> Changed:
        """The same value with some fields changed."""
        return type(value)(**{name: getattr(value, name) for name in value._fields} | changes)
