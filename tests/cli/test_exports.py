"""``stride history`` as files, ``stride plan`` for a watch, ``stride remind`` for a calendar."""

import builtins
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import fitdecode
import pytest
from cli_running import Run
from icalendar import Calendar
from support.remembered_runner import keep, remembered
from support.simulated_runner import always_easy

USER = "amzn1.ask.account.ELSEWHERE"


def read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The messages of a FIT file by their names."""
    found: dict[str, list[dict[str, Any]]] = {}
    with fitdecode.FitReader(str(path)) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                fields = {field.name: field.value for field in frame.fields}
                found.setdefault(frame.name, []).append(fields)
    return found


@pytest.fixture
def trained(tmp_path: Path) -> tuple[str, ...]:
    """The options that name somebody with three weeks behind them."""
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    keep(remembered(always_easy, 3, datetime.now(UTC).date()), url, USER)
    return "--store", url, "--user", USER


def test_a_workout_led_just_now_is_written_with_its_real_times(run: Run, tmp_path: Path) -> None:
    assert run("talk", "--fast", "--date", "2026-11-24T07:00").exit_code == 0
    folder = tmp_path / "out" / "fit"
    result = run("history", "--fit", str(folder))
    assert result.exit_code == 0, result.output
    assert "1 workout written" in result.stdout
    assert "estimated" not in result.stdout
    (file,) = folder.iterdir()
    assert file.name == "2026-11-24-strong-stride.fit"
    messages = read(file)
    (session,) = messages["session"]
    assert session["sub_sport"] == "strength_training"
    assert session["start_time"].replace(tzinfo=UTC) > datetime(2026, 11, 24, 7, tzinfo=UTC)
    active = [one for one in messages["set"] if one["set_type"] == "active"]
    assert len(active) == 10  # four exercises, two rounds, one of them on each side
    rests = [one for one in messages["set"] if one["set_type"] == "rest"]
    assert all(one["duration"] < 150 for one in rests)
    content = file.read_bytes()
    run("history", "--fit", str(folder))
    assert file.read_bytes() == content


def test_older_workouts_are_written_and_said_to_be_estimated(
    run: Run, tmp_path: Path, trained: tuple[str, ...]
) -> None:
    folder, sheet = tmp_path / "fit", tmp_path / "sets.csv"
    result = run("history", *trained, "--fit", str(folder), "--csv", str(sheet))
    assert result.exit_code == 0, result.output
    assert "Times of 6 are estimated" in result.stdout
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == 6
    assert all(name.endswith("-strong-stride-estimated.fit") for name in names)
    lines = sheet.read_text("utf-8").splitlines()
    assert lines[0].startswith("day,time,")
    assert {line[:10] for line in lines[1:]} == {name[:10] for name in names}


def test_only_what_was_done_since_a_day_is_written(
    run: Run, tmp_path: Path, trained: tuple[str, ...]
) -> None:
    folder = tmp_path / "fit"
    run("history", *trained, "--fit", str(folder))
    last = sorted(file.name[:10] for file in folder.iterdir())[-1]
    again = run("history", *trained, "--fit", str(tmp_path / "late"), "--since", last)
    assert "1 workout written" in again.stdout
    nothing = run("history", *trained, "--csv", str(tmp_path / "no.csv"), "--since", "2099-01-01")
    assert nothing.stdout == "There is no workout to write.\n"
    assert not (tmp_path / "no.csv").exists()


def test_a_folder_that_takes_no_file_is_told_in_one_line(
    run: Run, tmp_path: Path, trained: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("history", *trained, "--fit", str(tmp_path / "file" / "below"))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_without_the_library_it_is_said_what_to_install(
    run: Run, tmp_path: Path, trained: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "fit_tool":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    for name in [name for name in sys.modules if name.startswith("skill.exchange.fit_")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    result = run("history", *trained, "--fit", str(tmp_path / "fit"))
    assert result.exit_code == 2
    assert "pip install '.[fit]'" in result.stderr
    sheet = run("history", *trained, "--csv", str(tmp_path / "sets.csv"))
    assert sheet.exit_code == 0, sheet.output


def test_todays_plan_is_written_for_a_watch(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "today.fit"
    result = run("plan", "--fit", str(file), "--date", "2026-11-24")
    assert f"Written to {file}" in result.stdout
    messages = read(file)
    assert messages["workout"][0]["wkt_name"] == "Strong Stride 2026-11-24"
    steps = messages["workout_step"]
    assert messages["workout"][0]["num_valid_steps"] == len(steps)
    assert {"reps", "time", "repeat_until_steps_cmplt"} == {s["duration_type"] for s in steps}


def test_a_plan_and_its_script_are_those_of_the_runner_in_the_store(
    run: Run, trained: tuple[str, ...]
) -> None:
    theirs, new = run("plan", *trained).stdout, run("plan", "--new").stdout
    assert theirs != new
    assert run("script", *trained).stdout != run("script", *trained, "--new").stdout
    assert run("plan", *trained, "--rounds", "1").stdout != theirs


def test_a_plan_lists_what_gets_one_more_set(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'fourth_week.db'}"
    keep(remembered(always_easy, 3, date(2026, 3, 9)), url)
    listed = run("plan", "--store", url, "--date", "2026-03-09").stdout.splitlines()
    assert "2 rounds" in listed[0]
    more = listed[listed.index("And one more set") + 1 : listed.index("Stretches")]
    assert more
    assert set(more) < set(listed[2 : listed.index("And one more set")])


def test_reminders_are_written_for_a_calendar(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "legs.ics"
    preferences = ("--days", "mon,Thursday", "--at", "07:15", "--zone", "America/New_York")
    result = run("remind", "--ics", str(file), *preferences)
    assert result.exit_code == 0, result.output
    event: Any
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["rrule"]["byday"] == ["MO", "TH"]
    assert event["summary"] == "Time to train your legs."


@pytest.mark.parametrize("wish", [("--days", "someday"), ("--zone", "Mars/Olympus"), ("--at", "7")])
def test_a_reminder_that_cannot_be_is_refused(
    run: Run, tmp_path: Path, wish: tuple[str, str]
) -> None:
    result = run("remind", "--ics", str(tmp_path / "legs.ics"), *wish)
    assert result.exit_code == 2
    assert "Invalid value" in result.stderr


def test_without_a_zone_of_the_speakers_a_reminder_rings_by_this_machines_clock(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_ZONE", "Pacific/Auckland")
    file = tmp_path / "legs.ics"
    assert run("remind", "--ics", str(file), "--at", "07:15").exit_code == 0
    event: Any
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["dtstart"].params["TZID"] == "Pacific/Auckland"
    assert event["dtstart"].dt.strftime("%H:%M") == "07:15"


def test_a_day_is_the_day_of_that_date_wherever_the_runner_lives(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_ZONE", "Pacific/Kiritimati")  # at noon of UTC it is tomorrow there
    for who in ((), ("--new",)):
        assert run("plan", *who, "--date", "2026-03-09").stdout.startswith("2026-03-09:")
