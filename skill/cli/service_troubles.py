"""What is told of a speech-to-text service that does not read what was said."""

from collections.abc import Mapping

from skill.ears.ears import Trouble
from skill.ears.service import SETTING, SpeechService
from skill.ears.service_first import REST_S
from skill.simulator.reading import own_ears_stand_in

SERVICE_WAITING_MS = 20_000
"""How much of a microphone's sound waits where a service reads it: more than it takes, asked twice in a row."""

_SENTENCES: Mapping[Trouble, str] = {
    "away": "Nobody answers at {service}: start the speech service, or put {setting} right.",
    "slow": "The speech service at {service} takes too long: give it a smaller model.",
    "broken": "The speech service at {service} failed: its log says at what, or no such service is there.",
    "language": "The speech service at {service} does not read {locale}: give it another model.",
}


def told(trouble: Trouble, service: SpeechService, locale: str) -> str:
    """Two sentences: what is wrong with the service, and who hears the runner meanwhile."""
    wrong = _SENTENCES[trouble].format(service=service, setting=SETTING, locale=locale)
    if own_ears_stand_in(locale):
        return f"{wrong} Until then the coach's own ears read what you say."
    return f"{wrong} Until then type what you would say; it is asked again after {REST_S:.0f} s."
