#!/usr/bin/env bash
# Finding: When waitress ends at Ctrl-C it answers the request that is being worked on and drops, without an answer, those waiting for a thread.
# Version: waitress 3.0.2 (PyPI)
# Source: waitress/task.py, ThreadedTaskDispatcher.shutdown(cancel_pending=True), called at the end of the server's run().
# Behaviour: One thread, two requests on two connections: after SIGINT the first is answered with 200 and the second's connection ends without a byte.
# Cost: A restart for an update, which looks graceful in the log, cuts off runners in mid-set, and more of them the busier the service is.
# Seen: first: HTTP/1.1 200 OK; second: nothing; "Canceling 1 pending task(s)" in the log.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet waitress==3.0.2
cat > "$work/service.py" <<'PY'
import time

from waitress import create_server


def app(environ, start_response):
    time.sleep(1.5)
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]


server = create_server(app, host="127.0.0.1", port=0, threads=1)
print(server.effective_port, flush=True)
server.run()  # ends by itself at Ctrl-C
PY
"$work/bin/python" - "$work/service.py" <<'PY'
import signal
import socket
import subprocess
import sys
import time

service = subprocess.Popen([sys.executable, sys.argv[1]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
port = int(service.stdout.readline())


def ask():
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    client.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    return client


def answer(client):
    try:
        return client.recv(15).decode()
    except ConnectionError:
        return ""


first = ask()
time.sleep(0.5)
second = ask()  # waits for the one thread
time.sleep(0.3)
service.send_signal(signal.SIGINT)
seen = (answer(first), answer(second))
_, log = service.communicate(timeout=20)
print("first and second answer:", seen, log.strip().splitlines()[-1:])
if seen != ("HTTP/1.1 200 OK", ""):
    sys.exit("Changed: waiting requests are answered, or running ones are not.")
print("Still so.")
PY
