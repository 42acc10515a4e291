"""Rendered tracks, decoded and heard: what was meant is where it was meant to be."""

import tracemalloc
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from audio_scenes import only_set, workout
from support.listening import RATE_HZ, decoded, onsets_ms

from skill.audio.cues import CueClips
from skill.audio.studio import Studio
from skill.audio.voices.espeak import Synthesizer
from skill.loaders import all_locales
from skill.training.exercise import Measure
from skill.workout.cue import Cue, CueKind
from skill.workout.track import SignalKind, Track

pytestmark = pytest.mark.slow

Heard = list[tuple[Track, npt.NDArray[np.int16]]]

EXACT_MS = 5.0
HOLD_EXACT_MS = 10.0
FRAME_MS = 24
"""An MP3 frame at 24 kHz: 576 samples."""


def nearest(heard: Sequence[float], at_ms: float) -> float:
    return min(heard, key=lambda onset: abs(onset - at_ms))


@pytest.fixture(scope="module")
def heard_workout(studio: Studio) -> Heard:
    """A whole workout's tracks, each with the samples of its file."""
    return [(track, decoded(studio.render(track))) for track in workout()]


def moment(track: Track, key: str) -> int:
    (at,) = (cue.at_ms for cue in track.cues if cue.line.key == key)
    return at


def test_fifteen_counts_are_heard_each_at_its_moment_and_nothing_but_calls_between(
    studio: Studio,
) -> None:
    track = only_set("squat", Measure.REPETITIONS, 15)
    go = moment(track, "count.go")
    counts = [c.at_ms for c in track.cues if c.line.key == "count.number" and c.at_ms > go]
    calls = [c.at_ms for c in track.cues if c.kind is CueKind.CALL]
    assert len(counts) == 15
    heard = onsets_ms(decoded(studio.render(track)))
    on_the_beat = [at for at in heard if abs(nearest(counts, at) - at) <= EXACT_MS]
    assert len(on_the_beat) == 15
    between = [at for at in heard if go + 1_000 < at <= counts[-1] and at not in on_the_beat]
    assert all(abs(nearest(calls, at) - at) <= EXACT_MS for at in between)


OTHERS = ["de-DE", "es-ES", "es-MX", "es-US", "fr-FR", "fr-CA"]


def heard_late(locale: str, tracks: Sequence[Track]) -> list[Cue]:
    """The cues of tracks that are not heard at their moment in the voice of a locale."""
    spoken = Studio(CueClips(Synthesizer(all_locales()[locale].espeak)))
    late = []
    for track in tracks:
        heard = onsets_ms(decoded(spoken.render(track)))
        late += [c for c in track.cues if abs(nearest(heard, c.at_ms) - c.at_ms) > EXACT_MS]
    return late


@pytest.mark.parametrize("locale", OTHERS)
def test_every_cue_of_a_set_is_heard_at_its_moment_in_every_language(locale: str) -> None:
    assert heard_late(locale, [only_set("squat", Measure.REPETITIONS, 15, locale)]) == []


@pytest.mark.parametrize("locale", OTHERS)
def test_every_cue_of_a_whole_workout_is_heard_at_its_moment_in_every_language(locale: str) -> None:
    assert heard_late(locale, workout(locale=locale)) == []


def test_every_cue_of_a_whole_workout_is_heard_at_its_moment(heard_workout: Heard) -> None:
    for track, sound in heard_workout:
        heard = onsets_ms(sound)
        for cue in track.cues:
            assert abs(nearest(heard, cue.at_ms) - cue.at_ms) <= EXACT_MS, cue


def test_a_tick_is_heard_where_the_movement_turns_and_moves_no_cue(studio: Studio) -> None:
    track = workout(ticks=True)[0]
    ticks = [sound.at_ms for sound in track.sounds if sound.kind is SignalKind.TICK]
    heard = onsets_ms(decoded(studio.render(track)))
    spoken = [cue for cue in track.cues if cue.kind is CueKind.CALL]
    alone = [at for at in ticks if not any(c.at_ms - 200 < at < c.ends_ms for c in spoken)]
    assert len(ticks) == 15
    assert len(alone) >= 10
    assert all(abs(nearest(heard, cue.at_ms) - cue.at_ms) <= EXACT_MS for cue in track.cues)
    assert all(abs(nearest(heard, at) - at) <= EXACT_MS for at in alone)


def test_a_hold_of_45_seconds_lasts_45_seconds(studio: Studio) -> None:
    track = only_set("wall_sit", Measure.SECONDS, 45)
    heard = onsets_ms(decoded(studio.render(track)))
    held = nearest(heard, moment(track, "count.release")) - nearest(
        heard, moment(track, "count.hold")
    )
    assert abs(held - 45_000) <= HOLD_EXACT_MS


def test_a_file_lasts_as_long_as_its_track_but_for_the_rest_of_its_last_frames(
    heard_workout: Heard,
) -> None:
    for track, sound in heard_workout:
        lasts_ms = sound.size / RATE_HZ * 1000
        assert 0 <= lasts_ms - track.duration_ms <= 2 * FRAME_MS


def test_between_the_cues_there_is_silence_and_no_noise(heard_workout: Heard) -> None:
    for track, samples in heard_workout:
        sound = np.abs(samples.astype(int))
        said = np.zeros(sound.size, bool)
        for cue in track.cues:
            begin, end = (round(ms * RATE_HZ / 1000) for ms in (cue.at_ms - 30, cue.ends_ms + 500))
            said[begin:end] = True
        for bell in track.sounds:
            said[bell.at_ms * 24 - 720 : (bell.at_ms + 1100) * 24] = True
        assert said.mean() < 0.9
        assert sound[~said].max() <= 8


def test_no_cue_is_louder_than_the_others_and_nothing_is_clipped(heard_workout: Heard) -> None:
    powers = []
    for track, samples in heard_workout:
        sound = samples.astype(float)
        assert np.abs(sound).max() < 32_000
        for cue in track.cues:
            span = sound[cue.at_ms * 24 : (cue.at_ms + 250) * 24]
            powers.append(20 * np.log10(np.sqrt(np.mean(span**2))))
    assert np.std(powers) < 3


def test_the_file_is_mpeg_2_layer_3_of_24_khz_and_48_kbps_mono_without_a_tag(
    studio: Studio,
) -> None:
    mp3 = studio.render(only_set("squat", Measure.REPETITIONS, 1))
    head = int.from_bytes(mp3[:4], "big")
    assert head >> 21 == 0x7FF
    version, layer = head >> 19 & 3, head >> 17 & 3
    assert (version, layer) == (0b10, 0b01)
    assert head >> 12 & 15 == 6  # 48 kbps of MPEG-2, layer III
    assert head >> 10 & 3 == 1  # 24 kHz
    assert head >> 6 & 3 == 0b11  # mono
    frame = 72 * 48_000 // 24_000
    assert len(mp3) % frame == 0
    assert all(mp3[at : at + 2] == mp3[:2] for at in range(0, len(mp3), frame))
    # After a header of 4 bytes and 9 bytes of side information.
    assert mp3[13:17] not in (b"Xing", b"Info")


def test_memory_is_bounded_by_one_set_however_long_the_workout(studio: Studio) -> None:
    def peak(tracks: list[Track]) -> int:
        for track in tracks:
            studio.render(track)  # its clips are kept from now on
        tracemalloc.start()
        try:
            for track in tracks:
                studio.render(track)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    tracks = workout()[:5]
    longest = max(tracks, key=lambda track: track.duration_ms)
    assert peak(tracks) < peak([longest]) * 1.2
