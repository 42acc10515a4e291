"""The function under AWS's own Lambda Runtime Interface Emulator, as it runs in the cloud.

It has eight seconds for an answer, so much memory for data as it is given, and a code directory that nobody can
write to.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO, Any

INVOCATIONS = "/2015-03-31/functions/function/invocations"
TIMEOUT_S = 8
MEMORY_MB = 256
LIMIT_S = 30.0

# Root may write wherever it likes, unless it gives that up for good.
_AS_ANYBODY = (
    "setpriv",
    "--bounding-set=-dac_override,-fowner",
    "--inh-caps=-dac_override,-fowner",
)


@dataclass(frozen=True)
class Function:
    """A function that the emulator runs."""

    process: subprocess.Popen[bytes]
    port: int
    log: IO[bytes]

    def invoke(self, event: Any) -> Any:
        """What the function answers to an event, or what the emulator reports of its failure."""
        link = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT_S)
        try:
            link.request("POST", INVOCATIONS, json.dumps(event))
            return json.loads(link.getresponse().read())
        finally:
            link.close()

    def kill_runtime(self) -> None:
        """End the process that runs the code, as abruptly as a machine that is switched off."""
        (runtime,) = self.runtimes()
        os.kill(runtime, signal.SIGKILL)

    def runtimes(self) -> list[int]:
        """The processes that run the code now."""
        listed = subprocess.run(  # noqa: S603
            ["pgrep", "-P", str(self.process.pid)],  # noqa: S607
            capture_output=True,
            check=False,
        )
        return [int(pid) for pid in listed.stdout.split()]

    def told(self) -> str:
        """Everything that was logged so far, by the emulator and by the function."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")


@contextmanager
def emulated(
    emulator: Path,
    python: Path,
    code: Path,
    environment: Mapping[str, str],
    memory_mb: int = MEMORY_MB,
) -> Iterator[Function]:
    """The function whose code lies in ``code``, run by ``python``, which has what AWS's runtime brings.

    Raises:
        TimeoutError: the emulator does not listen.
    """
    with tempfile.TemporaryFile() as log, socket.create_server(("127.0.0.1", 0)) as free:
        runtime_api = free.getsockname()[1]
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
        free.close()
        command = [
            *(str(emulator), "--runtime-interface-emulator-address", f"127.0.0.1:{port}"),
            *("--runtime-api-address", f"127.0.0.1:{runtime_api}"),
            *_confined(memory_mb),
            *(str(python), "-m", "awslambdaric", "lambda_function.lambda_handler"),
        ]
        with subprocess.Popen(  # noqa: S603
            command,
            cwd=code,
            env={**_as_in_the_cloud(code, memory_mb), **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process:
            try:
                _until_it_listens(process, port)
                yield Function(process, port, log)
            finally:
                process.terminate()
                process.wait(LIMIT_S)


def _confined(memory_mb: int) -> tuple[str, ...]:
    missing = [tool for tool in ("setpriv", "prlimit") if shutil.which(tool) is None]
    assert not missing, f"{missing} of util-linux keep the function within its bounds"
    return (*(_AS_ANYBODY if os.geteuid() == 0 else ()), "prlimit", f"--data={memory_mb << 20}")


def _as_in_the_cloud(code: Path, memory_mb: int) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "LAMBDA_TASK_ROOT": str(code),
        "AWS_LAMBDA_FUNCTION_NAME": "strong-stride",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(TIMEOUT_S),
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(memory_mb),
        "AWS_LAMBDA_LOG_FORMAT": "JSON",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
    }


def _until_it_listens(process: subprocess.Popen[bytes], port: int) -> None:
    ends = time.monotonic() + LIMIT_S
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=LIMIT_S).close()
        except ConnectionRefusedError:
            continue
        return
    raise TimeoutError("the emulator does not listen")
