"""A cold start of the packaged function, against the SDK's hello world with the same dependencies and bytecode.

Both run in fresh processes, in turns, on the Python that the function is packaged for. The time is that from the
import of ``lambda_function`` to the answer of a first LaunchRequest. With DynamoDB the bare skill reads the
runner's item through ``boto3.resource``, as the SDK's own adapter does, and ours through the store of ours; both
from the same server on this machine.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from figures import Figure
from turns import MODEL

from skill.echo import Echo, InteractionModel

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from deploy.bytecode import compiled  # noqa: E402
from deploy.dependencies import locked_dependencies  # noqa: E402
from deploy.files import write_tree  # noqa: E402
from deploy.interpreter import find_interpreter  # noqa: E402
from deploy.lambda_zip import build_lambda_zip  # noqa: E402
from deploy.settings import RUNTIME  # noqa: E402

STARTS = 25
MOST_ZIP_MB = 6.0
MOST_MEMORY_MB = 64.0
TABLE = "cold"

HELLO = """
from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type


class Hello(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input):
        {read}
        return handler_input.response_builder.speak("Hello.").ask("Hello?").response


builder = SkillBuilder()
builder.add_request_handler(Hello())
lambda_handler = builder.lambda_handler()
"""

READ = """
import boto3, os

table = boto3.resource("dynamodb", endpoint_url=os.environ["ENDPOINT"]).Table("cold")
"""

# Prints the time from the import to the first answer, by the wall's clock, and the process's peak memory.
START = """
import json, sys, time
events = json.load(open(sys.argv[1]))
sys.path[:0] = sys.argv[2:]
began = time.perf_counter()
import lambda_function
answer = lambda_function.lambda_handler(events[0], None)
took = time.perf_counter() - began
assert answer["response"]["outputSpeech"], answer
for event in events[1:]:
    lambda_function.lambda_handler(event, None)
import resource
print(json.dumps([took * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measure_cold() -> Iterator[Figure]:
    """The zip, starts on the memory store and on DynamoDB, and the memory of a whole workout."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        python = find_interpreter(RUNTIME, os.environ)
        archive = folder / "lambda.zip"
        build_lambda_zip(archive, RUNTIME, os.environ)
        yield Figure("lambda.zip", archive.stat().st_size / 1e6, "MB", MOST_ZIP_MB)
        ours, bare = folder / "ours", folder / "bare"
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(ours)
        dependencies = locked_dependencies(RUNTIME)
        hello = {"lambda_function.py": HELLO.format(read="").encode()}
        sources = {**dependencies, **hello}
        write_tree({**sources, **compiled(sources, python)}, bare)
        starts = _Starts(folder, python)
        yield from _compared(starts, {"bare": [bare], "ours": [ours]}, "", {}, 0.6)
        yield Figure("peak memory of a whole workout", starts.memory_mb(ours), "MB", MOST_MEMORY_MB)


def _compared(
    starts: "_Starts",
    codes: Mapping[str, list[Path]],
    what: str,
    environment: Mapping[str, str],
    aim: float,
) -> Iterator[Figure]:
    times: dict[str, list[float]] = {name: [] for name in codes}
    for turn in range(STARTS + 1):
        for name, paths in codes.items():
            took_ms, _ = starts.start(paths, starts.launch, environment)
            if turn:  # the first one warms the disk's cache
                times[name].append(took_ms)
    medians = {name: median(found) for name, found in times.items()}
    for name, found in medians.items():
        yield Figure(f"{name}{what}, a cold start, median", found, "ms")
    yield Figure(
        f"ours{what} against bare, a cold start", medians["ours"] / medians["bare"], "x", aim
    )


class _Starts:
    """Fresh processes that answer recorded requests."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder = folder
        self.python = python
        self.launch = self._written("launch", _whole_workout()[:1])

    def start(
        self, paths: list[Path], events: Path, environment: Mapping[str, str]
    ) -> tuple[float, float]:
        """Time to the first answer in ms, and peak memory in MB."""
        command = [str(self.python), "-B", "-I", "-c", START, str(events), *map(str, paths)]
        done = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        took_ms, memory_mb = json.loads(done.stdout)
        return took_ms, memory_mb

    def memory_mb(self, code: Path) -> float:
        """Peak memory of a process that leads a whole workout."""
        _, memory_mb = self.start([code], self._written("workout", _whole_workout()), {})
        return memory_mb

    def _written(self, name: str, events: list[Any]) -> Path:
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(events))
        return path


def _whole_workout() -> list[Any]:
    """The requests of a workout from the opening to the closing."""
    from datetime import UTC, datetime

    from skill.bootstrap import build_lambda_handler
    from skill.settings import Settings

    handler = build_lambda_handler(Settings(store="memory:"))
    model = InteractionModel.read(MODEL)
    echo = Echo(
        lambda event: handler(event, None), model, clock=datetime(2026, 1, 5, 7, tzinfo=UTC)
    )
    echo.open()
    while echo.in_session:
        echo.until_listening()
        echo.say("yes")
    return [turn.request for turn in echo.turns]
