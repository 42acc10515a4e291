"""A runner's token is sent to Amazon alone, whatever address a request names."""

from support.tables import with_each

from skill.alexa.sdk.api_client import is_trusted


@with_each(
    "endpoint",
    [
        "https://api.amazonalexa.com",
        "https://api.amazonalexa.com/",
        "https://api.eu.amazonalexa.com",
        "https://api.fe.amazonalexa.com",
    ],
)
def test_amazons_endpoints_are_trusted(endpoint: str) -> None:
    assert is_trusted(endpoint, loopback=False)


FORGED = [
    "http://api.amazonalexa.com",
    "https://api.amazonalexa.com.evil.example",
    "https://evil.example/api.amazonalexa.com",
    "https://api.amazonalexa.com@evil.example",
    "https://evil.example#https://api.amazonalexa.com",
    "https://apixamazonalexa.com",
    "https://api.amazonalexa.com:8443",
    "https://api.amazonalexa.com\n",
    "//api.amazonalexa.com",
    "https://api.evil.amazonalexa.com",
    "",
]


@with_each("endpoint", [*FORGED, "http://127.0.0.1:5000"])
def test_a_forged_endpoint_is_not_trusted(endpoint: str) -> None:
    assert not is_trusted(endpoint, loopback=False)


@with_each("endpoint", [*FORGED, "http://127.0.0.1.evil.example:80"])
def test_not_even_where_this_machine_is(endpoint: str) -> None:
    assert not is_trusted(endpoint, loopback=True)
