"""A cold start of the packaged function: a fresh process up to its first answer, with and without bytecode."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from figures import Figure

from deploy.lambda_zip import build_lambda_zip

ROUNDS = 15

APPLICATION, USER = {"applicationId": "a"}, {"userId": "u"}
DEVICE = {"deviceId": "d", "supportedInterfaces": {}}
LAUNCH = {"type": "LaunchRequest", "requestId": "r", "timestamp": "2026-01-05T07:00:00Z"}
REQUEST = {
    "version": "1.0",
    "session": {"new": True, "sessionId": "s", "application": APPLICATION, "user": USER},
    "context": {"System": {"application": APPLICATION, "user": USER, "device": DEVICE}},
    "request": {**LAUNCH, "locale": "en-US"},
}
START = f"""
import sys, time
sys.path.insert(0, sys.argv[1])
began = time.perf_counter()
import lambda_function
imported = time.perf_counter()
lambda_function.lambda_handler({REQUEST!r}, None)
print([(imported - began) * 1000, (time.perf_counter() - imported) * 1000])
"""


def measure_cold_start() -> Iterator[Figure]:
    """The function for the Python that runs this. No start leaves bytecode for the next, as on AWS Lambda."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runtime = f"{sys.version_info[0]}.{sys.version_info[1]}"
        archive, compiled, plain = (folder / part for part in ("lambda.zip", "compiled", "plain"))
        files = build_lambda_zip(archive, runtime, os.environ)
        yield Figure("lambda.zip", archive.stat().st_size / 1e6, "MB", aim=6)
        yield Figure("files in lambda.zip", len(files), "")
        for unpacked in (compiled, plain):
            with zipfile.ZipFile(archive) as zipped:
                zipped.extractall(unpacked)
        for cache in list(plain.rglob("__pycache__")):
            shutil.rmtree(cache)
        times = [(_started(compiled), _started(plain)) for _ in range(ROUNDS)]
        for what, runs in zip(("with", "without"), zip(*times, strict=True), strict=True):
            imports, answers = zip(*runs, strict=True)
            yield Figure(f"cold import {what} bytecode, Python {runtime}", median(imports), "ms")
            yield Figure(f"first answer after it, {what} bytecode", median(answers), "ms")


def _started(folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-I", "-S", "-B", "-W", "ignore", "-c", START, str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    imported, answered = json.loads(told)
    return imported, answered
