"""Modules that a library imports at its start and uses seldom or never, loaded when they are first used.

``importlib.util.LazyLoader`` does not do: by the second ``import`` of its module it has loaded it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _StandIn(ModuleType):
    """Gives way to the module of its name as soon as anything of that is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def import_late(*names: str) -> None:
    """Have modules imported when they are first used. What was imported before stays as it was."""
    for name in names:
        sys.modules.setdefault(name, _StandIn(name))
