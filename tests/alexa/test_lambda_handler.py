"""What AWS Lambda is told where a request is left without an answer."""

import logging
from hashlib import blake2b

import pytest
from requests_to_alexa import USER, Speaker, launch

from skill.bootstrap import build_lambda_handler
from skill.coach.coach import Coach
from skill.echo import skill_disabled
from skill.errors import StoreUnavailable, Unanswered
from skill.settings import Settings
from skill.store.memory import MemoryStore

ATHLETE_ID = blake2b(USER.encode(), digest_size=16).hexdigest()


class Unerasable(MemoryStore):
    """A store that cannot be reached for erasing."""

    def __init__(self) -> None:
        super().__init__()
        self.down = True

    def erase(self, *athlete_ids: str) -> None:
        """Erase, unless it is down."""
        if self.down:
            raise StoreUnavailable("unerasable:", "it is down", "wait")
        super().erase(*athlete_ids)


def test_who_could_not_be_deleted_is_deleted_when_amazon_sends_the_event_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Unerasable()
    monkeypatch.setattr("skill.bootstrap.open_store", lambda _: store)
    handler = build_lambda_handler(Settings())
    speaker = Speaker(lambda event: handler(event, None))
    speaker.send(launch())
    speaker.session = None
    with pytest.raises(StoreUnavailable):
        speaker.send(skill_disabled())
    assert store.load(ATHLETE_ID) is not None
    store.down = False
    assert speaker.send(skill_disabled())["response"] == {}
    assert store.load(ATHLETE_ID) is None


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
