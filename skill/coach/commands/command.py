"""What every command is made of, and what may be named in its words."""

from enum import StrEnum
from typing import NamedTuple

from skill.speed.value import Value


class Command(Value):
    """What the listener asked for."""


class HeardNumber(NamedTuple):
    """A number or a duration as it came in: ``value`` is None where it could not be understood."""

    value: int | None


class Named(NamedTuple):
    """A thing that was named. ``id`` is None where it is not known; ``said`` is the word."""

    id: str | None
    said: str


class NamedExercise(Named):
    """An exercise that was named; without ``id`` where the catalog has none of that name."""

    __slots__ = ()


class DayPart(StrEnum):
    """A part of the day, where no hour was named."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Topic(StrEnum):
    """What runners ask about training that has nothing to do with where they stand in it."""

    HOW_OFTEN = "how_often"
    WEIGHT = "weight"
    SHOES = "shoes"
    DRINK = "drink"
    CALORIES = "calories"
    MUSIC = "music"
    SORENESS = "soreness"
    RACE = "race"
    TOGETHER = "together"
    OTHER_DAYS = "other_days"
    RUN_TOO = "run_too"
    RESTS = "rests"
    PLACE = "place"
    COUNTING = "counting"


class Kind(StrEnum):
    """A kind of exercise that somebody may not want; or whichever comes next."""

    JUMPING = "jumping"
    FLOOR = "floor"
    NEXT = "next"
