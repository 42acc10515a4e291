"""The verified service under load, beside the bare skill behind the same server.

Every conversation is a runner of its own with a plan of its own. Its requests were recorded from the pretend
Echo, given their full context and signed beforehand; each goes over a connection of its own, in order,
a second later on Amazon's clock each time round. Both servers get the same bytes. The client shares the machine's
cores with the server, alike for both; so beside the throughput stands the CPU time of the server.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from support.own_authority import pem, self_signed, sign
from support.own_process import OwnProcess, running

from benchmarks.figures import TAIL_TOLERANCE, Measured, p99
from benchmarks.full_context import in_full
from benchmarks.load import Conversation, LoadOutcome, converse
from benchmarks.runners import ASKED as INTENT
from benchmarks.runners import model
from benchmarks.serving import SKILL_ID
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.settings import Settings

ROOT = Path(__file__).parents[1]

CONVERSATIONS = (8, 64, 256)
SECONDS = 3.0
ROUNDS = 3
PAIRED = 16
"""Conversations with two processes, eight each."""
SIGNED = 2_000
"""About so many requests are signed for a number of conversations; then they begin again."""
AHEAD = timedelta(seconds=50)
"""So much later than now requests are stamped: up to 150 s from now, either way, they are let through, and a busy
machine takes a minute to record and send them all."""
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
ASKED = ("what's my next exercise", "how many left", "slower please")
SIDES = ("left side first", "right side first")
RESTS = ("normal rests", "longer rests", "shorter rests")
WARMED = ("with a warm up", "no warm up")
_TICKS = os.sysconf("SC_CLK_TCK")


def measure_service() -> Iterator[Measured]:
    """Both servers in turns, several times; medians."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        key = _certify(folder)
        servers = {
            name: stack.enter_context(running(_command(name, folder), {"PYTHONPATH": str(ROOT)}))
            for name in ("bare", "ours")
        }
        for count in CONVERSATIONS:
            times_round = max(1, SIGNED // (count * len(ASKED) * 2))
            yield from _compare(servers, [_recorded(i, key, times_round) for i in range(count)])
        spoken = [_recorded(i, key, SIGNED // (PAIRED * len(ASKED) * 2)) for i in range(PAIRED)]
        one, two = (
            stack.enter_context(running(_command("sqlite", folder), {"PYTHONPATH": str(ROOT)}))
            for _ in range(2)
        )
        yield from _two_processes(one, two, spoken)


def _two_processes(
    one: OwnProcess, two: OwnProcess, conversations: list[Conversation]
) -> Iterator[Measured]:
    """Two processes on one SQLite store against one of them, in turns.

    The load is made on the same cores. Where one process keeps one core busy, two of them and the load share two,
    so that they cannot be faster than the last figure says, whatever the store does.
    """
    found: dict[int, list[tuple[LoadOutcome, float]]] = {1: [], 2: []}
    converse([one.port, two.port], conversations, SECONDS / 3)  # warm
    for _ in range(ROUNDS):
        for servers in ([one], [one, two]):
            before = sum(map(_cpu_ms, servers))
            load = converse([server.port for server in servers], conversations, SECONDS)
            cpu_ms = (sum(map(_cpu_ms, servers)) - before) / len(load.times_ms)
            found[len(servers)].append((load, cpu_ms))
    rates = {n: median(load.per_second for load, _ in loads) for n, loads in found.items()}
    cost = {n: median(cpu_ms for _, cpu_ms in loads) for n, loads in found.items()}
    own_ms = median(load.own_cpu_ms / len(load.times_ms) for load, _ in found[2])
    most = min(2, 2 * cost[1] / (cost[2] + own_ms))
    what = "two processes on one SQLite store"
    yield Measured(f"{what}, requests a second", rates[2], "/s")
    yield Measured(f"{what}, CPU a request against one process", cost[2] / cost[1], "x")
    yield Measured(f"{what}, throughput against one process", rates[2] / rates[1], "x", least=1.7)
    yield Measured(f"the load's own CPU a request against theirs, {what}", own_ms / cost[2], "x")
    most_allowed = f"so the most that two cores allow, {what}"
    yield Measured(most_allowed, most, "x", more_is_better=True)
    failed = sum(load.failed + load.mixed for loads in found.values() for load, _ in loads)
    yield Measured(f"failed or mixed answers, {what}", failed, "", 0)


def _command(name: str, folder: Path) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("serving.py")), name, str(folder)]


def _compare(
    servers: dict[str, OwnProcess], conversations: list[Conversation]
) -> Iterator[Measured]:
    loads: dict[str, list[LoadOutcome]] = {name: [] for name in servers}
    cpu_ms: dict[str, list[float]] = {name: [] for name in servers}
    for server in servers.values():
        converse([server.port], conversations, SECONDS / 3)  # warm
    for _ in range(ROUNDS):
        for name, server in servers.items():
            before = _cpu_ms(server)
            load = converse([server.port], conversations, SECONDS)
            loads[name].append(load)
            cpu_ms[name].append((_cpu_ms(server) - before) / len(load.times_ms))
    about = f"{len(conversations)} conversations"
    rates = {name: median(load.per_second for load in found) for name, found in loads.items()}
    cost = {name: median(found) for name, found in cpu_ms.items()}
    for name, found in loads.items():
        times = [ms for load in found for ms in load.times_ms]
        yield Measured(f"{name}, {about}, requests a second", rates[name], "/s")
        yield Measured(f"{name}, {about}, CPU of the server a request", cost[name], "ms")
        yield Measured(f"{name}, {about}, 99th percentile", p99(times), "ms")
    yield Measured(
        f"CPU a request, ours against bare, {about}", cost["ours"] / cost["bare"], "x", aim=1.2
    )
    throughput = rates["ours"] / rates["bare"]
    what = f"throughput, ours against bare, {about}"
    yield Measured(what, throughput, "x", least=1.0, tolerance=TAIL_TOLERANCE / 2)
    failed = sum(load.failed for found in loads.values() for load in found)
    yield Measured(f"failed requests, {about}", failed, "", 0)
    mixed = sum(load.mixed for load in loads["ours"])
    yield Measured(f"answers that were another runner's, {about}", mixed, "", 0)


def _cpu_ms(server: OwnProcess) -> float:
    """The CPU time that a server's process has taken so far (proc(5): utime and stime, in ticks)."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / _TICKS


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


def _recorded(number: int, key: RSAPrivateKey, times_round: int) -> Conversation:
    """A runner's requests, signed: an opening, a start that is the runner's own, questions in mid-workout."""
    began = datetime.now(UTC) + AHEAD
    handler = build_lambda_handler(Settings(store="memory:"))
    echo = Echo(
        lambda event: handler(in_full(event, endpoint=""), None),
        model(),
        clock=began,
        application_id=SKILL_ID,
        user_id=f"amzn1.ask.account.BENCH{number:04d}",
    )
    exercises, rounds = 2 + number % 6, 1 + number // 6 % 4
    echo.open()
    for wish in (SIDES[number // 24 % 2], RESTS[number // 48 % 3], WARMED[number // 144 % 2]):
        echo.say(wish)
    echo.say(f"{exercises} exercises")
    echo.say(f"{rounds} rounds")
    echo.say("yes")
    for asked in ASKED:
        echo.wait(12_000)
        echo.say(asked)
    assert any(turn.match and turn.match.intent == INTENT for turn in echo.turns)
    requests = tuple(
        _signed(turn.request, time_round, key)
        for time_round in range(times_round)
        for turn in echo.turns
    )
    return Conversation(requests, (exercises, rounds))


def _signed(request: dict[str, Any], seconds: int, key: RSAPrivateKey) -> bytes:
    """A request with its full context, so many seconds later; without an endpoint of Amazon's."""
    full = in_full(request, endpoint="")
    asked = full["request"]
    later = datetime.fromisoformat(asked["timestamp"]) + timedelta(seconds=seconds)
    asked["timestamp"] = later.strftime("%Y-%m-%dT%H:%M:%SZ")
    asked["requestId"] += f".{seconds}"
    body = json.dumps(full).encode()
    return _request(body, sign(body, key))


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
