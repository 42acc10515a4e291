"""A service of its own process, whose answers are slow or large.

GET /wait works until a byte comes by the standard input, GET /quick at once, GET /large answers with more than
a socket buffers.
``hurried`` as the argument makes time fly: every look at the clock finds it seconds later.
"""

import itertools
import os
import sys
import time

from flask import Flask

from skill.web.listener import listen
from skill.web.server import Service

LARGE = 8 * 1024 * 1024


def build_app() -> Flask:
    """The application; what it does is told on the standard output."""
    app = Flask(__name__)

    @app.get("/wait")
    def wait() -> str:
        os.write(sys.stdout.fileno(), b"working\n")  # at once, also from two threads
        os.read(sys.stdin.fileno(), 1)
        return "done"

    @app.get("/quick")
    def quick() -> str:
        return "here"

    @app.get("/large")
    def large() -> bytes:
        return b"x" * LARGE

    return app


def main() -> None:
    """Serve, and say where."""
    clock = itertools.count(step=4).__next__ if sys.argv[1:] == ["hurried"] else time.monotonic
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    Service(build_app(), listener, 2, clock).run_until_signalled(lambda: print(url, flush=True))  # noqa: T201


if __name__ == "__main__":
    main()
