"""A whole workout as audio files: how exactly its cues are heard, and how fast it is rendered.

``python -m benchmarks.rendering fr-FR`` measures another language than American English.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from tempfile import TemporaryDirectory
from time import process_time

from support.listening import decoded, onsets_ms

from benchmarks.figures import TAIL_TOLERANCE, Measured
from skill.audio.clip import PER_MS
from skill.audio.cues import CueClips
from skill.audio.mix import lay
from skill.audio.mp3 import FRAME, encode
from skill.audio.pieces import Piece, pieces
from skill.audio.voices import open_voice
from skill.bootstrap import build_studio, voice_name
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.settings import Settings
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.track import Track, write_tracks

DAY = date(2026, 1, 5)
HOLD_SECONDS = 45

USUAL_QUALITY = 3
"""LAME's quality as it was when a track was encoded in one go."""

AGAINST_ONE_GO = 900 / 540
"""How often longer LAME in one go shall take: where the aim of 900 times a workout's length was set, that came to
540 times."""


def measure_rendering(locale: str = LOCALE) -> Iterator[Measured]:
    """With espeak-ng's voice of a locale, on one core.

    "From nothing" every cue is spoken first; "from the disk" all were spoken by another process; "known" all were
    rendered before by this one. How often its own length a workout is rendered in a second is this machine's
    figure; the ratio to ``_in_one_go``, track by track in turns, is not.
    """
    tracks = tracks_of(plan_workout(load_catalog(), (), DAY, Preferences()), locale)
    length_ms = sum(track.duration_ms for track in tracks)
    with TemporaryDirectory() as folder:
        settings = Settings(cues=folder)
        hold = next(iter(tracks_of(_hold(), locale)))
        plain = CueClips(open_voice(voice_name(settings.voice, locale)))
        _in_one_go(plain, hold)  # the libraries are loaded, the bells are made
        studio, later = (build_studio(settings, locale) for _ in range(2))
        pairs = [
            (_core_ms(studio.render, track), _core_ms(partial(_in_one_go, plain), track))
            for track in tracks
        ]
        ratio = sum(whole for _, whole in pairs) / sum(ours for ours, _ in pairs)
        what = "a whole workout as MP3, from nothing: LAME in one go takes"
        yield Measured(what, ratio, "x", least=AGAINST_ONE_GO, tolerance=TAIL_TOLERANCE)
        for name, times, least, most_ms in (
            ("from nothing", [ours for ours, _ in pairs], None, 2_000.0),
            (
                "cues from the disk",
                [_core_ms(later.render, track) for track in tracks],
                None,
                2_000.0,
            ),
            ("cues known", [_core_ms(later.render, track) for track in tracks], 100_000.0, 10.0),
        ):
            what = f"a whole workout as MP3, {name}, against its length"
            speed = length_ms / sum(times)
            yield Measured(
                what, speed, "x", least=least, tolerance=TAIL_TOLERANCE, more_is_better=True
            )
            yield Measured(f"its first track, {name}", times[0], "ms", most_ms)
            yield Measured(f"its slowest set, {name}", max(times), "ms", 2_000.0)
        errors = [error for track in tracks for error in _errors_ms(track, studio.render(track))]
        yield Measured(f"MP3: the worst of {len(errors)} onsets by ear", max(errors), "ms", 5.0)
        yield Measured(
            f"MP3: a hold of {HOLD_SECONDS} s by ear, off by",
            abs(_held_ms(hold, studio.render(hold)) - HOLD_SECONDS * 1_000),
            "ms",
            10.0,
        )


def _core_ms(render: Callable[[Track], bytes], track: Track) -> float:
    """How long a track keeps one core busy, in ms: whatever else the machine does."""
    began = process_time()
    render(track)
    return (process_time() - began) * 1_000


def _in_one_go(clips: CueClips, track: Track) -> bytes:
    """The track as MP3 the usual way: all of its sound to LAME at once, silence and all."""
    found = clips.of(cue.line.text for cue in track.cues)
    parts = (
        part._replace(at=part.at + begins * FRAME)
        for begins, piece in pieces(track, found)
        for part in piece.parts
    )
    whole = Piece(tuple(parts), track.duration_ms * PER_MS // FRAME + 1)
    return encode(lay(whole, found), USUAL_QUALITY)


def tracks_of(plan: Plan, locale: str = LOCALE) -> list[Track]:
    """The audio files of a workout, from its first word."""
    manner = Manner(load_phrasebook(locale), 100)
    return [*write_tracks(plan, Place(State.ANNOUNCING), manner)]


def _hold() -> Plan:
    catalog = load_catalog()
    wall_sit = Prescription(catalog.exercises["wall_sit"], Dose(Measure.SECONDS, HOLD_SECONDS))
    return Plan(DAY, (wall_sit,), 1, tuple(catalog.stretches.values()))


def _errors_ms(track: Track, mp3: bytes) -> list[float]:
    heard = onsets_ms(decoded(mp3))
    return [min(abs(onset - cue.at_ms) for onset in heard) for cue in track.cues]


def _held_ms(track: Track, mp3: bytes) -> float:
    """From "hold" to "release", as heard."""
    heard = onsets_ms(decoded(mp3))
    begin, end = (
        next(cue.at_ms for cue in track.cues if cue.line.key == key)
        for key in ("count.hold", "count.release")
    )
    return min(heard, key=lambda at: abs(at - end)) - min(heard, key=lambda at: abs(at - begin))


if __name__ == "__main__":
    for figure in measure_rendering(*sys.argv[1:2]):
        print(figure)
