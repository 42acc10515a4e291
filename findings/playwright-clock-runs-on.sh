#!/usr/bin/env bash
# Finding: Playwright's fake clock, once installed, runs on with the machine's clock, and what run_for adds comes on top; it stands only where it is paused.
# Version: playwright 1.65.2 (PyPI), with a Chromium on the PATH (Debian's package chromium; no download)
# Source: Playwright's page.clock: install() lets time flow; pause_at() and set_fixed_time() stop it. The fake timers that many test runners bring stand still
#   until they are moved.
# Behaviour: After clock.install(time=...) an interval of 100 ms fires while the test does nothing but wait a second, and Date moves with it; then
#   run_for(10000) adds its ten seconds at once. After pause_at() a second of waiting moves neither.
# Cost: A deadline of the page ends while a slow machine is still answering: the test "moves the time itself", is green on a desk, and red in CI, where
#   the seconds that nobody moved are longer.
# Seen: a second of waiting: the interval fired about ten times; run_for(10000): a hundred times more; paused: not once.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "This one needs a Chromium on the PATH." >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet playwright==1.65.2
"$work/bin/python" - "$chromium" <<'PY'
import sys
import time
from datetime import UTC, datetime

from playwright.sync_api import sync_playwright

BEGIN = """() => {
  window.fired = 0;
  setInterval(() => window.fired++, 100);
}"""
NOW = "() => ({ fired: window.fired, date: Date.now() })"


def moved(page, do):
    """How often the interval fired and how far Date moved, in ms, while something was done."""
    before = page.evaluate(NOW)
    do()
    after = page.evaluate(NOW)
    return after["fired"] - before["fired"], after["date"] - before["date"]


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page()
    page.clock.install(time=datetime(2026, 3, 2, 7, tzinfo=UTC))
    page.goto("about:blank")
    page.evaluate(BEGIN)
    waiting = moved(page, lambda: time.sleep(1))
    running = moved(page, lambda: page.clock.run_for(10_000))
    page.clock.pause_at(datetime(2026, 3, 2, 8, tzinfo=UTC))
    paused = moved(page, lambda: time.sleep(1))
    browser.close()
for name, (fired, ms) in (("waiting a second", waiting), ("run_for(10000)", running), ("paused", paused)):
    print(f"{name}: fired {fired} times, Date moved by {ms} ms")
if not (waiting[0] >= 5 and waiting[1] >= 500 and running[0] >= 100 and running[1] >= 10_000 and paused == (0, 0)):
    sys.exit("Changed: an installed clock stands still by itself, or runs on when paused.")
print("Still so.")
PY
