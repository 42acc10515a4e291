#!/usr/bin/env bash
# Finding: In Tone.js "after 30 seconds" is half a minute at the tempo of the moment in which it was scheduled: once the beat is set to 60, a hold lasts a minute.
# Version: tone 15.5.44 (npm), playwright 1.65.2 (PyPI), with a Chromium on the PATH (seen with 156; Debian's package chromium; no download)
# Source: tone, core/clock/Transport.ts: schedule, scheduleOnce and scheduleRepeat turn their times, plain seconds as well, into ticks when they are called, and ticks
#   run by the tempo, which is 120 beats a minute until it is set. A delay of the context, Context.setTimeout, is counted in seconds.
# Behaviour: schedule(end, 30) and then bpm.value = 60 calls end at 60 s, and what repeats every 10 seconds comes every 20; with the tempo set first, at 30 and every 10.
#   A change of tempo at 10 s moves an end that was right until then to 50 s. context.setTimeout keeps 30.
# Cost: A coach that brings the counts to the runner's beat and takes the holds' ends from the same clock, in seconds, as the documentation lets it, holds her twice as long, or half,
#   depending on the order of two lines; a metronome alone, or a tempo of 120, shows nothing.
# Seen: tempo never set, or before: 30, every 10; set after: 60, every 20; at 10 s: 50; context.setTimeout with the tempo set after: 30.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "This one needs a Chromium on the PATH." >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" tone@15.5.44 > /dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet playwright==1.65.2
"$work/venv/bin/python" - "$chromium" "$work" <<'PY'
import sys

from playwright.sync_api import sync_playwright

PLAYED = """async () => {
  const played = {};
  const orders = {
    "never set": [],
    "set before": ["before"],
    "set after": ["after"],
    "set at 10 s": ["before", "at 10 s"],
    "set after, by the context": ["after", "by the context"],
  };
  for (const [name, order] of Object.entries(orders)) {
    const ends = [];
    const beats = [];
    await Tone.Offline(({ transport, setTimeout }) => {
      const clock = Tone.getContext();
      if (order.includes("before")) transport.bpm.value = 60;
      if (order.includes("by the context")) clock.setTimeout(() => ends.push(clock.currentTime), 30);
      else transport.schedule((time) => ends.push(time), 30);
      transport.scheduleRepeat((time) => beats.push(time), 10, 0, 25);
      if (order.includes("after")) transport.bpm.value = 60;
      if (order.includes("at 10 s")) transport.bpm.setValueAtTime(30, 10);
      transport.start(0);
    }, 70);
    played[name] = [...ends, beats[1] - beats[0]].map(Math.round);
  }
  return played;
}"""

chromium, work = sys.argv[1:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page()
    page.add_script_tag(path=f"{work}/node_modules/tone/build/Tone.js")
    seen = page.evaluate(PLAYED)
    browser.close()
for name, (end, beat) in seen.items():
    print(f"tempo {name}: the hold ends at {end} s, the first two calls are {beat} s apart")
if seen != {
    "never set": [30, 10],
    "set before": [30, 10],
    "set after": [60, 20],
    "set at 10 s": [50, 10],
    "set after, by the context": [30, 20],
}:
    sys.exit("Changed: seconds stay seconds, or move otherwise.")
print("Still so.")
PY
