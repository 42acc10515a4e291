"""Modules that are loaded when they are first used: a cold start is heard as silence (decision 18).

``import_late`` is for what a library imports at its start and uses seldom or never, ``LateModule`` for our own.

``importlib.util.LazyLoader`` does not do: by the second ``import`` of its module it has loaded it.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any


class _StandIn(ModuleType):
    """Gives way to the module of its name as soon as anything of that is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class LateModule:
    """Stands for a module of ours: each of its functions loads it when it is first called.

    For the type checker, import the real one beside it::

        if TYPE_CHECKING:
            from skill.room import module
        else:
            module = LateModule("skill.room.module")
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, function: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self._name), function)(*given, **named)

        return call


def import_late(*names: str) -> None:
    """Have modules imported when they are first used. What was imported before stays as it was."""
    for name in names:
        sys.modules.setdefault(name, _StandIn(name))
