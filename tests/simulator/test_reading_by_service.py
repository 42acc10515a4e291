"""What reads the words of a language where a speech-to-text service is named."""

import pytest

from skill.cli.service_troubles import told
from skill.ears import setup
from skill.ears.ears import Words
from skill.ears.service import SpeechService
from skill.simulator.reading import is_heard, reader_in, trouble_with

NOWHERE = SpeechService("no.such.host.invalid", 10_300)


def test_english_is_read_by_the_coachs_own_ears_every_language_by_a_service() -> None:
    assert is_heard("en-GB")
    assert not is_heard("de-DE")
    assert is_heard("de-DE", NOWHERE)


def test_without_a_service_there_is_no_trouble_with_one() -> None:
    assert trouble_with(None, "de-DE") is None
    assert trouble_with(NOWHERE, "de-DE") == "away"


@pytest.mark.parametrize(
    ("installed", "sentence"), [(True, "the coach's own ears read"), (False, "type what you would")]
)
def test_own_ears_stand_in_where_they_are_installed(
    monkeypatch: pytest.MonkeyPatch, *, installed: bool, sentence: str
) -> None:
    monkeypatch.setattr(setup, "engines_installed", lambda: installed)
    monkeypatch.setattr(setup, "reader_for", lambda *_: lambda _pcm: Words("skip it"))
    words = reader_in("en-US", NOWHERE, lambda: 0.0)(b"")
    assert words == Words("skip it" if installed else "", trouble="away")
    assert sentence in told("away", NOWHERE, "en-US")
