from pathlib import Path

import pytest
from cli_running import Run

pytestmark = pytest.mark.slow


def test_every_figure_becomes_a_picture(run: Run, tmp_path: Path) -> None:
    result = run("figures", "--out", str(tmp_path / "made"))
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "made").iterdir()}
    assert {"squat.svg", "glute-bridge.svg", "lower-back.svg", "figures.svg", "set.svg"} <= names
    assert f"{len(names)} pictures" in result.stdout


def test_one_picture_can_be_made_alone(run: Run, tmp_path: Path) -> None:
    assert run("figures", "--out", str(tmp_path), "--only", "set.svg").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["set.svg"]


def test_a_picture_that_there_is_not_is_named(run: Run, tmp_path: Path) -> None:
    result = run("figures", "--out", str(tmp_path), "--only", "plank.svg")
    assert result.exit_code == 2
    assert "there is no picture plank.svg" in result.output
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    result = run("figures", "--out", str(file / "deeper"), "--only", "set.svg")
    assert result.exit_code == 1
    assert str(file) in result.output
