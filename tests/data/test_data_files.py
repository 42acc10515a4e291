import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.tables import with_each

from skill.data import FOLDER as DATA
from skill.data import locales_of, packaged, read_data
from skill.errors import DataError

FOLDER = Path(DATA)
FILES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put an empty folder in the place of the data files."""
    monkeypatch.setattr("skill.data.FOLDER", str(tmp_path))
    read_data.cache_clear()
    yield tmp_path
    read_data.cache_clear()


@with_each("name", FILES)
def test_every_shipped_file_is_read(name: str) -> None:
    assert read_data(name) == tomllib.loads((FOLDER / name).read_text("utf-8"))


def test_what_was_packaged_as_json_is_read_in_the_place_of_the_toml(folder: Path) -> None:
    (folder / packaged("exercises.toml")).write_text(
        '{"squat": {"dose": {"repetitions": [15, 15]}}}'
    )
    assert read_data("exercises.toml") == {"squat": {"dose": {"repetitions": [15, 15]}}}


def test_a_file_is_read_once() -> None:
    assert read_data("exercises.toml") is read_data("exercises.toml")


@pytest.mark.parametrize("kind", ["phrases", "speech", "suggestions"])
def test_american_english_has_every_kind_of_file(kind: str) -> None:
    assert "en-US" in locales_of(kind)


def test_a_missing_file_is_named_with_those_that_are_there(folder: Path) -> None:
    (folder / "exercises.toml").write_text("")
    with pytest.raises(DataError) as refused:
        read_data("exercise.toml")
    assert (refused.value.file, refused.value.problem) == ("exercise.toml", "is missing")
    assert "exercises.toml" in refused.value.remedy


@pytest.mark.parametrize("content", [b"[squat", b"a = 1\na = 2", b"{}"])
def test_a_file_that_is_not_toml_is_named_with_the_reason(folder: Path, content: bytes) -> None:
    (folder / "exercises.toml").write_bytes(content)
    with pytest.raises(
        DataError, match=r"^exercises\.toml is not TOML: .+; correct it$"
    ) as refused:
        read_data("exercises.toml")
    assert refused.value.entry == "(file)"


def test_a_file_that_is_no_utf8_is_named_with_the_remedy(folder: Path) -> None:
    (folder / "exercises.toml").write_bytes(b"name = '\xff'")
    with pytest.raises(DataError, match=r"^exercises\.toml is no text in UTF-8; save it as such$"):
        read_data("exercises.toml")
