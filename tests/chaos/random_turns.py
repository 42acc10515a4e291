"""Random turns through the skill: two speakers, all intents, any slots, days passing."""

import logging
import random
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from trials import Trial

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
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
    "knee",
    "PT15S",
    "07:00",
    "MO",
    "step",
)
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
Json = dict[str, Any]


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kinds: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kinds.append(str(record.exc_info[1]) if record.exc_info else record.getMessage())


def random_turns(seconds: float) -> Trial:
    """As many turns as the seconds take."""
    errors, chance = _Errors(), random.Random(11)  # noqa: S311 - a runner's whims are no secret
    log = logging.getLogger("skill")
    log.addHandler(errors)
    skill = AlexaSkill(build_coach(Settings(store="memory:")))
    now, turns, broken = datetime(2026, 3, 2, 6, tzinfo=UTC), 0, 0
    sessions: list[Json | None] = [None, None]
    ends = monotonic() + seconds
    try:
        while monotonic() < ends:
            which, gap_s = chance.randrange(2), chance.choices(GAPS_S, WEIGHTS)[0]
            now += timedelta(seconds=gap_s)
            if gap_s > 600:
                sessions = [None, None]
            answer = skill(_request(chance, now, which, sessions[which]))
            turns += 1
            response = answer["response"]
            broken += answer.get("version") != "1.0"
            stays = response.get("shouldEndSession") is False
            broken += stays and "outputSpeech" not in response and not response.get("directives")
            sessions[which] = answer.get("sessionAttributes") or {} if stays else None
    finally:
        log.removeHandler(errors)
    kinds = sorted(set(errors.kinds))
    return Trial(
        "Whatever is said is answered",
        "random turns through the skill: two speakers, all intents, any slots, days passing",
        f"{turns} turns",
        f"{len(errors.kinds)} errors{': ' + '; '.join(kinds[:3]) if kinds else ''}, {broken} illegal answers",
        not errors.kinds and broken == 0,
    )


def _request(chance: random.Random, now: datetime, which: int, attributes: Json | None) -> Json:
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
            name: {"name": name, "value": chance.choice(SAID), "confirmationStatus": "NONE"}
            for name in chance.sample(SLOTS, 2)
        }
        name = chance.choice([*INTENTS])
        request["intent"] = {"name": name, "confirmationStatus": "NONE", "slots": slots}
    application, user = {"applicationId": "a"}, {"userId": "amzn1.ask.account.TWO"}
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
