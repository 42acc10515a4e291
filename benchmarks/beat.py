"""The beat of fifteen repetitions: as a synthesizer speaks the SSML, and as an APLA document lays it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from support.listening import onsets_ms

from benchmarks.figures import Measured
from skill.audio.voices.espeak import Synthesizer
from skill.echo.apla import apla_timeline
from skill.echo.timeline import short_clip_ms
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.render.apla import DOCUMENT, render_datasources
from skill.render.ssml import render_ssml
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.training.prescription import Prescription
from skill.understanding import Pace
from skill.workout.cue import CueKind
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.segment import Segment
from skill.workout.states import State
from skill.workout.timeline import Scene

REPETITIONS = 15

QUIET_VOICE = 250
"""espeak-ng's own samples are louder than this wherever it sounds, of 32 767."""


def counted_set() -> Scene:
    """Fifteen squats, from the count-in to the last number, with the calls in between."""
    squats = Prescription(load_catalog().exercises["squat"], Dose(Measure.REPETITIONS, REPETITIONS))
    plan = Plan(date(2026, 1, 5), (squats,), 1, ())
    scenes = perform(plan, Place(State.COUNTING), Manner(load_phrasebook(LOCALE), 100))
    return next(islice(scenes, 1))


def segment_of(scene: Scene, *, counts_only: bool) -> Segment:
    """The scene as a segment that begins with its first cue."""
    cues = tuple(c for c in scene.cues if c.kind is CueKind.COUNT or not counts_only)
    return Segment(cues, scene.marks, scene.duration_ms)


def spoken_onsets(voice: Synthesizer, segment: Segment) -> list[float]:
    """When each sound of the SSML begins, in ms since the first one."""
    samples = voice.speak(f"<speak>{render_ssml(segment)}</speak>")
    onsets = onsets_ms(samples, voice.rate_hz, loud=QUIET_VOICE)
    return [onset - onsets[0] for onset in onsets]


def measure_beat() -> Iterator[Measured]:
    """Drift is how far the last number lies from its moment, in percent of the time since the first."""
    scene, voice = counted_set(), Synthesizer()
    for counts_only, what in ((True, "the numbers alone"), (False, "with its calls")):
        segment = segment_of(scene, counts_only=counts_only)
        onsets = spoken_onsets(voice, segment)
        planned = segment.cues[-1].at_ms - segment.cues[0].at_ms
        drift = abs(onsets[-1] - planned) / planned * 100
        yield Measured(f"SSML by espeak-ng, {what}: total drift", drift, "%", 3.0)
    whole = segment_of(scene, counts_only=False)
    timeline = apla_timeline(DOCUMENT, render_datasources(whole), Pace(), short_clip_ms)
    errors = [
        abs(sound.at_ms - cue.at_ms) for sound, cue in zip(timeline.sounds, whole.cues, strict=True)
    ]
    yield Measured("APLA: the worst offset's error", max(errors), "ms", 0.0)
