"""What a runner likes and owns: remembered from one workout to the next."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from skill.training.exercise import Side

FEWEST_EXERCISES, MOST_EXERCISES = 2, 5
"""Exercises of one session. The article: not all ten at once, four or five."""

FEWEST_ROUNDS, MOST_ROUNDS = 1, 4
"""Rounds of one session. The article: three; a fourth is the most that progress may add."""

FASTEST_PERCENT, SLOWEST_PERCENT = 60, 180
"""The beat, in percent of an exercise's tempo; also of one exercise on top of the general one."""

SHORTEST_REST_PERCENT, LONGEST_REST_PERCENT = 50, 150
"""Rests, in percent of an exercise's own. ACSM 2009: under a minute after 10-15 repetitions, up to two after
more."""

FEWEST_MINUTES, MOST_MINUTES = 8, 45
"""Length of a session that can be asked for, the stretch included: from two exercises once to five four times."""

LIGHTEST_GRAMS, HEAVIEST_GRAMS = 500, 150_000
"""A load, from the smallest dumbbell to more than a home holds."""


class Pacing(StrEnum):
    """Who sets the pace between two sets: the clock, the runner, or the clock with no question at all.

    Where nothing can be played without a question, ``NON_STOP`` is ``KEEP_GOING``.
    """

    KEEP_GOING = "keep_going"
    WAIT_FOR_ME = "wait_for_me"
    NON_STOP = "non_stop"


class Talk(StrEnum):
    """How much the coach talks: all, the short of it, or the counts alone."""

    FULL = "full"
    SHORT = "short"
    COUNTS = "counts"


class Units(StrEnum):
    """The units in which loads are said: those that the runner wants, or mostly those of the locale.

    With one of the last two, a load that was said in the other unit stays in it.
    """

    KILOGRAMS = "kilograms"
    POUNDS = "pounds"
    MOSTLY_KILOGRAMS = "mostly_kilograms"
    MOSTLY_POUNDS = "mostly_pounds"

    @property
    def of_new_loads(self) -> "Units":
        """The unit of a load of which nothing was said: kilograms or pounds."""
        mostly = {Units.MOSTLY_KILOGRAMS: Units.KILOGRAMS, Units.MOSTLY_POUNDS: Units.POUNDS}
        return mostly.get(self, self)


class OwnLoad(NamedTuple):
    """A load as the runner named it: with which tool, how many grams, and on which day it was said.

    The word holds until an exercise is trained on a later day: from then on the record has the load.
    """

    exercise_id: str
    tool: str
    grams: int
    day: date


class Preferences(NamedTuple):
    """A runner's preferences.

    ``exercises`` and ``rounds`` are the size of a session, ``minutes`` its length where one was asked for;
    ``beat_percent`` stretches every exercise's tempo (100 is as in the catalog, more is slower), ``beats``
    single exercises' on top of it, ``rest_percent`` all rests; ``simple_speech`` asks for plain
    speech with pauses where the timed kind does not sound right, ``ticks`` for a soft metronome where the workout
    is played.

    ``units`` is None where the locale decides. ``equipment`` are the runner's tools that can load an exercise,
    ``avoided_tools`` what the runner does not have (a step), ``avoided_joints`` what hurts. ``frozen`` are
    exercises that stay as they are until asked; ``swaps`` name for an exercise what is done in its place.
    ``light_day`` is the day of a session for tired legs. ``warm_up`` is whether a workout begins with one;
    ``jumps`` whether the runner wants jumps at once (True) or never (False); None leaves it to the coach.
    ``unwanted`` are exercises that are left out on a day; with ``eyes_open`` nothing is done with closed eyes,
    since a sign of danger was named, and with ``off_back`` nothing lying on the back, during a pregnancy.
    """

    exercises: int = 5
    rounds: int = 3
    pacing: Pacing = Pacing.KEEP_GOING
    beat_percent: int = 100
    simple_speech: bool = False
    minutes: int | None = None
    beats: tuple[tuple[str, int], ...] = ()
    rest_percent: int = 100
    talk: Talk = Talk.FULL
    units: Units | None = None
    first_side: Side = Side.LEFT
    equipment: tuple[str, ...] = ()
    avoided_tools: tuple[str, ...] = ()
    avoided_joints: tuple[str, ...] = ()
    loads: tuple[OwnLoad, ...] = ()
    frozen: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    light_day: date | None = None
    ticks: bool = False
    warm_up: bool = True
    jumps: bool | None = None
    unwanted: tuple[tuple[str, date], ...] = ()
    eyes_open: bool = False
    off_back: bool = False

    @property
    def hurting(self) -> bool:
        """Whether a joint or an exercise is left alone because it hurts."""
        return bool(self.avoided_joints or self.frozen)

    def own_beat(self, exercise_id: str) -> int:
        """An exercise's own beat in percent, on top of the general one."""
        return dict(self.beats).get(exercise_id, 100)

    def with_own_beat(self, exercise_id: str, percent: int) -> "Preferences":
        """The preferences with one exercise's own beat changed; 100 forgets it."""
        beats = {**dict(self.beats), exercise_id: percent}
        return self._replace(beats=tuple((i, p) for i, p in sorted(beats.items()) if p != 100))

    def own_load(self, exercise_id: str) -> OwnLoad | None:
        """The load that the runner named for an exercise, if any."""
        return next((load for load in self.loads if load.exercise_id == exercise_id), None)

    def with_own_load(self, load: OwnLoad) -> "Preferences":
        """The preferences with a load named; it replaces what was said before of the same exercise."""
        others = (other for other in self.loads if other.exercise_id != load.exercise_id)
        return self._replace(loads=(*others, load))

    def with_tools(self, tools: Collection[str], loading: Collection[str]) -> "Preferences":
        """The preferences of a runner who has these tools, of which some can load an exercise."""
        return self._replace(
            equipment=tuple(dict.fromkeys((*self.equipment, *loading))),
            avoided_tools=tuple(lacking for lacking in self.avoided_tools if lacking not in tools),
        )

    def unwanted_on(self, day: date) -> frozenset[str]:
        """The exercises (ids) that are left out on a day."""
        return frozenset(id_ for id_, when in self.unwanted if when == day)

    def with_unwanted(self, ids: Collection[str], day: date) -> "Preferences":
        """The preferences with more exercises left out on a day; what was left out on others is forgotten."""
        ids = sorted({*self.unwanted_on(day), *ids})
        return self._replace(unwanted=tuple((id_, day) for id_ in ids))

    def swap_for(self, exercise_id: str) -> str | None:
        """The exercise that the runner wants in place of one, if any."""
        return dict(self.swaps).get(exercise_id)

    def with_swap(self, exercise_id: str, instead: str) -> "Preferences":
        """The preferences with an exercise swapped for another."""
        others = (swap for swap in self.swaps if swap[0] != exercise_id)
        return self._replace(swaps=(*others, (exercise_id, instead)))
