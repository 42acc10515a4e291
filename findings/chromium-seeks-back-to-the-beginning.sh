#!/usr/bin/env bash
# Finding: Sound from Python's http.server, or from a Flask view that returns the bytes, begins anew in Chromium when it is sought in, though it is all loaded.
# Version: flask 3.1.3, playwright 1.65.2 (PyPI), with a Chromium on the PATH (Debian's package chromium; no download); Python 3.11 or later
# Source: Chromium lets a media element seek only in answers to requests for a range of bytes, whatever it has loaded; http.server and a Response of bytes answer such a
#   request with the whole (200), Flask's send_file with the part (206).
# Behaviour: Six seconds of WAV, of which Chromium says that it has all six (buffered), have a seekable end of 0; currentTime = 4 is followed by "seeked" and leaves
#   currentTime at 0, without an error. From send_file the same bytes have a seekable end of 6 and stand at 4.
# Cost: A workout carried on in the middle, or "back to the last set", starts with the greeting, on the developer's server or on that of a view that makes its sound in
#   memory, while everything plays. Answer ranges, or cut the sound before it is sent.
# Seen: http.server and a view of bytes: buffered 6, seekable 0, at 0; send_file: buffered 6, seekable 6, at 4.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "This one needs a Chromium on the PATH." >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet flask==3.1.3 playwright==1.65.2
"$work/bin/python" - "$chromium" "$work" <<'PY'
import io
import logging
import sys
import threading
import wave
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from flask import Flask, Response, send_file
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

SECONDS = 6
SEEK = f"""async (address) => {{
  const sound = new Audio(address);
  sound.preload = "auto";
  const once = (event) => new Promise((heard) => sound.addEventListener(event, heard, {{ once: true }}));
  await once("canplaythrough");
  while (sound.buffered.end(0) < {SECONDS}) await new Promise((later) => setTimeout(later, 50));
  const seeked = once("seeked");
  sound.currentTime = 4;
  await seeked;
  return [sound.buffered.end(0), sound.seekable.end(0), sound.currentTime, sound.error];
}}"""

chromium, work = sys.argv[1:]
file = io.BytesIO()
with wave.open(file, "wb") as sound:
    sound.setparams((1, 2, 8000, 0, "NONE", ""))
    sound.writeframes(bytes(2 * 8000 * SECONDS))
data = file.getvalue()
folder = Path(work, "served")
folder.mkdir()
(folder / "sound.wav").write_bytes(data)

logging.getLogger("werkzeug").disabled = True
app = Flask("served")
app.add_url_rule("/", "page", lambda: "")
app.add_url_rule("/bytes.wav", "bytes", lambda: Response(data, mimetype="audio/wav"))
app.add_url_rule("/sound.wav", "file", lambda: send_file(folder / "sound.wav"))


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *what):
        pass


plain = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
flask = make_server("127.0.0.1", 0, app, threaded=True)
for server in (plain, flask):
    threading.Thread(target=server.serve_forever, daemon=True).start()

claimed = {
    "http.server": (plain, "sound.wav", [SECONDS, 0, 0, None]),
    "a Flask view of bytes": (flask, "bytes.wav", [SECONDS, 0, 0, None]),
    "Flask's send_file": (flask, "sound.wav", [SECONDS, SECONDS, 4, None]),
}
same = True
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for name, (server, path, expected) in claimed.items():
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        seen = page.evaluate(SEEK, f"/{path}")
        print(f"{name}: buffered {seen[0]}, seekable {seen[1]}, sought 4, at {seen[2]}, error {seen[3]}")
        same = same and seen == expected
    browser.close()
if not same:
    sys.exit("Changed: Chromium seeks in these sounds in another way.")
print("Still so.")
PY
