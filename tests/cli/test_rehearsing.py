from pathlib import Path

import pytest
from cli_running import Run

from skill.echo import spoken_ms
from skill.simulator.models import load_model

STORE = Path("data/strong-stride/stride.db")


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "conversation.txt"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_fast_talk_leads_through_the_stretch_to_the_closing(run: Run) -> None:
    result = run("talk", "--fast", "--new")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert "Welcome to Strong Stride" in lines[0]
    assert any("you    yes" in line for line in lines)
    assert any("stretch" in line.lower() for line in lines[len(lines) // 2 :])
    assert "reps" in lines[-1]


def test_times_never_run_backwards(run: Run) -> None:
    clocks = [line[:8] for line in run("talk", "--fast", "--new").stdout.splitlines()]
    tenths = [
        int(m) * 600 + round(float(s) * 10) for m, s in (clock.split(":") for clock in clocks)
    ]
    assert tenths == sorted(tenths)


def test_a_new_runner_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    run("talk", "--fast", "--new")
    assert not (tmp_path / STORE).exists()


def test_a_runner_is_remembered_in_the_data_folder(run: Run, tmp_path: Path) -> None:
    assert run("talk", "--fast").exit_code == 0
    assert (tmp_path / STORE).exists()
    second = run("talk", "--fast")
    assert second.exit_code == 0
    assert "professional advice" not in second.stdout.splitlines()[0]


def test_a_script_is_said_and_nothing_else(run: Run, tmp_path: Path) -> None:
    script = written(tmp_path, "# a short one\nyes\n\n@45s what's my next exercise\nfinish early\n")
    result = run("talk", "--fast", "--new", "--script", script)
    said = [line.split("you    ")[1] for line in result.stdout.splitlines() if "you    " in line]
    assert said == ["yes", "what's my next exercise", "finish early"]


def test_a_wait_counts_from_the_beginning_of_the_last_response(run: Run, tmp_path: Path) -> None:
    script = written(tmp_path, "yes\n@45s what's my next exercise\n")
    lines = run("talk", "--fast", "--new", "--script", script).stdout.splitlines()
    times = [float(line[4:8]) + 60 * int(line[:3]) for line in lines]
    yes, asked = (i for i, line in enumerate(lines) if "you    " in line)
    thinking_s = 1
    begins = times[yes] + spoken_ms("yes") / 1000 + thinking_s
    assert abs(times[asked] - (begins + 45)) <= 0.2


def test_a_conversation_that_ends_before_its_workout_fails(run: Run, tmp_path: Path) -> None:
    result = run("talk", "--fast", "--new", "--script", written(tmp_path, "yes\n@30s stop\n"))
    assert result.exit_code == 1
    assert result.stderr == "Error: The conversation was over before the workout was.\n"


def test_a_scripted_runner_may_come_back(run: Run, tmp_path: Path) -> None:
    script = "yes\n@60s stop\nopen strong stride\nyes\n@20s finish early\nyes\nyes\nyes\nyes\n"
    result = run("talk", "--fast", "--new", "--script", written(tmp_path, script))
    assert result.exit_code == 0, result.output
    assert "Welcome back" in result.stdout or "You were" in result.stdout


def test_a_script_that_talks_on_after_the_session_is_told_so(run: Run, tmp_path: Path) -> None:
    script = written(tmp_path, "stop\nwhat is next\n")
    result = run("talk", "--fast", "--new", "--script", script)
    said = result.stdout.splitlines()
    assert said[-2].endswith("you    what is next")
    assert said[-1] == 'The session is over. Type "open strong stride" to go on, or "exit".'


def test_a_script_with_a_wrong_wait_names_its_line(run: Run, tmp_path: Path) -> None:
    result = run("talk", "--fast", "--new", "--script", written(tmp_path, "yes\n@soon next\n"))
    assert result.exit_code == 2
    assert "line 2" in result.stderr
    assert "Traceback" not in result.output


def test_a_script_that_is_not_text_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xff\xfe\xfa")
    result = run("talk", "--fast", "--new", "--script", str(tmp_path / "noise"))
    assert result.exit_code == 2
    assert f"{tmp_path / 'noise'} is no text in UTF-8; save it as such" in result.stderr


def test_a_damaged_store_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    damaged = tmp_path / STORE
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"this is no database" * 100)
    result = run("talk", "--fast")
    assert result.exit_code == 1
    assert str(damaged) in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_interaction_model_that_is_gone_is_named_with_its_remedy(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.simulator.models.MODELS", tmp_path / "gone")
    load_model.cache_clear()
    result = run("talk", "--fast", "--new")
    assert result.exit_code == 1
    assert "en-US.json: cannot be read (No such file" in result.stderr
    assert "Remedy" in result.stderr
