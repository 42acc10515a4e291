"""A file of a language that no native speaker has read says so, or stands in the list of those that cannot."""

from pathlib import Path

from support.tables import with_each

from skill.data import FOLDER
from skill.language.locales import language_of
from skill.loaders import all_locales
from skill.simulator.models import KINDS, MODELS, PAGE_WORDS, ROOT

PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")
TRANSLATED = sorted(name for name in all_locales() if language_of(name) != "en")
MEASURED = "speech"
"""What a script writes, no hand."""

WITH_COMMENTS = [
    path
    for folder in (
        *(Path(FOLDER) / kind for kind in KINDS if kind != MEASURED),
        ROOT / "tests" / "interaction_model" / "utterances",
    )
    for name in TRANSLATED
    if (path := folder / f"{name}.toml").exists()
]
WITHOUT = [
    path
    for folder in (MODELS, PAGE_WORDS)
    for name in TRANSLATED
    if (path := folder / f"{name}.json").exists()
]


def test_every_language_has_files_of_every_kind_to_look_at() -> None:
    assert len(WITH_COMMENTS) >= 5 * len({language_of(name) for name in TRANSLATED})
    assert len(WITHOUT) >= 2 * len({language_of(name) for name in TRANSLATED})


@with_each("path", WITH_COMMENTS)
def test_a_file_says_at_its_top_who_has_read_it(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    top = lines[: next(at for at, line in enumerate(lines) if not line.startswith("#"))]
    assert any(line.startswith("# Review: ") for line in top), path


@with_each("path", WITHOUT)
def test_a_file_that_holds_no_comments_stands_in_the_list(path: Path) -> None:
    assert f"| `{path.relative_to(ROOT).as_posix()}` |" in PAGE


def test_what_customers_read_stands_in_the_list() -> None:
    assert "| `deploy/skill.json` |" in PAGE
