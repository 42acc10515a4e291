"""A runner's preferences as JSON and back."""

from datetime import date
from typing import Any

from skill.athlete.stored.form import whole, word
from skill.recent import kept_of_runners
from skill.training.exercise import Side
from skill.training.preferences import (
    FASTEST_PERCENT,
    FEWEST_EXERCISES,
    FEWEST_MINUTES,
    FEWEST_ROUNDS,
    HEAVIEST_GRAMS,
    LIGHTEST_GRAMS,
    LONGEST_REST_PERCENT,
    MOST_EXERCISES,
    MOST_MINUTES,
    MOST_ROUNDS,
    SHORTEST_REST_PERCENT,
    SLOWEST_PERCENT,
    OwnLoad,
    Pacing,
    Preferences,
    Talk,
    Units,
)

MOST_NAMES = 50
"""Entries of one list of preferences: more than the catalog has exercises, or a home has tools."""

MOST_PREFERENCES = 1_000
"""Preferences kept in memory."""

Document = dict[str, Any]


def write_preferences(preferences: Preferences) -> Document:
    """The preferences as JSON-able values."""
    return {
        "exercises": preferences.exercises,
        "rounds": preferences.rounds,
        "pacing": preferences.pacing,
        "beat_percent": preferences.beat_percent,
        "simple_speech": preferences.simple_speech,
        "minutes": preferences.minutes,
        "beats": list(map(list, preferences.beats)),
        "rest_percent": preferences.rest_percent,
        "talk": preferences.talk,
        "units": preferences.units,
        "first_side": preferences.first_side,
        "equipment": list(preferences.equipment),
        "avoided_tools": list(preferences.avoided_tools),
        "avoided_joints": list(preferences.avoided_joints),
        "loads": [[o.exercise_id, o.tool, o.grams, o.day.isoformat()] for o in preferences.loads],
        "frozen": list(preferences.frozen),
        "swaps": list(map(list, preferences.swaps)),
        "light_day": None if preferences.light_day is None else preferences.light_day.isoformat(),
        "ticks": preferences.ticks,
        **({} if preferences.warm_up else {"warm_up": False}),
        **({} if preferences.jumps is None else {"jumps": preferences.jumps}),
        **_write_unwanted(preferences),
        **({"eyes_open": True} if preferences.eyes_open else {}),
        **({"off_back": True} if preferences.off_back else {}),
    }


def _write_unwanted(preferences: Preferences) -> Document:
    unwanted = [[id_, day.isoformat()] for id_, day in preferences.unwanted]
    return {"unwanted": unwanted} if unwanted else {}


def read_preferences(values: Document) -> Preferences:
    """The preferences that a document holds.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is not in the form of ``write_preferences``.
    """
    minutes, units = values["minutes"], values["units"]
    light_day = values["light_day"]
    preferences = Preferences(
        exercises=whole(values["exercises"], FEWEST_EXERCISES, MOST_EXERCISES),
        rounds=whole(values["rounds"], FEWEST_ROUNDS, MOST_ROUNDS),
        pacing=Pacing(values["pacing"]),
        beat_percent=whole(values["beat_percent"], FASTEST_PERCENT, SLOWEST_PERCENT),
        simple_speech=bool(values["simple_speech"]),
        minutes=None if minutes is None else whole(minutes, FEWEST_MINUTES, MOST_MINUTES),
        beats=tuple(
            (word(id_), whole(percent, FASTEST_PERCENT, SLOWEST_PERCENT))
            for id_, percent in _few(values["beats"])
        ),
        rest_percent=whole(values["rest_percent"], SHORTEST_REST_PERCENT, LONGEST_REST_PERCENT),
        talk=Talk(values["talk"]),
        units=None if units is None else Units(units),
        first_side=_first_side(values["first_side"]),
        equipment=_names(values["equipment"]),
        avoided_tools=_names(values["avoided_tools"]),
        avoided_joints=_names(values["avoided_joints"]),
        loads=tuple(_own_load(*load) for load in _few(values["loads"])),
        frozen=_names(values["frozen"]),
        swaps=tuple((word(id_), word(instead)) for id_, instead in _few(values["swaps"])),
        light_day=None if light_day is None else date.fromisoformat(light_day),
        ticks=bool(values["ticks"]),
        warm_up=bool(values.get("warm_up", True)),
        jumps=None if values.get("jumps") is None else bool(values["jumps"]),
        unwanted=tuple(
            (word(id_), date.fromisoformat(day)) for id_, day in _few(values.get("unwanted", []))
        ),
        eyes_open=bool(values.get("eyes_open", False)),
        off_back=bool(values.get("off_back", False)),
    )
    return _same(preferences)


@kept_of_runners(MOST_PREFERENCES)
def _same(preferences: Preferences) -> Preferences:
    """The first object of all equal preferences: what was planned for it is found again without comparing."""
    return preferences


def _few(values: Any) -> list[Any]:
    if not isinstance(values, list) or len(values) > MOST_NAMES:
        raise ValueError(f"{values!r} is no list of up to {MOST_NAMES}")
    return values


def _names(values: Any) -> tuple[str, ...]:
    return tuple(map(word, _few(values)))


def _own_load(exercise_id: str, tool: str, grams: int, day: str) -> OwnLoad:
    grams = whole(grams, LIGHTEST_GRAMS, HEAVIEST_GRAMS)
    return OwnLoad(word(exercise_id), word(tool), grams, date.fromisoformat(day))


def _first_side(value: str) -> Side:
    side = Side(value)
    if side is Side.BOTH:
        raise ValueError("both sides cannot come first")
    return side
