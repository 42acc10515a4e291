"""AWS's signature. No server for tests checks it, so it is compared with what AWS's own code signs."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.store.dynamodb.sigv4 import Credentials, signed

HEADERS = {
    "Host": "dynamodb.eu-west-1.amazonaws.com",
    "Content-Type": "application/x-amz-json-1.0",
    "X-Amz-Target": "DynamoDB_20120810.PutItem",
}
KEYS = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
LENT = Credentials(KEYS.key_id, KEYS.secret, "FwoGZXIvYXdzEJr//token+with/signs==")
SIGNED = "content-type;host;x-amz-date;x-amz-target"
SIGNED_WITH_TOKEN = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target"  # noqa: S105 - names


@pytest.mark.parametrize(
    ("body", "keys", "region", "at", "expected"),
    [
        (
            b"{}",
            KEYS,
            "eu-west-1",
            1785780000,
            (
                "20260803T180000Z",
                SIGNED,
                "06c7e824522e6c74905b0cde88f54446592d1b0bde92257f20130cc40be651f5",
            ),
        ),
        (
            '{"name":"Zoë 🏃"}'.encode(),
            LENT,
            "us-east-1",
            1785780000.9,
            (
                "20260803T180000Z",
                SIGNED_WITH_TOKEN,
                "fd6ad061f6f0b8ce5090116e650f52b27d02e9a57384b2789ddd04cf70aae2d0",
            ),
        ),
        (
            b"",
            KEYS,
            "cn-north-1",
            0,
            (
                "19700101T000000Z",
                SIGNED,
                "8a515a2dcbee410a4cdcb9fcfe744f383508a2f477f4d57ec172363bae1f4f2c",
            ),
        ),
    ],
)
def test_a_signature_is_the_one_that_botocore_gave(
    body: bytes,
    keys: Credentials,
    region: str,
    at: float,
    expected: tuple[str, str, str],
) -> None:
    stamp, names, signature = expected
    headers = signed(HEADERS, body, keys, region, at)
    assert headers["X-Amz-Date"] == stamp
    assert headers.get("X-Amz-Security-Token", "") == keys.token
    assert headers["Authorization"] == (
        f"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{stamp[:8]}/{region}/dynamodb/aws4_request, "
        f"SignedHeaders={names}, Signature={signature}"
    )


Sign = Callable[[Mapping[str, str], bytes, Credentials, str, float], dict[str, str]]


@pytest.fixture(scope="module")
def botocore_signs() -> Sign:
    """What AWS's own code makes of the same request at the same moment."""
    if "STRIDE_DYNAMODB_LOCAL" not in os.environ:
        pytest.skip("needs botocore: make e2e")
    import botocore.auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials as TheirCredentials

    def sign(
        headers: Mapping[str, str], body: bytes, keys: Credentials, region: str, at: float
    ) -> dict[str, str]:
        url = f"https://{headers['Host']}/"
        request = AWSRequest("POST", url, data=body, headers=dict(headers))
        theirs = TheirCredentials(keys.key_id, keys.secret, keys.token or None)
        with pytest.MonkeyPatch.context() as patch:
            moment = datetime.fromtimestamp(int(at), UTC).replace(tzinfo=None)
            patch.setattr(botocore.auth, "get_current_datetime", lambda: moment)
            botocore.auth.SigV4Auth(theirs, "dynamodb", region).add_auth(request)
        return dict(request.headers)

    return sign


printable = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=60)


@given(
    body=st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")),
    keys=st.builds(Credentials, printable, printable, st.just("") | printable),
    region=st.sampled_from(["us-east-1", "eu-west-1", "ap-southeast-2", "us-gov-west-1"]),
    at=st.floats(0, 4e9),
    target=printable,
)
def test_any_signature_is_the_one_that_botocore_gives(
    botocore_signs: Sign, body: bytes, keys: Credentials, region: str, at: float, target: str
) -> None:
    headers = {**HEADERS, "X-Amz-Target": target}
    ours = signed(headers, body, keys, region, at)
    assert ours == botocore_signs(headers, body, keys, region, at)


def test_neither_secret_nor_token_is_shown() -> None:
    assert repr(LENT) == "Credentials(key_id='AKIDEXAMPLE')"
