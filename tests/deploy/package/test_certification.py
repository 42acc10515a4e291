"""The steps that Amazon's testers are asked to take go as the manifest says, on a pretend Echo."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.settings import Settings
from skill.simulator.models import load_model


class Certifier:
    """Somebody who takes the steps and writes down what was said."""

    def __init__(self) -> None:
        handler = build_lambda_handler(Settings(store="memory:"))
        model = load_model("en-US")
        began = datetime(2026, 11, 23, 7, tzinfo=UTC)
        self.echo = Echo(lambda event: handler(event, None), model, clock=began)
        self.said: list[str] = []

    def say(self, words: str, during: str = "") -> None:
        """Say something when ``during`` sounds, or else when it is our turn."""
        if during:
            self.echo.wait_for(during)
        elif self.echo.in_session:
            self.echo.until_listening()
        self.said.append(words)
        self._heard_before = len(self.echo.heard)
        self.echo.say(words)

    def hears(self, words: str) -> None:
        """Wait until it is said in the answer; it may be said by now."""
        answer = " ".join(heard.text for heard in self.echo.heard[self._heard_before :])
        if words not in answer:
            self.echo.wait_for(words)

    def is_left(self) -> bool:
        """Hear the answer out; whether the session is closed then."""
        self.echo.wait(30_000)
        return not self.echo.in_session


@pytest.fixture
def tester() -> Certifier:
    return Certifier()


@pytest.mark.slow
@pytest.mark.warm_up
def test_the_steps_go_as_told(tester: Certifier, manifest: dict[str, Any]) -> None:
    tester.say("Alexa, open strong stride")
    tester.hears("ask a doctor before we start")
    tester.say("start")
    tester.say("Alexa, skip the warm-up", during="March on the spot")
    tester.say("Alexa, what's my next exercise", during="Five.")
    tester.hears("good mornings")
    tester.hears("Six.")
    tester.say("Alexa, skip this one")
    tester.say("Alexa, slower please", during="Four.")
    tester.say("Alexa, pause", during="Seven.")
    tester.say("carry on")
    tester.say("Alexa, finish early", during="Eight.")
    tester.hears("stretch")
    tester.say("Alexa, skip the stretch", during="calf stretch")
    assert tester.is_left()
    tester.say("Alexa, open strong stride")
    tester.say("start")
    tester.say("Alexa, stop", during="squats")
    assert tester.is_left()
    tester.say("Alexa, open strong stride")
    tester.hears("carry on")
    tester.say("no")
    tester.say("Alexa, ask strong stride to forget everything about me")
    tester.say("yes")
    tester.say("yes")
    tester.hears("deleted")
    assert tester.is_left()
    told = manifest["publishingInformation"]["testingInstructions"]
    assert tester.said == re.findall(r'"([^"]+)"', told)
