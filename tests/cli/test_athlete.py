"""``stride athlete``: whatever is kept of a runner can be seen and deleted."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_running import Run
from click.testing import CliRunner

from skill.alexa.visits import account_id
from skill.cli.commands import stride
from skill.coach.persistence.household import Household
from skill.store import open_store

USER = "amzn1.ask.account.ELSEWHERE"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store in which an account and a voice have trained, and something was set aside."""
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    store, account = open_store(url), account_id(USER)
    store.save(account, {"of": "the account"}, 0)
    Household(store).join(account, "a voice")
    store.save("a voice", {"of": "a voice"}, 0)
    store.set_aside("a voice")
    store.save("somebody else", {"of": "somebody else"}, 0)
    store.close()
    return url


def kept(url: str, id_: str) -> Any:
    store = open_store(url)
    try:
        return store.load(id_)
    finally:
        store.close()


def test_the_terminals_own_runner_is_exported(run: Run) -> None:
    run("talk", "--fast")
    exported = json.loads(run("athlete", "export").stdout)
    (profile,) = exported["profiles"]
    assert profile["document"]["greeted"] is True
    assert profile["document"]["history"]
    assert profile["set_aside"] == []


def test_a_runner_of_another_store_is_exported_with_all_profiles_and_what_was_set_aside(
    run: Run, url: str
) -> None:
    exported = json.loads(run("athlete", "export", "--store", url, "--user", USER).stdout)
    account, voice = exported["profiles"]
    assert account["document"] == {"of": "the account"}
    assert (voice["document"], voice["set_aside"]) == (None, [{"of": "a voice"}])
    assert "somebody else" not in str(exported)


def test_an_export_goes_into_a_file(run: Run, url: str, tmp_path: Path) -> None:
    out = tmp_path / "me.json"
    result = run("athlete", "export", "--store", url, "--user", USER, "--out", str(out))
    assert result.exit_code == 0
    assert str(out) in result.stdout
    assert len(json.loads(out.read_text("utf-8"))["profiles"]) == 2


def test_a_file_that_cannot_be_written_is_told_in_one_line(
    run: Run, url: str, tmp_path: Path
) -> None:
    (tmp_path / "no-folder").touch()
    out = tmp_path / "no-folder" / "me.json"
    result = run("athlete", "export", "--store", url, "--user", USER, "--out", str(out))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


def test_of_whom_nothing_is_stored_nothing_is_exported(run: Run) -> None:
    result = run("athlete", "export")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing is stored about this runner." in result.stderr


def test_all_profiles_are_erased_and_nobody_elses(run: Run, url: str) -> None:
    result = run("athlete", "erase", "--store", url, "--user", USER, "--yes")
    assert result.stdout == "Deleted 2 profiles.\n"
    assert kept(url, account_id(USER)) is None
    assert kept(url, "a voice") is None
    assert kept(url, f"{account_id(USER)}.household") is None
    assert kept(url, "somebody else") is not None
    again = run("athlete", "erase", "--store", url, "--user", USER)
    assert (again.exit_code, again.stdout) == (0, "Nothing is stored about this runner.\n")


@pytest.mark.parametrize(("answer", "left"), [("n\n", True), ("", True), ("y\n", False)])
def test_erasing_is_asked_about_first(run: Run, url: str, answer: str, *, left: bool) -> None:
    words = ["athlete", "erase", "--store", url, "--user", USER]
    result = CliRunner().invoke(stride, words, input=answer)
    assert "Delete 2 profiles for good? It cannot be undone." in result.output
    assert (result.exit_code != 0) is left
    assert (kept(url, account_id(USER)) is not None) is left


@pytest.mark.parametrize("what", ["export", "erase"])
def test_a_store_that_is_no_store_is_told_in_one_line(run: Run, what: str) -> None:
    result = run("athlete", what, "--store", "mysql://here")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
