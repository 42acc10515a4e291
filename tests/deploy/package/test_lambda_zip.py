"""The zip that was made runs on its own, from its bundle, is small and can be made again byte for byte."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from needed_package import BUILD

from deploy import ROOT
from deploy.bundle.late import is_late
from deploy.interpreter import find_interpreter
from deploy.lambda_zip import BEFORE_THE_BUNDLE
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.echo.errors import SkillCrashed
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.speed.bundle import FILE

LARGEST = 6_000_000
"""Bytes."""
ARCHIVE = BUILD / "lambda.zip"
SCRIPT = Path(__file__).parent / "packaged_function.py"
EXTRAS = {
    *("flask", "werkzeug", "jinja2", "cryptography", "certifi", "waitress", "pythonjsonlogger"),
    *("click", "rich", "hassil", "rapidfuzz", "espeakng_loader", "miniaudio", "yaml"),
    *(
        "pytest",
        "_pytest",
        "hypothesis",
        "mypy",
        "ruff",
        "requests",
        "urllib3",
        "boto3",
        "pip",
        "tests",
        "deploy",
    ),
}


@pytest.fixture(scope="module")
def names() -> list[str]:
    """The files of the zip."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.fixture(scope="module")
def python(names: list[str]) -> Path:
    """The interpreter for which the zip was compiled."""
    (tag,) = {name.split(".")[-2] for name in names if name.endswith(".pyc")}
    version = re.fullmatch(r"cpython-(\d)(\d+)", tag)
    assert version
    return find_interpreter(f"{version[1]}.{version[2]}", os.environ)


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The zip as AWS Lambda unpacks it."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(tmp_path / "task")
    return tmp_path / "task"


def command(python: Path, what: str, folder: Path) -> list[str]:
    return [str(python), "-I", "-S", "-B", str(SCRIPT), what, str(folder)]


@pytest.fixture
def function(python: Path, unpacked: Path) -> Iterator["Function"]:
    with subprocess.Popen(  # noqa: S603 - a command of our own
        command(python, "answer", unpacked),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield Function(process)
        process.kill()


class Function:
    """The unpacked function in a process of its own, asked as AWS Lambda asks."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, event: Any) -> dict[str, Any]:
        process = self._process
        assert process.stdin
        assert process.stdout
        assert process.stderr
        with suppress(BrokenPipeError):  # a function that cannot start may be gone already
            process.stdin.write(json.dumps(event) + "\n")
            process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            with suppress(BrokenPipeError):
                process.stdin.close()
            raise RuntimeError(process.stderr.read())
        answer: dict[str, Any] = json.loads(line)
        return answer


def conversation(function: Callable[[Any], dict[str, Any]]) -> Echo:
    model = load_model("en-US")
    return Echo(function, model, clock=datetime(2026, 11, 23, 7, tzinfo=UTC))


def test_the_function_leads_a_workout_from_its_bundle_alone(function: Function) -> None:
    """With nothing else on its path, and without compiling a single module."""
    echo = conversation(function)
    echo.open()
    echo.until_listening()
    echo.say("no warm up")
    echo.until_listening()
    echo.say("start")
    echo.wait_for("Seven.")
    echo.say("what's my next exercise")
    echo.wait_for("Eight.")
    assert any("good mornings" in heard.text for heard in echo.heard)


def test_a_launch_runs_no_late_module_and_a_first_yes_those_of_a_word_alone(
    python: Path, unpacked: Path
) -> None:
    handler = build_lambda_handler(Settings(store="memory:"))
    echo = conversation(lambda event: handler(event, None))
    echo.open()
    echo.say("yes")
    launch, yes = (late_run(python, unpacked, turn.request) for turn in echo.turns)
    assert launch == set()
    of_a_word = {"skill.alexa.in_doubt", "skill.alexa.intents", "skill.alexa.body"}
    assert yes == {*of_a_word, "skill.coach.decisions.yes_no"}


def late_run(python: Path, unpacked: Path, request: object) -> set[str]:
    """The late modules that a first request of a process runs."""
    asked, run = json.dumps(request), command(python, "run", unpacked)
    done = subprocess.run(run, input=asked, capture_output=True, text=True)  # noqa: S603 - of our own
    assert done.returncode == 0, done.stderr
    return set(filter(is_late, json.loads(done.stdout)))


@pytest.mark.parametrize("file", [FILE, "skill/speed/__pycache__/bundle.*.pyc"])
def test_a_missing_bundle_or_bytecode_would_be_noticed(
    function: Function, unpacked: Path, file: str
) -> None:
    (compiled,) = unpacked.glob(file)
    compiled.unlink()
    with pytest.raises(SkillCrashed) as crashed:
        conversation(function).open()
    assert "no bytecode was used for" in repr(crashed.value.__cause__)


def test_every_module_of_the_zip_can_be_imported_on_its_own(python: Path, unpacked: Path) -> None:
    done = subprocess.run(  # noqa: S603 - a command of our own
        command(python, "import", unpacked), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_every_module_has_its_source_and_bytecode_what_is_imported_before_the_bundle(
    names: list[str],
) -> None:
    sources = {name for name in names if name.endswith(".py")}
    compiled = {
        re.sub(r"__pycache__/(\w+)\.cpython-\d+\.pyc$", r"\1.py", name)
        for name in names
        if name.endswith(".pyc")
    }
    assert compiled == set(BEFORE_THE_BUNDLE)
    assert "lambda_function.py" in compiled <= sources
    assert FILE in names


def test_nothing_of_an_extra_or_of_the_tests_is_in_the_zip(names: list[str]) -> None:
    tops = {name.split("/")[0].removesuffix(".py") for name in names}
    assert tops & EXTRAS == set()
    rooms = {name.split("/")[1] for name in names if name.startswith("skill/")}
    assert rooms & {"cli", "echo", "simulator", "understanding", "web"} == set()
    assert [name for name in names if name.endswith((".so", ".pyi", ".typed", "RECORD"))] == []


def test_the_licence_of_everything_in_the_zip_is_in_it(names: list[str]) -> None:
    """Those of Apache without a text of their own are under the one at the root."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        for name in (name for name in names if name.endswith(".dist-info/METADATA")):
            folder = name.removesuffix("METADATA")
            own = re.compile(re.escape(folder) + r"(?:licenses/)?LICENSE.*")
            metadata = archive.read(name).decode()
            apache = "License: Apache 2.0" in metadata or "Apache Software License" in metadata
            assert apache or any(map(own.fullmatch, names)), name
        assert "Apache License" in archive.read("LICENSE").decode()


def test_the_zip_is_small() -> None:
    assert ARCHIVE.stat().st_size <= LARGEST


@pytest.mark.slow
def test_made_again_elsewhere_every_byte_is_the_same(tmp_path: Path, python: Path) -> None:
    """In another folder, from files of other times and modes, by somebody with another umask."""
    copy = tmp_path / "another folder"
    for part in ("deploy", "interaction_models", "lambda", "skill", "tests"):
        shutil.copytree(ROOT / part, copy / part, copy_function=shutil.copyfile)
    shutil.copyfile(ROOT / "LICENSE", copy / "LICENSE")
    for path in (path for path in copy.rglob("*") if path.is_file()):
        os.utime(path, (1_000_000_001, 1_000_000_001))
        path.chmod(0o600)
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu"}
    subprocess.run(
        [sys.executable, "-m", "deploy.package"], cwd=copy, env=environment, umask=0o077, check=True
    )
    made = {path.relative_to(copy / "build"): path for path in (copy / "build").rglob("*")}
    before = {path.relative_to(BUILD): path for path in BUILD.rglob("*")}
    assert set(made) == set(before)
    assert [
        str(name)
        for name, path in made.items()
        if path.is_file() and path.read_bytes() != before[name].read_bytes()
    ] == []
