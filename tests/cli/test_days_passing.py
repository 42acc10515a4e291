"""A conversation file can let days pass, on the virtual clock in no time."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli_running import Run

from skill.cli.conversation import MOST_ANSWERS, ScriptedRunner, WeekTime, read_conversation

pytestmark = pytest.mark.slow

WEEK = "yes ...\n@Thursday 7:00 open strong stride\nyes ...\n"
BEGINS = ("--date", "2026-11-23T07:00")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "week.txt"


def days(output: str) -> list[str]:
    return re.findall(r"^\w+day \d{4}-\d\d-\d\d, \d\d:\d\d$", output, re.MULTILINE)


def test_a_week_of_one_runner_is_talked_through_at_once(run: Run, script: Path) -> None:
    script.write_text(WEEK, "utf-8")
    result = run("talk", "--fast", "--new", *BEGINS, "--script", str(script))
    assert result.exit_code == 0, result.output
    assert days(result.stdout) == ["Monday 2026-11-23, 07:00", "Thursday 2026-11-26, 07:00"]
    first, second = result.stdout.split("Thursday 2026")
    assert "Welcome to Strong Stride" in first
    assert "Welcome to Strong Stride" not in second
    assert second.splitlines()[1].startswith("  0:00.0  you    open strong stride")


def test_the_days_are_those_of_the_records(run: Run, script: Path) -> None:
    script.write_text(WEEK, "utf-8")
    run("talk", "--fast", *BEGINS, "--script", str(script))
    told = run("history").stdout
    assert "2026-11-23" in told
    assert "2026-11-26" in told


def test_what_is_said_again_and_again_ends_with_the_session(run: Run, script: Path) -> None:
    script.write_text("yes\n@60s finish early\nno ...\n@Friday 9:00 open strong stride\n", "utf-8")
    result = run("talk", "--fast", "--new", *BEGINS, "--script", str(script))
    assert result.exit_code == 0, result.output
    assert days(result.stdout)[1:] == ["Friday 2026-11-27, 09:00"]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-23T06:59", "2026-11-23T07:00"),
        ("2026-11-23T07:00", "2026-11-30T07:00"),
        ("2026-11-24T00:00", "2026-11-30T07:00"),
    ],
)
def test_a_moment_of_the_week_is_the_next_one_to_come(now: str, then: str) -> None:
    moment = WeekTime(0, 7, 0).after(datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert moment == datetime.fromisoformat(then).replace(tzinfo=UTC)


def test_who_is_never_let_go_stops_answering() -> None:
    class Listening:
        listens, is_over = True, False

    runner = ScriptedRunner(read_conversation(["yes ..."]))
    said = [runner.says(Listening()) for _ in range(MOST_ANSWERS + 1)]  # type: ignore[arg-type]
    assert said == ["yes"] * MOST_ANSWERS + [None]


@pytest.mark.parametrize(
    "line", ["@Thursday open it", "@Someday 7:00 yes", "@Monday 25:00 yes", "@Monday 7:00"]
)
def test_a_day_that_cannot_be_names_its_line(run: Run, script: Path, line: str) -> None:
    script.write_text(f"yes\n{line}\n", "utf-8")
    result = run("talk", "--fast", "--new", "--script", str(script))
    assert result.exit_code == 2
    assert "line 2" in result.stderr


def test_the_real_clock_cannot_be_set(run: Run) -> None:
    result = run("talk", "--new", *BEGINS)
    assert result.exit_code == 2
    assert "--fast" in result.stderr
