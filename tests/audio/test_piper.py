"""Piper as a voice: behind a stand-in for its package, and behind the real one where the tests find it.

``STRIDE_PIPER_MODEL`` names a model for the real one; ``pip install piper-tts`` brings the package.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from support.tables import with_each

from skill.audio.cues import CueClips
from skill.audio.voices import check_voice, open_voice
from skill.bootstrap import voice_name
from skill.errors import AudioUnavailable, SettingsError
from skill.loaders import all_locales

REAL = os.environ.get("STRIDE_PIPER_MODEL")


@dataclass
class Config:
    """What of ``piper.SynthesisConfig`` is asked for; None is what the model's own file says."""

    noise_w_scale: float | None = None


@dataclass
class Voice:
    """``piper.PiperVoice`` as of 1.3 to 1.8: each sentence is of another length each time, unless told not."""

    config: SimpleNamespace
    calls: Iterator[int] = field(default_factory=count)

    @classmethod
    def load(cls, model_path: Path) -> "Voice":
        model_path.read_bytes()
        settings = json.loads(Path(f"{model_path}.json").read_text("utf-8"))
        return cls(SimpleNamespace(sample_rate=settings["audio"]["sample_rate"]))

    def synthesize(self, text: str, syn_config: Config | None = None) -> Iterator[SimpleNamespace]:
        steady = syn_config is not None and syn_config.noise_w_scale == 0
        for sentence in filter(None, text.split(".")):
            samples = 100 * len(sentence) + (0 if steady else next(self.calls))
            yield SimpleNamespace(audio_int16_bytes=b"\0\x20" * samples)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model with the stand-in for Piper that speaks it."""
    stand_in = ModuleType("piper")
    stand_in.__dict__.update(PiperVoice=Voice, SynthesisConfig=Config)
    monkeypatch.setitem(sys.modules, "piper", stand_in)
    model = tmp_path / "en_US-someone-medium.onnx"
    model.write_bytes(b"a model")
    Path(f"{model}.json").write_text('{"audio": {"sample_rate": 22050}}', "utf-8")
    return model


@pytest.fixture(params=["stand-in", "real"] if REAL else ["stand-in"])
def setting(request: pytest.FixtureRequest) -> str:
    if request.param == "real":
        pytest.importorskip("piper", reason="needs piper-tts")
        return f"piper:{REAL}"
    return f"piper:{request.getfixturevalue('model')}"


def test_it_speaks_at_its_models_rate(setting: str) -> None:
    voice = open_voice(setting)
    assert (voice.name, voice.rate_hz, voice.at_once) == (setting, 22_050, 1)
    one, two = voice.speak("Seven."), voice.speak("Seven. And eight.")
    assert 0 < len(one) < len(two)
    assert len(one) % 2 == 0


def test_a_count_is_of_the_same_length_each_time(setting: str) -> None:
    voice = open_voice(setting)
    assert len({len(voice.speak("Seven.")) for _ in range(5)}) == 1


def test_what_was_spoken_is_kept(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = CueClips(open_voice(setting), tmp_path / "cues").of(["Seven."])["Seven."]
    silent = open_voice(setting)
    monkeypatch.setattr(silent, "speak", None)
    kept = CueClips(silent, tmp_path / "cues").of(["Seven."])["Seven."]
    assert kept.tobytes() == spoken.tobytes()


@with_each(
    "setting",
    [
        "piper:",
        "piper:en_US-joe-medium",
        "piper:/models/joe.onnx",
        "piper:/models/en_US/joe.onnx",
        "piper:en-US-joe-medium.onnx",
    ],
)
def test_a_model_that_has_lost_its_name_is_refused(setting: str) -> None:
    with pytest.raises(SettingsError) as refused:
        check_voice(setting)
    assert "piper:en_US-joe-medium.onnx" in refused.value.remedy


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("de-DE", "piper:/models/de_DE-thorsten-high.onnx"),
        ("en-US", "espeak-ng:en-us"),
        ("es-MX", "espeak-ng:es-419"),
    ],
)
def test_a_model_speaks_its_own_language_alone(
    monkeypatch: pytest.MonkeyPatch, locale: str, name: str
) -> None:
    monkeypatch.setattr("skill.bootstrap.load_locale", all_locales().__getitem__)
    assert voice_name("piper:/models/de_DE-thorsten-high.onnx", locale) == name


def test_without_the_package_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(AudioUnavailable, match=r"not installed; pip install 'piper-tts>=1\.3'"):
        open_voice("piper:en_US-x-low.onnx")


def test_a_package_of_before_its_present_form_is_told(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(sys.modules["piper"], "SynthesisConfig")
    with pytest.raises(AudioUnavailable, match=r"piper-tts>=1\.3"):
        open_voice(f"piper:{model}")


def _without_model(model: Path) -> None:
    model.unlink()


def _without_settings(model: Path) -> None:
    Path(f"{model}.json").unlink()


def _with_broken_settings(model: Path) -> None:
    Path(f"{model}.json").write_text("{", "utf-8")


@pytest.mark.parametrize("harm", [_without_model, _without_settings, _with_broken_settings])
def test_a_model_that_cannot_be_loaded_is_told(model: Path, harm: Callable[[Path], None]) -> None:
    harm(model)
    with pytest.raises(AudioUnavailable) as refused:
        open_voice(f"piper:{model}")
    assert str(model) in str(refused.value)
    assert ".json" in refused.value.remedy
