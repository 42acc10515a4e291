#!/usr/bin/env bash
# Finding: Of three words that pyttsx3 is asked to save to three files before it runs, with espeak the last is written and the other two never are, without an error.
# Version: pyttsx3 2.99 (PyPI), with espeak-ng of the system (Debian's package espeak-ng)
# Source: pyttsx3/drivers/espeak.py: save_to_file only notes the name of the file and the text, in one place each; the loop makes sound when it runs, of what was noted last.
#   The engine's queue of commands, which its documentation describes, is empty by then.
# Behaviour: save_to_file for "one", "two" and "three", then runAndWait(): three.wav is there with half a second of sound, one.wav and two.wav are missing. With runAndWait()
#   after each there are three; and what say() says afterwards goes into the last of them, instead of being heard. Windows and macOS have other drivers.
# Cost: A set of counted words that is rendered in one go is a single word, on the Linux host only; the call returns as if all were done. The loop costs a run for each word.
# Seen: together: three.wav; one by one: one.wav, three.wav, two.wav; a sentence said aloud afterwards: three.wav grows.
set -euo pipefail
command -v espeak-ng >/dev/null || {
  echo "This one needs espeak-ng of the system." >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pyttsx3==2.99
"$work/bin/python" - "$work" <<'PY'
import sys
import time
from pathlib import Path

import pyttsx3

WORDS = ("one", "two", "three")
engine = pyttsx3.init("espeak")


def rendered(name, one_by_one):
    """The files that are there after all words were asked for."""
    folder = Path(sys.argv[1]) / name
    folder.mkdir()
    for word in WORDS:
        engine.save_to_file(word, str(folder / f"{word}.wav"))
        if one_by_one:
            engine.runAndWait()
    if not one_by_one:
        engine.runAndWait()
    time.sleep(1)  # nothing comes later either
    return sorted(file.name for file in folder.iterdir())


together, one_by_one = rendered("together", False), rendered("single", True)
last = Path(sys.argv[1]) / "single" / "three.wav"
before = last.stat().st_size
engine.say("and a whole sentence that is said aloud")
engine.runAndWait()
after = last.stat().st_size
print(f"together: {together}, one by one: {one_by_one}")
print(f"the last file, before and after something was said aloud: {before} and {after} bytes")
if together != ["three.wav"]:
    sys.exit("Changed: other files are written.")
if one_by_one != ["one.wav", "three.wav", "two.wav"]:
    sys.exit("Changed: one by one, other files are written.")
if not after > 2 * before:
    sys.exit("Changed: what is said aloud does not go into the file.")
print("Still so.")
PY
