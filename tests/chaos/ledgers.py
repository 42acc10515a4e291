"""Runners who talk to a service over HTTP, each with a ledger of what it has promised: what an answer brought."""

import json
import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic
from typing import Any

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete, history_of
from skill.athlete.stored.document import read_document
from skill.bootstrap import load_catalog
from skill.store.sqlite import SqliteStore

MOVES = ("WhatIsNextIntent", "HowManyLeftIntent", "AMAZON.YesIntent", "SkipRestIntent")
WISHES = {
    "WaitForMeIntent": ("pacing", "wait_for_me"),
    "KeepGoingIntent": ("pacing", "keep_going"),
    "TalkLessIntent": ("talk", "short"),
    "TalkFullyIntent": ("talk", "full"),
}
Json = dict[str, Any]


class Runner:
    """One runner: the time on its own clock, its session, and its ledger.

    ``done`` are the repetitions and seconds that an answer has counted, ``asked`` those that a request without an
    answer may have counted besides; ``preferences`` are those that an answer confirmed.
    """

    def __init__(self, number: int) -> None:
        self.user = f"amzn1.ask.account.RUNNER{number}"
        self.chance = random.Random(number)  # noqa: S311 - a runner's whims are no secret
        self.now = datetime(2026, 3, 2, 6, tzinfo=UTC) + timedelta(minutes=number)
        self.attributes: Json = {}
        self.is_new = True
        self.done = self.turns = 0
        self.preferences: dict[str, str] = {}
        self.in_doubt: set[str] = set()
        self.slowest_s = 0.0

    def take_a_turn(self, port: int) -> None:
        """Say something, and enter what the answer brought.

        Raises:
            OSError, HTTPException: no answer came; then nobody knows what was done of it.
        """
        if self.is_new:
            intent = ""
        elif self.chance.random() < 0.3:
            intent = self.chance.choice([*WISHES])
        else:
            intent = self.chance.choice(MOVES)
        self.now += timedelta(seconds=self.chance.randint(4, 40))
        if intent in WISHES:
            self.in_doubt.add(WISHES[intent][0])
        began = monotonic()
        try:
            answer = self._ask(port, intent)
        except (OSError, HTTPException):
            self.is_new, self.attributes = True, {}
            raise
        self.slowest_s = max(self.slowest_s, monotonic() - began)
        self.turns += 1
        self.attributes = answer.get("sessionAttributes") or {}
        self.is_new = answer["response"].get("shouldEndSession", True)
        if intent in WISHES:
            name, value = WISHES[intent]
            self.preferences[name] = value
            self.in_doubt.discard(name)
        if "athlete" in self.attributes:
            known = read_document(json.loads(self.attributes["athlete"]), load_catalog())
            if known.workout is not None:
                self.done = max(self.done, sum(known.workout.done))

    def _ask(self, port: int, intent: str) -> Json:
        kind = "IntentRequest" if intent else "LaunchRequest"
        request: Json = {
            "type": kind,
            "requestId": f"r{self.chance.random()}",
            "timestamp": self.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "locale": "en-US",
        }
        if intent:
            request["intent"] = {"name": intent, "confirmationStatus": "NONE", "slots": {}}
        application, user = {"applicationId": "a"}, {"userId": self.user}
        session = {"new": self.is_new, "sessionId": "s", "attributes": self.attributes}
        device = {"deviceId": "d", "supportedInterfaces": {}}
        body = {
            "version": "1.0",
            "session": {**session, "application": application, "user": user},
            "context": {"System": {"application": application, "user": user, "device": device}},
            "request": request,
        }
        with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
            connection.request("POST", "/alexa", json.dumps(body))
            answer = connection.getresponse()
            read = answer.read()
            assert answer.status == 200, answer.status
            return dict(json.loads(read))

    def stored(self, path: Path) -> Athlete:
        """What the store has of this runner."""
        with closing(SqliteStore(path)) as store:
            found = store.load(account_id(self.user))
        assert found is not None
        assert isinstance(found.document, dict)
        return read_document(found.document, load_catalog())

    def faults(self, path: Path) -> tuple[int, int]:
        """Repetitions lost, and preferences forgotten, by what the store has now."""
        athlete = self.stored(path)
        credit = sum(r.repetitions + r.seconds for r in history_of(athlete))
        forgotten = sum(
            getattr(athlete.preferences, name) != value
            for name, value in self.preferences.items()
            if name not in self.in_doubt
        )
        return max(0, self.done - credit), forgotten
