"""The tree of a module in the bundle does what its source does, without what nobody reads when it runs."""

import ast
import copy
import importlib
import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from support.tables import with_each

from deploy.bundle.lean_code import lean

ROW = '''
from typing import NamedTuple

class Dose(NamedTuple):
    """So much of an exercise."""

    amount: int
    unit: str = "reps"
    sides: tuple[str, ...] = ("left",)

    @property
    def twice(self) -> int:
        """Both sides."""
        return self.amount * 2

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @classmethod
    def ten(cls) -> "Dose":
        return cls(10)
'''


def run(source: str, *, leanly: bool = True) -> dict[str, Any]:
    """The names of a module, run from its source or from its lean tree."""
    tree = ast.parse(source)
    names: dict[str, Any] = {"__name__": "tried"}
    exec(compile(lean(tree) if leanly else tree, "tried.py", "exec"), names)  # noqa: S102 - what is tested
    return names


def unparsed(source: str) -> str:
    return ast.unparse(lean(ast.parse(source)))


TELLINGS = [
    lambda kind: kind(3),
    lambda kind: kind(3, "seconds", sides=()),
    lambda kind: kind(amount=3),
    lambda kind: repr(kind(3)),
    lambda kind: str(kind(3)),
    lambda kind: kind(3).twice,
    lambda kind: kind.ten(),
    lambda kind: kind(3)._replace(amount=4, sides=("right",)),
    lambda kind: kind(3)._asdict(),
    lambda kind: kind._make((1, "seconds", ())),
    lambda kind: kind._fields,
    lambda kind: kind._field_defaults,
    lambda kind: kind.__match_args__,
    lambda kind: kind.__qualname__,
    lambda kind: kind(3) == (3, "reps", ("left",)),
    lambda kind: kind(3) == kind(3, "reps"),
    lambda kind: hash(kind(3)) == hash((3, "reps", ("left",))),
    lambda kind: sorted([kind(3), kind(1)]),
    lambda kind: json.dumps(kind(3)),
    lambda kind: copy.copy(kind(3)),
    lambda kind: copy.deepcopy(kind(3)),
    lambda kind: [*kind(3)],
    lambda kind: isinstance(kind(3), tuple),
    lambda kind: hasattr(kind(3), "__dict__"),
]


@with_each("tell", TELLINGS)
def test_a_named_tuple_that_is_written_out_is_the_same(tell: Any) -> None:
    plain, written = run(ROW, leanly=False)["Dose"], run(ROW)["Dose"]
    assert plain.__mro__[1] is tuple
    assert written.__mro__[1] is not tuple
    assert repr(tell(written)) == repr(tell(plain))


@with_each(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, 3, 4),
        lambda kind: kind(3, size=1),
        lambda kind: kind(3)._replace(size=1),
        lambda kind: kind._make((1,)),
    ],
)
def test_a_named_tuple_that_is_written_out_refuses_the_same(wrong: Any) -> None:
    refused = TypeError, ValueError
    for leanly in (False, True):
        with pytest.raises(refused):
            wrong(run(ROW, leanly=leanly)["Dose"])
    with pytest.raises(AttributeError):
        run(ROW)["Dose"](3).amount = 4


SIDE = '''
from enum import StrEnum

class Side(StrEnum):
    """Which of two."""

    LEFT = "left"
    RIGHT = "right"
    PORT = "left"

    @property
    def other(self) -> "Side":
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    def __bool__(self) -> bool:
        return self is not Side.RIGHT

ORDER = {Side.LEFT: 1, Side("right"): 2}
'''


@with_each(
    "tell",
    [
        list,
        len,
        repr,
        type,
        lambda kind: [(side.name, side.value, side) for side in kind],
        lambda kind: {name: side.value for name, side in kind.__members__.items()},
        lambda kind: (kind("left"), kind["RIGHT"], kind.PORT),
        lambda kind: (str(kind.LEFT), f"{kind.LEFT:>6}", repr(kind.LEFT)),
        lambda kind: (kind("left") is kind.LEFT, kind.PORT is kind.LEFT, kind.LEFT == "left"),
        lambda kind: kind.LEFT in kind,
        lambda kind: (kind.LEFT.other, bool(kind.RIGHT), isinstance(kind.LEFT, str)),
        lambda kind: {kind.LEFT: 1}["left"],
        lambda kind: json.dumps({kind.LEFT: kind.RIGHT}),
        lambda kind: copy.deepcopy(kind.LEFT) is copy.copy(kind.LEFT) is kind.LEFT,
        lambda kind: (kind.__name__, kind.__qualname__, kind.__module__, kind.__mro__[1:]),
        lambda kind: sorted([kind.RIGHT, kind.LEFT]),
        lambda kind: (kind.LEFT.__class__ is kind, kind.LEFT.upper(), kind.LEFT[0]),
        lambda kind: kind.LEFT.__reduce_ex__(2)[1],
    ],
)
def test_an_enumeration_that_is_made_quickly_is_the_same(tell: Any) -> None:
    plain, quick = run(SIDE, leanly=False)["Side"], run(SIDE)["Side"]
    assert "_simple_enum" in unparsed(SIDE)
    assert repr(tell(quick)) == repr(tell(plain))


@with_each(
    "wrong",
    [
        lambda kind: kind("up"),
        lambda kind: kind["UP"],
        lambda kind: kind.UP,
        lambda kind: setattr(kind, "LEFT", "right"),
        lambda kind: delattr(kind, "LEFT"),
        lambda kind: type("Turn", (kind,), {}),
    ],
)
def test_an_enumeration_that_is_made_quickly_refuses_the_same(wrong: Any) -> None:
    refused = []
    for leanly in (False, True):
        with pytest.raises((ValueError, KeyError, AttributeError, TypeError)) as raised:
            wrong(run(SIDE, leanly=leanly)["Side"])
        refused.append(repr(raised.value))
    assert refused[0] == refused[1]


def test_a_named_tuple_can_be_matched() -> None:
    source = ROW + '\nmatch Dose(3):\n    case Dose(amount, "reps"):\n        found = amount\n'
    assert run(source)["found"] == 3


def test_a_named_tuple_without_fields_is_written_out() -> None:
    source = "from typing import NamedTuple\nclass Nothing(NamedTuple):\n    'Nothing.'\n"
    assert run(source)["Nothing"]() == ()


def test_docstrings_and_annotations_are_taken_out_and_nothing_that_is_read() -> None:
    source = '''
"""A module."""
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast
if TYPE_CHECKING:
    from nowhere import Nothing
T = TypeVar("T")
LIMIT: int = 3
"""How many."""
UNSET: int
Values = dict[str, Any]

class Store(Protocol):
    """Where things are."""
    def load(self, name: str) -> "Nothing": ...

class Box(Generic[T]):
    held: T

def times(n: int, *more: int, by: int = LIMIT, **named: Any) -> int:
    """So many times."""
    text = """not a docstring"""
    total: int = cast("int", n * by)
    return total
'''
    names = run(source)
    assert not {"UNSET", "TypeVar", "Protocol", "Generic", "cast", "Any"} & set(names)
    assert names["LIMIT"] == 3
    assert names["times"](2) == 6
    assert names["times"].__annotations__ == {}
    assert (names["times"].__doc__, names["Store"].__doc__) == (None, None)
    assert "A module" not in unparsed(source)
    assert "not a docstring" in unparsed(source)
    assert "typing" not in unparsed(source)


IMPORTS = """
import side_effects
from __future__ import annotations
from gym import bench, rack as machine
from gym.rules import Rule, breathe as breathe, lift
from gym.words import *
__all__ = ["bench"]
def row(rule: Rule) -> None: return machine.row(rule)
"""


def test_in_modules_of_ours_nothing_is_imported_for_annotations_alone() -> None:
    ours = ast.unparse(lean(ast.parse(IMPORTS), own=True)).splitlines()
    assert [line for line in ours if "import" in line] == [
        "import side_effects",
        "from __future__ import annotations",
        "from gym import bench, rack as machine",
        "from gym.rules import breathe as breathe",
        "from gym.words import *",
    ]
    assert "from gym.rules import Rule, breathe as breathe, lift" in unparsed(IMPORTS)


SIX = """
import six
from six import iteritems, string_types as texts, text_type
from six import integer_types
LINE = 6
def pairs(given):
    return [*iteritems(given), *six.iteritems(given)]
def is_text(given): return isinstance(given, texts + (text_type,)) or isinstance(given, integer_types)
"""


def test_what_six_is_on_python_3_stands_there_without_six() -> None:
    names = run(SIX)
    assert "six" not in names
    assert names["pairs"]({"left": 1}) == [("left", 1), ("left", 1)]
    assert [names["is_text"](given) for given in ("one", 1, 1.5)] == [True, True, False]
    with pytest.raises(AttributeError) as raised:
        names["pairs"](3)
    assert [entry.lineno + 1 for entry in raised.traceback][1] == 7


@pytest.mark.parametrize(
    "name", ["ask_sdk_model.request_envelope", "ask_sdk_model.response", "transitions.core"]
)
def test_the_modules_of_a_launch_do_without_six(name: str) -> None:
    source = Path(importlib.import_module(name).__file__ or "").read_text("utf-8")
    assert "import" in source.partition("six")[0]
    assert "six" not in unparsed(source)


@with_each(
    "source",
    [
        "from six import with_metaclass, text_type",
        "import six\nvalue = six.moves",
        "from six.moves.urllib.parse import quote",
        "import six, json",
    ],
)
def test_whatever_else_is_asked_of_six_is_left_to_it(source: str) -> None:
    assert "six" in unparsed(source)
    run(source)


def test_a_hash_that_needs_no_openssl_is_taken_from_where_hashlib_has_it() -> None:
    source = "from hashlib import blake2b\ndigest = blake2b(b'runner', digest_size=8).hexdigest()"
    assert "hashlib" not in unparsed(source)
    assert run(source)["digest"] == blake2b(b"runner", digest_size=8).hexdigest()


@with_each(
    "source",
    ["from hashlib import sha256", "from hashlib import blake2b, sha256", "import hashlib"],
)
def test_whatever_else_is_asked_of_hashlib_is_left_to_it(source: str) -> None:
    assert "hashlib" in unparsed(source)


def test_the_fields_of_a_class_keep_their_names_and_those_of_a_dataclass_all() -> None:
    source = """
from dataclasses import dataclass
from typing import ClassVar

class Plain:
    a: int
    b: dict[str, int] = {}

@dataclass(frozen=True)
class Data:
    a: int
    most: ClassVar[int] = 3
"""
    names = run(source)
    assert list(names["Plain"].__annotations__) == ["a", "b"]
    assert names["Data"].__annotations__["a"] is int
    assert names["Data"](1).most == 3


def test_a_future_stays_first_and_lines_keep_their_numbers() -> None:
    source = f'"""A module."""\nfrom __future__ import annotations\n{ROW}\ndef fail():\n    raise KeyError\n'
    with pytest.raises(KeyError) as raised:
        run(source)["fail"]()
    assert raised.traceback[-1].lineno + 1 == source.count("\n")


ROOT = Path(__file__).parents[3]


@pytest.mark.slow
def test_every_module_of_ours_compiles_leanly() -> None:
    modules = sorted(ROOT.glob("skill/**/*.py"))
    assert len(modules) > 300
    for path in modules:
        tree = lean(ast.parse(path.read_text("utf-8")))
        compile(tree, str(path), "exec")
        assert "NamedTuple" not in ast.unparse(tree), path
