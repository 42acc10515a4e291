"""Tiny scripted skills and the pieces of responses they are made of."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from support.small_model import MODEL

from skill.echo import Echo, Skill

Json = dict[str, Any]

MORNING = datetime(2026, 8, 1, 10, 0, 0, tzinfo=UTC)
SCREEN: dict[str, Json] = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
BELL = "soundbank://soundlibrary/alarms/beeps_and_bloops/bell_01"


def one_second(_words: str) -> int:
    """Take every piece of speech for one second, so that times in tests are round."""
    return 1000


def ssml(words: str) -> Json:
    """Write output speech."""
    return {"type": "SSML", "ssml": f"<speak>{words}</speak>"}


def wrapped(**body: object) -> Json:
    """Write a whole response around its body."""
    return {"version": "1.0", "response": body}


def asking(words: str = "Ready?", **more: object) -> Json:
    """Ask and listen."""
    body: Json = {
        "outputSpeech": ssml(words),
        "reprompt": {"outputSpeech": ssml("Still there?")},
        "shouldEndSession": False,
    }
    return wrapped(**(body | more))


def farewell(words: str = "Goodbye.", **more: object) -> Json:
    """Say something and close."""
    body: Json = {"outputSpeech": ssml(words), "shouldEndSession": True}
    return wrapped(**(body | more))


def silent() -> Json:
    """Answer nothing at all."""
    return wrapped()


def apla(item: Json, name: str = "set-1", **datasources: object) -> Json:
    """Write an APLA directive around one component."""
    return {
        "type": "Alexa.Presentation.APLA.RenderDocument",
        "token": name,
        "document": {
            "type": "APLA",
            "version": "0.91",
            "mainTemplate": {"parameters": ["payload"], "item": item},
        },
        "datasources": datasources,
    }


def spoken(words: str) -> Json:
    """Write a Speech component."""
    return {"type": "Speech", "contentType": "SSML", "content": f"<speak>{words}</speak>"}


def silence(ms: int) -> Json:
    """Write a Silence component."""
    return {"type": "Silence", "duration": ms}


def clip(source: str = BELL) -> Json:
    """Write an Audio component."""
    return {"type": "Audio", "source": source}


def sequence(*items: Json) -> Json:
    """Write a Sequencer."""
    return {"type": "Sequencer", "items": list(items)}


def mix(*items: Json) -> Json:
    """Write a Mixer."""
    return {"type": "Mixer", "items": list(items)}


def cue(at_ms: int, words: str) -> Json:
    """Write a spoken cue at an absolute offset."""
    return sequence(silence(at_ms), spoken(words))


def counted(*cues: tuple[int, str], name: str = "set-1") -> Json:
    """Answer with a counted set that ends in a question."""
    last = max((at_ms for at_ms, _ in cues), default=0) + 2000
    item = mix(*(cue(at_ms, words) for at_ms, words in cues), cue(last, "Ready?"))
    return asking("Go.", directives=[apla(item, name)])


class Scripted:
    """A skill that answers from a list, keeps the requests, and is silent where it must be."""

    def __init__(self, *answers: Json | Callable[[Json], Json]) -> None:
        self.answers = list(answers)
        self.requests: list[Json] = []

    def __call__(self, request: Json) -> Json:
        self.requests.append(request)
        kind = request["request"]["type"]
        if kind in ("SessionEndedRequest", "System.ExceptionEncountered") or "SkillEvent" in kind:
            return silent()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer(request) if callable(answer) else answer

    @property
    def kinds(self) -> list[str]:
        """List the types of the requests so far."""
        return [request["request"]["type"] for request in self.requests]


def echo_with(skill: Skill, **settings: Any) -> Echo:
    """Build an Echo on which every piece of speech lasts a second, and every sentence of the user's two."""
    usual: dict[str, Any] = {"speech_ms": one_second, "utterance_ms": 2000}
    return Echo(skill, MODEL, clock=MORNING, **(usual | settings))


def ms_of(moment: datetime) -> int:
    """Count the ms since the test's morning began."""
    return round((moment - MORNING).total_seconds() * 1000)


def timestamps(skill: Scripted) -> list[int]:
    """List when each request was sent, in ms of the morning."""
    return [
        ms_of(datetime.fromisoformat(request["request"]["timestamp"])) for request in skill.requests
    ]


def heard(echo: Echo) -> list[tuple[int, str, bool]]:
    """List what was heard: ms of the morning, words, whether cut."""
    return [(ms_of(sound.at), sound.text, sound.cut) for sound in echo.heard]
