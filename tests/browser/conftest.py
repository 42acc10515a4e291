"""The simulator's page in a real browser, on a service in a process of its own."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_page import DeskPage
from own_process import running

BROWSER = os.environ.get("STRIDE_BROWSER", "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped, and say how to run them."""
    if BROWSER:
        return
    here = Path(__file__).parent
    skip = pytest.mark.skip(reason="needs a browser: make e2e")
    for item in items:
        if here in item.path.parents:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that was named, without calls home, and with sound from the first click on."""
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
def address(tmp_path: Path) -> Iterator[str]:
    """Where a fresh service listens: nobody has trained yet."""
    stride = Path(sys.executable).with_name("stride")
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    with running([str(stride), "serve", "--port", "0"], environment) as service:
        yield f"http://127.0.0.1:{service.port}"


@pytest.fixture
def desk(page: Any, address: str) -> Iterator[DeskPage]:
    """The page, not opened yet; afterwards it must have been silent to the console and to the world."""
    desk = DeskPage(page, address)
    yield desk
    assert desk.complaints == []
    assert desk.strangers == []
