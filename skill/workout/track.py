"""A track: the slice of a script that one audio file plays, a set and the rest after it.

Tracks follow one another without a word of the runner's. The last one can end with a closing.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from skill.speed.value import Value
from skill.training.plan import Plan
from skill.workout.cue import Cue, Phrase, Voice, phrase
from skill.workout.cursor import Mark
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.segment import SETTLE_MS
from skill.workout.states import AT_WORK, State
from skill.workout.tempo import turns_ms
from skill.workout.timeline import Scene, Timeline

STEP_MS = 24
"""Tracks and their scenes begin at multiples of it, as the frames of an MP3 at 24 kHz do. So what is said at one
moment of a scene stands at one place within a frame, whenever the scene comes, and is encoded but once."""


class SignalKind(StrEnum):
    """What is heard beside the voice: a bell at both ends of the work, and a tick where a movement turns."""

    START = "start"
    END = "end"
    TICK = "tick"


class Signal(NamedTuple):
    """A sound at its offset, in ms since the track began."""

    at_ms: int
    kind: SignalKind


class Track(Value):
    """Everything heard in one file; offsets are in ms since it began.

    ``marks`` lead from time to place, as a segment's do: the first one from the beginning of the track, the last
    one from the end of what it leads.
    """

    cues: tuple[Cue, ...]
    sounds: tuple[Signal, ...]
    marks: tuple[Mark, ...]
    duration_ms: int

    @property
    def place(self) -> Place:
        """Where the track begins."""
        return self.marks[0].place

    @property
    def after(self) -> Place:
        """Where the workout is once the track is over, and where the next track begins."""
        return self.marks[-1].place

    @property
    def is_last(self) -> bool:
        """Whether the workout is finished with it."""
        return self.after.state is State.FINISHED


def write_tracks(
    plan: Plan,
    place: Place,
    manner: Manner,
    *,
    resumed: bool = False,
    breather_ms: int = 0,
    ticks: bool = False,
) -> Iterator[Track]:
    """Every track of a workout from ``place`` on, each written when it is asked for; none where it is over.

    The first one may begin in the middle of a set; ``resumed`` says that the runner comes back to it, and
    ``breather_ms`` waits before its work. With ``ticks`` a soft metronome marks the turns of every counted
    movement. Nothing is asked: while a file plays, an answer would have to call the skill by its name.
    """
    scenes: list[Scene] = []
    for scene in perform(plan, place, manner, resumed=resumed, asking=False):
        if scenes and _ends_track(scenes[-1]):
            yield _track(plan, scenes, scene.place, manner, breather_ms, ticks=ticks)
            scenes, breather_ms = [], 0
        scenes.append(scene)
    if scenes:
        after = scenes[-1].after
        yield _track(plan, scenes, after, manner, breather_ms, ticks=ticks)


def with_closing(track: Track, voice: Voice, closing: Sequence[Phrase]) -> Track:
    """The track with more words at its end, once everything that it leads is done."""
    line = Timeline(voice)
    line.now_ms = track.duration_ms
    for said in closing:
        line.say(said)
    return track._replace(cues=(*track.cues, *line.cues), duration_ms=line.now_ms)


def joined(tracks: Iterable[Track], lead_ms: int = 0) -> Track:
    """Several tracks as one, one behind the other, after a silence of so many ms.

    Each begins at a multiple of ``STEP_MS``. No wait adds to another: written tracks last whole steps.

    Raises:
        ValueError: there are none.
    """
    cues: list[Cue] = []
    sounds: list[Signal] = []
    marks: list[Mark] = []
    over_ms = lead_ms
    for track in tracks:
        begins_ms = _next_step(over_ms)
        cues += (cue._replace(at_ms=cue.at_ms + begins_ms) for cue in track.cues)
        sounds += (sound._replace(at_ms=sound.at_ms + begins_ms) for sound in track.sounds)
        marks += (mark._replace(at_ms=mark.at_ms + begins_ms) for mark in track.marks)
        over_ms = begins_ms + track.duration_ms
    if not marks:
        raise ValueError("no track to join")
    return Track(tuple(cues), tuple(sounds), tuple(marks), over_ms)


def _next_step(ms: int) -> int:
    """The first multiple of ``STEP_MS`` from a moment on, in ms."""
    return -(-ms // STEP_MS) * STEP_MS


def _ends_track(scene: Scene) -> bool:
    """Whether the next scene begins a track: after a rest, a move or a stretch, and at the first stretch."""
    rested = scene.place.state in (State.RESTING, State.STRETCHING, State.WARMING_UP)
    return rested or scene.after.state is State.STRETCHING


def _track(
    plan: Plan,
    scenes: Sequence[Scene],
    after: Place,
    manner: Manner,
    breather_ms: int,
    *,
    ticks: bool,
) -> Track:
    line = Timeline(manner.voice)
    line.mark(scenes[0].place)
    line.now_ms = SETTLE_MS
    if breather_ms:
        line.say(phrase("breather.begin", n=breather_ms // 1000))
        line.now_ms += breather_ms
    for scene in scenes:
        line.now_ms = _next_step(line.now_ms)
        line.append(scene)
    line.now_ms = _next_step(line.now_ms)
    line.mark(after)
    sounds = list(_bells(line.marks))
    if ticks:
        sounds += _ticks(plan, line.marks, manner.beat_percent)
    return Track(tuple(line.cues), tuple(sorted(sounds)), tuple(line.marks), line.now_ms)


def _bells(marks: Sequence[Mark]) -> Iterator[Signal]:
    """A bell where the work begins and where it ends, on every side."""
    for mark, until in pairwise(marks):
        if mark.place.state in AT_WORK and mark.every_ms:
            yield Signal(mark.at_ms, SignalKind.START)
            yield Signal(until.at_ms, SignalKind.END)


def _ticks(plan: Plan, marks: Sequence[Mark], beat_percent: int) -> Iterator[Signal]:
    """A tick at every turn within a repetition; the repetition's own end has its number."""
    for mark, until in pairwise(marks):
        if mark.place.state is State.COUNTING and mark.every_ms:
            asked = plan.sets[mark.place.at].prescription
            turns = turns_ms(asked.exercise, beat_percent, asked.beat_percent)
            for began in range(mark.at_ms, until.at_ms, mark.every_ms):
                yield from (Signal(began + turn, SignalKind.TICK) for turn in turns)
