"""A studio with a real voice, and the settings of AWS that lead nowhere."""

from collections.abc import Iterator
from functools import cache

import pytest

from skill.audio.cues import CueClips
from skill.audio.studio import Studio
from skill.audio.voices.espeak import Synthesizer


@pytest.fixture(scope="session")
def studio() -> Studio:
    """espeak-ng's studio; it keeps its clips in memory."""
    return Studio(CueClips(Synthesizer()))


@pytest.fixture(scope="session")
def _known_to_aws() -> Iterator[None]:
    """What botocore knows of AWS, read once: its files take longer than a test."""
    loaders = pytest.importorskip("botocore.loaders", reason="needs the extra aws")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.session.create_loader", cache(loaders.create_loader))
        yield


@pytest.fixture
def nowhere(
    _known_to_aws: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """AWS's tools find credentials and a region of ours, and nothing of whoever runs the tests."""
    home = tmp_path_factory.mktemp("aws")
    settings = {
        "AWS_ACCESS_KEY_ID": "ours",
        "AWS_SECRET_ACCESS_KEY": "a secret",
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(home / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(home / "credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
