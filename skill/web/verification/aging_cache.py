"""A small memory for what is worth keeping for a while."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")


class AgingCache(Generic[T]):
    """Values by key, each kept for ``age``, at most ``most`` of them; the longest unused goes first.

    Not for several threads at once: those that share it hold a lock.
    """

    def __init__(self, most: int, age: timedelta) -> None:
        self._most = most
        self._age = age
        self._values: OrderedDict[str, tuple[datetime, T]] = OrderedDict()

    def get(self, key: str, now: datetime) -> T | None:
        """The value, or None where there is none that is young enough."""
        if key not in self._values:
            return None
        since, value = self._values[key]
        # A clock that was set back makes a value of the future; how old it is cannot be known.
        if not timedelta(0) <= now - since < self._age:
            del self._values[key]
            return None
        self._values.move_to_end(key)
        return value

    def put(self, key: str, value: T, now: datetime) -> None:
        """Keep the value from now on."""
        self._values[key] = (now, value)
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)
