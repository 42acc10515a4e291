"""A device with a screen as the skill knows it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from support.flaky_store import FlakyStore
from support.straight_to_work import catalog_without_warm_up

from skill.alexa.skill import AlexaSkill, write_json
from skill.alexa.visits import account_id
from skill.coach.coach import Coach
from skill.loaders import load_catalog, load_figure, load_phrasebook
from skill.store.memory import MemoryStore

Json = dict[str, Any]
BEGAN = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
RENDER = "Alexa.Presentation.APL.RenderDocument"


class Show:
    """A screen as the skill knows it: requests in, responses out, time moved by hand."""

    def __init__(self, version: str | None = "2024.3", *, warm_up: bool = False) -> None:
        self.store: MemoryStore = MemoryStore()
        catalog = load_catalog() if warm_up else catalog_without_warm_up()
        self.coach = Coach(catalog, self.store, load_phrasebook)
        self.skill = AlexaSkill(self.coach, figures=load_figure)
        self.now = BEGAN
        self.attributes: Json = {}
        self.interfaces = (
            {}
            if version is None
            else {"Alexa.Presentation.APL": {"runtime": {"maxVersion": version}}}
        )
        self.new = True
        self.response: Json = {}

    def ask(self, request: Json) -> Json:
        system = {
            "application": {"applicationId": "app"},
            "user": {"userId": "user"},
            "device": {"deviceId": "device", "supportedInterfaces": self.interfaces},
        }
        session = {
            "new": self.new,
            "sessionId": "s",
            "attributes": self.attributes,
            "application": {"applicationId": "app"},
            "user": {"userId": "user"},
        }
        stamp = {"requestId": "r", "locale": "en-US", "timestamp": self.now.isoformat()}
        answer = self.skill(
            {
                "version": "1.0",
                "session": session,
                "context": {"System": system},
                "request": {**stamp, **request},
            }
        )
        json.dumps(answer)
        self.new = False
        self.attributes = answer.get("sessionAttributes") or {}
        self.response = answer["response"]
        return self.response

    def use(self, store: FlakyStore) -> FlakyStore:
        """Keep runners in another store."""
        self.store = store
        self.coach = Coach(self.coach.catalog, store, load_phrasebook)
        self.skill = AlexaSkill(self.coach, figures=load_figure)
        return store

    @property
    def bytes(self) -> int:
        """What the last answer weighs."""
        answer = {
            "version": "1.0",
            "sessionAttributes": self.attributes,
            "response": self.response,
        }
        return len(write_json(answer))

    def launch(self) -> Json:
        return self.ask({"type": "LaunchRequest"})

    def say(self, intent: str, **values: str) -> Json:
        slots = {name: {"name": name, "value": value} for name, value in values.items()}
        return self.ask({"type": "IntentRequest", "intent": {"name": intent, "slots": slots}})

    def tell(self, *arguments: Any) -> Json:
        return self.ask(
            {"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": list(arguments)}
        )

    def words(self, frame: Json) -> Json:
        """What is written in a frame: its title, its caption, and what is coming."""
        words: Json = self.data["words"][frame["words"]]
        return words

    def touch(self, wish: str, at_ms: float = 0) -> Json:
        return self.tell("touch", self.data["id"], at_ms, wish)

    def end(self, heard: float | None = None) -> Json:
        """Let the display come to its end."""
        data = self.data
        length = data["durationMs"]
        self.now += timedelta(milliseconds=length + 1000)
        return self.tell(
            "done", data["id"], length + 16.7, length if heard is None else heard, data["unheard"]
        )

    @property
    def shown(self) -> Json | None:
        found = [d for d in self.response.get("directives", []) if d["type"] == RENDER]
        return found[0] if found else None

    @property
    def data(self) -> Json:
        assert self.shown is not None
        properties: Json = self.shown["datasources"]["segment"]["properties"]
        return properties

    @property
    def stored(self) -> Any:
        return self.coach.peek(account_id("user"))


def started() -> Show:
    show = Show()
    show.launch()
    show.touch("start")
    return show


def spoken(response: Json) -> str:
    return str(response.get("outputSpeech", {}).get("ssml", ""))
