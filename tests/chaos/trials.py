"""The trials: each breaks something for a while, and tells what came of the promises."""

import json
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from itertools import chain, product
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import NamedTuple

from ledgers import OPENING, SHORTEST_S, Runner, faults_of, has_heard
from support.own_process import OwnProcess, running
from support.store_race import count_ones

from skill.store.sqlite import SqliteStore

STRIDE = str(Path(sys.executable).with_name("stride"))


PATIENCE_S = 60.0
LOCKED_S = 20
STARTS = 40


class Trial(NamedTuple):
    """What was promised, how it was tried, how often, and what was seen; ``kept`` is whether it holds."""

    promise: str
    how: str
    often: str
    seen: str
    kept: bool


@contextmanager
def _service(path: Path, **settings: str) -> Iterator[OwnProcess]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("STRIDE_")}
    command = [STRIDE, "serve", "--port", "0", "--no-simulator"]
    with running(command, {**own, "STRIDE_STORE": f"sqlite:///{path}", **settings}) as service:
        yield service


@contextmanager
def talking(runners: list[Runner], port: int) -> Iterator[None]:
    """Each runner talks in a thread of its own until the context ends, or no answer comes."""
    over = Event()

    def talk(runner: Runner) -> None:
        try:
            while not over.is_set():
                runner.take_a_turn(port)
        except (OSError, HTTPException):
            pass

    threads = [Thread(target=talk, args=(runner,)) for runner in runners]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def killed(folder: Path, seconds: float) -> Trial:
    """SIGKILL at random moments, with six runners in mid-workout."""
    path, chance, runners = folder / "killed.db", random.Random(7), [*map(Runner, range(6))]  # noqa: S311
    ends, kills, slowest_start = monotonic() + seconds, 0, 0.0
    # On a busy machine nobody may have come as far as the counting by then.
    while monotonic() < ends or (
        monotonic() < ends + PATIENCE_S and not any(map(has_heard, runners))
    ):
        began = monotonic()
        with _service(path) as service:
            slowest_start = max(slowest_start, monotonic() - began)
            with talking(runners, service.port):
                sleep(chance.uniform(0.2, 1.5))
                service.process.kill()
                kills += 1
    turns = sum(runner.turns for runner in runners)
    with closing(SqliteStore(path)) as store:
        found = faults_of(runners, store)
    slowest = max(runner.slowest_s for runner in runners)
    return Trial(
        "What an answer has told is in the store",
        "SIGKILL of the service at random moments, six runners who count along with the answers that arrive",
        f"{kills} kills, {turns} turns",
        f"{found}; slowest turn {slowest:.1f} s, slowest start after a kill {slowest_start:.1f} s",
        found.none and found.heard > 0,
    )


def ended(folder: Path, seconds: float) -> Trial:
    """SIGTERM with eight runners who talk as fast as they can."""
    path, ends, times, turns, cut = folder / "ended.db", monotonic() + seconds, 0, 0, 0
    while monotonic() < ends:
        runners = [Runner(100 * times + n) for n in range(8)]
        with _service(path) as service, talking(runners, service.port):
            sleep(1.0)
            service.signal(signal.SIGTERM)
            code, errors = service.end()
            times += 1
            cut += errors.count("requests cut off") + (code != 0)
        turns += sum(runner.turns for runner in runners)
    return Trial(
        "Whoever was let in before the end gets an answer",
        "SIGTERM under load, eight runners",
        f"{times} ends, {turns} turns",
        f"{cut} answers cut off",
        cut == 0 and turns > 0,
    )


def _count(path: Path, repetitions: int) -> None:
    with closing(SqliteStore(path, busy_ms=60_000)) as store:
        count_ones(store, repetitions)


def eight_processes(folder: Path, seconds: float) -> Trial:
    """Eight processes that save one athlete as fast as they can."""
    path, each = folder / "eight.db", max(20, int(seconds * 4))
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_count, args=(path, each)) for _ in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with closing(SqliteStore(path)) as store:
        found = store.load("a")
    counted = found.document["n"] if found and isinstance(found.document, dict) else 0
    return Trial(
        "Two writers at once lose nothing",
        "eight processes that add to one document",
        f"{8 * each} saves",
        f"{8 * each - counted} lost or doubled",
        counted == 8 * each,
    )


def locked(folder: Path, _seconds: float) -> Trial:
    """Another program locks the file for 20 s; 64 runners launch at once, and eight of them talk on."""
    path = folder / "locked.db"
    with _service(path) as service:
        Runner(0).take_a_turn(service.port)
        runners = [Runner(n) for n in range(1, 65)]
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            ends = monotonic() + LOCKED_S
            with ThreadPoolExecutor(64) as pool:
                for asked in [pool.submit(one.take_a_turn, service.port) for one in runners]:
                    asked.result()
            with talking(runners[:8], service.port):
                sleep(max(0.0, ends - monotonic()))
            other.execute("ROLLBACK")
    slowest = max(runner.slowest_s for runner in runners)
    turns = sum(runner.turns for runner in runners)
    return Trial(
        "A store that waits holds nobody up",
        f"the file locked by another program for {LOCKED_S} s, 64 launches at once, then eight talk on",
        f"{turns} turns",
        f"slowest {slowest:.1f} s (promised: 4 s)",
        slowest < 4 and turns > len(runners),
    )


def replaced(folder: Path, seconds: float) -> Trial:
    """The file is backed up and restored, and removed, under load."""
    path, copy, ends, times = folder / "replaced.db", folder / "copy.db", monotonic() + seconds, 0
    runners = [*map(Runner, range(4))]
    with _service(path) as service, talking(runners, service.port):
        while monotonic() < ends:
            sleep(0.5)
            for order in ("backup", "restore"):
                command = [STRIDE, "store", order, str(copy), "--store", f"sqlite:///{path}"]
                subprocess.run(command, check=True, capture_output=True)  # noqa: S603
            times += 1
        before = sum(runner.turns for runner in runners)
        path.unlink()
        sleep(1.0)
        after = sum(runner.turns for runner in runners)
    with closing(sqlite3.connect(path)) as link:
        (sound,) = link.execute("PRAGMA integrity_check").fetchone()
    return Trial(
        "The database is the file at the path",
        "backup and restore under load, at last the file removed, four runners",
        f"{times} restores, {after} turns",
        f"integrity {sound}, {after - before} turns in the second after the removal",
        sound == "ok" and after > before and all(runner.turns for runner in runners),
    )


def stalled(folder: Path, _seconds: float) -> Trial:
    """Three hundred connections stall; somebody launches, and asks for the health."""
    import socket

    half = b"POST /alexa HTTP/1.1\r\nContent-Length: 900\r\n\r\nhalf"
    with _service(folder / "stalled.db") as service, ExitStack() as clients:
        for n in range(300):
            client = socket.create_connection(("127.0.0.1", service.port), timeout=20)
            clients.enter_context(closing(client)).sendall(half if n % 2 else b"")
        runner = Runner(1)
        runner.take_a_turn(service.port)
        began = monotonic()
        with closing(HTTPConnection("127.0.0.1", service.port, timeout=20)) as health:
            health.request("GET", "/healthz")
            assert health.getresponse().status == 200
        health_s = monotonic() - began
    return Trial(
        "Stalled connections keep nobody out",
        "300 connections that send half a request or nothing, then a launch and a look at the health",
        "300 connections",
        f"launch {runner.slowest_s:.2f} s, health {health_s:.2f} s (promised: 2 s each)",
        runner.slowest_s < 2 and health_s < 2,
    )


def busy(folder: Path, _seconds: float) -> Trial:
    """256 runners, each on a kept connection, take turn after turn, all at the same moment."""
    with _service(folder / "busy.db") as service, ExitStack() as clients:
        runners = [Runner(n) for n in range(256)]
        kept = [HTTPConnection("127.0.0.1", service.port, timeout=20) for _ in runners]
        for one in kept:
            clients.enter_context(closing(one)).connect()
        quick_s = slowest = 0.0
        asked = []
        for one in kept:
            one.request("GET", "/healthz" if one is kept[0] else "/nothing")
            asked.append(monotonic())
        for one, began in zip(kept, asked, strict=True):
            one.getresponse().read()
            quick_s = max(quick_s, monotonic() - began)
        for intent in ("", *OPENING):
            asked = []
            for one, runner in zip(kept, runners, strict=True):
                runner.now += timedelta(seconds=SHORTEST_S)
                one.request("POST", "/alexa", runner.body(intent))
                asked.append(monotonic())
            for one, runner, began in zip(kept, runners, asked, strict=True):
                runner.carry(json.loads(one.getresponse().read()))
                slowest = max(slowest, monotonic() - began)
        led = sum(runner.attributes != {} and not runner.is_new for runner in runners)
    return Trial(
        "Many kept connections are all served",
        "256 connections, each with a request at the same moment, then with a whole turn, four times",
        f"{len(runners)} requests, {4 * len(runners)} turns",
        f"slowest request {quick_s:.2f} s, turn {slowest:.2f} s (promised: 2 s each)",
        quick_s < 2 and slowest < 2 and led == len(runners),
    )


def full(folder: Path, _seconds: float) -> Trial:
    """No file may grow any more: a disk that is full."""
    path = folder / "full.db"
    own = {name: value for name, value in os.environ.items() if not name.startswith("STRIDE_")}
    command = ["bash", "-c", f"ulimit -f 128; exec '{STRIDE}' serve --port 0 --no-simulator"]
    runners, unhealthy = [*map(Runner, range(40))], 0
    with running(command, {**own, "STRIDE_STORE": f"sqlite:///{path}"}) as service:
        for _ in range(5):
            for runner in runners:
                runner.take_a_turn(service.port)
        with closing(HTTPConnection("127.0.0.1", service.port, timeout=20)) as health:
            health.request("GET", "/healthz")
            unhealthy = health.getresponse().status
    turns = sum(runner.turns for runner in runners)
    return Trial(
        "A full disk stops no workout",
        "files of the service may not grow beyond 128 kB",
        f"{turns} turns",
        f"all answered, health {unhealthy}",
        turns == 200 and unhealthy == 503,
    )


_TALK = ((), ("TalkLessIntent",))
_BEATS = ((), *(("SlowerIntent",) * n for n in (1, 2, 3)), ("FasterIntent",), ("FasterIntent",) * 2)
_RESTS = ((), ("LongerRestsIntent",), ("LongerRestsIntent",) * 2, ("ShorterRestsIntent",))
"""What makes the first track another one: 48 of them."""


def rushed(folder: Path, _seconds: float) -> Trial:
    """Forty runners begin to train non-stop at the same moment, each with a track that nobody has rendered."""
    place = f"directory:///{folder / 'audio'}?base=https://coach.example/audio"
    with _service(folder / "rushed.db", STRIDE_AUDIO=place) as service, ExitStack() as clients:
        runners = [Runner(n, "AudioPlayer") for n in range(STARTS)]
        kept = [HTTPConnection("127.0.0.1", service.port, timeout=60) for _ in runners]
        for one, runner, own in zip(kept, runners, product(_TALK, _BEATS, _RESTS), strict=False):
            clients.enter_context(closing(one))
            for intent in ("", "NonStopIntent", "SkipWarmUpIntent", *chain(*own)):
                runner.now += timedelta(seconds=SHORTEST_S)
                one.request("POST", "/alexa", runner.body(intent))
                runner.carry(json.loads(one.getresponse().read()))
        asked, answers, slowest = [], [], 0.0
        for one, runner in zip(kept, runners, strict=True):
            runner.now += timedelta(seconds=SHORTEST_S)
            one.request("POST", "/alexa", runner.body("StartWorkoutIntent"))
            asked.append(monotonic())
        for one, began in zip(kept, asked, strict=True):
            answers.append(json.loads(one.getresponse().read())["response"])
            slowest = max(slowest, monotonic() - began)
    with closing(SqliteStore(folder / "rushed.db")) as store:
        wished = {runner.stored(store).preferences for runner in runners}
    played = sum("AudioPlayer.Play" in json.dumps(answer) for answer in answers)
    spoken = sum("outputSpeech" in answer or "directives" in answer for answer in answers)
    return Trial(
        "Nobody waits for audio that others make",
        "forty cold starts of non-stop at the same moment, a track of its own each",
        f"{STARTS} starts",
        f"slowest {slowest:.1f} s (promised: 5 s), {played} played, {STARTS - played} led by voice",
        slowest < 5 and spoken == STARTS == len(wished),
    )


TRIALS: tuple[Callable[[Path, float], Trial], ...] = (
    killed,
    ended,
    eight_processes,
    locked,
    replaced,
    stalled,
    busy,
    rushed,
    full,
)
