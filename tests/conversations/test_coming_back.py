"""Who was called away is told how to come back: behind a closed session "resume" reaches nobody."""

import pytest
from conversation import echo_with, fresh_skill

from skill.echo import Echo
from skill.loaders import all_locales
from skill.simulator.models import heard_locales

YES_AND_PAUSE = {
    "en": ("yes", "pause"),
    "de": ("ja", "pause"),
    "es": ("sí", "pausa"),
    "fr": ("oui", "pause"),
}
LONG_GONE_MS = 300_000

LOCALES = [
    pytest.param(name, marks=() if name == locale.model else pytest.mark.slow)
    for name, locale in heard_locales().items()
]
"""Those that a model is written for; the others of their languages take their time."""


def _away(echo: Echo) -> str:
    """Stay away until the session is closed; returns what was heard last of all."""
    echo.until_listening()
    echo.wait(LONG_GONE_MS)
    assert not echo.in_session
    return echo.heard[-1].text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_last_words_after_a_pause_open_the_coach_who_offers_to_carry_on(locale: str) -> None:
    echo = echo_with(fresh_skill(), locale)
    yes, pause = YES_AND_PAUSE[locale[:2]]
    echo.open()
    echo.until_listening()
    echo.say(yes)
    echo.wait(60_000)
    assert echo.say(pause) is not None
    _, call = _away(echo).rsplit("Alexa, ", 1)
    assert all_locales()[locale].invocation in call.casefold()
    assert echo.say(yes) is None  # without the name nobody hears it
    assert echo.say(call.rstrip(".")) is not None
    echo.until_listening()
    assert echo.say(yes) is not None
    assert echo.in_session


@pytest.mark.parametrize("locale", LOCALES)
def test_who_does_not_say_ready_is_told_the_same(locale: str) -> None:
    echo = echo_with(fresh_skill(), locale)
    yes, _ = YES_AND_PAUSE[locale[:2]]
    echo.open()
    echo.until_listening()
    echo.say(yes)
    _, call = _away(echo).rsplit("Alexa, ", 1)
    assert echo.say(call.rstrip(".")) is not None
