"""Whatever is sent is let through or refused, and nothing else happens."""

from base64 import b64decode, b64encode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as some
from pretend_amazon import SKILL_ID, Amazon, Sent
from support.examples import tried

from skill.errors import RequestRefused
from skill.web.verification import RequestVerifier
from skill.web.verification.chain import verify_chain
from skill.web.verification.chain_url import normalised
from skill.web.verification.envelope import check_skill_id, check_time, read_object

# The pretend Amazon is changed by none of these.
unchanged = tried(300, HealthCheck.function_scoped_fixture)

any_text = some.text(some.characters(exclude_categories=()))  # also halves of characters
scraps = ["https", "://", "s3.amazonaws.com", ":", "443", "/", "echo.api", "..", ".", "x.pem"]
oddities = ["%2e", "%2F", "%", "@", "[", "]", "\\", "?", "#", "²", "Ⓢ3", "\n", "\x00"]
near_urls = some.lists(some.sampled_from(scraps + oddities), max_size=12).map("".join)
any_json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | any_text,
    lambda inner: some.lists(inner) | some.dictionaries(any_text, inner),
    max_leaves=10,
)


@unchanged
@given(headers=some.dictionaries(any_text, any_text), body=some.binary())
def test_arbitrary_headers_are_refused(
    amazon: Amazon, headers: dict[str, str], body: bytes
) -> None:
    with pytest.raises(RequestRefused):
        amazon.verifier()(headers, body)


@unchanged
@given(signature=any_text | some.binary().map(lambda raw: b64encode(raw).decode()), url=near_urls)
def test_arbitrary_values_of_the_two_headers_are_refused(
    amazon: Amazon, signature: str, url: str
) -> None:
    headers = {"Signature-256": signature, "SignatureCertChainUrl": url}
    with pytest.raises(RequestRefused):
        amazon.verifier()(headers, b"{}")


@unchanged
@given(url=any_text | near_urls)
def test_a_url_is_refused_or_has_one_spelling_inside_amazons_folder(url: str) -> None:
    try:
        normal = normalised(url)
    except RequestRefused:
        return
    assert normal.startswith("https://s3.amazonaws.com/echo.api/")
    assert not {"", ".", ".."} & set(normal.removeprefix("https://").split("/"))
    assert normalised(normal) == normal


@unchanged
@given(data=some.data())
def test_a_body_with_one_byte_changed_is_refused(
    verifier: RequestVerifier, good: Sent, data: some.DataObject
) -> None:
    with pytest.raises(RequestRefused):
        verifier(good.headers, one_byte_changed(good.body, data))


@unchanged
@given(data=some.data())
def test_a_signature_with_one_byte_changed_is_refused(
    verifier: RequestVerifier, good: Sent, data: some.DataObject
) -> None:
    signature = one_byte_changed(b64decode(good.headers["Signature-256"]), data)
    headers = {**good.headers, "Signature-256": b64encode(signature).decode()}
    with pytest.raises(RequestRefused):
        verifier(headers, good.body)


@unchanged
@given(data=some.data())
def test_a_signature_header_with_one_letter_changed_is_refused(
    verifier: RequestVerifier, good: Sent, data: some.DataObject
) -> None:
    letters = one_byte_changed(good.headers["Signature-256"].encode(), data).decode("latin-1")
    with pytest.raises(RequestRefused):
        verifier({**good.headers, "Signature-256": letters}, good.body)


@unchanged
@given(file=some.binary())
def test_an_arbitrary_file_is_no_chain(amazon: Amazon, file: bytes) -> None:
    with pytest.raises(RequestRefused):
        verify_chain(file, amazon.roots(), amazon.clock())


@unchanged
@given(data=some.data())
def test_a_changed_certificate_is_refused_or_as_good(
    amazon: Amazon, good: Sent, data: some.DataObject
) -> None:
    (file,) = amazon.shelf.files.values()
    assert isinstance(file, bytes)
    try:
        chain = verify_chain(one_byte_changed(file, data), amazon.roots(), amazon.clock())
    except RequestRefused:
        return
    # White space around a certificate may change, what is certified may not.
    assert chain.key.public_numbers() == amazon.keys.signer.public_key().public_numbers()


@unchanged
@given(body=some.binary() | any_text.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_an_arbitrary_signed_body_is_refused(body: bytes) -> None:
    with pytest.raises(RequestRefused):
        check_skill_id(read_object(body), SKILL_ID)


@unchanged
@given(stamp=any_json | some.datetimes().map(str), kind=any_json)
def test_an_arbitrary_timestamp_is_refused(amazon: Amazon, stamp: object, kind: object) -> None:
    with pytest.raises(RequestRefused):
        check_time({"request": {"timestamp": stamp, "type": kind}}, amazon.clock())


@unchanged
@given(context=any_json, session=any_json)
def test_an_arbitrary_application_is_refused(context: object, session: object) -> None:
    with pytest.raises(RequestRefused):
        check_skill_id({"context": context, "session": session}, SKILL_ID)


@pytest.fixture
def verifier(amazon: Amazon) -> RequestVerifier:
    """A verifier that lets the good request through."""
    return amazon.verifier()


@pytest.fixture
def good(amazon: Amazon, verifier: RequestVerifier) -> Sent:
    """A request that is let through."""
    sent = amazon.send()
    verifier(sent.headers, sent.body)
    return sent


def one_byte_changed(content: bytes, data: some.DataObject) -> bytes:
    place = data.draw(some.integers(0, len(content) - 1))
    change = data.draw(some.integers(1, 255))
    return content[:place] + bytes([content[place] ^ change]) + content[place + 1 :]
