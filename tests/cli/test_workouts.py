"""``stride workouts``, and a programme of one's own led to the stretch."""

import tomllib
from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner
from support.own_sheet import SHEET

from skill.cli.commands import stride

EVERY_DAY = (
    'weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one sheet."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "physio.toml").write_text(
        SHEET.replace('weekdays = ["tuesday", "Friday"]', EVERY_DAY), "utf-8"
    )
    return folder


@pytest.mark.slow
def test_a_programme_of_ones_own_is_led_to_the_stretch_and_kept(run: Run, folder: Path) -> None:
    own = "--workouts", str(folder)
    told = run(*own, "talk", "--fast")
    assert told.exit_code == 0, told.output
    assert "my physio's sheet" in told.stdout
    assert "towel curls" in told.stdout
    assert "stretch" in told.stdout
    history = run(*own, "history").stdout
    assert "Towel curls" in history
    exported = run(*own, "history", "--fit", str(folder / "fit"))
    assert "1 workout written" in exported.stdout


@pytest.mark.slow
def test_what_was_done_stays_when_the_file_is_gone(run: Run, folder: Path) -> None:
    run("--workouts", str(folder), "talk", "--fast")
    without = run("history")
    assert without.exit_code == 0, without.output
    assert "towel curl" in without.stdout


def test_good_files_are_told_and_wrong_ones_with_their_remedy(run: Run, folder: Path) -> None:
    (folder / "wrong.toml").write_text('[programme]\nname = "<b>"\n', "utf-8")
    result = run("workouts", "check", str(folder))
    assert result.exit_code == 1
    assert f"{folder / 'physio.toml'}: good." in result.stdout
    assert f"{folder / 'wrong.toml'}: programme: name cannot be '<b>'; write" in result.stderr
    assert run("workouts", "check", str(folder / "physio.toml")).exit_code == 0
    assert run("workouts", "check").exit_code == 2


def test_where_there_is_no_workout_nothing_is_called_good(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()
    (tmp_path / "folder").mkdir()
    for place in (empty, tmp_path / "folder", tmp_path):
        result = run("workouts", "check", str(place))
        assert result.exit_code == 1
        assert f"{place} has no workout; name a TOML file" in result.stderr
        assert "good" not in result.output


def test_a_name_that_no_watch_knows_is_told_with_its_file_before_a_watch_asks(
    run: Run, folder: Path
) -> None:
    file = folder / "physio.toml"
    file.write_text(file.read_text("utf-8") + 'fit = "hip_stabilty"\n', "utf-8")
    result = run("workouts", "check", str(folder))
    assert result.exit_code == 1
    assert f"{file}: towel_curl: fit has no category 'hip_stabilty'; write" in result.stderr
    plan = "plan", "--programme", "physio", "--fit", str(folder / "out.fit")
    written = run("--workouts", str(folder), *plan)
    assert "workouts of your own: towel_curl: fit has no category" in written.stderr


def test_a_file_in_another_encoding_is_told_in_plain_words(run: Run, folder: Path) -> None:
    (folder / "latin.toml").write_bytes('[programme]\nname = "café"\n'.encode("latin-1"))
    result = run("workouts", "check", str(folder))
    assert f"{folder / 'latin.toml'} is no text in UTF-8; save it as such" in result.stderr


def test_a_folder_with_a_wrong_file_is_refused_in_one_line(run: Run, folder: Path) -> None:
    (folder / "wrong.toml").write_text("not toml", "utf-8")
    result = run("--workouts", str(folder), "plan")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    (folder / "wrong.toml").write_bytes(b"#" * 70_000)
    assert "too large" in run("--workouts", str(folder), "plan").stderr


def test_new_asks_and_writes_a_file_to_complete(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    answers = ["My sheet", "3", "squats", "counted", "15", "n", "45"]
    answers += ["clam shells", "counted", "12", "y", "30", ""]
    result = CliRunner().invoke(stride, ["workouts", "new", str(file)], "\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "Fill in how clam shells is done" in result.stdout
    tables = tomllib.loads(file.read_text("utf-8"))
    assert tables["programme"]["exercises"] == ["squat", "clam_shells"]
    assert tables["exercise"]["clam_shells"]["sides"] == "each"
    assert run("workouts", "new", str(file)).exit_code == 2


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_shipped_programme_goes_out_and_comes_back(run: Run, tmp_path: Path, ending: str) -> None:
    file, back = tmp_path / f"core.{ending}", tmp_path / "mine.toml"
    option = "--timer" if ending == "json" else "--csv"
    assert run("workouts", "export", "core", option, str(file)).exit_code == 0
    result = run("workouts", "import", str(file), "--out", str(back))
    assert result.stdout == f"Written to {back}.\n"
    assert run("workouts", "check", str(back)).exit_code == 0
    assert run("workouts", "import", str(file), "--out", str(back)).exit_code == 2


def test_the_programmes_are_listed_and_an_unknown_one_is_refused(run: Run, tmp_path: Path) -> None:
    listed = run("workouts", "list").stdout
    assert "core: core for runners, 2 x (dead bugs" in listed
    unknown = run("workouts", "export", "gone", "--csv", str(tmp_path / "x.csv"))
    assert unknown.exit_code == 2
    assert "core" in unknown.stderr
    assert run("plan", "--programme", "gone").exit_code == 2
    assert "Dead bugs" in run("plan", "--programme", "core").stdout
