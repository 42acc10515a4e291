"""The simulator's page in a real browser, on a service in a process of its own."""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from desk_page import DeskPage


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that was named, without calls home."""
    from needed_browser import BROWSER

    switches = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": switches}


@pytest.fixture(scope="session")
def base_url() -> str | None:
    """None: the tests go to the address of a service. (The plugin's fixture is one that pytest 9 warns of.)"""
    return None


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the service keeps who has trained."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def service(home: Path) -> Iterator[str]:
    """Where a service listens: one for all tests of a process, each of which has a runner of its own."""
    from served_page import served

    with served(home) as address:
        yield address


@pytest.fixture
def address(service: str) -> str:
    """Where the page is."""
    return service


@pytest.fixture
def runner() -> str:
    """Who trains on the page: somebody who never has."""
    return token_hex(8)


@pytest.fixture
def desk(page: Any, address: str, runner: str) -> "Iterator[DeskPage]":
    """The page, not opened yet; afterwards it must have been silent to the console and to the world."""
    from desk_page import DeskPage

    desk = DeskPage(page, address, runner)
    yield desk
    assert desk.complaints == []
    assert desk.strangers == []
