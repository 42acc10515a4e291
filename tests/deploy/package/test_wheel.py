"""What `pip install .` installs: the wheel holds all that the commands read."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SOURCES = ("skill", "interaction_models")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built elsewhere, since a build leaves files behind."""
    project = tmp_path_factory.mktemp("project")
    for name in SOURCES:
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, project)
    subprocess.run(  # noqa: S603 -- it runs setuptools
        [sys.executable, "-c", BUILD, "dist"], cwd=project, check=True, capture_output=True
    )
    return next((project / "dist").glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package_and_every_interaction_model(wheel: Path) -> None:
    there = {
        str(path.relative_to(ROOT))
        for name in SOURCES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == there


def test_what_is_installed_from_the_wheel_hears_every_locale(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    ask = (
        "import skill; from skill.simulator.models import heard_locales, load_model; "
        "print(skill.__file__, *(load_model(name) and name for name in heard_locales()))"
    )
    told = subprocess.run(  # noqa: S603 -- it runs this project
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert told[0] == str(tmp_path / "skill" / "__init__.py")
    assert {"en-US", "de-DE", "es-ES", "fr-FR"} <= set(told[1:])
