"""Amazon's own DynamoDB Local in a process of its own, and fresh tables in it."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from skill.store.dynamodb.client import REAL, Client, Json, Surroundings
from skill.store.dynamodb.item import key
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.store import DynamoDBStore
from skill.store.dynamodb.table import Table

ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "local",
    "AWS_SECRET_ACCESS_KEY": "anything",  # it checks no signature
    "AWS_REGION": "eu-west-1",
}
START_S = 60.0

# Slow machines may keep a call waiting; where a test is not about how long, nothing gives up.
PATIENT: dict[str, Any] = {"patience_s": 60.0, "operation_s": 60.0}

_numbers = count(1)


@contextmanager
def running_dynamodb(folder: Path) -> Iterator[str]:
    """The endpoint of a DynamoDB Local that forgets all at its end."""
    java = shutil.which("java")
    assert java is not None, "DynamoDB Local needs Java 17 or newer on the PATH"
    jar = folder / "DynamoDBLocal.jar"
    assert jar.is_file(), f"{jar} is missing: .ci/dynamodb-local fetches it"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    library = f"-Djava.library.path={folder / 'DynamoDBLocal_lib'}"
    command = [java, "-Xmx256m", library, "-jar", str(jar), "-disableTelemetry", "-inMemory"]
    command += ["-sharedDb", "-port", str(port)]
    with (
        tempfile.TemporaryFile("w+") as log,
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(command, cwd=home, stdout=log, stderr=log) as process,  # noqa: S603 - our own
    ):
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + START_S
    while time.monotonic() < ends:
        assert process.poll() is None, "DynamoDB Local did not start"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=START_S).close()
        except ConnectionRefusedError:
            time.sleep(0.05)  # a process starts; nothing is tested yet
        else:
            return
    raise TimeoutError


def new_url(endpoint: str, **parameters: str) -> str:
    """The URL of a fresh table behind an endpoint."""
    url = f"dynamodb://stride-{next(_numbers)}?{urlencode({'endpoint': endpoint, **parameters})}"
    location = read_location(url, ENVIRONMENT)
    with closing(Table(Client(location, ENVIRONMENT, **PATIENT))) as table:
        assert table.create()
    return url


def open_patiently(
    url: str, surroundings: Surroundings = REAL, /, **limits: float
) -> DynamoDBStore:
    """The store at a URL; ``limits`` are those of its client, in seconds."""
    location = read_location(url, ENVIRONMENT)
    return DynamoDBStore(Client(location, ENVIRONMENT, surroundings, **{**PATIENT, **limits}))


@contextmanager
def past_the_store(url: str) -> Iterator[Callable[[str, Json], Json]]:
    """What calls the server at a URL, past the store."""
    with closing(Client(read_location(url, ENVIRONMENT), ENVIRONMENT, **PATIENT)) as client:
        yield lambda operation, request: client.call(operation, request, client.deadline())


def raw_item(url: str, aside: int = 0) -> Json | None:
    """The item of the athlete "a" as the server has it."""
    with past_the_store(url) as call:
        return call("GetItem", {"Key": key("a", aside), "ConsistentRead": True}).get("Item")
