"""Modules come out of the bundle as they would from their files; a bundle that does not fit is left alone."""

import builtins
import importlib
import logging
import sys
import traceback
from collections.abc import Iterator
from functools import partial
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from deploy.bundle import writer
from deploy.bundle.writer import bundle, modules_of
from skill.speed.bundle import FILE, Bundle, DoesNotFit, LateModule, import_late
from skill.speed.start import QuickStart

MODULES = {
    "gym/__init__.py": "NAME = 'gym'\n",
    "gym/bench.py": '"""A bench."""\n\ndef sit(n):\n    """Sit."""\n    return 6 / n\n',
    "gym/rack.py": (
        "from gym import bench\nLOAD = 20\n"
        "def lift(n=1, *, twice=False):\n    return n * LOAD\nclass Bar: pass\nclass Belt: holes = 9\n"
    ),
    "model/__init__.py": (
        "# coding: utf-8\n#\n\nfrom __future__ import absolute_import\n\n"
        "from .knee import Knee\nfrom .hip import Hip\nfrom .hip import Joint\n"
    ),
    "model/knee.py": "class Knee: bends = True\n",
    "model/hip.py": "class Hip: bends = True\nclass Joint: pass\n",
}


@pytest.fixture(params=["one by one", "in the head"])
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A folder with the modules and their bundle; ``gym.rack`` is late, as is the class ``model.Joint``.

    Where the code of the modules lies changes nothing.
    """
    names = {"gym", "gym.bench", "gym.rack", "model", "model.hip"}
    at_start = names if request.param == "in the head" else ()
    monkeypatch.setattr(writer, "bundle", partial(bundle, at_start=at_start))
    monkeypatch.setattr(writer, "is_late", lambda name: name == "gym.rack")
    monkeypatch.setattr(writer, "LATE_CLASSES", {"gym.rack.Belt", "model.Joint"})
    write(tmp_path, MODULES)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] in ("gym", "model")]:
        del sys.modules[name]


def made(modules: dict[str, str], root: str) -> bytes:
    return writer.bundle(modules_of(modules, root))


def write(folder: Path, modules: dict[str, str]) -> None:
    for name, source in modules.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(source)
    (folder / FILE).write_bytes(made(modules, str(folder)))


def use(folder: Path) -> None:
    sys.meta_path.insert(0, Bundle(str(folder)))


def test_a_module_knows_its_name_its_file_and_its_package(folder: Path) -> None:
    use(folder)
    bench, gym = importlib.import_module("gym.bench"), importlib.import_module("gym")
    assert (bench.__name__, bench.__package__) == ("gym.bench", "gym")
    assert bench.__file__ == str(folder / "gym" / "bench.py")
    assert [*gym.__path__] == [str(folder / "gym")]
    assert gym.bench is bench
    assert bench.sit(2) == 3


def test_the_sources_are_not_read(folder: Path) -> None:
    use(folder)
    for path in folder.rglob("*.py"):
        path.write_text("raise SystemExit\n")
    assert importlib.import_module("gym").NAME == "gym"


def test_a_traceback_shows_file_number_and_source_of_a_line(folder: Path) -> None:
    use(folder)
    with pytest.raises(ZeroDivisionError) as raised:
        importlib.import_module("gym.bench").sit(0)
    told = "".join(traceback.format_exception(raised.value))
    assert f'File "{folder}/gym/bench.py", line 5, in sit\n    return 6 / n' in told


def test_it_is_shown_too_where_the_function_was_unpacked_elsewhere(folder: Path) -> None:
    (folder / FILE).write_bytes(made(MODULES, "/nowhere"))
    use(folder)
    with pytest.raises(ZeroDivisionError) as raised:
        importlib.import_module("gym.bench").sit(0)
    told = "".join(traceback.format_exception(raised.value))
    assert 'File "/nowhere/gym/bench.py", line 5, in sit\n    return 6 / n' in told


def test_files_of_a_package_are_read_beside_it(folder: Path) -> None:
    use(folder)
    (folder / "gym" / "rules.txt").write_text("Breathe.")
    files = importlib.import_module("importlib.resources").files("gym")
    assert (files / "rules.txt").read_text() == "Breathe."


def test_what_is_not_in_the_bundle_is_left_to_python(folder: Path) -> None:
    finder = Bundle(str(folder))
    assert finder.find_spec("gym.pool", None) is None
    assert finder.get_source("gym.pool") is None


# While a start lasts, modules are made by a shorter way than Python's.


def imported(source: str) -> dict[str, object]:
    """The names that a statement imports."""
    names: dict[str, object] = {"__name__": "importing"}
    exec(source, names)  # noqa: S102 - what is tested
    return names


def told(name: str) -> list[object]:
    """What a module knows of itself."""
    module = sys.modules[name]
    spec, known = module.__spec__, vars(module)
    assert spec is not None
    return [
        *(known[one] for one in ("__name__", "__package__", "__file__", "__cached__")),
        [*known.get("__path__", ["none"])],
        (spec.name, spec.origin, spec.parent, spec.has_location, spec.loader is module.__loader__),
        type(module).__name__,
    ]


def test_the_shorter_way_makes_the_same_modules(folder: Path) -> None:
    names = ("gym", "gym.bench", "gym.rack", "model", "model.knee")
    made: list[list[list[object]]] = []
    for way in (importlib.import_module, lambda name: imported(f"import {name}")):
        with QuickStart(str(folder)):
            for name in names:
                way(name)
        made.append([told(name) for name in names])
        assert sys.modules["gym"].bench is sys.modules["gym.bench"]
        for name in names:
            del sys.modules[name]
        sys.meta_path.pop(0)
    usual, short = made
    assert short == usual
    assert short[2][-1] == "LateModule"


def test_a_start_takes_names_out_of_modules_and_packages(folder: Path) -> None:
    with QuickStart(str(folder)):
        assert imported("from gym.bench import sit")["sit"](2) == 3  # type: ignore[operator]
        assert imported("from gym import bench")["bench"] is sys.modules["gym.bench"]
        assert imported("from model import Knee")["Knee"] is sys.modules["model.knee"].Knee
        assert imported("import gym.bench as here")["here"] is sys.modules["gym.bench"]
        with pytest.raises(ImportError, match="cannot import name 'pool'"):
            imported("from gym import pool")
        with pytest.raises(ModuleNotFoundError, match=r"No module named 'gym\.pool'"):
            imported("import gym.pool")


def test_two_modules_may_import_each_other_during_a_start(folder: Path) -> None:
    circle = {
        "gym/left.py": "import gym.right\nLEFT = 1\ndef both(): return LEFT + gym.right.RIGHT\n",
        "gym/right.py": "from gym import left\nRIGHT = 2\ndef both(): return left.both()\n",
    }
    write(folder, {**MODULES, **circle})
    with QuickStart(str(folder)):
        assert imported("import gym.left")["gym"].right.both() == 3  # type: ignore[attr-defined]


def test_a_module_that_fails_during_a_start_is_not_kept_and_its_error_is_told(folder: Path) -> None:
    write(folder, {**MODULES, "gym/broken.py": "import gym.bench\ngym.bench.sit(0)\n"})
    with QuickStart(str(folder)):
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                imported("import gym.broken")
        assert "gym.broken" not in sys.modules
        assert "gym.bench" in sys.modules


def test_after_a_start_importing_is_pythons_own_even_where_the_start_failed(folder: Path) -> None:
    before = builtins.__import__
    with QuickStart(str(folder)):
        assert builtins.__import__ is not before
    assert builtins.__import__ is before
    with pytest.raises(ModuleNotFoundError), QuickStart(str(folder)):
        imported("import gym.pool")
    assert builtins.__import__ is before


# Late modules.


def test_a_late_module_runs_when_one_of_its_functions_is_called(folder: Path) -> None:
    use(folder)
    here: dict[str, object] = {}
    exec("from gym.rack import lift\ntable = {'lift': lift}\n", here)  # noqa: S102 - what is tested
    rack = sys.modules["gym.rack"]
    assert isinstance(rack, LateModule)
    assert "gym.bench" not in sys.modules
    assert here["table"]["lift"](3, twice=True) == 60  # type: ignore[index]
    assert "gym.bench" in sys.modules
    assert sys.modules["gym.rack"] is rack
    assert not isinstance(rack, LateModule)
    assert here["table"]["lift"]() == 20


def test_a_late_class_of_a_late_module_is_one_once_it_is_called(folder: Path) -> None:
    use(folder)
    stand_in = importlib.import_module("gym.rack").Belt
    assert isinstance(sys.modules["gym.rack"], LateModule)
    assert type(stand_in()) is vars(sys.modules["gym.rack"])["Belt"]
    assert stand_in.holes == 9


@pytest.mark.parametrize("name", ["LOAD", "Bar", "bench"])
def test_a_late_module_runs_when_anything_else_of_it_is_asked_for(folder: Path, name: str) -> None:
    use(folder)
    rack = importlib.import_module("gym.rack")
    assert name not in vars(rack)
    assert getattr(rack, name) is vars(rack)[name]


def test_a_late_module_gives_its_names_and_no_others(folder: Path) -> None:
    use(folder)
    with pytest.raises(ImportError, match="cannot import name 'Treadmill' from "):
        exec("from gym.rack import Treadmill", {})  # noqa: S102 - what is tested
    assert not hasattr(importlib.import_module("gym.rack"), "__path__")


# Packages that only name what their modules hold, as those of the SDK's model.


def test_a_module_is_imported_when_its_name_is_asked_for(folder: Path) -> None:
    use(folder)
    package = importlib.import_module("model")
    assert "model.knee" not in sys.modules
    assert package.Knee.bends
    assert "model.knee" in sys.modules
    assert "model.hip" not in sys.modules
    assert package.Knee is sys.modules["model.knee"].Knee is vars(package)["Knee"]
    assert package.knee is sys.modules["model.knee"]


def test_everything_can_be_asked_for_at_once(folder: Path) -> None:
    use(folder)
    here: dict[str, object] = {}
    exec("from model import *", here)  # noqa: S102 - what is tested
    assert {"Knee", "Hip", "Joint"} <= set(here)


def test_a_name_that_is_nowhere_is_missing_as_usual(folder: Path) -> None:
    use(folder)
    with pytest.raises(ImportError, match="cannot import name 'Elbow' from 'model'"):
        exec("from model import Elbow", {})  # noqa: S102 - what is tested
    assert not hasattr(importlib.import_module("model"), "Elbow")


@pytest.mark.parametrize(
    "more",
    [
        "import os\n",
        "LIMIT = 3\n",
        "from .hip import Joint as Other\n",
        "from .hip import (\n    Hip,\n)\n",
        "from .hip import Hip, Joint\n",
        "from . import hip\n",
        "def bend(): return Knee.bends\n",
    ],
)
def test_a_package_in_any_other_form_is_imported_as_it_is(folder: Path, more: str) -> None:
    write(folder, {**MODULES, "model/__init__.py": MODULES["model/__init__.py"] + more})
    use(folder)
    package = importlib.import_module("model")
    assert {"model.knee", "model.hip"} <= set(sys.modules)
    assert "__getattr__" not in vars(package)
    assert package.Joint is sys.modules["model.hip"].Joint


def test_a_late_class_is_imported_when_it_is_called_or_looked_at(folder: Path) -> None:
    use(folder)
    stand_in = importlib.import_module("model").Joint
    assert "model.hip" not in sys.modules
    made = stand_in()
    assert type(made) is sys.modules["model.hip"].Joint
    assert stand_in.__qualname__ == "Joint"


# A bundle that does not fit.


def other_python(content: bytes) -> bytes:
    return b"\x00\x00" + content[2:]


def cut_short(content: bytes) -> bytes:
    return content[:-10]


def cut_in_its_index(content: bytes) -> bytes:
    return content[:40]


def empty(_content: bytes) -> bytes:
    return b""


def only_the_magic_number(_content: bytes) -> bytes:
    return MAGIC_NUMBER


@pytest.mark.parametrize(
    "spoil", [other_python, cut_short, cut_in_its_index, empty, only_the_magic_number]
)
def test_with_a_bundle_that_does_not_fit_the_sources_are_used_and_one_line_is_logged(
    folder: Path,
    spoil: "object",
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = folder / FILE
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    monkeypatch.syspath_prepend(folder)
    with pytest.raises(DoesNotFit):
        Bundle(str(folder))
    with caplog.at_level(logging.INFO), QuickStart(str(folder)):
        assert importlib.import_module("gym.rack").lift() == 20
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert record.getMessage().startswith("the start is slow: the bundle is not used, since it")


def test_without_a_bundle_the_sources_are_used_and_nothing_is_said(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / FILE).unlink()
    monkeypatch.syspath_prepend(folder)
    with QuickStart(str(folder)):
        assert importlib.import_module("gym.rack").lift() == 20
    assert caplog.records == []


# Python's own modules.


@pytest.fixture
def seldom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a module that nobody has imported."""
    (tmp_path / "seldom_used.py").write_text("USED = 3\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "seldom_used"
    sys.modules.pop("seldom_used", None)


def test_a_library_that_is_imported_late_is_loaded_when_it_is_first_used(seldom: str) -> None:
    import_late([seldom])
    held = importlib.import_module(seldom)
    assert "USED" not in vars(held)
    assert held.USED == 3
    assert vars(sys.modules[seldom])["USED"] == 3
    assert importlib.import_module(seldom) is sys.modules[seldom] is not held
    assert held.USED == 3


def test_a_library_that_is_imported_late_gives_its_names_and_no_others(seldom: str) -> None:
    import_late([seldom])
    here: dict[str, object] = {}
    exec(f"from {seldom} import USED", here)  # noqa: S102 - what is tested
    assert here["USED"] == 3
    with pytest.raises(ImportError, match="cannot import name 'UNUSED'"):
        exec(f"from {seldom} import UNUSED", {})  # noqa: S102 - what is tested


def test_what_was_imported_before_stays_as_it_was() -> None:
    import_late(["json"])
    assert sys.modules["json"] is importlib.import_module("json")
    assert sys.modules["json"].loads("3") == 3
