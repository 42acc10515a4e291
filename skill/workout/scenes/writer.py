"""What the writers of all scenes share."""

from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.workout.cue import Phrase, phrase
from skill.workout.manner import Manner
from skill.workout.names import side_name
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.timeline import Ruler, Scene, Timeline

COUNT_IN = (3, 2, 1)
COUNT_IN_MS = 1_000
"""The count-in: a second a number, then "go"."""

BREATH_MS = 1_500
"""A breath between the beginning of a rest and a question in it."""

WHOLE_TURNS = 6
"""One, two, three or six wordings all begin again from the first one after this many."""

SHORTEST_HOLD_MS = 3_000
"""Less than this of a hold is not begun again after an interruption: the count-in alone would take as long. The
hold is released at once and counts as held."""


def whole_seconds(ms: int) -> int:
    """A time in seconds, as it is said: rounded up, and at least one."""
    return max(1, -(-ms // 1000))


class SceneWriter:
    """Writes the scene of one state.

    Whatever the runner wants to hear, names, doses, counts, sides and rests are said. Short talk leaves out form
    cues, and how to do what the runner has done before; with counts only, everything else is left out.
    """

    def __init__(self, plan: Plan, manner: Manner, *, asking: bool) -> None:
        self.plan = plan
        self.voice, self.beat_percent, self.talk, self.units = manner
        self.asking = asking
        # Another day, other wordings.
        self.seed = plan.day.toordinal()

    def write(self, place: Place, after: Place, *, resumed: bool) -> Scene:
        """The scene at a place; ``after`` is where the workout is when it is over."""
        line = Timeline(self.voice)
        self._begin(line, place, resumed=resumed)
        return line.scene(place, after)

    def measure(self, place: Place) -> int:
        """How long the scene at a place takes, in ms."""
        line = Ruler(self.voice)
        self._begin(line, place, resumed=False)
        return line.now_ms

    def _begin(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        line.mark(place, 1 if place.state is State.RESTING else 0)
        self._lay(line, place, resumed=resumed)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        """Lay the cues of the state at a place on a timeline that stands at its beginning."""
        raise NotImplementedError

    def variation(self, place: Place) -> int:
        """Which wording is said at a place: another at each, and on another day another everywhere."""
        return self.seed + place.index + place.side

    def side_variation(self, place: Place) -> int:
        """The variation of what is said once a side: each side of the workout has the next one."""
        return self.seed + self.plan.sides_before[place.index] + place.side

    def form_variation(self, work: WorkSet, said_before: int) -> int:
        """The variation of what is said of an exercise's form, after it was said so often in this workout.

        It begins with the first wording, so that none is said twice before the others have been said.
        """
        return WHOLE_TURNS * (self.seed + work.entry) + said_before

    def is_new(self, work: WorkSet) -> bool:
        """Whether the exercise comes for the first time in this workout."""
        earlier = self.plan.sets[: work.index]
        return all(known.exercise is not work.exercise for known in earlier)

    def remind(self, line: Timeline, cue: Phrase, side: Side, variation: int) -> None:
        """One cue for what was explained often, and which side begins."""
        line.say(cue)
        if side is not Side.BOTH:
            line.say(phrase("announce.side_first", variation, side=side_name(side)))

    def count_in(self, line: Timeline, go: Phrase) -> None:
        """Three, two, one, go: a second each. Time stands at "go" afterwards."""
        for n in COUNT_IN:
            line.number(line.now_ms, n)
            line.now_ms += COUNT_IN_MS
        line.count(line.now_ms, go)
