"""The verified service under load, beside the bare skill behind the same server.

Every conversation is a runner of its own, whose requests were recorded from the pretend Echo and signed
beforehand; each goes over a connection of its own, one request after the other. Both servers get the same bytes.
The client shares the machine's cores with the server, alike for both.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from benchmarks.figures import Figure, p99
from benchmarks.load import Conversation, Load, converse
from benchmarks.serving import SKILL_ID
from benchmarks.turns import INTENT, MODEL
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo, InteractionModel
from skill.settings import Settings

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "web" / "verification")]

from own_authority import pem, self_signed, sign  # noqa: E402 - certificates as the tests make them
from support.own_process import running  # noqa: E402

CONVERSATIONS = (8, 64)
SECONDS = 3.0
ROUNDS = 3
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
ASKED = ("what's my next exercise", "how many left", "slower please")


def measure_service() -> Iterator[Figure]:
    """Both servers in turns, several times; medians."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        key = _certify(folder)
        ports = {
            name: stack.enter_context(running(_command(name, folder), {})).port
            for name in ("bare", "ours")
        }
        for count in CONVERSATIONS:
            yield from _compare(ports, [_recorded(i, key) for i in range(count)])


def _command(name: str, folder: Path) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("serving.py")), name, str(folder)]


def _compare(ports: dict[str, int], conversations: list[Conversation]) -> Iterator[Figure]:
    loads: dict[str, list[Load]] = {name: [] for name in ports}
    for port in ports.values():
        converse(port, conversations, SECONDS / 3)  # warm
    for _ in range(ROUNDS):
        for name, port in ports.items():
            loads[name].append(converse(port, conversations, SECONDS))
    about = f"{len(conversations)} conversations"
    rates = {name: median(load.per_second for load in found) for name, found in loads.items()}
    for name, found in loads.items():
        times = [ms for load in found for ms in load.times_ms]
        yield Figure(f"{name}, {about}, requests a second", rates[name], "/s")
        yield Figure(f"{name}, {about}, median", median(times), "ms")
        yield Figure(f"{name}, {about}, 99th percentile", p99(times), "ms")
    yield Figure(
        f"throughput, ours against bare, {about}", rates["ours"] / rates["bare"], "x", least=0.7
    )
    failed = sum(load.failed for found in loads.values() for load in found)
    yield Figure(f"failed requests, {about}", failed, "", 0)
    mixed = sum(load.mixed for load in loads["ours"])
    yield Figure(f"answers that were another runner's, {about}", mixed, "", 0)


def _certify(folder: Path) -> RSAPrivateKey:
    """Put a root and a chain into the folder; the signer's key."""
    keys = [generate_private_key(65_537, 2048) for _ in range(3)]
    now = datetime.now(UTC)
    root = self_signed(keys[0], is_authority=True)
    days: dict[str, Any] = {"begins": now - timedelta(days=1), "ends": now + timedelta(days=1)}
    authority = root.vouch(keys[1], is_authority=True, **days)
    signer = authority.vouch(keys[2], ["echo-api.amazon.com"], **days)
    (folder / "root.pem").write_bytes(pem(root))
    (folder / "chain.pem").write_bytes(pem(signer, authority))
    return keys[2]


def _recorded(number: int, key: RSAPrivateKey) -> Conversation:
    """A runner's requests, signed: an opening, a start that is the runner's own, questions in mid-workout."""
    handler = build_lambda_handler(Settings(store="memory:"))
    echo = Echo(
        lambda event: handler(event, None),
        InteractionModel.read(MODEL),
        clock=datetime.now(UTC) - timedelta(seconds=30),
        application_id=SKILL_ID,
        user_id=f"amzn1.ask.account.BENCH{number}",
    )
    exercises, rounds = 2 + number % 4, 1 + number // 4 % 4
    echo.open()
    echo.say(f"{exercises} exercises")
    echo.say(f"{rounds} rounds")
    echo.say("yes")
    for asked in ASKED:
        echo.wait(12_000)
        echo.say(asked)
    assert any(turn.match and turn.match.intent == INTENT for turn in echo.turns)
    bodies = [json.dumps(turn.request).encode() for turn in echo.turns]
    requests = tuple(_request(body, sign(body, key)) for body in bodies)
    return Conversation(requests, (exercises, rounds))


def _request(body: bytes, signature: str) -> bytes:
    head = (
        "POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Signature-256: {signature}\r\nSignatureCertChainUrl: {URL}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    for figure in measure_service():
        print(figure)
