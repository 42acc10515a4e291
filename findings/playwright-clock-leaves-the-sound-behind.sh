#!/usr/bin/env bash
# Finding: Playwright's fake clock moves timers, Date, performance.now() and animation frames; sound, CSS transitions and document.timeline stay on real time.
# Version: playwright 1.65.2 (PyPI), with a Chromium on the PATH (Debian's package chromium; no download)
# Source: Playwright's page.clock, which replaces functions of the page; AudioContext.currentTime and CSS belong to the browser.
# Behaviour: After clock.run_for(60000) an interval of one second has fired 60 times and Date is a minute on, while the AudioContext, which runs, and
#   a CSS transition of 20 s have moved by less than two seconds.
# Cost: A page that takes its beat from the audio clock, as it must, stands still in a test that "plays a whole workout in a second".
# Seen: interval 60, Date and performance +60 s; audio, timeline and transition below 2 s.
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

from playwright.sync_api import sync_playwright

BEGIN = """() => {
  const sound = new AudioContext();
  const bar = document.createElement("div");
  bar.style.cssText = "width: 0; height: 1px; transition: width 20s linear";
  document.body.append(bar);
  bar.getBoundingClientRect();
  bar.style.width = "2000px";
  let fired = 0;
  setInterval(() => fired++, 1000);
  const now = () => ({
    date: Date.now(), performance: performance.now(), audio: sound.currentTime * 1000,
    timeline: document.timeline.currentTime, transition: bar.getBoundingClientRect().width * 10,
  });
  const first = now();
  window.moved = () => {
    const last = now();
    const ms = Object.fromEntries(Object.keys(last).map((clock) => [clock, Math.round(last[clock] - first[clock])]));
    return { fired, sound: sound.state, ...ms };
  };
}"""
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=sys.argv[1], args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
    )
    page = browser.new_page()
    page.clock.install()
    page.goto("about:blank")
    page.evaluate(BEGIN)
    page.clock.run_for(60_000)
    moved = page.evaluate("() => moved()")
    browser.close()
print("after a minute of the fake clock, in ms:", moved)
faked = moved["fired"] == 60 and moved["date"] >= 60_000 and moved["performance"] >= 60_000
real = max(moved["audio"], moved["timeline"], moved["transition"]) < 10_000
if not faked or not real:
    sys.exit("Changed: the fake clock reaches other clocks.")
print("Still so.")
PY
