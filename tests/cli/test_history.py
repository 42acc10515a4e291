"""``stride history``: what was done, in tables and as a picture."""

import builtins
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from cli_running import Run
from support.remembered_runner import remembered
from support.simulated_runner import always_easy

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.persistence.household import Household
from skill.store import open_store
from skill.training.past import NO_PAST, compacted
from skill.training.preferences import Preferences, Units

USER = "amzn1.ask.account.ELSEWHERE"
KETTLEBELL = Preferences(equipment=("kettlebell",), units=Units.POUNDS)


def trained_athlete(weeks: int, preferences: Preferences | None = None) -> Athlete:
    """Somebody who found it easy, twice a week until last week."""
    return remembered(always_easy, weeks, datetime.now(UTC).date(), preferences)


def kept(tmp_path: Path, *athletes: Athlete) -> tuple[str, ...]:
    """The options that name a store with these athletes: the account's own first, then voices."""
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    store, account = open_store(url), account_id(USER)
    for i, athlete in enumerate(athletes):
        if i:
            Household(store).join(account, f"voice {i}")
        store.save(f"voice {i}" if i else account, write_document(athlete), 0)
    store.close()
    return "--store", url, "--user", USER


def test_the_terminals_own_workout_is_told(run: Run) -> None:
    run("talk", "--fast")
    result = run("history")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("One week in a row. Days this week: 1 of 2.\n")
    assert datetime.now(UTC).date().isoformat() in result.stdout
    assert "The beginning" in result.stdout


def test_every_step_is_told_with_its_reason(run: Run, tmp_path: Path) -> None:
    told = run("history", *kept(tmp_path, trained_athlete(6))).stdout
    assert "3 or more to spare" in told
    assert "2 times in a row" in told
    assert "12 on each side" in told or "12 reps" in told
    assert "6 weeks in a row" in told.lower() or "six weeks in a row" in told.lower()


def test_loads_are_told_in_the_runners_units(run: Run, tmp_path: Path) -> None:
    told = run("history", *kept(tmp_path, trained_athlete(12, KETTLEBELL))).stdout
    assert "10 lb" in " ".join(told.split())


@pytest.mark.parametrize("locale", ["de-DE", "es-ES", "fr-FR"])
def test_a_plan_and_a_history_speak_the_coachs_language_alone(
    run: Run, tmp_path: Path, locale: str
) -> None:
    english = {"about", "by", "day", "each", "exercise", "of", "reps", "sets", "the", "week", "why"}
    where = kept(tmp_path, trained_athlete(6))
    for command in ("plan", "history"):
        told = run("--locale", locale, command, *where)
        assert told.exit_code == 0
        assert english & {*re.findall(r"\w+", told.stdout.lower())} == set()


def test_who_has_not_trained_yet_gets_a_kind_sentence(run: Run, tmp_path: Path) -> None:
    sentence = "No workout yet. The first one will be told here.\n"
    picture = tmp_path / "weeks.svg"
    nobody = run("history", "--plot", str(picture))
    fresh = run("history", *kept(tmp_path, Athlete()))
    assert (nobody.exit_code, nobody.stdout) == (fresh.exit_code, fresh.stdout) == (0, sentence)
    assert not picture.exists()


def test_each_profile_of_a_household_has_its_own(run: Run, tmp_path: Path) -> None:
    where = kept(tmp_path, Athlete(), trained_athlete(2))
    first, second = run("history", *where), run("history", *where, "--profile", "2")
    assert "2 profiles train here: see --profile." in first.stdout
    assert "Sessions" not in first.stdout
    assert "Sessions" in second.stdout
    assert run("history", *where, "--profile", "3").exit_code == 2


@pytest.mark.slow
def test_a_picture_is_drawn_as_svg_with_words_and_the_same_every_time(
    run: Run, tmp_path: Path
) -> None:
    where = kept(tmp_path, trained_athlete(5))
    pictures = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for picture in pictures:
        assert run("history", *where, "--plot", str(picture)).exit_code == 0
    text = pictures[0].read_text("utf-8")
    assert text == pictures[1].read_text("utf-8")
    words = " ".join(ElementTree.fromstring(text).itertext())  # noqa: S314 - drawn just now
    assert "Repetitions" in words
    assert "Seconds held" in words


@pytest.mark.slow
def test_a_picture_is_drawn_as_png(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "weeks.png"
    result = run("history", *kept(tmp_path, trained_athlete(5)), "--plot", str(picture))
    assert f"Drawn to {picture}." in result.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.slow
def test_a_picture_that_is_wanted_with_a_spreadsheet_is_drawn_as_well(
    run: Run, tmp_path: Path
) -> None:
    picture, sheet = tmp_path / "weeks.svg", tmp_path / "sets.csv"
    where = kept(tmp_path, trained_athlete(2))
    result = run("history", *where, "--plot", str(picture), "--csv", str(sheet))
    assert f"Drawn to {picture}." in result.stdout
    assert picture.exists()
    assert sheet.exists()
    assert "Sessions" not in result.stdout


@pytest.mark.parametrize("name", ["weeks.jpg", "weeks"])
def test_a_picture_of_another_kind_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    result = run("history", "--plot", str(tmp_path / name))
    assert result.exit_code == 2
    assert ".svg or .png" in " ".join(result.stderr.split())


@pytest.mark.slow
def test_a_picture_that_cannot_be_written_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no-folder").touch()
    picture = tmp_path / "no-folder" / "weeks.svg"
    result = run("history", *kept(tmp_path, trained_athlete(2)), "--plot", str(picture))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_without_the_library_the_tables_are_told_and_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "matplotlib":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "skill.cli.plot", raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)
    where = kept(tmp_path, trained_athlete(2))
    result = run("history", *where, "--plot", str(tmp_path / "weeks.svg"))
    assert result.exit_code == 2
    assert "Sessions" in result.stdout
    assert "pip install '.[plots]'" in result.stderr


@pytest.mark.parametrize("document", [{"schema": 99}, {"schema": 2}])
def test_a_record_that_cannot_be_read_is_told_in_one_line(
    run: Run, tmp_path: Path, document: dict[str, Any]
) -> None:
    url = f"sqlite:///{tmp_path / 'damaged.db'}"
    store = open_store(url)
    store.save(account_id(USER), document, 0)
    store.close()
    result = run("history", "--store", url, "--user", USER)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_what_was_folded_is_told_as_long_ago(run: Run, tmp_path: Path) -> None:
    history, past = compacted(
        trained_athlete(2).history, NO_PAST, datetime.now(UTC).date() + timedelta(200)
    )
    told = run("history", *kept(tmp_path, Athlete(history=history, past=past))).stdout
    assert "Long ago" in told
