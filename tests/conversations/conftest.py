"""The option that writes the golden workouts again."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--regolden``: ``pytest tests/conversations --regolden``, then read the difference."""
    parser.addoption("--regolden", action="store_true", help="write the golden workouts again")


@pytest.fixture
def regolden(request: pytest.FixtureRequest) -> bool:
    """Say whether the golden workouts are to be written and not compared."""
    return bool(request.config.getoption("--regolden"))
