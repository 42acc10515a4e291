"""What Amazon sends is let through, in every form that its rules allow."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from pretend_amazon import URL, Amazon, Json, Sent, launch, request, skill_event, stamped
from support.own_authority import sign

VARIED = "HTTPS://S3.AMAZONAWS.COM:443/echo.api/../echo.api/./%65cho-api-cert-12.pem"


def with_extra_certificate(amazon: Amazon) -> Sent:
    extra = amazon.authority.vouch(amazon.keys.stranger, ["elsewhere.example"])
    amazon.publish(amazon.signer, extra, amazon.authority)
    return amazon.send()


def with_the_root(amazon: Amazon) -> Sent:
    amazon.publish(amazon.signer, amazon.authority, amazon.root)
    return amazon.send()


def with_more_names(amazon: Amazon) -> Sent:
    names = ["other.amazon.com", "echo-api.amazon.com"]
    amazon.publish(amazon.signer_with(names=names), amazon.authority)
    return amazon.send()


def with_the_old_signature_beside(amazon: Amazon) -> Sent:
    sent = amazon.send()
    return Sent({**sent.headers, "Signature": "whatever it is"}, sent.body)


def without_session(amazon: Amazon) -> Sent:
    return amazon.send(request({"type": "LaunchRequest"}, in_session=False))


GOOD: dict[str, Callable[[Amazon], Sent]] = {
    "as Amazon sends it, the signer first": lambda amazon: amazon.send(),
    "the root sent too": with_the_root,
    "an extra certificate in between": with_extra_certificate,
    "more than one name in the certificate": with_more_names,
    "the URL written another way": lambda amazon: amazon.send(url=VARIED),
    "the SHA-1 signature beside the new one": with_the_old_signature_beside,
    "no session": without_session,
    "150 s old": lambda amazon: amazon.send(stamped(-150)),
    "149 s old": lambda amazon: amazon.send(stamped(-149)),
    "149 s ahead": lambda amazon: amazon.send(stamped(149)),
    "150 s ahead": lambda amazon: amazon.send(stamped(150)),
    "in another zone": lambda amazon: amazon.send(launch(timestamp="2026-08-03T20:00:00+02:00")),
    "with Z and milliseconds": lambda amazon: amazon.send(
        launch(timestamp="2026-08-03T18:00:00.123Z")
    ),
    "a skill event 3599 s old": lambda amazon: amazon.send(skill_event(3599)),
    "white space around the JSON": lambda amazon: amazon.send(b" \n" + amazon.send().body + b"\n"),
}


@pytest.mark.parametrize("good", GOOD.values(), ids=GOOD.keys())
def test_a_good_request_is_answered(
    client: FlaskClient, amazon: Amazon, good: Callable[[Amazon], Sent]
) -> None:
    sent = good(amazon)
    answer = client.post("/alexa", data=sent.body, headers=sent.headers)
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["version"] == "1.0"


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_the_case_of_header_names_does_not_matter(
    amazon: Amazon, change: Callable[[str], str]
) -> None:
    sent = amazon.send()
    headers = {change(name): value for name, value in sent.headers.items()}
    assert amazon.verifier()(headers, sent.body) == launch()


def test_the_envelope_comes_back_as_it_was_sent(amazon: Amazon) -> None:
    envelope: Json = launch()
    envelope["session"]["attributes"] = {"words": "Übung ☀ 𝄞", "numbers": [1, 2.5, None, True]}
    sent = amazon.send(envelope)
    assert amazon.verifier()(sent.headers, sent.body) == envelope


def test_the_signature_is_over_the_bytes_as_they_came(amazon: Amazon) -> None:
    body = amazon.send().body.replace(b": ", b":\t")
    headers = {"Signature-256": sign(body, amazon.keys.signer), "SignatureCertChainUrl": URL}
    assert amazon.verifier()(headers, body) == launch()


def test_a_second_request_needs_no_download(client: FlaskClient, amazon: Amazon) -> None:
    first, second = amazon.send(), amazon.send(stamped(1))
    assert client.post("/alexa", data=first.body, headers=first.headers).status_code == 200
    amazon.shelf.files.clear()
    assert client.post("/alexa", data=second.body, headers=second.headers).status_code == 200
    assert amazon.shelf.asked == [URL]
