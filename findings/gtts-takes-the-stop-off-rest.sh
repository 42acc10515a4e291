#!/usr/bin/env bash
# Finding: gTTS takes the stop from "Rest.", "first." and "arms.": to it every word that ends in st, ms, sr or dr is an abbreviation.
# Version: gTTS 2.5.4 (PyPI); nothing is sent to the service
# Source: gtts, tokenizer/pre_processors: abbreviations() removes a stop behind each of "st", "ms", "dr" and six more, with no word boundary before them; gTTS runs it
#   by default on every text. Its docstring warns that a sentence's last stop may go, which reads as if it were about "Dr." at the end of one.
# Behaviour: "Rest. Ten squats." is made "Rest Ten squats." before it is sent, "That was the last. Well done." is "That was the last Well done.", "Lift your arms. Hold." and
#   "to your chest. Three more." lose theirs as well. "Breathe. Ten squats." and "Rest! Ten squats." keep them.
# Cost: "Rest", "first", "last", "fast", "chest" and "arms" end half of a coach's sentences: where a pause was meant the voice is given one run-on sentence, "Rest Ten
#   squats". A test with "Hello. How are you?" is right. Write "Rest!", or leave the function out of pre_processor_funcs.
# Seen: Rest Ten squats. / That was the last Well done. / Lift your arms Hold. / Bring the knee to your chest Three more. / Breathe. Ten squats.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet gTTS==2.5.4
"$work/bin/python" - <<'PY'
import sys

from gtts import gTTS

claimed = {
    "Rest. Ten squats.": "Rest Ten squats.",
    "That was the last. Well done.": "That was the last Well done.",
    "Lift your arms. Hold.": "Lift your arms Hold.",
    "Bring the knee to your chest. Three more.": "Bring the knee to your chest Three more.",
    "Breathe. Ten squats.": "Breathe. Ten squats.",
    "Rest! Ten squats.": "Rest!  Ten squats.",
}
same = True
for written, sent in claimed.items():
    speech = gTTS(written, lang="en")
    made = written
    for prepare in speech.pre_processor_funcs:
        made = prepare(made)
    print(f"{written!r} is sent as {made!r}")
    same &= made == sent
if not same:
    sys.exit("Changed: the stops are where they were written.")
print("Still so.")
PY
