"""Requests as Amazon writes them, sent one by one, each answer checked against Alexa's rules."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.echo import Api, Rules, Stage
from skill.echo.envelope import Envelopes, Identity, OpenSession
from skill.echo.timeline import short_clip_ms
from skill.understanding import Pace

Json = dict[str, Any]
EVENING = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
USER, DEVICE, SKILL_ID = "amzn1.ask.account.RUNNER", "amzn1.ask.device.KITCHEN", "amzn1.ask.skill.1"
RULES = Rules(Stage(Pace(), short_clip_ms, has_screen=False))

Change = Callable[[Json], object]


def launch() -> Json:
    """The skill is opened."""
    return {"type": "LaunchRequest"}


def intent(name: str, **slots: str | None) -> Json:
    """An intent; a slot with None comes without a value."""
    filled = {
        slot: {"name": slot, "confirmationStatus": "NONE"} | ({"value": value} if value else {})
        for slot, value in slots.items()
    }
    return {
        "type": "IntentRequest",
        "dialogState": "COMPLETED",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": filled},
    }


def spoken(response: Json) -> str:
    """Everything that a response says."""
    performance = RULES.stage.perform(response["response"])
    return " ".join(sound.text for sound in performance.output_timeline.sounds)


class Speaker:
    """Sends requests in one session and keeps what the skill wants kept."""

    def __init__(
        self,
        skill: Callable[[Any], Json],
        device: str = DEVICE,
        user: str = USER,
        api: Api | None = None,
    ) -> None:
        self.now = EVENING
        self.voice = ""
        self.session: OpenSession | None = OpenSession("amzn1.echo-api.session.1")
        self.skill = skill
        self._envelopes = Envelopes(Identity(SKILL_ID, user, device, "en-US", {}, api))

    def event(self, request: Json) -> Json:
        """The envelope around a request."""
        return self._envelopes.wrap(request, self.session, self.now, self.voice)

    def send(self, request: Json, change: Change = lambda _: None, after_s: int = 0) -> Json:
        """Send a request, its envelope changed, and return a legal answer."""
        self.now += timedelta(seconds=after_s)
        event = self.event(request)
        change(event)
        response = self.skill(event)
        RULES.check(event["request"]["type"], response)
        if self.session:
            self.session.new = False
            self.session.attributes = response.get("sessionAttributes") or {}
        return response

    def opens(self, voice: str = "", after_s: int = 0) -> str:
        """Open the skill in a new session, in a voice that Alexa tells apart or in one that it does not."""
        self.voice = voice
        self.session = OpenSession(f"amzn1.echo-api.session.{self.now:%Y%m%d%H%M%S}.{voice}")
        return self.says(launch(), after_s=after_s)

    def says(self, request: Json, change: Change = lambda _: None, after_s: int = 0) -> str:
        """Send a request and return what is said in answer."""
        return spoken(self.send(request, change, after_s))
