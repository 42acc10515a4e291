"""``stride runs``: files and folders of a watch, read from the terminal."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cli_running import Run
from support.fit_inputs import activity_file, session
from support.remembered_runner import keep, remembered
from support.simulated_runner import always_easy
from support.xml_runs import gpx_run, point, segment


def yesterdays_run() -> bytes:
    return activity_file(session(began=datetime.now(UTC) - timedelta(days=1)))


def gpx_of_yesterdays_run() -> bytes:
    """Yesterday's run as a service exports it: from its first point on, a moment after the watch was started."""
    began = datetime.now(UTC) - timedelta(days=1, seconds=-4)
    return gpx_run(segment(point(0, 0, began), point(17_900, 5_690, began)))


def test_a_folder_is_read_and_what_is_no_run_is_told_and_nothing_lost(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "watch"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "A.FIT").write_bytes(yesterdays_run())
    (folder / "broken.fit").write_bytes(yesterdays_run()[:-20])
    (folder / "the_same.gpx").write_bytes(gpx_of_yesterdays_run())
    (folder / "notes.txt").write_text("no run")
    first = run("runs", str(folder))
    assert first.exit_code == 1
    assert first.stdout == "Runs: 1 new. 1 known already.\n"
    assert first.stderr.splitlines() == [
        f"{folder / 'broken.fit'} is cut off; copy it from the watch once more."
    ]
    again = run("runs", str(folder / "deeper" / "A.FIT"))
    assert (again.exit_code, again.stdout) == (0, "Runs: 0 new. 1 known already.\n")


def test_the_next_plan_is_a_light_one(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    keep(remembered(always_easy, 8, datetime.now(UTC).date()), url)
    file = tmp_path / "run.fit"
    file.write_bytes(yesterdays_run())
    assert "3 rounds" in run("plan", "--store", url).stdout
    run("runs", str(file), "--store", url)
    assert "2 rounds" in run("plan", "--store", url).stdout


def test_an_empty_folder_and_a_missing_file_are_told(run: Run, tmp_path: Path) -> None:
    empty = run("runs", str(tmp_path))
    assert "has no FIT, TCX or GPX file" in empty.stderr
    assert run("runs", str(tmp_path / "none.fit")).exit_code == 2
