"""Which microphones and loudspeakers are offered, and that only our own sentences are read about them."""

import os

import miniaudio
import pytest

from skill.cli.devices import captures, playbacks

NAMES = {miniaudio.DeviceType.CAPTURE: captures, miniaudio.DeviceType.PLAYBACK: playbacks}


@pytest.fixture(autouse=True)
def _pretend_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Miniaudio's own pretend sound card in place of this machine's."""
    monkeypatch.setattr("skill.cli.devices.real_backends", lambda: [miniaudio.Backend.NULL])


@pytest.mark.parametrize("kind", list(NAMES))
def test_a_device_that_works_is_offered(kind: miniaudio.DeviceType) -> None:
    assert [card.name for card in NAMES[kind]()] == [f"NULL {kind.name.title()} Device"]


@pytest.mark.parametrize("kind", list(NAMES))
def test_a_device_that_tells_nothing_of_itself_is_passed_over(
    kind: miniaudio.DeviceType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise miniaudio.MiniaudioError("can't get device info")

    monkeypatch.setattr(miniaudio.Devices, "_get_info", broken)
    assert NAMES[kind]() == []


def test_what_c_libraries_write_is_not_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def noisy(*_: object) -> dict[str, object]:
        os.write(2, b"ALSA lib confmisc.c: cannot find card '0'\n")
        return {}

    monkeypatch.setattr(miniaudio.Devices, "_get_info", noisy)
    captures()
    os.write(2, b"ours")
    assert capfd.readouterr().err == "ours"
