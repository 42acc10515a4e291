"""Writes the bundle. Run by the Python that it is for: ``python -m deploy.bundle.writer FOLDER ROOT BUNDLE``.

``FOLDER`` holds the sources, ``ROOT`` is where they will lie, which tracebacks name.
"""

import ast
import marshal
import sys
from collections.abc import Collection, Iterator
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from deploy.bundle.flat_packages import exports
from deploy.bundle.late import LATE_CLASSES, is_late
from deploy.bundle.lean_code import lean
from skill.speed.bundle import FLAT, LATE, PLAIN, IndexEntry

OURS = "skill"
"""The package of which we know how names are taken from it."""


def bundle(sources: dict[str, str], root: str) -> bytes:
    """The bundle of modules, given as sources by their file, parted by "/".

    Raises:
        SyntaxError: a module is no Python of this version.
    """
    index: dict[str, IndexEntry] = {}
    contents: list[bytes] = []
    begin = 0
    for file, source in sorted(sources.items()):
        name = module_name(file)
        kind, content, names = _module(name, source, f"{root}/{file}")
        marshalled = marshal.dumps(content)
        index[name] = (kind, file, begin, len(marshalled), names)
        contents.append(marshalled)
        begin += len(marshalled)
    head = marshal.dumps(index)
    return b"".join((MAGIC_NUMBER, len(head).to_bytes(4, "little"), head, *contents))


def module_name(file: str) -> str:
    """What a module is imported as: "skill.coach" for "skill/coach/__init__.py"."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _module(name: str, source: str, path: str) -> tuple[int, Any, Collection[str]]:
    flat = exports(source) if path.endswith("/__init__.py") else None
    if flat is not None:
        return FLAT, flat, _late_classes(name)
    tree = ast.parse(source, path)
    stand_ins = (*sorted(_functions(tree)), *_late_classes(name)) if is_late(name) else ()
    code = compile(lean(tree, own=name.partition(".")[0] == OURS), path, "exec", dont_inherit=True)
    return (LATE if is_late(name) else PLAIN), code, stand_ins


def _late_classes(module: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in LATE_CLASSES if name.rpartition(".")[0] == module))


def _functions(tree: ast.Module) -> Iterator[str]:
    return (one.name for one in tree.body if isinstance(one, ast.FunctionDef))


def main() -> None:
    """Write the bundle."""
    folder, root, bundle_file = sys.argv[1:]
    below = Path(folder)
    sources = {
        path.relative_to(below).as_posix(): path.read_text("utf-8") for path in below.rglob("*.py")
    }
    Path(bundle_file).write_bytes(bundle(sources, root))


if __name__ == "__main__":
    main()
