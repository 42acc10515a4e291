#!/usr/bin/env bash
# Finding: Flask served the way its own documentation serves it on an ASGI server, by asgiref's WsgiToAsgi, answers one request at a time, whatever the server.
# Version: asgiref 3.13.0, flask 3.1.3, hypercorn 0.18.0, a2wsgi 1.10.10 (PyPI)
# Source: asgiref, wsgi.py: run_wsgi_app is decorated with a bare sync_to_async, whose thread_sensitive is True since 3.3, so that all calls outside of a
#   ThreadSensitiveContext share one thread of the process; ASGI_THREADS is for the others. The environ it builds says wsgi.multithread. Flask's page on ASGI names it.
# Behaviour: A long poll that waits for another request is never woken by it: the other one is answered after the poll has given up. ASGI_THREADS=8 changes nothing.
#   Hypercorn's own "wsgi:" and a2wsgi's WSGIMiddleware answer both at once.
# Cost: While one runner's page waits for the next cue, or one voice is being rendered, nobody else is heard, not even "stop"; with one user, and in tests with Flask's
#   client, all is well, and more threads do not help. Take the server's own wrapper or a2wsgi.
# Seen: asgiref: poll "nobody came", though wsgi.multithread; with ASGI_THREADS=8 the same; a2wsgi and hypercorn's own: poll "woken".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet asgiref==3.13.0 flask==3.1.3 hypercorn==0.18.0 a2wsgi==1.10.10
cat > "$work/check.py" <<'PY'
import asyncio
import socket
import sys
import threading
import urllib.request

from a2wsgi import WSGIMiddleware
from asgiref.wsgi import WsgiToAsgi
from flask import Flask, request
from hypercorn.asyncio import serve
from hypercorn.config import Config


def skill():
    app = Flask("coach")
    polling, said = threading.Event(), threading.Event()

    @app.get("/poll")
    def poll():
        polling.set()
        told = "woken" if said.wait(3) else "nobody came"
        return f"{told}, multithread {request.environ['wsgi.multithread']}"

    @app.get("/stop")
    def stop():
        said.set()
        return "stopped"

    return app, polling


def seen(wrapped, mode):
    app, polling = skill()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    config = Config()
    config.bind = [f"fd://{listening.detach()}"]
    config.errorlog = None
    answers = {}

    def ask(path):
        answers[path] = urllib.request.urlopen(address + path, timeout=30).read().decode()

    async def run():
        ended = asyncio.Event()
        serving = asyncio.create_task(serve(wrapped(app), config, mode=mode, shutdown_trigger=ended.wait))
        poll = asyncio.create_task(asyncio.to_thread(ask, "/poll"))
        await asyncio.to_thread(polling.wait, 30)
        await asyncio.to_thread(ask, "/stop")
        await poll
        ended.set()
        await serving

    asyncio.run(run())
    return answers["/poll"]


ways = {
    "asgiref": (WsgiToAsgi, "asgi"),
    "a2wsgi": (WSGIMiddleware, "asgi"),
    "hypercorn's own": (lambda app: app, "wsgi"),
}
answers = {name: seen(*way) for name, way in ways.items()}
print(answers)
if answers["asgiref"] != "nobody came, multithread True":
    sys.exit("Changed: asgiref's adapter answers a second request while the first waits.")
if not all(answers[name].startswith("woken") for name in ("a2wsgi", "hypercorn's own")):
    sys.exit("Changed: another wrapper waits in line as well.")
PY
"$work/bin/python" "$work/check.py"
ASGI_THREADS=8 "$work/bin/python" "$work/check.py"
echo "Still so."
