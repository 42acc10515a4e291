"""Runners who talk to a service over HTTP, each with a ledger of what it has promised: what an answer brought."""

import json
import random
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import Any, NamedTuple

from hearing import Ears, repetitions_of

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete, history_of
from skill.athlete.stored.document import read_document
from skill.loaders import load_catalog
from skill.store.protocol import Store
from skill.training.exercise import Measure

OPENING = ("AMAZON.YesIntent", "SkipWarmUpIntent", "TalkLessIntent")
"""What a runner says first, to come to the counting soon."""

MOVES = ("WhatIsNextIntent", "HowManyLeftIntent", "AMAZON.YesIntent", "SkipRestIntent")
WISHES = {
    "WaitForMeIntent": ("pacing", "wait_for_me"),
    "KeepGoingIntent": ("pacing", "keep_going"),
    "TalkLessIntent": ("talk", "short"),
    "TalkFullyIntent": ("talk", "full"),
}
Json = dict[str, Any]


SHORTEST_S, LONGEST_S = 4, 28
"""How long runners wait: never as long as the shortest set, so that no whole set is ever in doubt."""


class Faults(NamedTuple):
    """Repetitions surely heard, and those of them lost, those doubled; preferences forgotten."""

    heard: int
    lost: int
    doubled: int
    forgotten: int

    @property
    def none(self) -> bool:
        return self.lost == self.doubled == self.forgotten == 0

    def __str__(self) -> str:
        return (
            f"of {self.heard} repetitions heard {self.lost} lost, {self.doubled} doubled; "
            f"{self.forgotten} preferences forgotten"
        )


class Runner:
    """One runner: the time on its own clock, its session, and its ledger.

    ``interfaces`` are those of its speaker.
    ``ears`` count along with the answers; ``preferences`` are those that an answer confirmed, ``in_doubt`` those
    that a request without an answer may have changed.
    """

    def __init__(self, number: int, *interfaces: str) -> None:
        self.interfaces: Json = {name: {} for name in interfaces}
        self.user = f"amzn1.ask.account.RUNNER{number}"
        self.chance = random.Random(number)  # noqa: S311 - a runner's whims are no secret
        self.now = datetime(2026, 3, 2, 6, tzinfo=UTC) + timedelta(minutes=number)
        self.attributes: Json = {}
        self.is_new = True
        self.turns = 0
        self.failed = False
        self.ears = Ears()
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
        elif self.turns <= len(OPENING):
            intent = OPENING[self.turns - 1]
        elif self.chance.random() < 0.15:
            intent = self.chance.choice([*WISHES])
        else:
            intent = self.chance.choice(MOVES)
        waits_s = SHORTEST_S if self.failed else self.chance.randint(SHORTEST_S, LONGEST_S)
        self.now += timedelta(seconds=waits_s)
        self.ears.listen(waits_s)
        if intent in WISHES:
            self.in_doubt.add(WISHES[intent][0])
        began = monotonic()
        try:
            answer = self._ask(port, intent)
        except (OSError, HTTPException):
            self.is_new, self.attributes = True, {}
            self.ears.lose_the_answer()
            self.failed = True
            raise
        self.failed = False
        self.slowest_s = max(self.slowest_s, monotonic() - began)
        self.turns += 1
        self.ears.play(answer)
        self.carry(answer)
        if intent in WISHES:
            name, value = WISHES[intent]
            self.preferences[name] = value
            self.in_doubt.discard(name)

    def carry(self, answer: Json) -> None:
        """Keep what an answer gives to the session."""
        self.attributes = answer.get("sessionAttributes") or {}
        self.is_new = answer["response"].get("shouldEndSession", True)

    def body(self, intent: str) -> str:
        """The request of an intent in this session; of a launch where none is named."""
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
        device = {"deviceId": "d", "supportedInterfaces": self.interfaces}
        return json.dumps(
            {
                "version": "1.0",
                "session": {**session, "application": application, "user": user},
                "context": {"System": {"application": application, "user": user, "device": device}},
                "request": request,
            }
        )

    def _ask(self, port: int, intent: str) -> Json:
        with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
            connection.request("POST", "/alexa", self.body(intent))
            answer = connection.getresponse()
            read = answer.read()
            assert answer.status == 200, answer.status
            return dict(json.loads(read))

    def stored(self, store: Store) -> Athlete:
        """What the store has of this runner."""
        found = store.load(account_id(self.user))
        assert found is not None
        assert isinstance(found.document, dict)
        return read_document(found.document, load_catalog())

    def faults(self, store: Store) -> Faults:
        """What of the ledger is not as the store has it now."""
        athlete = self.stored(store)
        records = history_of(athlete)
        counted = [one for one in records if one.measure is Measure.REPETITIONS]
        lost, doubled = self.ears.faults(
            count for record in counted for count in repetitions_of(record.sets_done)
        )
        forgotten = sum(
            getattr(athlete.preferences, name) != value
            for name, value in self.preferences.items()
            if name not in self.in_doubt
        )
        return Faults(sum(len(one.sure) for one in self.ears.sets), lost, doubled, forgotten)


def has_heard(runner: Runner) -> bool:
    """Whether any repetition was surely heard."""
    return any(one.sure for one in runner.ears.sets)


def faults_of(runners: Iterable[Runner], store: Store) -> Faults:
    """Those of all runners who were ever answered."""
    found = [runner.faults(store) for runner in runners if runner.turns]
    return Faults(*(sum(column) for column in zip(*found, strict=True)))
