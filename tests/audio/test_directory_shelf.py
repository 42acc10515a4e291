"""Audio in a directory."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from audio_scenes import full_disk

from skill.audio.files import PART
from skill.audio.shelf.directory import SWEEP_SECONDS, DirectoryShelf
from skill.audio.shelf.protocol import KEPT
from skill.errors import AudioUnavailable

BASE = "https://example.com/audio"
ONE = sha256(b"one").hexdigest()
DAY = 86_400


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


def name_of(url: str) -> str:
    return url.removeprefix(f"{BASE}/")


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.mp3"))


def test_a_slash_at_the_end_of_the_base_makes_no_difference(tmp_path: Path) -> None:
    assert DirectoryShelf(tmp_path, f"{BASE}/").put(ONE, b"x").count("//") == 1


def test_names_have_128_bits_that_only_this_directory_can_make(tmp_path: Path) -> None:
    urls = [DirectoryShelf(tmp_path / folder, BASE).put(ONE, b"x") for folder in ("a", "b")]
    assert urls[0] != urls[1]
    for url in urls:
        assert len(name_of(url)) == 32 + len(".mp3")
        assert ONE[:8] not in url


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_web_server_of_another_user_can_read_the_audio_but_not_the_key(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        shelf = DirectoryShelf(tmp_path / "audio", BASE)
        name = name_of(shelf.put(ONE, b"x"))
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in shelf.folder.iterdir()}
    assert modes == {name: 0o644, ".key": 0o600}


@pytest.mark.slow
def test_processes_that_share_a_directory_share_its_names(tmp_path: Path) -> None:
    script = f"""
from pathlib import Path
from skill.audio.shelf.directory import DirectoryShelf
print(DirectoryShelf(Path({str(tmp_path)!r}) / "new", {BASE!r}).put({ONE!r}, b"x"))
"""
    command = [sys.executable, "-c", script]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(6)]  # noqa: S603
    assert len({one.communicate(timeout=60)[0] for one in running}) == 1
    assert len(files(tmp_path / "new")) == 1


def test_the_key_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    DirectoryShelf(tmp_path, BASE).put(ONE, b"x")
    assert (tmp_path / ".key").stat().st_mode & 0o077 == 0


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    shelf = DirectoryShelf(tmp_path, BASE)
    before = shelf.put(ONE, b"x")
    (tmp_path / ".key").write_bytes(b"?")
    assert shelf.find(ONE) is None
    assert shelf.put(ONE, b"x") != before


@pytest.mark.parametrize(
    "name",
    ["", ".key", "..", "../secret.mp3", "a.mp3", "0" * 32, "0" * 32 + ".mp3", "G" * 32 + ".mp3"],
)
def test_no_other_name_leads_to_a_file(tmp_path: Path, name: str) -> None:
    shelf = DirectoryShelf(tmp_path / "audio", BASE)
    shelf.put(ONE, b"x")
    (tmp_path / "secret.mp3").touch()
    assert shelf.path_of(name) is None


def test_a_name_from_an_address_leads_to_its_file(tmp_path: Path) -> None:
    shelf = DirectoryShelf(tmp_path, BASE)
    path = shelf.path_of(name_of(shelf.put(ONE, b"sound")))
    assert path is not None
    assert path.read_bytes() == b"sound"


def test_what_nobody_asks_for_is_removed_and_what_is_used_stays(tmp_path: Path) -> None:
    clock = Clock()
    shelf = DirectoryShelf(tmp_path, BASE, clock)
    used, unused, new = (sha256(name).hexdigest() for name in (b"used", b"unused", b"new"))
    for fingerprint in (used, unused):
        shelf.put(fingerprint, b"x")
    clock.seconds += KEPT.total_seconds() - DAY
    assert shelf.find(used)
    clock.seconds += 2 * DAY
    shelf.put(new, b"x")
    assert shelf.find(used)
    assert shelf.find(unused) is None
    assert (tmp_path / ".key").exists()


def test_what_an_ended_process_left_half_written_is_removed(tmp_path: Path) -> None:
    clock = Clock()
    shelf = DirectoryShelf(tmp_path, BASE, clock)
    half = tmp_path / f"half{PART}"
    half.touch()
    os.utime(half, (clock(), clock()))
    shelf.put(ONE, b"x")
    assert half.exists()
    clock.seconds += SWEEP_SECONDS + 1
    shelf.put(ONE, b"x")
    assert not half.exists()


def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    shelf = DirectoryShelf(tmp_path, BASE)
    shelf.put(ONE, b"old")
    with full_disk(100), pytest.raises(AudioUnavailable) as refused:
        shelf.put(ONE, bytes(10_000))
    assert refused.value.problem == "File too large"
    assert "free some space" in refused.value.remedy
    assert [path.read_bytes() for path in files(tmp_path)] == [b"old"]
    assert not [*tmp_path.glob(f"*{PART}")]


def test_a_directory_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shelf = DirectoryShelf(tmp_path / "file" / "audio", BASE)
    asks: tuple[Any, ...] = (lambda: shelf.find(ONE), lambda: shelf.put(ONE, b"x"))
    for ask in asks:
        with pytest.raises(AudioUnavailable, match=r"Not a directory; .*STRIDE_AUDIO"):
            ask()


def test_a_directory_that_was_removed_is_made_again(tmp_path: Path) -> None:
    shelf = DirectoryShelf(tmp_path / "audio", BASE)
    shelf.put(ONE, b"x")
    for path in (tmp_path / "audio").iterdir():
        path.unlink()
    (tmp_path / "audio").rmdir()
    assert shelf.find(ONE) is None
    assert shelf.path_of(name_of(shelf.put(ONE, b"y")))
