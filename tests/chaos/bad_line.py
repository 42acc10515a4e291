"""A service on Amazon's own DynamoDB Local, behind a line that cuts, halves, delays and throttles."""

import os
import random
import socket
from contextlib import closing
from pathlib import Path
from time import sleep

from ledgers import Runner, faults_of
from support.dynamodb_local import ENVIRONMENT, new_url, open_patiently, running_dynamodb
from support.own_process import running
from support.scripted_server import (
    Act,
    Heard,
    ScriptedServer,
    drops,
    fails,
    forwards,
    loses,
    resets,
    serving,
)
from trials import STRIDE, Trial, talking

ALEXA_WAITS_S = 8
LONGEST_DELAY_S = 3


def _bad(upstream: str) -> Act:
    """Half of all calls go through; the others meet with one of the faults."""
    chance = random.Random(3)  # noqa: S311 - no secret
    forward = forwards(upstream)

    def delays(server: ScriptedServer, heard: Heard, link: socket.socket) -> bool:
        server.over.wait(chance.uniform(0, LONGEST_DELAY_S))
        return forward(server, heard, link)

    def halves(_server: ScriptedServer, _heard: Heard, link: socket.socket) -> bool:
        link.sendall(b"HTTP/1.1 200 So\r\nContent-Length: 90\r\n\r\n{")
        return False

    throttles = fails("ProvisionedThroughputExceededException")
    faults = (drops, resets, loses(upstream), halves, delays, throttles)

    def act(server: ScriptedServer, heard: Heard, link: socket.socket) -> bool:
        chosen = forward if chance.random() < 0.5 else chance.choice(faults)
        return chosen(server, heard, link)

    return act


def bad_line(jar: Path, seconds: float) -> Trial:
    """Six runners talk while every other call to the database fails, and once more when the line is whole."""
    runners = [*map(Runner, range(6))]
    with running_dynamodb(jar) as endpoint, serving(forwards(endpoint)) as line:
        url = new_url(endpoint)
        own = {name: value for name, value in os.environ.items() if not name.startswith("STRIDE_")}
        far = f"{url.partition('?')[0]}?endpoint={line.endpoint}"
        command = [STRIDE, "serve", "--port", "0", "--no-simulator"]
        with running(command, {**own, **ENVIRONMENT, "STRIDE_STORE": far}) as service:
            for runner in runners:
                runner.take_a_turn(service.port)
            line.otherwise = _bad(endpoint)
            with talking(runners, service.port):
                sleep(seconds)
            slowest = max(runner.slowest_s for runner in runners)
            line.otherwise = forwards(endpoint)
            sleep(LONGEST_DELAY_S)
            for runner in runners:
                runner.take_a_turn(service.port)
        with closing(open_patiently(url)) as store:
            found = faults_of(runners, store)
    turns = sum(runner.turns for runner in runners)
    return Trial(
        "A line that fails costs no repetition",
        "DynamoDB Local behind a line that cuts, halves, delays and throttles every other call, six runners",
        f"{len(line.heard)} calls, {turns} turns",
        f"{found}; slowest turn {slowest:.1f} s (Alexa waits {ALEXA_WAITS_S} s)",
        found.none and found.heard > 0 and slowest < ALEXA_WAITS_S,
    )
