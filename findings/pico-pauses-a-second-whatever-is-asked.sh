#!/usr/bin/env bash
# Finding: The Pico voice makes a pause of about one second of every <break>, whether one, three or ten seconds were asked for.
# Version: ttspico 0.3.2 (PyPI, a source archive: needs a C compiler and Python's headers)
# Source: SVOX Pico, as Android shipped it; its manual lists break with a time.
# Behaviour: "one two" with a break between the words grows by 0.9 to 1.2 s for 1 s, 3 s and 10 s alike.
# Cost: SSML that counts on the beat in espeak-ng loses the beat in Pico: each pause must be made of samples.
# Seen: 756 ms without; 1932, 1888 and 1716 ms with 1, 3 and 10 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ttspico==0.3.2
"$work/bin/python" - <<'PY'
import sys

import ttspico

engine = ttspico.TtsEngine("en-US")


def length_ms(text):
    return len(engine.speak(text)) // 2 // 16  # 16 bits, 16 000 a second


plain = length_ms("one two")
added = {seconds: length_ms(f'one <break time="{seconds}s"/> two') - plain for seconds in (1, 3, 10)}
print(f"without {plain} ms; added by a break of so many seconds, in ms: {added}")
if not all(700 < ms < 1500 for ms in added.values()):
    sys.exit("Changed: breaks have other lengths.")
print("Still so.")
PY
