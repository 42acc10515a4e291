"""Which voice a setting names, and what is told when it is not there."""

import sys
from concurrent.futures import ThreadPoolExecutor

import espeakng_loader
import pytest
from support.tables import with_each

from skill.audio.voices import check_voice, espeak, open_voice
from skill.audio.voices.espeak import Synthesizer
from skill.bootstrap import voice_name
from skill.errors import AudioUnavailable, SettingsError
from skill.loaders import all_locales


@with_each(
    ("setting", "locale", "name"),
    [
        ("espeak-ng", "en-US", "espeak-ng:en-us"),
        ("espeak-ng", "en-GB", "espeak-ng:en"),
        ("polly", "en-US", "polly:Joanna"),
        ("polly", "en-GB", "polly:Amy"),
        ("polly:Matthew", "en-US", "polly:Matthew"),
        ("polly:Matthew", "en-GB", "polly:Matthew"),
        ("polly:Matthew", "tlh", "polly:Matthew"),
    ],
)
def test_a_voice_is_named_by_the_setting_and_the_locale(
    setting: str, locale: str, name: str
) -> None:
    assert voice_name(setting, locale) == name
    assert open_voice(name).name == name


def test_a_voice_that_was_named_for_english_speaks_no_other_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("skill.bootstrap.load_locale", all_locales().__getitem__)
    assert voice_name("polly:Matthew", "de-DE") == "polly:Vicki"
    assert voice_name("espeak-ng", "de-DE") == "espeak-ng:de"


def test_espeak_has_the_voice_of_every_locale() -> None:
    for locale in all_locales().values():
        assert Synthesizer(locale.espeak).name == f"espeak-ng:{locale.espeak}"


@with_each(
    "setting", ["", "espeak", "espeak-ng:", "polly:", "polly:Jo Anna", "Joanna", "espeak-ng:de"]
)
def test_any_other_setting_is_refused_with_the_forms_that_are_known(setting: str) -> None:
    with pytest.raises(SettingsError) as refused:
        check_voice(setting)
    assert "STRIDE_VOICE" in str(refused.value)
    assert "espeak-ng" in refused.value.remedy
    assert "polly:Joanna" in refused.value.remedy


def test_a_voice_that_is_not_there_is_told() -> None:
    with pytest.raises(AudioUnavailable, match="has no voice 'xx'"):
        open_voice("espeak-ng:xx")


@pytest.fixture
def not_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process in which espeak-ng was not yet set up."""
    monkeypatch.setattr(espeak, "_engine", espeak._engine.__wrapped__)


@pytest.mark.usefixtures("not_set_up")
def test_without_the_package_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(AudioUnavailable) as refused:
        open_voice("espeak-ng:de")
    assert str(refused.value).startswith("espeak-ng: is not installed; pip install ")
    assert "'.[audio]'" in refused.value.remedy


@pytest.mark.usefixtures("not_set_up")
def test_a_library_that_this_machine_cannot_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: "/no/such/library.so")
    with pytest.raises(AudioUnavailable, match="does not work on this machine") as refused:
        open_voice("espeak-ng:de")
    assert "Polly" in refused.value.remedy


@with_each("voice", ["en-gb", "fr-fr", "xx", ""])
def test_a_voice_that_espeak_does_not_have_is_refused(voice: str) -> None:
    """The engine would keep the one that spoke before, and speak French with an English voice."""
    with pytest.raises(OSError, match=f"no voice '{voice}'"):
        Synthesizer(voice)


def test_two_voices_of_one_process_speak_from_many_threads_each_as_itself() -> None:
    voices = [Synthesizer("en-us"), Synthesizer("de")]
    american, german = (voice.duration_ms("Twenty-one calf raises.") for voice in voices)
    assert min(american, german) > 1_000
    with ThreadPoolExecutor(4) as threads:
        lengths = [
            *threads.map(lambda n: voices[n % 2].duration_ms("Twenty-one calf raises."), range(100))
        ]
    assert lengths[::2] == pytest.approx([american] * 50, rel=0.02)
    assert lengths[1::2] == pytest.approx([german] * 50, rel=0.02)
    assert american != pytest.approx(german, rel=0.02)
