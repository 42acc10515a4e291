"""A coach with the real catalog and words, and an empty store; and a real DynamoDB where there is one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.amazon_apis import AmazonApis, serving
from support.demanded import pytest_make_collect_report, pytest_runtest_makereport
from support.dynamodb_local import running_dynamodb

from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]


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
    return Coach(load_catalog(), store, load_phrasebook)


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
