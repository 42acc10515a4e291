"""A skip is a failure where everything is demanded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parents[1]

ONE_TEST = """
import pytest

@pytest.mark.skipif(True, reason="needs a horse")
def test_marked(): ...

def test_said():
    pytest.skip("needs a saddle")

@pytest.mark.xfail(reason="horses cannot fly", strict=True)
def test_expected_to_fail():
    raise AssertionError

def test_passing(): ...
"""
WHOLE_FILE = """
import pytest

pytest.skip("needs a stable", allow_module_level=True)
"""


def tried(folder: Path, test: str, demanded: str) -> tuple[int, str]:
    (folder / "conftest.py").write_text("from support.demanded import *")
    (folder / "test_it.py").write_text(test)
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "STRIDE_DEMAND_ALL": demanded}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-p", "no:cacheprovider", "--rootdir", str(folder), "-rA"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    return done.returncode, done.stdout


def test_a_skip_is_a_skip_where_not_everything_is_demanded(tmp_path: Path) -> None:
    code, told = tried(tmp_path, ONE_TEST, demanded="")
    assert code == 0
    assert "1 passed, 2 skipped, 1 xfailed" in told


def test_a_skip_fails_with_its_reason_where_everything_is_demanded(tmp_path: Path) -> None:
    code, told = tried(tmp_path, ONE_TEST, demanded="1")
    assert code == 1
    assert "needs a horse" in told
    assert "needs a saddle" in told
    assert "1 failed, 1 passed, 1 xfailed, 1 error" in told


@pytest.mark.parametrize(("demanded", "ends"), [("", 5), ("1", 2)])
def test_so_does_a_file_that_skips_itself(tmp_path: Path, demanded: str, ends: int) -> None:
    code, told = tried(tmp_path, WHOLE_FILE, demanded)
    assert code == ends
    assert ("1 skipped" in told) is not bool(demanded)
    assert ("needs a stable (STRIDE_DEMAND_ALL is set" in told) is bool(demanded)
