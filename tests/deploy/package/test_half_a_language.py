"""Half a language makes no package."""

from pathlib import Path

import pytest

from deploy import package as packaging
from skill.errors import DataError
from skill.loaders import all_locales


@pytest.fixture(autouse=True)
def half_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a country in a chain of which there is no file."""
    slip = all_locales()["fr-CA"]._replace(words=("fr-CX", "fr-CA", "fr-FR"))
    monkeypatch.setattr("deploy.compare.all_locales", lambda: {**all_locales(), "fr-CA": slip})


def test_nothing_is_built_of_half_a_language(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'fr-CX'"):
        packaging.package({}, tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_who_packages_is_told_the_file_the_entry_and_the_remedy() -> None:
    with pytest.raises(SystemExit) as told:
        packaging.main()
    said = str(told.value)
    assert said.startswith("No package: locales.toml: fr-CA")
    assert "take the name out" in said
