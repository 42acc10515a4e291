"""A cold start of the packaged function, against the SDK's hello world with the same dependencies and bytecode.

Both run in fresh processes, in turns, on the Python that the function is packaged for. A start is the CPU time
from the import of ``lambda_function`` to the answer of a first request: a launch, or the "yes" of a runner whose
visit began in another process. With DynamoDB the bare skill reads the runner's item by ``boto3.resource``, as the
SDK's own adapter does, and ours by the store of ours, on one DynamoDB Local.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from support.dynamodb_local import ENVIRONMENT, new_url, running_dynamodb

from benchmarks.figures import Measured
from benchmarks.runners import model
from deploy.bytecode import compiled
from deploy.dependencies import locked_dependencies
from deploy.files import Files, read_tree, write_tree
from deploy.interpreter import find_interpreter
from deploy.lambda_zip import build_lambda_zip
from deploy.settings import RUNTIME
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.settings import Settings

ROOT = Path(__file__).parents[1]

STARTS = 25

FIRST, LONGEST = "en-US", ("de-DE", "es-US", "fr-CA")
"""The locale that a launch is measured in, and for each other language the one made of the most files."""

HELLO = """
from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type


class Hello(AbstractRequestHandler):
    def can_handle(self, handler_input):
        launch, yes = is_request_type("LaunchRequest"), is_intent_name("AMAZON.YesIntent")
        return launch(handler_input) or yes(handler_input)

    def handle(self, handler_input):
        return handler_input.response_builder.speak("Hello.").ask("Hello?").response


builder = SkillBuilder()
builder.add_request_handler(Hello())
lambda_handler = builder.lambda_handler()
"""

HELLO_AGAIN = (
    HELLO.replace(
        "        return handler_input.r",
        '        key = {"athlete": handler_input.request_envelope.context.system.user.user_id, "aside": 0}\n'
        "        table.get_item(Key=key, ConsistentRead=True)\n"
        "        return handler_input.r",
    )
    + """
import os
import boto3

table = boto3.resource("dynamodb", endpoint_url=os.environ["ENDPOINT"]).Table(os.environ["TABLE"])
"""
)

# Prints the CPU time to the first answer in ms, and the peak memory once all requests are answered in MB.
START = """
import json, sys, time
events = json.load(open(sys.argv[1]))
sys.path.insert(0, sys.argv[2])
began = time.process_time()
import lambda_function
answer = lambda_function.lambda_handler(events[0], None)
took = time.process_time() - began
assert {"outputSpeech", "directives"} & answer["response"].keys(), answer
for event in events[1:]:
    lambda_function.lambda_handler(event, None)
with open("/proc/self/status") as status:
    (peak,) = [line.split()[1] for line in status if line.startswith("VmHWM:")]
print([took * 1000, int(peak) / 1024])
"""


def measure_cold_start() -> Iterator[Measured]:
    """The zip's size; starts without a database and with one; the memory of a whole workout."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        interpreter = find_interpreter(RUNTIME, os.environ)
        starts = _Starts(folder, interpreter)
        archive, ours = folder / "lambda.zip", folder / "ours"
        build_lambda_zip(archive, RUNTIME, interpreter)
        yield Measured("lambda.zip", archive.stat().st_size / 1e6, "MB", aim=6)
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(ours)
        dependencies = locked_dependencies(RUNTIME)
        bare = starts.unpacked("bare", dependencies, HELLO)
        yield from _compared(starts, bare, ours, "memory", {"STRIDE_STORE": "memory:"}, aim=0.55)
        yield from _in_languages(starts, ours, {"STRIDE_STORE": "memory:"})
        endpoint = stack.enter_context(running_dynamodb(fetched_dynamodb()))
        url = new_url(endpoint)
        table = url.removeprefix("dynamodb://").partition("?")[0]
        environment = {**ENVIRONMENT, "STRIDE_STORE": url, "ENDPOINT": endpoint, "TABLE": table}
        environment["AWS_DEFAULT_REGION"] = environment["AWS_REGION"]
        bare = starts.unpacked("again", {**dependencies, **_boto3(folder)}, HELLO_AGAIN)
        yield from _compared(starts, bare, ours, "DynamoDB", environment, aim=0.3)
        _, memory_mb = starts.start(ours, _whole_workout(), environment)
        yield Measured("peak memory of a whole workout on DynamoDB", memory_mb, "MB", aim=64)


def _compared(
    starts: "_Starts",
    bare: Path,
    ours: Path,
    store: str,
    environment: Mapping[str, str],
    aim: float,
) -> Iterator[Measured]:
    for name, request in zip(("a launch", 'a first "yes"'), _whole_workout(), strict=False):
        for code in (bare, ours):
            starts.start(code, [request], environment)  # once for the disk's cache
        runs = [
            [starts.start(code, [request], environment)[0] for code in (bare, ours)]
            for _ in range(STARTS)
        ]
        bare_ms, ours_ms = map(median, zip(*runs, strict=True))
        # Two starts that follow each other have the same machine; those of a minute have not.
        against = median(after / before for before, after in runs)
        what = f"a cold start with {store}, {name}"
        yield Measured(f"{what}, bare", bare_ms, "ms")
        yield Measured(f"{what}, ours", ours_ms, "ms")
        yield Measured(f"{what}, ours against bare", against, "x", aim=aim)


def _in_languages(
    starts: "_Starts", ours: Path, environment: Mapping[str, str]
) -> Iterator[Measured]:
    """A launch in every language but English, by the locale that lays most files over each other."""
    launch = _whole_workout()[0]
    requests = {}
    for locale in (FIRST, *LONGEST):
        requests[locale] = {**launch, "request": {**launch["request"], "locale": locale}}
        starts.start(ours, [requests[locale]], environment)
    runs = [
        {
            locale: starts.start(ours, [request], environment)[0]
            for locale, request in requests.items()
        }
        for _ in range(STARTS)
    ]
    for locale in LONGEST:
        against = median(run[locale] for run in runs) / median(run[FIRST] for run in runs)
        yield Measured(
            f"a cold start in {locale}, a launch, against {FIRST}", against, "x", aim=1.05
        )


class _Starts:
    """Fresh processes of one Python that answer requests."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder = folder
        self.python = python

    def unpacked(self, name: str, dependencies: Files, function: str) -> Path:
        """A folder with a function and its dependencies, all compiled as ours are."""
        sources = {**dependencies, "lambda_function.py": function.encode()}
        write_tree({**sources, **compiled(sources, self.python)}, self.folder / name)
        return self.folder / name

    def start(
        self, code: Path, events: list[Any], environment: Mapping[str, str]
    ) -> tuple[float, float]:
        """CPU time to the first answer in ms, and the peak memory in MB."""
        asked = self.folder / "asked.json"
        asked.write_text(json.dumps(events))
        command = [str(self.python), "-B", "-I", "-W", "ignore", "-c", START, str(asked), str(code)]
        done = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        took_ms, memory_mb = json.loads(done.stdout)
        return took_ms, memory_mb


def _whole_workout() -> list[Any]:
    """The requests of a workout from the opening to the closing."""
    handler = build_lambda_handler(Settings(store="memory:"))
    began = datetime(2026, 1, 5, 7, tzinfo=UTC)
    echo = Echo(lambda event: handler(event, None), model(), clock=began)
    echo.open()
    while echo.in_session:
        echo.until_listening()
        echo.say("yes")
    return [turn.request for turn in echo.turns]


def fetched_dynamodb() -> Path:
    """The folder of DynamoDB Local, fetched where it is missing."""
    fetched = subprocess.run(
        [str(ROOT / ".ci" / "dynamodb-local")], capture_output=True, text=True, check=True
    )
    return Path(fetched.stdout.strip())


def _boto3(folder: Path) -> Files:
    target = folder / "boto3"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "boto3"]
    command += ["--only-binary=:all:", "--python-version", RUNTIME, "--target", str(target)]
    subprocess.run(command, capture_output=True, check=True)
    return {name: content for name, content in read_tree(target).items() if "/bin/" not in name}


if __name__ == "__main__":
    for figure in measure_cold_start():
        print(figure)
