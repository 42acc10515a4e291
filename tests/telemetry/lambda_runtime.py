"""AWS's own runtime for Python in a process of its own, in front of it a runtime API that hands it events."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

ROOT = Path(__file__).parents[2]
LIMIT_S = 20.0


@dataclass
class Invocations:
    """The events to be answered, and what was answered, by request id."""

    events: Sequence[Any]
    answers: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, Any] = field(default_factory=dict)
    over: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)


@contextmanager
def _runtime_api(invocations: Invocations) -> Iterator[str]:
    """The address of a runtime API (AWS: Using the Lambda runtime API) that ends when all is answered."""
    waiting = iter(enumerate(invocations.events, 1))

    class Api(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number, event = next(waiting, (0, None))
            if not number:
                invocations.over.set()
                # As AWS does, which lets a runtime wait for the next one.
                invocations.ended.wait(LIMIT_S)
                self.close_connection = True
                return
            body = json.dumps(event).encode()
            self.send_response(200)
            self.send_header("Lambda-Runtime-Aws-Request-Id", f"invocation-{number}")
            self.send_header("Lambda-Runtime-Deadline-Ms", "4102444800000")
            self.send_header(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:1:function:f"
            )
            self.send_header("Lambda-Runtime-Trace-Id", f"Root=1-{number}")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            body = json.loads(self._body())
            *_, number, kind = self.path.split("/")
            (invocations.answers if kind == "response" else invocations.errors)[number] = body
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _body(self) -> bytes:
            if "Content-Length" in self.headers:
                return self.rfile.read(int(self.headers["Content-Length"]))
            whole = b""
            while size := int(self.rfile.readline(), 16):
                whole += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return whole

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def _framed(written: bytes) -> list[str]:
    """The messages of Lambda's frames: type, length and time, 16 bytes in all, before each."""
    messages = []
    while written:
        size = int.from_bytes(written[4:8], "big")
        messages.append(written[16 : 16 + size].decode())
        written = written[16 + size :]
    return messages


def run_on_lambda(
    events: Sequence[Any], environment: dict[str, str], *, framed: bool
) -> tuple[Invocations, list[str]]:
    """Let the runtime answer events; what came of each, and the messages that were logged.

    On AWS messages are framed; without the descriptor for frames they are lines of the standard output.
    """
    invocations = Invocations(events)
    with (
        _runtime_api(invocations) as address,
        tempfile.TemporaryFile() as frames,
        tempfile.TemporaryFile() as output,
    ):
        settings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LAMBDA_TASK_ROOT": str(ROOT / "lambda"),
            "AWS_LAMBDA_RUNTIME_API": address,
            "AWS_LAMBDA_FUNCTION_NAME": "strong-stride-Coach-1",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_LAMBDA_LOG_LEVEL": "INFO",
            **({"_LAMBDA_TELEMETRY_LOG_FD": str(frames.fileno())} if framed else {}),
            **environment,
        }
        command = [sys.executable, "-m", "awslambdaric", "lambda_function.lambda_handler"]
        with subprocess.Popen(  # noqa: S603 - our own Python
            command,
            cwd=ROOT / "lambda",
            env=settings,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=[frames.fileno()],
        ) as process:
            answered = invocations.over.wait(LIMIT_S)
            process.kill()
        invocations.ended.set()
        frames.seek(0)
        output.seek(0)
        lines = output.read().decode().splitlines()
        assert answered, lines
        return invocations, _framed(frames.read()) if framed else lines
