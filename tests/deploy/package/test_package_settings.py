"""What a build is told is judged before anything is built."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from deploy.settings import PackageSettings, read_package_settings
from skill.errors import SettingsError

LAMBDA = "arn:aws:lambda:eu-west-1:123456789012:function:strong-stride"


def test_without_a_word_it_is_built_for_the_usual_runtime_and_the_first_import() -> None:
    assert read_package_settings({}) == PackageSettings(runtime="3.13", endpoint="", privacy_url="")
    emptied = {"PYTHON_RUNTIME": "", "STRIDE_ENDPOINT": "", "STRIDE_PRIVACY_URL": ""}
    assert read_package_settings(emptied) == PackageSettings()


@pytest.mark.parametrize("written", ["3.12", "python3.12"])
def test_a_runtime_may_be_called_as_aws_does(written: str) -> None:
    assert read_package_settings({"PYTHON_RUNTIME": written}).runtime == "3.12"


@with_each("written", ["3.10", "3", "2.7", "latest", "3.13.0", "3.x", " 3.13", "٣.13"])
def test_a_runtime_that_cannot_be_is_refused(written: str) -> None:
    with pytest.raises(SettingsError, match=r"PYTHON_RUNTIME cannot be .* such as 3\.13"):
        read_package_settings({"PYTHON_RUNTIME": written})


@with_each(
    "endpoint",
    [
        LAMBDA,
        f"{LAMBDA}:live",
        f"{LAMBDA}:12",
        "arn:aws:lambda:us-gov-east-1:123456789012:function:f",
        "https://stride.example.com/alexa",
        "https://stride.example.com:443/alexa",
        "https://stride.example.com",
    ],
)
def test_an_endpoint_is_a_function_or_an_address_with_encryption(endpoint: str) -> None:
    assert read_package_settings({"STRIDE_ENDPOINT": endpoint}).endpoint == endpoint


@with_each(
    "endpoint",
    [
        "strong-stride",
        "arn:aws:lambda:eu-west-1:1234:function:strong-stride",
        "arn:aws:lambda:eu-west-1:123456789012:layer:strong-stride",
        "arn:aws:s3:::strong-stride",
        f"{LAMBDA}:",
        f"{LAMBDA}\n",
        "http://stride.example.com/alexa",
        "https://stride.example.com:8443/alexa",
        "https://stride.example.com:port/alexa",
        "https://me:secret@stride.example.com/alexa",
        "https://stride.example.com/a b",
        "https://[::1",
        "https://",
        "https://localhost/alexa",
    ],
)
def test_any_other_endpoint_is_refused(endpoint: str) -> None:
    with pytest.raises(SettingsError, match="STRIDE_ENDPOINT cannot be"):
        read_package_settings({"STRIDE_ENDPOINT": endpoint})


def test_a_privacy_policy_is_a_page() -> None:
    page = "https://example.com:8080/privacy?of=stride"
    assert read_package_settings({"STRIDE_PRIVACY_URL": page}).privacy_url == page
    with pytest.raises(SettingsError, match="STRIDE_PRIVACY_URL cannot be"):
        read_package_settings({"STRIDE_PRIVACY_URL": "example.com/privacy"})


@given(
    st.dictionaries(st.sampled_from(["STRIDE_ENDPOINT", "STRIDE_PRIVACY_URL"]), st.text(min_size=1))
)
def test_any_text_is_taken_as_it_is_or_refused(environment: dict[str, str]) -> None:
    with contextlib.suppress(SettingsError):
        settings = read_package_settings(environment)
        assert settings.endpoint == environment.get("STRIDE_ENDPOINT", "")
        assert settings.privacy_url == environment.get("STRIDE_PRIVACY_URL", "")
