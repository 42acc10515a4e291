"""The commands that print or write a workout, for a runner whom everything hurts."""

from pathlib import Path

import pytest
from cli_running import Run

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.loaders import load_catalog
from skill.store import open_store
from skill.training.preferences import Preferences

USER = "amzn1.ask.account.SORE"


@pytest.fixture
def whose(tmp_path: Path) -> tuple[str, ...]:
    """The options that name a runner with every joint to spare."""
    url = f"sqlite:///{tmp_path / 'sore.db'}"
    sore = Athlete(preferences=Preferences(avoided_joints=tuple(sorted(load_catalog().joints))))
    store = open_store(url)
    store.save(account_id(USER), write_document(sore), 0)
    store.close()
    return "--store", url, "--user", USER


@pytest.mark.parametrize("command", [("plan",), ("script",), ("render", "--out", "files")])
def test_where_nothing_can_be_done_the_coachs_sentence_says_so(
    run: Run, whose: tuple[str, ...], command: tuple[str, ...]
) -> None:
    result = run(*command, *whose)
    assert result.exit_code == 1
    assert "my knee is fine again" in result.stderr
    assert not Path("files").exists()
