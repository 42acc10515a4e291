"""Writes the bundle. Run by the Python that it is for: ``python -m deploy.bundle.writer FOLDER ROOT``.

``FOLDER`` holds the function, and gets the bundle; ``ROOT`` is where it will lie, which tracebacks name.
"""

import ast
import marshal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any, NamedTuple

from deploy.bundle.flat_packages import exports
from deploy.bundle.late import LATE_CLASSES, is_late
from deploy.bundle.lean_code import lean
from skill.speed.bundle import FILE, FLAT, LATE, PLAIN, IndexEntry

OURS = "skill"
"""The package of which we know how names are taken from it."""

START = """
import lambda_function, sys
from skill.speed.bundle import Bundle, LateModule
for name, module in sys.modules.items():
    if isinstance(getattr(module, "__loader__", None), Bundle) and not isinstance(module, LateModule):
        print(name)
"""
"""Starts the function from its bundle, and prints the modules that were run."""


class Module(NamedTuple):
    """A module of the bundle: what its entry says, and its code, or what a flat package names."""

    kind: int
    file: str
    content: Any
    names: Collection[str]


def modules_of(sources: Mapping[str, str], root: str) -> dict[str, Module]:
    """The modules by their names, of sources given by their files, parted by "/".

    Raises:
        SyntaxError: a module is no Python of this version.
    """
    return {
        module_name(file): _module(file, source, f"{root}/{file}")
        for file, source in sorted(sources.items())
    }


def bundle(modules: Mapping[str, Module], at_start: Collection[str] = ()) -> bytes:
    """The bundle of modules; those that run ``at_start`` have their code in its head."""
    index: dict[str, IndexEntry] = {}
    contents: list[bytes] = []
    begin = 0
    for name, (kind, file, content, names) in modules.items():
        marshalled = b"" if name in at_start else marshal.dumps(content)
        index[name] = (kind, file, begin, len(marshalled), names)
        contents.append(marshalled)
        begin += len(marshalled)
    started = {name: module.content for name, module in modules.items() if name in at_start}
    head = marshal.dumps((begin, index, started))
    return b"".join((MAGIC_NUMBER, len(head).to_bytes(4, "little"), head, *contents))


def module_name(file: str) -> str:
    """What a module is imported as: "skill.coach" for "skill/coach/__init__.py"."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _module(file: str, source: str, path: str) -> Module:
    name = module_name(file)
    flat = exports(source) if file.endswith("/__init__.py") else None
    if flat is not None:
        return Module(FLAT, file, flat, _late_classes(name))
    tree = ast.parse(source, path)
    stand_ins = (*sorted(_functions(tree)), *_late_classes(name)) if is_late(name) else ()
    code = compile(lean(tree, own=name.partition(".")[0] == OURS), path, "exec", dont_inherit=True)
    return Module(LATE if is_late(name) else PLAIN, file, code, stand_ins)


def _late_classes(module: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in LATE_CLASSES if name.rpartition(".")[0] == module))


def _functions(tree: ast.Module) -> Iterator[str]:
    return (one.name for one in tree.body if isinstance(one, ast.FunctionDef))


def run_at_start(folder: Path) -> frozenset[str]:
    """The modules that a process runs which starts from the bundle in ``folder``.

    Raises:
        CalledProcessError: it does not start.
    """
    command = [sys.executable, "-B", "-s", "-S", "-W", "ignore", "-c", START]
    started = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=folder,
        env={"STRIDE_STORE": "memory:"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return frozenset(started.stdout.split())


def main() -> None:
    """Write the bundle: first to see what a start from it runs, then so that a start finds that at once."""
    folder, root = Path(sys.argv[1]), sys.argv[2]
    sources = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.py")
    }
    modules, made = modules_of(sources, root), folder / FILE
    made.write_bytes(bundle(modules))
    made.write_bytes(bundle(modules, run_at_start(folder)))


if __name__ == "__main__":
    main()
