"""Random turns through the skill: two speakers, all intents, any slots, days passing.

``PYTHONPATH=.:tests:tests/chaos python tests/chaos/random_turns.py SECONDS SEED`` tries others than
``make chaos``.
"""

import json
import logging
import random
import sys
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from trials import Trial

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.athlete.stored.text import write_text
from skill.bootstrap import build_coach, load_figure, load_sentences
from skill.coach.coach import Coach
from skill.settings import Settings

GAPS_S = (2, 9, 30, 90, 3_600, 86_400, 5 * 86_400)
WEIGHTS = (30, 30, 30, 5, 3, 1, 1)
SAID = (
    "",
    "3",
    "0",
    "-1",
    "20",
    "999999999999",
    "?",
    "lunges",
    "squats",
    "PT15S",
    "07:00",
    "MO",
    "step",
    "jumping",
)
ACHES = ("knee", "hip", "ankle", "back", "my knee hurts")
"""Said in one slot of fifty: heard anywhere, they stop the set and spare a joint."""
SLOTS = (
    "exercise",
    "exercises",
    "rounds",
    "minutes",
    "repetitions",
    "joint",
    "tool",
    "duration",
    "day",
    "time",
)
GOING_ON = ("AMAZON.YesIntent", "ReadyIntent", "StartWorkoutIntent", "AMAZON.ResumeIntent")
"""Said in every third turn, so that workouts come to their ends as well."""
MOST_TURNS = 200
"""Then another runner comes: whoever has said that everything hurts has nothing left to do."""
Json = dict[str, Any]


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kinds: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kinds.append(str(record.exc_info[1]) if record.exc_info else record.getMessage())


class _Reader:
    """Reads every athlete again from its text, and keeps what was not the same."""

    def __init__(self) -> None:
        plain = build_coach(Settings(store="memory:"))
        self.coach = Coach(plain.catalog, plain.store, plain.voices, observe=self.see)
        self.changed: list[Athlete] = []

    def see(self, _before: Athlete, after: Athlete | None) -> None:
        """Read what will be saved."""
        if after is not None:
            text = write_text(after).whole
            if read_document(json.loads(text), self.coach.catalog) != after:
                self.changed.append(after)


def random_turns(seconds: float, seed: int = 11) -> Trial:
    """As many turns as the seconds take."""
    errors, chance = _Errors(), random.Random(seed)  # noqa: S311 - a runner's whims are no secret
    log = logging.getLogger("skill")
    log.addHandler(errors)
    reader = _Reader()
    skill = AlexaSkill(reader.coach, sentences=load_sentences(), figures=load_figure)
    now, turns, broken = datetime(2026, 3, 2, 6, tzinfo=UTC), 0, 0
    sessions: list[Json | None] = [None, None]
    ends = monotonic() + seconds
    try:
        while monotonic() < ends:
            which, gap_s = chance.randrange(2), chance.choices(GAPS_S, WEIGHTS)[0]
            now += timedelta(seconds=gap_s)
            if gap_s > 600:
                sessions = [None, None]
            answer = skill(_request(chance, now, which, sessions[which], turns // MOST_TURNS))
            turns += 1
            if turns % MOST_TURNS == 0:
                sessions = [None, None]
            response = answer["response"]
            broken += answer.get("version") != "1.0"
            stays = response.get("shouldEndSession") is False
            broken += stays and "outputSpeech" not in response and not response.get("directives")
            sessions[which] = answer.get("sessionAttributes") or {} if stays else None
    finally:
        log.removeHandler(errors)
    kinds, changed = sorted(set(errors.kinds)), len(reader.changed)
    return Trial(
        "Whatever is said is answered",
        "random turns through the skill: two speakers, all intents, any slots, days passing",
        f"{turns} turns",
        f"{len(errors.kinds)} errors{': ' + '; '.join(kinds[:3]) if kinds else ''}, {broken} illegal answers, "
        f"{changed} runners not read as they were saved",
        not errors.kinds and broken == 0 and not changed,
    )


def _request(
    chance: random.Random, now: datetime, which: int, attributes: Json | None, runner: int
) -> Json:
    request: Json = {
        "type": "IntentRequest",
        "requestId": f"r{chance.random()}",
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "locale": "en-US",
    }
    kind = chance.random()
    if attributes is None and kind < 0.6:
        request["type"] = "LaunchRequest"
    elif attributes is not None and kind < 0.05:
        request |= {"type": "SessionEndedRequest", "reason": "USER_INITIATED"}
    else:
        slots = {
            name: {
                "name": name,
                "value": chance.choice(ACHES if chance.random() < 0.02 else SAID),
                "confirmationStatus": "NONE",
            }
            for name in chance.sample(SLOTS, 2)
        }
        name = chance.choice(GOING_ON if chance.random() < 1 / 3 else [*INTENTS])
        request["intent"] = {"name": name, "confirmationStatus": "NONE", "slots": slots}
    application, user = {"applicationId": "a"}, {"userId": f"amzn1.ask.account.{runner}"}
    player = {"playerActivity": "IDLE", "token": "", "offsetInMilliseconds": 0}
    device = {"deviceId": f"d{which}", "supportedInterfaces": {"AudioPlayer": {}}}
    session = {"new": attributes is None, "sessionId": "s", "attributes": attributes or {}}
    return {
        "version": "1.0",
        "session": {**session, "application": application, "user": user},
        "context": {
            "System": {"application": application, "user": user, "device": device},
            "AudioPlayer": player,
        },
        "request": request,
    }


if __name__ == "__main__":
    print(random_turns(float(sys.argv[1]), int(sys.argv[2])))  # noqa: T201
