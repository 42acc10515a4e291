"""Modules out of one file, which the packaging has made: a start opens one file, not three hundred.

The file begins with the magic number of the Python that compiled it, and the length of its head in four bytes.
The head says how many bytes follow it; it has an index, which tells of each module its kind and where its bytes
are; and it has the code of the modules that every start runs, so that names which they share are read once. All
is marshalled, as in the bytecode that Python keeps itself. ``deploy/bundle/writer.py`` writes it.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER
from marshal import loads
from types import ModuleType

TYPE_CHECKING = False  # importing typing for this takes two ms
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from importlib.readers import FileReader
    from typing import Any, TypeAlias

FILE = "launch.bundle"
"""Its name, in the folder of the function."""

PLAIN, LATE, FLAT = range(3)
"""Kinds of modules: run when imported; run when first used; a package that only names what its modules hold."""

IndexEntry: TypeAlias = "tuple[int, str, int, int, Collection[str]]"
"""Of one module: its kind; its file below the folder; where its code begins and how long it is, in bytes (none
where the head has it); of a late module its functions; of late modules and of flat packages the full names of
classes that get a stand-in."""


class DoesNotFit(Exception):
    """A bundle cannot be used by this Python."""


class Bundle:
    """Finds the modules of a bundle, and loads them; to be put into ``sys.meta_path``.

    Raises:
        FileNotFoundError: the folder has no bundle.
        DoesNotFit: it was made for another Python, or is not whole.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = f"{folder}/{FILE}"
        self._file = os.open(self._path, os.O_RDONLY)  # open as long as the process lives
        head = len(MAGIC_NUMBER)
        begins = os.pread(self._file, head + 4, 0)
        if begins[:head] != MAGIC_NUMBER:
            raise DoesNotFit("it was made for another Python")
        length = int.from_bytes(begins[head:], "little")
        self._begin = head + 4 + length
        self._index: dict[str, IndexEntry]
        self._at_start: dict[str, Any]
        try:
            # Trusted as any bytecode is: those who can change it can change the sources beside it.
            read = loads(os.pread(self._file, length, head + 4))  # noqa: S302
            following, self._index, self._at_start = read
        except (EOFError, ValueError, TypeError) as error:
            raise DoesNotFit("it is not whole") from error
        if self._begin + following != os.fstat(self._file).st_size:
            raise DoesNotFit("it is not whole")

    def find_spec(self, fullname: str, _path: Any, _target: Any = None) -> ModuleSpec | None:
        """Where a module of the bundle is; None for any other."""
        entry = self._index.get(fullname)
        if entry is None:
            return None
        file = f"{self._folder}/{entry[1]}"
        spec = ModuleSpec(fullname, self, origin=file)  # type: ignore[arg-type] # a loader by what it does
        spec.has_location = True
        # Else Python works out, for each module, where its bytecode would be.
        spec.cached = self._path
        if file.endswith("/__init__.py"):
            spec.submodule_search_locations = [file.removesuffix("/__init__.py")]
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """A late module is one of a class of its own; all others are left to Python."""
        return LateModule(spec.name) if self._index[spec.name][0] == LATE else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, or tell it how to be run."""
        kind, _, _, _, names = self._index[module.__name__]
        if kind == PLAIN:
            exec(self.get_code(module.__name__), vars(module))  # noqa: S102 - that is what importing is
        elif kind == LATE:
            vars(module)[_LATER] = (self, names)
        else:
            _make_flat(module, self.get_code(module.__name__), names)

    def importing(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        """An ``__import__`` that makes modules of the bundle from its index, and leaves others to ``usual``.

        Python's own way asks each finder under locks and works out what the index says, a twentieth of a start.
        Without locks, this is for as long as there is one thread.
        """
        index, modules = self._index, sys.modules

        def quick(
            name: str, names: Any = None, own: Any = None, wanted: Any = (), level: int = 0
        ) -> Any:
            if level == 0 and name not in modules and name in index:
                self._make(name)
            return usual(name, names, own, wanted, level)

        return quick

    def _make(self, name: str) -> None:
        """Make a module, and the packages that it is in before."""
        modules = sys.modules
        package, _, own_name = name.rpartition(".")
        if package and package not in modules:
            if package in self._index:
                self._make(package)
            if package not in modules or name in modules:
                return
        spec = self.find_spec(name, None)
        if spec is None:
            return
        module = self.create_module(spec) or ModuleType(name)
        folders = spec.submodule_search_locations
        named = {"__spec__": spec, "__loader__": self, "__file__": spec.origin}
        named |= {"__cached__": spec.cached, "__package__": package if folders is None else name}
        if folders is not None:
            named["__path__"] = folders
        vars(module).update(named)
        modules[name] = module
        try:
            self.exec_module(module)
        except BaseException:
            del modules[name]
            raise
        if package:
            setattr(modules[package], own_name, module)

    def get_code(self, fullname: str) -> Any:
        """The code of a module; of a flat package what it names, with their modules."""
        if fullname in self._at_start:
            return self._at_start[fullname]
        _, _, begin, size, _ = self._index[fullname]
        return loads(os.pread(self._file, size, self._begin + begin))  # noqa: S302

    def get_source(self, fullname: str) -> str | None:
        """The source of a module, which lies beside the bundle: a traceback shows its lines."""
        spec = self.find_spec(fullname, None)
        if spec is None or spec.origin is None:
            return None
        with open(spec.origin, encoding="utf-8") as file:  # noqa: PTH123 - as above
            return file.read()

    def get_resource_reader(self, fullname: str) -> FileReader:
        """Who reads the files of a package, such as time zones: they lie beside the bundle."""
        from importlib.readers import FileReader

        return FileReader(_Located(f"{self._folder}/{self._index[fullname][1]}"))  # type: ignore[arg-type]


class _Located:
    """A loader as far as a reader asks for one: where its module is."""

    def __init__(self, path: str) -> None:
        self.path = path


_LATER = "__bundle_and_functions__"


class LateModule(ModuleType):
    """A module that runs when something of it is used.

    Its functions, and some classes, can be imported before, and put into tables: a stand-in runs the module when
    it is called.
    """

    def __getattr__(self, name: str) -> Any:
        later = vars(self).get(_LATER)
        if later is not None and name in later[1]:
            return _stand_in(self, name)
        if later is not None and f"{self.__name__}.{name}" in later[1]:
            return LateClass(lambda: _ran(self)[name])
        if later is None or (name.startswith("__") and name.endswith("__")):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        _ran(self)
        return getattr(self, name)


def _ran(module: ModuleType) -> dict[str, Any]:
    """The names of a late module, which is run unless it has been."""
    later: tuple[Bundle, Collection[str]] | None = vars(module).pop(_LATER, None)
    if later is not None:
        module.__class__ = ModuleType
        exec(later[0].get_code(module.__name__), vars(module))  # noqa: S102 - that is what importing is
    return vars(module)


def _stand_in(module: ModuleType, name: str) -> Callable[..., Any]:
    names = vars(module)

    def call(*given: Any, **named: Any) -> Any:
        if _LATER in names:
            _ran(module)
        return names[name](*given, **named)

    return call


class LateClass:
    """Stands for a class: whatever is asked of it is asked of the class, which is imported then."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self._load = load

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Make an instance of the class."""
        return self._load()(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


def _import(name: str) -> ModuleType:
    __import__(name)
    return sys.modules[name]


def _make_flat(package: ModuleType, exports: dict[str, str], late: Collection[str]) -> None:
    """Let a package that only names what its modules hold find a name when it is asked for (PEP 562)."""
    names, own = vars(package), package.__name__
    modules = frozenset(exports.values())

    def load(name: str) -> Any:
        return getattr(_import(f"{own}.{exports[name]}"), name)

    def find(name: str) -> Any:
        if name in modules:  # a package that has imported them has them as attributes too
            return _import(f"{own}.{name}")
        if name not in exports:
            raise AttributeError(f"module {own!r} has no attribute {name!r}")
        if f"{own}.{name}" in late:
            return LateClass(lambda: load(name))
        return names.setdefault(name, load(name))

    names.update(__getattr__=find, __all__=list(exports))


class LateLibrary(ModuleType):
    """A module of Python's own that is loaded as soon as anything of it is asked for.

    ``importlib.util.LazyLoader`` does not do: by the second ``import`` of its module it has loaded it.
    """

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(_import(self.__name__), name)


def import_late(names: Iterable[str]) -> None:
    """Have modules of Python's own imported when they are first used. What was imported before stays."""
    for name in names:
        sys.modules.setdefault(name, LateLibrary(name))
