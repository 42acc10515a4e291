"""A client whose time is made by hand, in front of a scripted server."""

from collections.abc import Callable

from skill.store.dynamodb.client import Client, Surroundings
from skill.store.dynamodb.location import KEEP_DAYS, Location

NOW = 1_785_780_000.0  # 2026-08-03T18:00:00Z
KEYS = {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "very secret"}
TABLE = "runners"


class Time:
    """A clock and a stopwatch that only sleeping moves."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.passed = 0.0
        self.wall = NOW

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds

    def clock(self) -> float:
        return self.wall + self.passed

    def stopwatch(self) -> float:
        return self.passed


def client_of(
    endpoint: str,
    time: Time,
    environment: dict[str, str] = KEYS,
    *,
    keep_days: int = KEEP_DAYS,
    chance: Callable[[], float] = lambda: 1.0,
    **limits: float,
) -> Client:
    """A client on a time moved by hand. By its chance it pauses as long as it may; ``limits`` are in seconds."""
    location = Location(TABLE, "eu-west-1", endpoint, keep_days)
    surroundings = Surroundings(time.clock, time.stopwatch, time.sleep, chance)
    return Client(location, environment, surroundings, **{"patience_s": 20.0, **limits})
