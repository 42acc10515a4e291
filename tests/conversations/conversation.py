"""A conversation with the coach on the pretend Echo, and what came of each turn."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skill.alexa.services import AmazonServices
from skill.alexa.skill import AlexaSkill
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.bootstrap import build_coach, build_lambda_handler, load_sentences
from skill.echo import DeviceTurn, Echo, Skill
from skill.loaders import LOCALE, load_collection, load_phrasebook
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.workout.cue import phrase

ROOT = Path(__file__).parents[2]
MODEL = load_model(LOCALE)
CATALOG = load_collection().catalog
MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)


def fresh_skill() -> Skill:
    """The function that AWS Lambda calls, with a store of its own."""
    handler = build_lambda_handler(Settings(store="memory:"))
    return lambda request: handler(request, None)


def served_skill() -> Skill:
    """The same with Amazon's services, which may be on this machine."""
    coach = build_coach(Settings(store="memory:"))
    return AlexaSkill(coach, services=AmazonServices(loopback=True), sentences=load_sentences())


def echo_with(skill: Skill, locale: str = LOCALE, **settings: Any) -> Echo:
    """A pretend Echo, American where no other locale is named, on the evening of one fixed Monday."""
    return Echo(skill, load_model(locale), clock=MONDAY, locale=locale, **settings)


def athlete_after(turn: DeviceTurn) -> Athlete | None:
    """The athlete that the session carries away from a turn; None where it carries nobody."""
    carried = (turn.response.get("sessionAttributes") or {}).get("athlete")
    return None if carried is None else read_document(json.loads(carried), CATALOG)


def lines(turn: DeviceTurn | None) -> list[str]:
    """What a turn's response says, sound by sound."""
    assert turn is not None
    return [sound.text for sound in turn.timeline]


def first_count(turn: DeviceTurn, locale: str = LOCALE) -> str | None:
    """The first number that is counted after the count-in."""
    said, go = lines(turn), load_phrasebook(locale)(phrase("count.go")).text
    return said[said.index(go) + 1] if go in said else None


def begin(echo: Echo) -> None:
    """Open the skill and start the workout."""
    echo.open()
    echo.until_listening()
    echo.say("start")


def wait_for_count(echo: Echo, count: str) -> None:
    """Move the clock to the moment when a count of the current set begins, behind its count-in."""
    echo.wait_for(lambda heard: heard.text == "Go.")
    echo.wait_for(count)
