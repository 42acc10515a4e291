"""What was put together frame by frame is the same sound to the decoders of other people's players."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from audio_scenes import workout
from support.listening import RATE_HZ, decoded, onsets_ms

from skill.audio.studio import Studio

EXACT_MS = 5.0
LOUDEST = 32_768
ALIKE = 2
"""How far two decoders may be apart: the last bit of a sample, rounded either way."""

Sound = npt.NDArray[np.float64]


def by_ffmpeg(mp3: bytes, _folder: Path) -> Sound:
    av = pytest.importorskip("av", reason="needs PyAV: make e2e")
    with av.open(io.BytesIO(mp3)) as container:
        frames = [frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)]
    sound: Sound = np.concatenate(frames).astype(np.float64)
    return sound * LOUDEST


def by_mpg123(mp3: bytes, _folder: Path) -> Sound:
    soundfile = pytest.importorskip("soundfile", reason="needs libsndfile: make e2e")
    samples, rate_hz = soundfile.read(io.BytesIO(mp3), dtype="float64")
    assert rate_hz == RATE_HZ
    return np.asarray(samples) * LOUDEST


def by_symphonia(mp3: bytes, folder: Path) -> Sound:
    sphn = pytest.importorskip("sphn", reason="needs sphn: make e2e")
    (folder / "track.mp3").write_bytes(mp3)
    samples, rate_hz = sphn.read(str(folder / "track.mp3"))
    assert rate_hz == RATE_HZ
    sound: Sound = np.asarray(samples)[0].astype(np.float64)
    return sound * LOUDEST


DECODERS: Mapping[str, Callable[[bytes, Path], Sound]] = {
    "FFmpeg": by_ffmpeg,
    "mpg123": by_mpg123,
    "Symphonia": by_symphonia,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DECODERS)
def test_every_decoder_hears_cues_bells_and_ticks_alike(
    studio: Studio, tmp_path: Path, name: str
) -> None:
    for track in workout(ticks=True)[::3]:
        mp3 = studio.render(track)
        sound, usual = DECODERS[name](mp3, tmp_path), decoded(mp3)
        assert sound.size == usual.size
        assert np.abs(sound - usual).max() <= ALIKE
        heard = np.array(onsets_ms(np.rint(sound).clip(-LOUDEST, LOUDEST - 1).astype(np.int16)))
        for cue in track.cues:
            assert np.abs(heard - cue.at_ms).min() <= EXACT_MS, cue
