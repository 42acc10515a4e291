"""What AWS Lambda is told where a request is left without an answer."""

import logging
from pathlib import Path

import pytest
from requests_to_alexa import Speaker, launch

from skill.bootstrap import build_lambda_handler
from skill.coach.coach import Coach
from skill.echo import skill_disabled
from skill.errors import StoreUnavailable, Unanswered
from skill.settings import Settings


def test_who_could_not_be_deleted_is_deleted_when_amazon_sends_the_event_again(
    tmp_path: Path,
) -> None:
    folder, hidden = tmp_path / "data", tmp_path / "hidden"
    path = folder / "stride.db"
    handler = build_lambda_handler(Settings(store=f"sqlite:///{path}"))
    speaker = Speaker(lambda event: handler(event, None))
    speaker.send(launch())
    speaker.session = None
    # Another process cannot reach the file, since its folder is none.
    later = Speaker(
        lambda event: build_lambda_handler(Settings(store=f"sqlite:///{path}"))(event, None)
    )
    later.session = None
    folder.rename(hidden)
    folder.write_text("where a folder should be")
    with pytest.raises(StoreUnavailable):
        later.send(skill_disabled())
    folder.unlink()
    hidden.rename(folder)
    assert _kept(path) == 1
    later.send(skill_disabled())
    assert _kept(path) == 0


def _kept(path: Path) -> int:
    """How many documents there are."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as link:
        (number,) = link.execute("SELECT count(*) FROM documents").fetchone()
    return int(number)


def test_an_error_that_quotes_a_request_reaches_neither_amazon_nor_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def quote(_self: object, athlete_id: str) -> None:
        raise ValueError(athlete_id)

    monkeypatch.setattr(Coach, "forget", quote)
    handler = build_lambda_handler(Settings())
    speaker = Speaker(lambda event: handler(event, None))
    speaker.session = None
    with pytest.raises(Unanswered) as raised:
        speaker.send(skill_disabled())
    assert raised.value.__suppress_context__
    assert caplog.records[-1].levelno == logging.ERROR
    assert caplog.records[-1].getMessage() == "a request was left without an answer"
