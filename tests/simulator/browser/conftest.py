"""The simulator's page in a real browser, on a service in a process of its own."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.own_process import running

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
    """None: every test has a service of its own. (The plugin's fixture is one that pytest 9 warns of.)"""
    return None


@pytest.fixture
def settings() -> Mapping[str, str]:
    """What the service is told, beside where its home is."""
    return {}


@pytest.fixture
def address(tmp_path: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """Where a fresh service listens: nobody has trained yet."""
    stride = Path(sys.executable).with_name("stride")
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), **settings}
    with running([str(stride), "serve", "--port", "0"], environment) as service:
        yield f"http://127.0.0.1:{service.port}"


@pytest.fixture
def desk(page: Any, address: str) -> "Iterator[DeskPage]":
    """The page, not opened yet; afterwards it must have been silent to the console and to the world."""
    from desk_page import DeskPage

    desk = DeskPage(page, address)
    yield desk
    assert desk.complaints == []
    assert desk.strangers == []
