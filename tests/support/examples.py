"""How many examples hypothesis tries for the promise of a test.

A test says how many are worth their time. ``make test`` tries a fifth of these, ``make e2e`` all of them by the
profile ``promised``: the same ones each time, so that the outcome depends on the code alone. The profile
``searching`` tries other ones each time; what it finds is mended, and becomes a test.
"""

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import settings

T = TypeVar("T")

_USUAL = 100
_QUICK = _USUAL // 5
_FEWEST = 5

# Without a deadline: a busy machine breaks no promise.
settings.register_profile("searching", max_examples=_USUAL, deadline=None)
settings.register_profile("promised", max_examples=_USUAL, deadline=None, derandomize=True)
settings.register_profile("quick", max_examples=_QUICK, deadline=None, derandomize=True)
settings.load_profile("quick")


def tried(examples: int) -> settings:
    """So many examples of a hundred that the profile tries, and five at least."""
    share = examples * settings().max_examples // _USUAL
    return settings(max_examples=max(min(examples, _FEWEST), share))


def some_of(cases: Iterable[T], one_in: int) -> list[T]:
    """Cases that take long: one in so many of them, beginning with the first; all where the profile tries all."""
    return [*cases][:: 1 if all_are_tried() else one_in]


def all_are_tried() -> bool:
    """Whether the profile tries everything, also what a quick run leaves out: ``make e2e`` does."""
    return settings().max_examples >= _USUAL
