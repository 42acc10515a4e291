"""A coach with the real catalog and words, and an empty store; and a real DynamoDB where there is one."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.amazon_apis import AmazonApis, serving
from support.demanded import pytest_make_collect_report, pytest_runtest_makereport
from support.dynamodb_local import running_dynamodb
from support.examples import tried
from support.garbage import (
    pytest_collection,
    pytest_collection_finish,
    pytest_unconfigure,
)
from support.order import pytest_collection_modifyitems, pytest_sessionstart
from support.straight_to_work import catalog_without_warm_up

import skill.loaders
from skill.coach.coach import Coach
from skill.loaders import load_collection, load_phrasebook, voices_with
from skill.store.memory import MemoryStore

# For pytest: its hooks, and the profiles that `tried` comes with.
__all__ = [
    "pytest_collection",
    "pytest_collection_finish",
    "pytest_collection_modifyitems",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_sessionstart",
    "pytest_unconfigure",
    "tried",
]


def pytest_configure(config: pytest.Config) -> None:
    """Add the markers: of tests that want the warm-up, and of what a quick run of one room leaves out."""
    config.addinivalue_line("markers", "warm_up: workouts begin with their warm-up")
    config.addinivalue_line(
        "markers", "slow: real processes and voices, whole years, each sentence"
    )


@pytest.fixture(autouse=True)
def _straight_to_work(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the warm-up out, as a runner may: most tests are about what comes after it.

    Those that are about it, or about a whole workout, are marked ``warm_up``.
    """
    if request.node.get_closest_marker("warm_up") is None:
        monkeypatch.setattr("skill.loaders.load_catalog", catalog_without_warm_up)


@pytest.fixture
def in_a_terminal() -> Iterator[None]:
    """As a program begun in a terminal, also where the tests were begun without one (nohup)."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture(scope="session", autouse=True)
def _one_voice_for_all() -> Iterator[None]:
    """Let all coaches that are built share their words, as all turns of a process do: to read them takes long."""
    shipped, usual = load_collection().words, voices_with
    shared = usual(shipped)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "skill.bootstrap.voices_with",
            lambda words: shared if words == shipped else usual(words),
        )
        yield


@pytest.fixture(autouse=True)
def _read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every turn read what the turn before has written, as another process would."""
    monkeypatch.setattr("skill.coach.persistence.known.MOST_KNOWN", 0)


@pytest.fixture(scope="session")
def _served_apis() -> Iterator[AmazonApis]:
    with serving() as apis:
        yield apis


@pytest.fixture
def apis(_served_apis: AmazonApis) -> AmazonApis:
    """A pretend Amazon on an ordinary day."""
    _served_apis.reset()
    return _served_apis


@pytest.fixture
def store() -> MemoryStore:
    """An empty store."""
    return MemoryStore()


@pytest.fixture
def coach(store: MemoryStore) -> Coach:
    """The coach behind whatever is tested."""
    return Coach(skill.loaders.load_catalog(), store, load_phrasebook)


@pytest.fixture(scope="session")
def dynamodb_folder() -> Path:
    """Where Amazon's DynamoDB Local lies."""
    folder = os.environ.get("STRIDE_DYNAMODB_LOCAL", "")
    if not folder:
        pytest.skip("needs DynamoDB Local: make e2e")
    return Path(folder)


@pytest.fixture(scope="session")
def dynamodb_endpoint(dynamodb_folder: Path) -> Iterator[str]:
    """Where Amazon's DynamoDB Local listens, one for all tests."""
    with running_dynamodb(dynamodb_folder) as endpoint:
        yield endpoint
