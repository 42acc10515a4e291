"""Random turns through the skill: a speaker and a screen, all intents, any slots, days passing, all languages.

``PYTHONPATH=.:tests:tests/chaos python tests/chaos/random_turns.py SECONDS SEED`` finds a turn that broke
something again.
"""

import json
import logging
import os
import random
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from trials import Trial

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.athlete.stored.text import write_text
from skill.bootstrap import build_coach, lambda_handler_of, load_sentences
from skill.coach.coach import Coach
from skill.echo.errors import IllegalResponse
from skill.echo.performance import Stage
from skill.echo.rules import Rules
from skill.echo.timeline import short_clip_ms
from skill.loaders import load_figure, offered_locales, read_words
from skill.settings import Settings
from skill.understanding import Pace

Json = dict[str, Any]

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
SCREEN = "Alexa.Presentation.APL"
DEVICES: tuple[Json, ...] = (
    {"AudioPlayer": {}},
    {"AudioPlayer": {}, SCREEN: {"runtime": {"maxVersion": "2024.3"}}},
)
"""What the two devices of a runner can do."""
MOST_TURNS = 200
"""Then another runner comes: whoever has said that everything hurts has nothing left to do."""
TOLD_EVERY = 20_000
_NO_SENTENCE = re.compile(r"[{}<>_]|\bNone\b|  |,,|(?<!\.)\.\.(?!\.)|^\W*$")
"""What no sentence has: a place that nobody filled, markup, a key, two signs in a row, no word at all."""


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


class Seen(NamedTuple):
    """What came of so many turns: errors logged, rules of Alexa broken, runners not read as they were saved."""

    turns: int
    errors: tuple[str, ...]
    broken: tuple[str, ...]
    changed: int


def random_turns(seconds: float, seed: int) -> Seen:
    """As many turns as the seconds take, and a line to stderr now and then."""
    errors, chance = _Errors(), random.Random(seed)  # noqa: S311 - a runner's whims are no secret
    log = logging.getLogger("skill")
    log.addHandler(errors)
    reader, rules, locales = _Reader(), _rules(), [*offered_locales()]
    handler = lambda_handler_of(
        AlexaSkill(reader.coach, sentences=load_sentences(), figures=load_figure)
    )
    now, turns = datetime(2026, 3, 2, 6, tzinfo=UTC), 0
    broken: list[str] = []
    sessions: list[Json | None] = [None, None]
    ends = monotonic() + seconds
    try:
        while monotonic() < ends:
            which, gap_s = chance.randrange(2), chance.choices(GAPS_S, WEIGHTS)[0]
            now += timedelta(seconds=gap_s)
            if gap_s > 600:
                sessions = [None, None]
            runner = turns // MOST_TURNS
            event = _request(chance, now, which, sessions[which], runner)
            event["request"]["locale"] = locale = locales[runner % len(locales)]
            answer = handler(event, None)
            turns += 1
            if turns % MOST_TURNS == 0:
                sessions = [None, None]
            broken += _broken(rules[locale][which], event["request"]["type"], answer)
            stays = answer["response"].get("shouldEndSession") is False
            sessions[which] = answer.get("sessionAttributes") or {} if stays else None
            if turns % TOLD_EVERY == 0:
                told = (
                    f"seed {seed}: {turns} turns, {errors.kinds}, {broken}, {len(reader.changed)}"
                )
                print(told, file=sys.stderr, flush=True)  # noqa: T201
    finally:
        log.removeHandler(errors)
    return Seen(turns, tuple(errors.kinds), tuple(broken), len(reader.changed))


def whatever_is_said(_folder: Path, seconds: float) -> Trial:
    """Random turns in a process for each core, each from a seed of its own."""
    first = int(os.environ.get("STRIDE_CHAOS_SEED", "11"))
    seeds = range(first, first + (os.cpu_count() or 1))
    with ProcessPoolExecutor(len(seeds), get_context("spawn")) as pool:
        seen = [*pool.map(random_turns, repeat(seconds), seeds)]
    errors = [error for one in seen for error in one.errors]
    broken = [rule for one in seen for rule in one.broken]
    changed = sum(one.changed for one in seen)
    return Trial(
        "Whatever is said is answered",
        "random turns through the function that AWS Lambda calls: with and without a screen, all intents, any"
        " slots, days passing, all languages",
        f"{sum(one.turns for one in seen)} turns, by {len(seeds)} seeds from {first}",
        f"{len(errors)} errors{_told(errors)}, {len(broken)} answers against Alexa's rules{_told(broken)},"
        f" {changed} runners not read as they were saved",
        not errors and not broken and not changed,
    )


def _broken(rules: Rules, kind: str, answer: Json) -> Iterator[str]:
    """What an answer to a request of this kind has against Alexa's rules."""
    try:
        sounds = rules.check(kind, answer).output_timeline.spoken()
    except IllegalResponse as error:
        yield f"{type(error).__name__}: {error}"
    else:
        yield from (f"no sentence: {one.text}" for one in sounds if _NO_SENTENCE.search(one.text))
    response = answer["response"]
    stays = response.get("shouldEndSession") is False
    if stays and "outputSpeech" not in response and not response.get("directives"):
        yield "silence"


def _told(kinds: Iterable[str]) -> str:
    """The first kinds of what went wrong; nothing where nothing did."""
    first = "; ".join(sorted(set(kinds))[:3])
    return first and f" ({first})"


def _rules() -> dict[str, tuple[Rules, ...]]:
    """Alexa's rules for each device, by the locale: by its pace they tell whether two voices sound at once."""
    paces = {
        name: Pace(**read_words("hearing", name).get("pace", {})) for name in offered_locales()
    }
    return {
        name: tuple(
            Rules(Stage(cache(pace), short_clip_ms, has_screen=SCREEN in can), frozenset(can))
            for can in DEVICES
        )
        for name, pace in paces.items()
    }


def _request(
    chance: random.Random, now: datetime, which: int, attributes: Json | None, runner: int
) -> Json:
    request: Json = {
        "type": "IntentRequest",
        "requestId": f"r{chance.random()}",
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
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
    device = {"deviceId": f"d{which}", "supportedInterfaces": DEVICES[which]}
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
