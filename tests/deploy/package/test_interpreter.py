"""A Python of the function's version is found wherever it is, and its absence is explained."""

import os
import sys
from pathlib import Path

import pytest

from deploy.errors import PackagingError
from deploy.interpreter import find_interpreter

NEVER = "3.99"
OURS = f"{sys.version_info[0]}.{sys.version_info[1]}"


def pretend_python(path: Path, script: str) -> Path:
    """Write a program that passes for an interpreter."""
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path / "home")}


def test_our_own_interpreter_serves_if_it_is_of_that_version(environment: dict[str, str]) -> None:
    assert find_interpreter(OURS, environment) == Path(sys.executable)


@pytest.mark.parametrize(
    "place",
    [
        f"bin/python{NEVER}",
        f"home/.pyenv/versions/{NEVER}.1/bin/python{NEVER}",
        f"home/.local/share/uv/python/cpython-{NEVER}.1-linux-x86_64-gnu/bin/python{NEVER}",
    ],
)
def test_another_is_found_on_the_path_and_among_those_of_pyenv_and_uv(
    tmp_path: Path, environment: dict[str, str], place: str
) -> None:
    python = pretend_python(tmp_path / place, f"echo cpython.{NEVER}")
    assert find_interpreter(NEVER, environment) == python


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("PYENV_ROOT", f"versions/{NEVER}.1/bin/python{NEVER}"),
        ("UV_PYTHON_INSTALL_DIR", f"cpython-{NEVER}.1-linux/bin/python{NEVER}"),
        ("XDG_DATA_HOME", f"uv/python/cpython-{NEVER}.1-linux/bin/python{NEVER}"),
    ],
)
def test_it_is_found_where_pyenv_and_uv_were_told_to_keep_it(
    tmp_path: Path, environment: dict[str, str], variable: str, place: str
) -> None:
    python = pretend_python(tmp_path / "kept" / place, f"echo cpython.{NEVER}")
    assert find_interpreter(NEVER, {**environment, variable: str(tmp_path / "kept")}) == python


@pytest.mark.parametrize(
    "script",
    ["echo 'pyenv: command not found' >&2; exit 127", "echo cpython.3.98", f"echo pypy.{NEVER}"],
)
def test_one_that_is_not_what_its_name_says_is_passed_over(
    tmp_path: Path, environment: dict[str, str], script: str
) -> None:
    pretend_python(tmp_path / f"bin/python{NEVER}", script)
    right = pretend_python(tmp_path / f"further/python{NEVER}", f"echo cpython.{NEVER}")
    path = os.pathsep.join([environment["PATH"], "", str(right.parent)])
    assert find_interpreter(NEVER, {**environment, "PATH": path}) == right


def test_one_that_cannot_be_started_is_passed_over(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    broken = pretend_python(tmp_path / f"bin/python{NEVER}", "")
    broken.write_bytes(b"\x7fELF and nothing more")
    with pytest.raises(PackagingError):
        find_interpreter(NEVER, environment)


def test_where_there_is_none_the_remedy_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(PackagingError) as error:
        find_interpreter(NEVER, environment)
    told = str(error.value)
    assert f"python{NEVER}" in told
    assert f"uv python install {NEVER}" in told
    assert "PYTHON_RUNTIME=" in told
