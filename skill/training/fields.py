"""One table of a data file, read field by field, and how single values are read.

A reader of a value raises ValueError, TypeError or AttributeError where the value is wrong; ``FieldsOf`` makes of
it an error that names file, entry, field and remedy.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from skill.errors import DataError

T = TypeVar("T")


class WrongPart(ValueError):
    """A list is wrong by one of its parts, which the error names."""

    def __init__(self, part: object) -> None:
        super().__init__(part)
        self.part = part


class FieldsOf:
    """One table of a data file, read field by field."""

    def __init__(self, file: str, name: str, table: object) -> None:
        self.file = file
        self.name = name
        if not isinstance(table, dict):
            raise self.error("(all)", "is not a table", f"write [{name}] and its fields below it")
        self.unread: dict[str, Any] = dict(table)

    def error(self, field: str, problem: str, remedy: str) -> DataError:
        """What is wrong with a field of this table, and how it is put right."""
        return DataError(self.file, self.name, field, problem, remedy)

    def take(self, field: str, read: Callable[[Any], T], remedy: str) -> T:
        """Read a field; ``read`` raises ValueError, TypeError or AttributeError on a wrong value."""
        if field not in self.unread:
            raise self.error(field, "is missing", remedy)
        value = self.unread.pop(field)
        try:
            return read(value)
        except WrongPart as wrong:
            raise self.error(field, f"cannot have {wrong.part!r}", remedy) from None
        except (ValueError, TypeError, AttributeError):
            raise self.error(field, f"cannot be {value!r}", remedy) from None

    def within(self, field: str) -> "FieldsOf":
        """The fields of a table within this one.

        Raises:
            DataError: it is missing or is no table.
        """
        if field not in self.unread:
            raise self.error(field, "is missing", f"write [{field}] and its fields below it")
        return FieldsOf(self.file, field, self.unread.pop(field))

    def finish(self) -> None:
        """Make sure that every field was read.

        Raises:
            DataError: one is unknown.
        """
        for name in self.unread:
            raise self.error(name, "is unknown", "correct its spelling or remove it")


LONGEST_ID = 40
"""Characters of what an entry is called within."""


def is_id(value: Any) -> bool:
    """Whether this can be what an entry is called: small letters, digits and underscores, a letter first."""
    if not isinstance(value, str) or len(value) > LONGEST_ID or value[:1] == "_":
        return False
    return value.isascii() and value.isidentifier() and value.islower()


def read_name(value: Any) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def read_name_or_none(value: Any) -> str | None:
    """A text that is not empty, or None."""
    return None if value is None else read_name(value)


def read_names(value: Any) -> tuple[str, ...]:
    """A list of such texts; it may be empty."""
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(read_name, value))


def at_least_one(read: Callable[[Any], tuple[T, ...]]) -> Callable[[Any], tuple[T, ...]]:
    """A reader of lists that does not take an empty one."""

    def read_some(value: Any) -> tuple[T, ...]:
        found = read(value)
        if not found:
            raise ValueError
        return found

    return read_some


read_some_names = at_least_one(read_names)
"""A list of at least one such text."""


def read_whole_number(lowest: int, highest: int) -> Callable[[Any], int]:
    """A reader of whole numbers from ``lowest`` to ``highest``."""

    def read(value: Any) -> int:
        if type(value) is not int or not lowest <= value <= highest:
            raise ValueError
        return value

    return read


def read_one_of(choices: Mapping[str, T]) -> Callable[[Any], T]:
    """A reader of what each of these names stands for."""

    def read(value: Any) -> T:
        found = choices.get(value) if isinstance(value, str) else None
        if found is None:
            raise ValueError
        return found

    return read


def read_number(lowest: float, highest: float) -> Callable[[Any], float]:
    """A reader of numbers, whole or not, from ``lowest`` to ``highest``."""

    def read(value: Any) -> float:
        if type(value) not in (int, float) or not lowest <= value <= highest:
            raise ValueError
        number: float = value
        return number

    return read


def read_yes_or_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value
