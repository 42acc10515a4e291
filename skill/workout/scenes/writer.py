"""What the writers of all scenes share."""

from collections.abc import Hashable
from typing import NamedTuple

from skill.training.exercise import Exercise, Side
from skill.training.plan import Plan
from skill.training.preferences import Talk
from skill.workout.cue import Phrase, phrase
from skill.workout.manner import Manner
from skill.workout.names import side_name
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.timeline import Ruler, Scene, Timeline

_BOTH_SIDES = side_name(Side.BOTH, ())

COUNT_IN = (3, 2, 1)
COUNT_IN_MS = 1_000
"""The count-in: a second a number, then "go"."""

BREATH_MS = 1_500
"""A breath between the beginning of a rest and a question in it."""

WHOLE_TURNS = 6
"""Of one, two, three or six wordings, each has been said equally often after so many."""

SHORTEST_HOLD_MS = 3_000
"""If less than this is left of a hold, a stretch or a timed move, it is not begun again after an interruption:
the words for it alone would take as long. It ends at once and counts as done."""


class SetAlone(NamedTuple):
    """A set by itself: everything of a plan that the work in it depends on.

    ``amount`` is asked of one side, in the exercise's own measure; ``beat_percent`` is the runner's tempo of
    this exercise. ``entry`` is the exercise's place in the plan. ``sides_done`` are the sides of this exercise
    that were trained in earlier rounds, ``sides_before`` those of all exercises.
    """

    exercise: Exercise
    amount: int
    beat_percent: int
    entry: int
    sides_done: int
    sides_before: int


def set_alone(plan: Plan, place: Place) -> SetAlone:
    """The set at a place, for the writers of work."""
    work = plan.sets[place.at]
    item = work.prescription
    done, before = (work.round - 1) * len(work.sides), plan.sides_before[place.at]
    return SetAlone(item.exercise, item.dose.amount, item.beat_percent, work.entry, done, before)


def whole_seconds(ms: int) -> int:
    """A time in seconds, as it is said: rounded up, and at least one."""
    return max(1, -(-ms // 1000))


class SceneWriter:
    """Writes the scene of one state.

    Names, doses, counts, sides and rests are always said. Short talk leaves out form cues, and how to do what
    the runner has done before; with counts only, everything else is left out. A writer knows only its ``part``
    of the plan, so that one scene serves every plan that has the same part. ``seed`` changes the wordings from
    day to day.
    """

    def __init__(self, part: Hashable, seed: int, manner: Manner, *, asking: bool) -> None:
        self.part = part
        self.seed = seed
        self.voice, self.beat_percent, self.talk, self.units = manner
        self.asking = asking

    @staticmethod
    def part_of(plan: Plan, place: Place) -> Hashable:
        """What the scene at a place depends on of a plan."""
        raise NotImplementedError

    def write(self, place: Place, after: Place, *, resumed: bool) -> Scene:
        """The scene at a place; ``after`` is where the workout is when it is over."""
        line = Timeline(self.voice)
        line.mark(place, 1 if place.state is State.RESTING else 0)
        self._lay(line, place, resumed=resumed)
        return line.scene(place, after)

    def measure(self, place: Place) -> int:
        """About how long the scene at a place takes, in ms."""
        line = Ruler(self.voice)
        self._lay(line, place, resumed=False)
        return line.now_ms

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        """Lay the cues of the state at a place on a timeline that stands at its beginning."""
        raise NotImplementedError

    def variation(self, place: Place) -> int:
        """Which wording is said at a place: every place has another, and on another day all of them change."""
        return self.seed + place.at + place.side

    def form_variation(self, entry: int, said_before: int) -> int:
        """Which wording is said of an entry's form, after so many were said in this workout.

        It begins where a turn of all wordings does, so that none is said twice before the others have been said.
        """
        return WHOLE_TURNS * (self.seed + entry) + said_before

    def remind(self, line: Timeline, cue: Phrase, side: Phrase, variation: int) -> None:
        """A single cue for what was explained often, and which side begins; with counts only, the side alone."""
        if self.talk is not Talk.COUNTS:
            line.say(cue)
        if side != _BOTH_SIDES:
            line.say(phrase("announce.side_first", variation, side=side))

    def count_in(self, line: Timeline, go: Phrase) -> None:
        """Three, two, one, go: a second each. Time stands at "go" afterwards."""
        for n in COUNT_IN:
            line.number(line.now_ms, n)
            line.now_ms += COUNT_IN_MS
        line.count(line.now_ms, go)
