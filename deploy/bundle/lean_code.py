"""The tree of a module without what only readers, type checkers and tools need.

Nothing of it changes what the module does: annotations of functions and docstrings are never read when it runs,
and a named tuple that is written out is the same class, without the compiling that Python does for each. Lines
keep their numbers.
"""

import ast
from collections.abc import Sequence
from typing import TypeVar

ROWS = "skill.speed.rows"
"""Where a named tuple that is written out has its methods from."""

QUICK_ENUM = "_simple_enum"
"""How Python makes the enumerations of its own library: without checks, which a test here has made before."""


def lean(tree: ast.Module, *, own: bool = False) -> ast.Module:
    """The tree of a module, changed in place.

    In a module of our own, whatever was imported for annotations alone is not imported: a name that others are to
    take from it stands in its ``__all__``, as type checkers demand. An import of all names (``*``) stays.
    """
    tree = _Lean().visit(tree)
    used = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    if own:
        tree.body = _without_unused_imports(tree.body, used | _exported(tree))
    _drop_unused(tree, used)
    return ast.fix_missing_locations(tree)


_NOTHING, _NAMES, _FIELDS = range(3)
"""What of annotations is read where the tree is: nothing; in a class their names; in a dataclass all."""


class _Lean(ast.NodeTransformer):
    def __init__(self) -> None:
        self._rows = False
        self._enums = False
        self._in_class = [_NOTHING]

    def visit_Module(self, node: ast.Module) -> ast.Module:
        node.body = _without_docstring(node.body)
        self.generic_visit(node)
        if self._rows:
            names = [ast.alias("Row", "_speed_row"), ast.alias("field", "_speed_field")]
            names.append(ast.alias("make", "_speed_make"))
            line = ast.ImportFrom(ROWS, names, 0)
            node.body.insert(_after_future(node.body), line)
        if self._enums:
            line = ast.ImportFrom("enum", [ast.alias(QUICK_ENUM, "_speed_enum")], 0)
            node.body.insert(_after_future(node.body), line)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        node.body = _without_docstring(node.body) or [ast.Pass()]
        node.returns = None
        given = node.args
        more = (given.vararg, given.kwarg)
        for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, more)):
            argument.annotation = None
        self._in_class.append(_NOTHING)
        self.generic_visit(node)
        self._in_class.pop()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = _without_docstring(node.body) or [ast.Pass()]
        node.bases = [base for base in node.bases if not _is_for_checkers(base)]
        row = _is_of(node, "NamedTuple")
        node.decorator_list = [one for one in node.decorator_list if not _is_called(one, _TELLS)]
        if _is_of(node, "StrEnum"):
            quick = ast.Call(ast.Name("_speed_enum", ast.Load()), node.bases, [])
            node.decorator_list.append(_in_place_of(node, quick))
            node.bases = []
            self._enums = True
        read = any(map(_reads_annotations, node.decorator_list))
        self._in_class.append(_NOTHING if row else _FIELDS if read else _NAMES)
        if row:
            _write_out(node)
            self._rows = True
        self.generic_visit(node)
        self._in_class.pop()
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if self._in_class[-1] == _FIELDS:
            return node
        if self._in_class[-1] == _NAMES:
            node.annotation = ast.copy_location(ast.Constant(None), node)
            self.generic_visit(node)
            return node
        if node.value is None:
            return None
        self.generic_visit(node)
        return ast.copy_location(ast.Assign([node.target], node.value), node)

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        if _is(node.test, "TYPE_CHECKING"):
            kept: list[ast.stmt] = []
            for one in node.orelse:
                new = self.visit(one)
                kept += new if isinstance(new, list) else [new] if new else []
            return kept or ast.copy_location(ast.Pass(), node)
        self.generic_visit(node)
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | list[ast.stmt]:
        if node.module == "hashlib" and _IN_BLAKE2.issuperset(name.name for name in node.names):
            node.module = "_blake2"
        if node.module != "six" or node.level:
            return node
        known = [name for name in node.names if name.name in _SIX]
        lines = [f"{name.asname or name.name} = {_SIX[name.name]}" for name in known]
        node.names = [name for name in node.names if name not in known]
        written = _in_place_of(node, ast.parse("\n".join(lines))).body
        return [*([node] if node.names else []), *written]

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if _is(node.func, "cast") and len(node.args) == 2:
            return node.args[1]
        # Nothing asks a type variable anything but a generic class, of which the function has none.
        return ast.copy_location(ast.Constant(None), node) if _is(node.func, "TypeVar") else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "six" and node.attr in _SIX:
            return _in_place_of(node, ast.parse(_SIX[node.attr], mode="eval")).body
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.copy_location(ast.Name("object", node.ctx), node) if node.id == "Any" else node


_SIX = {
    "integer_types": "(int,)",
    "iteritems": "lambda mapping: iter(mapping.items())",
    "string_types": "(str,)",
    "text_type": "str",
    "PY3": "True",
}
"""What these names of ``six`` are on Python 3: for them alone it would be imported, with three modules more."""

_IN_BLAKE2 = frozenset({"blake2b", "blake2s"})
"""What ``hashlib`` has from a module that needs nothing; itself it loads OpenSSL for its other functions."""

_TELLS = "dataclass_transform"
"""A decorator that tells type checkers something, and does nothing."""


def _is_called(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and _is(node.func, name)


def _is_of(node: ast.ClassDef, base: str) -> bool:
    """Whether a class is derived from this one alone."""
    return len(node.bases) == 1 and _is(node.bases[0], base) and not node.keywords


def _is_for_checkers(base: ast.expr) -> bool:
    """Whether a class has this base for type checkers alone."""
    generic = isinstance(base, ast.Subscript) and _is(base.value, "Generic")
    return generic or _is(base, "Protocol")


def _reads_annotations(decorator: ast.expr) -> bool:
    """Whether it is a dataclass, which looks into the annotations of a class. Others take their names alone."""
    return "dataclass" in ast.dump(decorator)


def _is(node: ast.expr, name: str) -> bool:
    """Whether it is ``name`` or ``typing.name``."""
    if isinstance(node, ast.Attribute):
        return node.attr == name and isinstance(node.value, ast.Name) and node.value.id == "typing"
    return isinstance(node, ast.Name) and node.id == name


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    """The body without text that stands alone."""
    return [
        one
        for one in body
        if not (
            isinstance(one, ast.Expr)
            and isinstance(one.value, ast.Constant)
            and isinstance(one.value.value, str)
        )
    ]


def _after_future(body: Sequence[ast.stmt]) -> int:
    """The place of a first line that may come after ``from __future__``."""
    places = (
        place + 1
        for place, one in enumerate(body)
        if isinstance(one, ast.ImportFrom) and one.module == "__future__"
    )
    return max(places, default=0)


def _write_out(node: ast.ClassDef) -> None:
    """Turn the class of a named tuple into that of a row with the same fields, defaults and methods."""
    fields: list[str] = []
    defaults: list[str] = []
    body: list[ast.stmt] = []
    for one in node.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            fields.append(one.target.id)
            if one.value is not None:
                defaults.append(one.target.id)
                body.append(ast.copy_location(ast.Assign([one.target], one.value), one))
        else:
            body.append(one)
    names = ", ".join(fields)
    signature = ", ".join(f"{name}={name}" if name in defaults else name for name in fields)
    given = f"({names},)" if fields else "()"
    lines = [
        "__slots__ = ()",
        f"_fields = __match_args__ = {tuple(fields)!r}",
        f"_field_defaults = {{{', '.join(f'{name!r}: {name}' for name in defaults)}}}",
        f"def __new__(_cls, {signature}): return _speed_make(_cls, {given})",
        *(f"{name} = _speed_field({place}, None)" for place, name in enumerate(fields)),
    ]
    written = _in_place_of(node, ast.parse("\n".join(lines))).body
    node.bases = [ast.copy_location(ast.Name("_speed_row", ast.Load()), node)]
    node.body = [*body, *written]


T = TypeVar("T", bound=ast.AST)


def _in_place_of(node: ast.AST, written: T) -> T:
    """What was written to stand where a node stood: its lines are the node's."""
    for inner in ast.walk(written):
        if hasattr(inner, "lineno"):
            ast.copy_location(inner, node)
    return written


def _exported(tree: ast.Module) -> set[str]:
    """The names in ``__all__``."""
    return {
        name.value
        for one in tree.body
        if isinstance(one, ast.Assign) and _is(one.targets[0], "__all__")
        for name in ast.walk(one.value)
        if isinstance(name, ast.Constant) and isinstance(name.value, str)
    }


def _without_unused_imports(body: list[ast.stmt], used: set[str]) -> list[ast.stmt]:
    for one in body:
        if isinstance(one, ast.ImportFrom) and one.module != "__future__":
            one.names = [
                name
                for name in one.names
                if (name.asname or name.name) in used or name.name in (name.asname, "*")
            ]
    return [one for one in body if not (isinstance(one, ast.ImportFrom) and not one.names)]


def _drop_unused(tree: ast.Module, used: set[str]) -> None:
    """Leave out imports from ``typing``, and of ``six``, that nothing needs any more."""
    for holder in ast.walk(tree):
        for part in ("body", "orelse", "finalbody"):
            body = getattr(holder, part, None)
            if isinstance(body, list):
                kept = [new for one in body if (new := _needed(one, used)) is not None]
                body[:] = kept or ([ast.copy_location(ast.Pass(), body[0])] if body else [])


def _needed(one: ast.stmt, used: set[str]) -> ast.stmt | None:
    if isinstance(one, ast.ImportFrom) and one.module == "typing" and one.level == 0:
        one.names = [name for name in one.names if (name.asname or name.name) in used]
        return one if one.names else None
    if isinstance(one, ast.Import) and [name.name for name in one.names] in (["typing"], ["six"]):
        return one if one.names[0].name in used else None
    return one
