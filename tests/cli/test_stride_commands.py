import builtins
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from cli_running import Run
from click.testing import CliRunner

import skill.cli
import skill.web
from skill.cli.collection import offered
from skill.cli.commands import stride
from skill.cli.extras import missing_extra
from skill.loaders import read_words
from skill.settings import home_settings

ROOT = Path(skill.cli.__file__).parents[2]
PLAN = ("--date", "2026-01-05")


def test_a_plan_shows_its_exercises_needs_and_stretches(run: Run) -> None:
    result = run("plan", *PLAN, "--exercises", "4", "--rounds", "2")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("2026-01-05: 2 rounds, about ")
    assert lines[1].startswith("What you need: ")
    assert lines.index("Stretches") == 6
    assert any(line.startswith("  Calf stretch") for line in lines[7:])


def test_the_version_is_that_of_the_project(run: Run) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert run("--version").stdout == f"stride {project['version']}\n"


@pytest.mark.parametrize("command", ["plan", "script", "history"])
def test_a_locale_that_is_not_there_is_refused_with_those_that_are(run: Run, command: str) -> None:
    result = run("--locale", "tlh-QO", command)
    assert result.exit_code == 2
    assert "--locale: there are en-US, " in result.stderr
    assert "not tlh-QO" in result.stderr


def test_a_language_that_nobody_knows_is_refused_by_the_argument_that_names_it(run: Run) -> None:
    result = run("words", "xx-YY")
    assert result.exit_code == 2
    assert "LOCALE: there are en-US, " in result.stderr
    assert "--locale" not in result.stderr


def test_the_words_of_a_language_stand_on_one_page(run: Run) -> None:
    for locale in ("en-GB", "de-DE"):
        result = run("words", locale)
        assert result.exit_code == 0, result.stdout[:500]
    assert "\ncount.number\n  Eins.\n  Zwei.\n  Drei.\n  Elf.\n  Einundzwanzig.\n" in result.stdout


def test_the_units_are_those_of_the_locale(run: Run) -> None:
    plans = [run("--locale", locale, "plan", *PLAN) for locale in ("en-US", "en-GB")]
    assert [plan.exit_code for plan in plans] == [0, 0]


@pytest.mark.slow
def test_a_talk_in_another_country_is_a_talk_with_the_same_coach(run: Run) -> None:
    talk = ("talk", "--fast", "--new", "--date", "2026-01-05")
    assert run("--locale", "en-GB", *talk).stdout == run(*talk).stdout


def test_a_plan_is_the_same_every_time(run: Run) -> None:
    assert run("plan", *PLAN).stdout == run("plan", *PLAN).stdout


def test_a_script_tells_every_cue_in_order_of_time(run: Run) -> None:
    lines = run("script", *PLAN, "--exercises", "2", "--rounds", "1").stdout.splitlines()
    assert lines[0].startswith("  0:00.0  ")
    assert any(line.endswith("  Fifteen.") for line in lines)
    assert [line[:8] for line in lines] == sorted(line[:8] for line in lines)


def test_a_slower_beat_makes_a_longer_script(run: Run) -> None:
    plain, slow = (run("script", *PLAN, "--beat", beat).stdout for beat in ("100", "140"))
    assert plain.splitlines()[-1][:8] < slow.splitlines()[-1][:8]


def test_the_diagram_in_the_documents_is_the_machines(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "states.md").read_text("utf-8")
    drawn = page.split("```mermaid\n")[1].split("\n```")[0]
    assert run("states").stdout.rstrip("\n") == drawn


@pytest.mark.parametrize("words", [(), ("athlete",), ("store",), ("workouts",)])
def test_the_overview_tells_of_every_command_in_a_line_that_is_not_cut(
    run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    overview = run(*words, "--help").stdout
    assert "Commands:" in overview
    assert "..." not in overview.split("Commands:")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "--exercises", "9"),
        ("plan", "--rounds", "0"),
        ("plan", "--date", "yesterday"),
        *((name, "--date", "0001-01-01") for name in ("plan", "script", "history")),
        ("talk", "--fast", "--new", "--date", "9999-12-31T23:59"),
        ("script", "--beat", "1000"),
        ("talk", "--fast", "--voice"),
        ("talk", "--script", "no-such-file"),
        ("run",),
    ],
)
def test_what_cannot_be_is_refused_with_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output


def test_a_store_that_is_no_store_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_STORE", "mysql://here")
    result = run("talk", "--fast")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "mysql://here" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_environment_chooses_the_store() -> None:
    assert home_settings({"STRIDE_STORE": "memory:"}).store == "memory:"
    home = home_settings({"XDG_DATA_HOME": "/data"}).store
    assert home == "sqlite:////data/strong-stride/stride.db"
    assert home_settings({}).store.endswith("/.local/share/strong-stride/stride.db")


def without(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Let a package be missing."""
    real = builtins.__import__

    def importing(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", importing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
@pytest.mark.parametrize("words", [("--help",), ("states",), ("plan", *PLAN)])
def test_a_disk_that_is_full_is_told_in_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [str(Path(sys.executable).with_name("stride")), *words]
        done = subprocess.run(  # noqa: S603 - our own code
            command, stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode == 1
    assert done.stderr == "Error: No space left on device\n"


def test_a_missing_command_line_library_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "skill.cli.commands")
    without(monkeypatch, "click")
    with pytest.raises(SystemExit) as left:
        skill.cli.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "This needs the package click: pip install '.[simulator]' in the project's folder\n"
    )


def test_ctrl_c_while_a_command_is_still_starting_ends_it_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "skill.cli.commands", Interrupted("commands"))
    with pytest.raises(SystemExit) as left:
        skill.cli.main()
    assert left.value.code == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("package", ["flask", "waitress"])
def test_a_missing_web_library_is_one_sentence_and_exit_code_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setattr(skill, "web", skill.web)  # to be put back: a new one is imported
    for module in [name for name in sys.modules if name.startswith("skill.web")]:
        monkeypatch.delitem(sys.modules, module)
    without(monkeypatch, package)
    result = run("serve")
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: This needs the package {package}: pip install '.[web]' in the project's folder\n"
    )


@pytest.mark.parametrize("command", ["plan", "talk", "script"])
def test_a_time_zone_that_is_none_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("STRIDE_ZONE", "Mars/X")
    result = run(command)
    assert result.exit_code != 0
    assert "STRIDE_ZONE cannot be 'Mars/X'; name one such as Europe/Berlin" in result.stderr


def test_an_empty_locale_is_refused_as_any_other_that_is_not_there(run: Run) -> None:
    result = run("--locale", "", "plan")
    assert result.exit_code == 2
    assert "not an empty name." in result.stderr


def test_a_module_of_no_extra_is_not_explained_away() -> None:
    assert missing_extra(ModuleNotFoundError("No module named 'skll'", name="skll")) is None


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(stride, ["--help"]).stdout
    assert all(
        f"  {name} " in shown for name in ("talk", "plan", "script", "states", "serve", "athlete")
    )


def test_a_locale_that_is_not_yet_whole_leads_to_what_it_lacks() -> None:
    with pytest.raises(click.BadParameter, match="stride words de-DE"):
        offered("de-DE", ["en-US"])
    with pytest.raises(click.BadParameter) as refused:
        offered("xx-XX", ["en-US"])
    assert "stride words" not in str(refused.value)


@pytest.mark.parametrize("command", ["plan", "script"])
def test_an_exercise_without_words_is_refused_by_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def words_without_squats(kind: str, locale: str, check: Any = None) -> dict[str, Any]:
        words = read_words(kind, locale, check)
        others = {id_: said for id_, said in words.get("exercise", {}).items() if id_ != "squat"}
        return words | {"exercise": others} if "exercise" in words else words

    monkeypatch.setattr("skill.loaders.read_words", words_without_squats)
    result = run(command)
    assert result.exit_code == 1
    assert "phrases/en-US.toml: squat: exercise.squat.name is missing" in result.output
