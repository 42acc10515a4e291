"""``stride render``: a whole workout as files to play."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner, Result
from support.listening import RATE_HZ, decoded
from support.straight_to_work import catalog_without_warm_up

from skill.audio.voices import espeak
from skill.cli.commands import stride

pytestmark = pytest.mark.slow

SMALL = ("--date", "2026-01-05", "--exercises", "2", "--rounds", "1")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Result]]:
    """A small workout in a new folder, written once for those who only look at it; and what was told."""
    home = tmp_path_factory.mktemp("home")
    before = os.umask(0o022)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))  # somebody may train on this machine
        patch.setattr("skill.loaders.load_catalog", catalog_without_warm_up)
        for name in ("STORE", "VOICE", "CUES"):
            patch.delenv(f"STRIDE_{name}", raising=False)
        try:
            out = home / "new" / "folder"
            yield out, CliRunner().invoke(stride, ["render", *SMALL, "--out", str(out)])
        finally:
            os.umask(before)


def test_every_set_and_stretch_is_a_file_and_a_line(rendered: tuple[Path, Result]) -> None:
    out, result = rendered
    assert result.exit_code == 0, result.output
    *lines, last = result.stdout.splitlines()
    files = sorted(path.name for path in out.glob("*.mp3"))
    assert [line.split()[0] for line in lines] == files
    assert files[0] == "01-squat-round-1.mp3"
    assert any(name.endswith("-stretch-left.mp3") for name in files)
    assert last == f"Play them in order with {out / 'workout.m3u8'}."
    for line in lines:
        name, length, *_ = line.split()
        minutes, seconds = length.split(":")
        heard = decoded((out / name).read_bytes()).size / RATE_HZ
        assert heard == pytest.approx(int(minutes) * 60 + float(seconds), abs=0.2)


def test_the_playlist_names_the_files_in_order_with_their_lengths(
    rendered: tuple[Path, Result],
) -> None:
    out, _ = rendered
    lines = (out / "workout.m3u8").read_text("utf-8").splitlines()
    assert lines[0] == "#EXTM3U"
    assert lines[2::2] == sorted(path.name for path in out.glob("*.mp3"))
    assert all(line.startswith("#EXTINF:") for line in lines[1::2])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_web_server_of_another_user_can_read_all_that_is_written(
    rendered: tuple[Path, Result],
) -> None:
    out, _ = rendered
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o644}


def test_what_was_spoken_once_is_kept_for_the_next_time(rendered: tuple[Path, Result]) -> None:
    out, _ = rendered
    assert len([*(out.parents[1] / "cache" / "strong-stride" / "cues").iterdir()]) > 30


def test_a_slower_beat_and_ticks_are_heard(
    run: Run, rendered: tuple[Path, Result], tmp_path: Path
) -> None:
    sizes = [(rendered[0] / "01-squat-round-1.mp3").read_bytes()]
    for words in (("--beat", "140"), ("--ticks",)):
        folder = tmp_path / str(len(sizes))
        assert run("render", *SMALL, "--out", str(folder), *words).exit_code == 0
        sizes.append((folder / "01-squat-round-1.mp3").read_bytes())
    plain, slow, ticking = sizes
    assert len(slow) > len(plain)
    assert len(ticking) == len(plain)
    assert ticking != plain


@pytest.mark.parametrize("words", [(), ("--out", "x", "--rounds", "9")])
def test_what_cannot_be_is_refused_with_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    assert run("render", *words).exit_code == 2


def test_a_folder_that_takes_no_file_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("render", *SMALL, "--out", str(tmp_path / "file" / "out"))
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: the folder {tmp_path / 'file' / 'out'}: Not a directory; "
        "free some space, or name another folder with --out\n"
    )


def test_without_a_voice_what_to_install_is_told_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak, "_engine", espeak._engine.__wrapped__)
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    result = run("render", *SMALL, "--out", str(tmp_path))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: espeak-ng: is not installed; pip install ")


def test_a_voice_that_cannot_be_is_told_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_VOICE", "nobody")
    result = run("render", *SMALL, "--out", str(tmp_path))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: STRIDE_VOICE cannot be 'nobody'; write espeak-ng")
