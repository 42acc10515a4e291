#!/usr/bin/env bash
# Finding: waitress hands a request to the application only when its whole body has arrived: a streamed upload cannot be answered while it runs.
# Version: waitress 3.0.2 (PyPI)
# Source: waitress/channel.py: a request is queued as a task when its parser is complete.
# Behaviour: A chunked body sent over more than a second reaches the application after its last chunk, though wsgi.input looks like a stream.
# Cost: A microphone that streams to the coach is heard when the runner has stopped speaking for good; sound must be sent in many short requests.
# Seen: before the last chunk the application was called 0 times, after it once, with all 16 bytes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet waitress==3.0.2
"$work/bin/python" - <<'PY'
import socket
import sys
import threading
import time

from waitress import create_server

calls = []


def app(environ, start_response):
    calls.append(len(environ["wsgi.input"].read()))
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]


server = create_server(app, host="127.0.0.1", port=0)
threading.Thread(target=server.run, daemon=True).start()
with socket.create_connection(("127.0.0.1", server.effective_port)) as client:
    client.sendall(b"POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(4):
        client.sendall(b"4\r\ntick\r\n")
        time.sleep(0.3)
    before = list(calls)
    client.sendall(b"0\r\n\r\n")
    client.recv(100)
print(f"calls before the last chunk {before}, after it {calls}")
if (before, calls) != ([], [16]):
    sys.exit("Changed: the application is called earlier.")
print("Still so.")
PY
