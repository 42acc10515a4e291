"""Where commands write: into a file, behind a link, into what is no file; and what stays of an older one."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from cli_running import Run

STRIDE = Path(sys.executable).with_name("stride")
CALENDAR, PICTURE = ("remind", "--ics"), ("history", "--plot")
OPTIONS = (CALENDAR, ("history", "--csv"), ("athlete", "export", "--out"), ("plan", "--fit"))


@pytest.fixture
def trained(run: Run) -> Run:
    """Runs ``stride`` for somebody who has trained once."""
    assert run("talk", "--fast", "--date", "2026-11-24T07:00").exit_code == 0
    return run


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_who_reads_along_by_a_pipe_gets_it_all(
    trained: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    pipe, read = tmp_path / "pipe", bytearray()
    os.mkfifo(pipe)
    reading = Thread(target=lambda: read.extend(pipe.read_bytes()), daemon=True)
    reading.start()
    told = trained(*words, str(pipe))
    assert told.exit_code == 0, told.output
    reading.join(20)
    assert pipe.is_fifo()
    told = trained(*words, str(tmp_path / "file"))
    assert told.exit_code == 0, told.output
    assert len(read) == (tmp_path / "file").stat().st_size > 0


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_behind_a_link_the_file_is_written_that_it_leads_to(
    trained: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "link"
    elsewhere.write_text("of old")
    link.symlink_to(elsewhere)
    told = trained(*words, str(link))
    assert told.exit_code == 0, told.output
    assert link.is_symlink()
    assert elsewhere.read_bytes() != b"of old"


@pytest.mark.parametrize("words", [*OPTIONS, PICTURE], ids=" ".join)
def test_a_link_that_leads_to_itself_is_named_in_a_line(
    trained: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    link = tmp_path / "link.svg"
    link.symlink_to(link)
    told = trained(*words, str(link))
    assert told.exit_code in (1, 2), told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert f"{link}" in told.stderr
    assert "ymbolic link" in told.stderr or "Symlink loop" in told.stderr


def test_a_picture_is_drawn_behind_a_link_and_into_a_new_folder(
    trained: Run, tmp_path: Path
) -> None:
    link = tmp_path / "link.svg"
    link.symlink_to(tmp_path / "new" / "weeks.svg")
    told = trained(*PICTURE, str(link))
    assert told.exit_code == 0, told.output
    assert "</svg>" in (tmp_path / "new" / "weeks.svg").read_text("utf-8")


def test_what_a_runner_keeps_is_for_the_runner_alone(trained: Run, tmp_path: Path) -> None:
    for words in (*OPTIONS, PICTURE):
        file = tmp_path / "own.svg"
        assert trained(*words, str(file)).exit_code == 0
        assert file.stat().st_mode & 0o077 == 0, words
        file.unlink()


def test_a_reader_who_leaves_early_is_told_nothing() -> None:
    command = f"'{STRIDE}' remind --ics /dev/stdout | true; exit ${{PIPESTATUS[0]}}"
    ended = subprocess.run(  # noqa: S603 - our own command
        ["bash", "-c", command],  # noqa: S607
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "STRIDE_STORE": "memory:"},
    )
    assert ended.stderr == ""


def test_a_disk_that_is_full_leaves_the_older_picture(tmp_path: Path) -> None:
    picture = tmp_path / "set.svg"
    picture.write_text("of old")
    command = f"ulimit -f 1; exec '{STRIDE}' figures --only set.svg --out '{tmp_path}'"
    ended = subprocess.run(  # noqa: S603 - our own command
        ["bash", "-c", command],  # noqa: S607
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (1, f"Error: {picture}: File too large\n")
    assert picture.read_text() == "of old"
    assert [*tmp_path.iterdir()] == [picture]
