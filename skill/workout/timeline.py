"""The timeline of a scene: cues and marks laid one after another on a clock of their own."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from skill.workout.cue import Cue, CueKind, Line, Phrase, Voice, phrase, room_ms
from skill.workout.cursor import Mark
from skill.workout.place import Place

GAP_MS = 100
"""Silence kept between two things said, beyond the room that each has."""

MOST_NUMBERS = 1_000
"""Numbers in words that are kept: each is said in every set."""

# Half of what the calls of the classes take: a segment moves a hundred cues.
_new_cue = partial(tuple.__new__, Cue)
_new_mark = partial(tuple.__new__, Mark)

_at_ms = itemgetter(Cue._fields.index("at_ms"))


@lru_cache(maxsize=MOST_NUMBERS)
def number_line(voice: Voice, n: int) -> Line:
    """A counted number in words."""
    return voice(phrase("count.number", n=n))


class Scene(NamedTuple):
    """One state's span of the script; offsets count from its beginning, in ms.

    ``place`` is where it begins, ``after`` where the workout is once it is over; ``characters`` counts those of
    its words.
    """

    place: Place
    after: Place
    cues: tuple[Cue, ...]
    marks: tuple[Mark, ...]
    duration_ms: int
    characters: int


class Timeline:
    """Cues and marks, laid one after another."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.now_ms = 0
        self.cues: list[Cue] = []
        self.marks: list[Mark] = []

    @property
    def free_ms(self) -> int:
        """The first moment after the last cue at which something can be said."""
        return self.cues[-1].ends_ms + GAP_MS

    def room_ms(self, what: Phrase) -> int:
        """The time that a phrase needs, in ms."""
        return self.voice(what).room_ms + GAP_MS

    def say(self, what: Phrase) -> None:
        """Say a phrase now, and move on to its end."""
        line = self.voice(what)
        self.cues.append(_new_cue((self.now_ms, line, CueKind.TALK)))
        self.now_ms += line.room_ms + GAP_MS

    def count(self, at_ms: int, what: Phrase) -> None:
        """Say a word of the count at its moment, whatever else there is."""
        self.cues.append(_new_cue((at_ms, self.voice(what), CueKind.COUNT)))

    def number(self, at_ms: int, n: int) -> None:
        """Say a counted number at its moment."""
        self.cues.append(_new_cue((at_ms, number_line(self.voice, n), CueKind.COUNT)))

    def call(self, at_ms: int, what: Phrase, until_ms: int) -> None:
        """Say a short phrase if it ends before ``until_ms``; a call never covers a number."""
        cue = Cue(at_ms, self.voice(what), CueKind.CALL)
        if cue.ends_ms + GAP_MS <= until_ms:
            self.cues.append(cue)

    def count_up(
        self, numbers: range, beat_ms: int, calls: Callable[[], Mapping[int, Phrase]] = dict
    ) -> None:
        """Say numbers, each a beat after the one before, and after some of them a call."""
        called = calls()
        for n in numbers:
            self.now_ms += beat_ms
            self.number(self.now_ms, n)
            if n in called:
                self.call(self.free_ms, called[n], self.now_ms + beat_ms)

    def meanwhile(self, lay: Callable[[], None]) -> None:
        """Add what is said at moments of its own and takes no time: calls, and numbers of a count."""
        lay()

    def mark(self, place: Place, every_ms: int = 0) -> None:
        """From now on the runner is at ``place``."""
        self.marks.append(Mark(self.now_ms, place, every_ms))

    def reach(self, place: Place, done: int) -> None:
        """From now on so much of ``place`` is done, and no more is being done of it."""
        self.mark(place._replace(done=done))

    def append(self, scene: Scene) -> None:
        """Add a whole scene now, and move on to its end."""
        now_ms = self.now_ms
        self.cues += [_new_cue((at_ms + now_ms, line, kind)) for at_ms, line, kind in scene.cues]
        self.marks += [_new_mark((at_ms + now_ms, at, every)) for at_ms, at, every in scene.marks]
        self.now_ms += scene.duration_ms

    def scene(self, place: Place, after: Place) -> Scene:
        """Everything on the timeline as a scene that ends now."""
        cues = tuple(sorted(self.cues, key=_at_ms))
        characters = len("".join([cue.line.text for cue in cues]))
        return Scene(place, after, cues, tuple(self.marks), self.now_ms, characters)


class Ruler(Timeline):
    """A timeline that only estimates how long a scene takes: the minutes that are told need no more.

    What is said one thing after another takes about its time, whatever its wording. Counts and calls take none.
    So nothing is put into words.
    """

    def room_ms(self, what: Phrase) -> int:
        """About the time that a phrase needs, in ms."""
        return room_ms(self.voice.about_ms(what)) + GAP_MS

    def say(self, what: Phrase) -> None:
        """Move on by the time that the phrase needs."""
        self.now_ms += self.room_ms(what)

    def count(self, at_ms: int, what: Phrase) -> None:
        """Leave it out."""

    def number(self, at_ms: int, n: int) -> None:
        """Leave the number out."""

    def count_up(
        self, numbers: range, beat_ms: int, calls: Callable[[], Mapping[int, Phrase]] = dict
    ) -> None:
        """Move on by the beats."""
        self.now_ms += len(numbers) * beat_ms

    def meanwhile(self, lay: Callable[[], None]) -> None:
        """Leave it out."""

    def mark(self, place: Place, every_ms: int = 0) -> None:
        """Leave the place out."""

    def reach(self, place: Place, done: int) -> None:
        """Leave the place out."""
