"""What modules import, read from their sources: when they are imported, and later, within functions."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Later(NamedTuple):
    """An import within a function: its module and line there, and what it imports."""

    module: str
    line: int
    names: tuple[str, ...]


class Imports:
    """The imports of modules, given as their sources by name. What is not among these is somebody else's."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._modules = frozenset(sources)
        self._at_once: dict[str, list[str]] = {name: [] for name in sources}
        self.later: list[Later] = []
        for name, source in sources.items():
            for node, within_a_function in _imports(ast.parse(source), within_a_function=False):
                names = tuple(self._named(node))
                if within_a_function:
                    self.later.append(Later(name, node.lineno, names))
                else:
                    self._at_once[name] += names

    def needs(self, names: Iterable[str]) -> frozenset[str]:
        """The packages of other people's and of Python's that importing these modules imports."""
        todo, seen, others = list(names), set[str](), set[str]()
        while todo:
            name = todo.pop()
            for module in _with_packages(name):
                if module in self._modules and module not in seen:
                    seen.add(module)
                    todo += self._at_once[module]
            if name.partition(".")[0] not in self._modules:
                others.add(name.partition(".")[0])
        return frozenset(others)

    def _named(self, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        """The modules that a line imports: of "from a import b" it is a.b, where that is one of these."""
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif node.module:
            inner = (f"{node.module}.{one.name}" for one in node.names)
            yield from (name for name in inner if name in self._modules)
            yield node.module


def _imports(
    tree: ast.AST, *, within_a_function: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    """The imports below a node, and whether each is within a function; none that is for type checkers alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, within_a_function
        elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            inner = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from _imports(node, within_a_function=within_a_function or inner)


def _with_packages(module: str) -> Iterator[str]:
    """A module and the packages that it is in."""
    parts = module.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts) + 1))
