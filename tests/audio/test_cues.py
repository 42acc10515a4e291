"""The cues' clips: spoken once, kept in memory and on disk, and never trusted blindly."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest
from audio_scenes import ToneVoice, full_disk

from skill.audio import cues
from skill.audio.cues import CueClips
from skill.audio.kept import WRITES_A_SWEEP, KeptFiles
from skill.errors import AudioUnavailable

TEXTS = ("One.", "Two.", "Go.")


def test_each_text_is_spoken_once() -> None:
    voice = ToneVoice()
    clips = CueClips(voice)
    first = clips.of([*TEXTS, *TEXTS])
    assert sorted(voice.said) == sorted(TEXTS)
    again = clips.of(TEXTS)
    assert sorted(voice.said) == sorted(TEXTS)
    assert all(first[text] is again[text] for text in TEXTS)


def test_the_next_process_finds_them_on_disk_alike(tmp_path: Path) -> None:
    spoken = CueClips(ToneVoice(), tmp_path / "new" / "cues").of(TEXTS)
    silent = ToneVoice()
    found = CueClips(silent, tmp_path / "new" / "cues").of(TEXTS)
    assert silent.said == []
    assert all(np.array_equal(spoken[text], found[text]) for text in TEXTS)


def test_another_voice_never_finds_them(tmp_path: Path) -> None:
    CueClips(ToneVoice(), tmp_path).of(TEXTS)
    other = ToneVoice()
    other.name = "another"
    CueClips(other, tmp_path).of(TEXTS)
    assert len(other.said) == 3


@pytest.mark.parametrize("damage", [b"", b"short", bytes(4_000)])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    whole = CueClips(ToneVoice(), tmp_path).of(["Go."])
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    voice = ToneVoice()
    assert np.array_equal(CueClips(voice, tmp_path).of(["Go."])["Go."], whole["Go."])
    assert voice.said == ["Go."]
    assert CueClips(ToneVoice(), tmp_path).of(["Go."])
    assert file.read_bytes() != damage


def test_a_full_disk_costs_time_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clips = CueClips(ToneVoice(), tmp_path)
    with full_disk():
        found = clips.of(TEXTS)
    assert set(found) == set(TEXTS)
    assert [*tmp_path.iterdir()] == []
    assert [r.message for r in caplog.records] == ["cues are not kept on disk: File too large"]


def test_a_folder_that_cannot_be_one_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert set(CueClips(ToneVoice(), tmp_path / "file").of(TEXTS)) == set(TEXTS)


def test_memory_holds_no_more_than_it_may_and_the_one_unused_longest_goes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    voice = ToneVoice()
    monkeypatch.setattr(cues, "MOST_IN_MEMORY", CueClips(voice).of(["x"])["x"].nbytes * 2)
    clips = CueClips(voice)
    voice.said.clear()
    for text in ("a", "b", "a", "c", "a", "b"):
        clips.of([text])
    assert voice.said == ["a", "b", "c", "b"]


def test_a_voice_that_can_speaks_several_at_once() -> None:
    class Together(ToneVoice):
        barrier = Barrier(3, timeout=10)

        def speak(self, text: str) -> bytes:
            self.barrier.wait()  # nobody goes on alone
            return super().speak(text)

    assert set(CueClips(Together(at_once=3)).of(TEXTS)) == set(TEXTS)


def test_when_a_voice_fails_the_rest_is_not_tried() -> None:
    class Hoarse(ToneVoice):
        def speak(self, text: str) -> bytes:
            super().speak(text)
            raise AudioUnavailable("the voice", "is hoarse", "give it tea")

    voice = Hoarse()
    with pytest.raises(AudioUnavailable, match="is hoarse; give it tea"):
        CueClips(voice).of(str(n) for n in range(1_000))
    assert len(voice.said) < 1_000


def test_many_threads_find_the_same_clips(tmp_path: Path) -> None:
    clips = CueClips(ToneVoice(), tmp_path)
    with ThreadPoolExecutor(8) as threads:
        found = [*threads.map(clips.of, [TEXTS] * 50)]
    assert all(np.array_equal(one["Go."], found[0]["Go."]) for one in found)


@pytest.mark.slow
def test_processes_share_a_folder(tmp_path: Path) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from audio_scenes import ToneVoice
from skill.audio.cues import CueClips
for _ in range(20):
    CueClips(ToneVoice(), Path({str(tmp_path)!r})).of({TEXTS})
"""
    command = [sys.executable, "-c", script]
    running = [subprocess.Popen(command) for _ in range(3)]  # noqa: S603
    assert [one.wait(60) for one in running] == [0, 0, 0]
    voice = ToneVoice()
    CueClips(voice, tmp_path).of(TEXTS)
    assert voice.said == []
    assert len([*tmp_path.iterdir()]) == 3


def test_a_folder_never_weighs_much_more_than_it_may(tmp_path: Path) -> None:
    content, most = bytes(1_000), 20_000
    files = KeptFiles(tmp_path, most)
    for n in range(3 * WRITES_A_SWEEP + 1):
        files.write(str(n), content)
    weight = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert weight <= most * 3 // 4
    assert files.read(str(3 * WRITES_A_SWEEP)) == content
    assert files.read("0") is None
