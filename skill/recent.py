"""What was made last, kept in memory; and how to forget at once what is kept of runners."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from threading import Lock
from typing import Any, Generic, TypeVar, cast

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., Any])

_forget: list[Callable[[], None]] = []


def forgotten_with_runners(forget: Callable[[], None]) -> None:
    """Have something called whenever a runner is to be forgotten."""
    _forget.append(forget)


def kept_of_runners(most: int, *, typed: bool = False) -> Callable[[F], F]:
    """``functools.lru_cache`` for what is worked out of runners' records: emptied when one is to be forgotten."""

    def keep(function: F) -> F:
        kept = lru_cache(most, typed)(function)
        forgotten_with_runners(kept.cache_clear)
        return cast("F", kept)

    return keep


def forget_runners() -> None:
    """Empty all that this process keeps of runners: nothing in it tells whose it is, so everything goes."""
    for forget in _forget:
        forget()


class Recent(Generic[K, V]):
    """Values by key, up to ``most`` together by ``weigh``; the one unused for longest goes first.

    May be used from any thread.
    """

    def __init__(self, most: int, weigh: Callable[[V], int]) -> None:
        self._most = most
        self._weigh = weigh
        self._lock = Lock()
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._weight = 0

    def get(self, key: K) -> V | None:
        """The value; None where it is not kept, or no longer."""
        with self._lock:
            value = self._kept.get(key)
            if value is not None:
                self._kept.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Keep a value, in place of the one of the same key."""
        with self._lock:
            if key in self._kept:
                self._weight -= self._weigh(self._kept.pop(key))
            self._kept[key] = value
            self._weight += self._weigh(value)
            while self._weight > self._most:
                self._weight -= self._weigh(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._kept.clear()
            self._weight = 0
