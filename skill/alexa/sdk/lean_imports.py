"""Imports of the SDK, made lean: a module of it is loaded when a name of it is first used.

A cold start of a cloud function is heard as silence, and half of the SDK's is the import of some three hundred
model classes, of which a turn needs sixty. Each package of the model, and two more, have an ``__init__`` that is
nothing but a flat list of ``from .module import Name``. Such a package gets a ``__getattr__`` (PEP 562) that does
the same import when the name is asked for. A package in any other form is imported as it is: should a later SDK
look different, it is slower and nothing else. What was imported before stays as it was.
"""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

SWITCH = "STRIDE_PLAIN_SDK"
"""The environment variable that, set to anything, leaves the SDK's imports as they are."""

DISTRIBUTIONS = ("ask_sdk_model", "ask_sdk_core", "ask_sdk_runtime")
"""The topmost packages of the SDK."""

DEFERRED = frozenset(
    {
        "ask_sdk_model.services.ServiceClientFactory",  # all of Amazon's service clients hang on this one
        "ask_sdk_model.interfaces.display.PlainText",
        "ask_sdk_model.interfaces.display.RichText",
        "ask_sdk_model.interfaces.display.TextContent",
    }
)
"""Names that the SDK imports at its start and uses later or never. A stand-in takes the place of each until it is
called."""

_FUTURE = "from __future__ import absolute_import"


class Deferred:
    """Stands for a class: whatever is asked of it is asked of the class, which is imported then."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self._load = load

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Make an instance of the class."""
        return self._load()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


class _LeanLoader:
    """Fills a package with nothing but the knowledge of where its names are."""

    def __init__(self, exports: Mapping[str, str], deferred: Collection[str]) -> None:
        self._exports = exports
        self._deferred = deferred

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Give the module a way to find a name when it is asked for."""
        package, names = module.__name__, vars(module)
        modules = frozenset(self._exports.values())

        def load(name: str) -> Any:
            return getattr(import_module(f"{package}.{self._exports[name]}"), name)

        def find(name: str) -> Any:
            if name in modules:  # a package that has imported them has them as attributes too
                return import_module(f"{package}.{name}")
            if name not in self._exports:
                raise AttributeError(f"module {package!r} has no attribute {name!r}")
            if f"{package}.{name}" in self._deferred:
                return Deferred(lambda: load(name))
            return names.setdefault(name, load(name))

        names.update(__getattr__=find, __all__=list(self._exports))


class LeanFinder:
    """Finds the modules of one distribution where Python would, and makes its flat packages lean.

    ``root`` is its topmost package; ``deferred`` the full names that get a stand-in.
    """

    def __init__(self, root: str, deferred: Collection[str] = ()) -> None:
        self.root = root
        self.deferred = deferred

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module's own spec; for a flat package, one with another loader."""
        if fullname.partition(".")[0] != self.root:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or not spec.submodule_search_locations or spec.origin is None:
            return spec
        if isinstance(spec.loader, SourceFileLoader):
            exports = _exports(spec.loader.get_data(spec.origin).decode())
            if exports is not None:
                # A loader by what it does: its base class would import fifteen modules that nobody needs.
                spec.loader = _LeanLoader(exports, self.deferred)  # type: ignore[assignment]
        return spec


def _exports(source: str) -> dict[str, str] | None:
    """The names that a flat list of imports gives, with their modules; None where there is anything else."""
    exports = {}
    for line in source.splitlines():
        # By words: compiling a pattern for it would take a third of a millisecond.
        words = line.split()
        if not words or words[0].startswith("#") or line == _FUTURE:
            continue
        if len(words) != 4 or line[:1].isspace() or words[::2] != ["from", "import"]:
            return None
        module, name = words[1].removeprefix("."), words[3]
        if words[1] != f".{module}" or not (module.isidentifier() and name.isidentifier()):
            return None
        exports[name] = module
    return exports


def use_lean_sdk() -> None:
    """Import the SDK lean from now on, in this process."""
    if not any(isinstance(finder, LeanFinder) for finder in sys.meta_path):
        sys.meta_path[:0] = [LeanFinder(root, DEFERRED) for root in DISTRIBUTIONS]
