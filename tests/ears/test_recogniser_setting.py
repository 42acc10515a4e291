"""The setting that names a speech-to-text service."""

import pytest

from skill.ears.service import SpeechService, service_of
from skill.errors import SettingsError


@pytest.mark.parametrize(
    ("setting", "service"),
    [
        ("", None),
        ("wyoming:tcp://127.0.0.1:10300", SpeechService("127.0.0.1", 10_300)),
        ("wyoming:tcp://localhost:1", SpeechService("localhost", 1)),
        ("wyoming:tcp://[::1]:10300", SpeechService("::1", 10_300)),
        (
            "wyoming:tcp://192.168.1.5:10300?sound_leaves_this_machine=yes",
            SpeechService("192.168.1.5", 10_300),
        ),
        (
            "wyoming:tcp://attic.local:65535?sound_leaves_this_machine=yes",
            SpeechService("attic.local", 65_535),
        ),
    ],
)
def test_it_names_a_service(setting: str, service: SpeechService | None) -> None:
    assert service_of(setting) == service


@pytest.mark.parametrize(
    "setting",
    [
        "wyoming",
        "tcp://127.0.0.1:10300",
        "wyoming:tcp://127.0.0.1",
        "wyoming:tcp://127.0.0.1:0",
        "wyoming:tcp://127.0.0.1:65536",
        "wyoming:udp://127.0.0.1:10300",
        "wyoming:tcp://127.0.0.1:10300/path",
        "wyoming:tcp://me@127.0.0.1:10300",
        "wyoming:tcp://127.0.0.1:10300\n",
        "wyoming:tcp://127.0.0.1:10300?sound_leaves_this_machine=no",
    ],
)
def test_what_names_none_is_refused_with_an_example(setting: str) -> None:
    with pytest.raises(SettingsError, match=r"such as wyoming:tcp://127\.0\.0\.1:10300$"):
        service_of(setting)


@pytest.mark.parametrize("host", ["192.168.1.5", "attic.local", "0.0.0.0", "[fe80::1]"])  # noqa: S104
def test_sound_goes_to_no_other_machine_unless_it_is_said_in_plain_words(host: str) -> None:
    setting = f"wyoming:tcp://{host}:10300"
    with pytest.raises(SettingsError, match="sound stays on this machine: ") as refused:
        service_of(setting)
    assert (refused.value.setting, refused.value.value) == ("STRIDE_RECOGNISER", setting)
    allowed = service_of(f"{setting}?sound_leaves_this_machine=yes")
    assert allowed is not None
    assert not allowed.is_here
