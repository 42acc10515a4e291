"""What Amazon did not send is refused, and the sender learns nothing from it."""

import logging

import pytest
from flask.testing import FlaskClient
from forgeries import FORGERIES, Forger
from pretend_amazon import NOW, URL, Amazon
from werkzeug.test import TestResponse

from skill.errors import RequestRefused
from skill.web.app import LARGEST_REQUEST_BYTES


def assert_refused(answer: TestResponse, caplog: pytest.LogCaptureFixture, reason: str) -> None:
    assert (answer.status_code, answer.data) == (400, b"")
    (record,) = (record for record in caplog.records if record.levelno >= logging.WARNING)
    assert record.levelno == logging.WARNING
    assert reason in record.getMessage()
    assert record.exc_info is None
    assert len(record.getMessage()) < 120
    assert "secret" not in record.getMessage()


@pytest.mark.parametrize(("reason", "forge"), FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forgery_is_refused(
    client: FlaskClient,
    amazon: Amazon,
    caplog: pytest.LogCaptureFixture,
    reason: str,
    forge: Forger,
) -> None:
    sent = forge(amazon)
    answer = client.post("/alexa", data=sent.body, headers=sent.headers)
    assert_refused(answer, caplog, reason)


def test_too_large_a_body_is_refused(
    client: FlaskClient, amazon: Amazon, caplog: pytest.LogCaptureFixture
) -> None:
    sent = amazon.send(b" " * (LARGEST_REQUEST_BYTES + 1))
    answer = client.post("/alexa", data=sent.body, headers=sent.headers)
    assert_refused(answer, caplog, "exceeds the capacity limit")
    assert amazon.shelf.asked == []


@pytest.mark.parametrize("name", ["Signature-256", "SignatureCertChainUrl"])
def test_a_request_with_a_bad_header_costs_no_download(amazon: Amazon, name: str) -> None:
    sent = amazon.send()
    with pytest.raises(RequestRefused):
        amazon.verifier()({**sent.headers, name: "\ud800 junk"}, sent.body)
    assert amazon.shelf.asked == []


def test_a_body_is_not_read_before_its_signature_is_checked(amazon: Amazon) -> None:
    good = amazon.send()
    with pytest.raises(RequestRefused, match="the signature is not of this body"):
        amazon.verifier()(good.headers, b"no JSON at all")


def test_a_chain_that_was_kept_is_no_excuse_for_a_wrong_signature(amazon: Amazon) -> None:
    verifier, good = amazon.verifier(), amazon.send()
    verifier(good.headers, good.body)
    with pytest.raises(RequestRefused, match="the signature is not of this body"):
        verifier(good.headers, good.body + b" ")
    assert amazon.shelf.asked == [URL]


def test_the_same_request_is_refused_once_it_is_old(amazon: Amazon) -> None:
    verifier, good = amazon.verifier(), amazon.send()
    verifier(good.headers, good.body)
    amazon.clock.now = NOW.replace(minute=3)
    with pytest.raises(RequestRefused, match="the timestamp is too far from now"):
        verifier(good.headers, good.body)
