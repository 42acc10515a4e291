"""A non-stop workout's file as a real browser decodes it: everything where the script has it.

The page itself plays tapes. This is the browser as one more decoder that none of ours had a hand in.
"""

import base64
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from desk_page import DeskPage
from recording import Recording
from served_page import served

from skill.audio.cues import CueClips
from skill.audio.rate import RATE_HZ
from skill.audio.shelf.directory import DirectoryShelf
from skill.audio.studio import Studio
from skill.audio.voices.espeak import Synthesizer
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.track import write_tracks

LARGEST_ERROR_MS = 5
MOST_OF_A_BELL = 0.5

DECODE = """async ([path, rate]) => {
  const file = await (await fetch(path)).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(file);
  const samples = Int16Array.from(sound.getChannelData(0), (value) => value * 32767);
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(new Blob([samples]));
  });
  return url.split(",")[1];
}"""


@pytest.fixture
def shelf(tmp_path: Path) -> DirectoryShelf:
    """Where the service has its audio."""
    return DirectoryShelf(tmp_path / "audio", "https://coach.example/audio")


@pytest.fixture
def address(tmp_path: Path, shelf: DirectoryShelf) -> Iterator[str]:
    """A service that offers what is on the shelf."""
    audio = f"directory:///{shelf.folder}?base=https://coach.example/audio"
    with served(tmp_path, {"STRIDE_AUDIO": audio}) as address:
        yield address


def test_a_browser_hears_every_cue_and_bell_of_a_file_within_five_ms_of_its_offset(
    desk: DeskPage, shelf: DirectoryShelf
) -> None:
    plan = plan_workout(load_catalog(), (), date(2026, 1, 5), Preferences(rounds=1))
    track = next(write_tracks(plan, Place(State.ANNOUNCING), Manner(load_phrasebook(LOCALE), 100)))
    url = shelf.put("a track", Studio(CueClips(Synthesizer())).render(track))
    desk.open()
    decoded = desk.page.evaluate(DECODE, [f"/audio/{url.rsplit('/', 1)[1]}", RATE_HZ])
    heard = Recording(np.frombuffer(base64.b64decode(decoded), np.int16), RATE_HZ, 0.0)
    onsets = [onset * 1000 for onset in heard.onsets_s()]
    for cue in track.cues:
        assert min(abs(onset - cue.at_ms) for onset in onsets) <= LARGEST_ERROR_MS, cue
    assert len(track.sounds) == 2
    for bell in track.sounds:
        at_s, share = heard.bell(bell.kind, bell.at_ms / 1000, 0.1)
        assert abs(at_s * 1000 - bell.at_ms) <= LARGEST_ERROR_MS
        assert share > MOST_OF_A_BELL
