#!/usr/bin/env bash
# Finding: Whisper's normalizer, by which recognisers are measured, makes one number of a counted set: "one two three four five" is 12345, one word in five places.
# Version: whisper-normalizer 0.1.15, jiwer 4.0.0 (PyPI)
# Source: whisper_normalizer, english.py, which is OpenAI's own: number words behind one another are written behind one another, as for years and telephone numbers;
#   "oh" and "o" are the digit 0; "and a half" behind a number becomes "point five" first, and at the end a 1 becomes "one" again, also the one of 1.5.
# Behaviour: Commas, stops and line ends between the words change nothing. "Set two. Ten reps" is "set 210 reps", "eight, eight, ten" is 8810, "one and a half minutes" is "one.5 minutes"
#   and "Oh, my knee" "0 my knee". "Four sets of twelve" is right.
# Cost: A recogniser that missed the last of five counts has a word error rate of 100 % where one word of five is wrong, and a set number melts into its repetitions: the engine that is
#   better at counts may look worse. Sentences, on which such tables are made, show nothing. Compare counts word by word.
# Seen: 12345, 12345, set 210 reps, 8810, one.5 minutes, 0 my knee, 4 sets of 12; word error rate of "one two three four": 1.0 normalized, 0.2 as it is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet whisper-normalizer==0.1.15 jiwer==4.0.0
"$work/bin/python" - <<'PY'
import sys

from jiwer import wer
from whisper_normalizer.english import EnglishTextNormalizer

normal = EnglishTextNormalizer()
CLAIMED = {
    "one two three four five": "12345",
    "One.\nTwo.\nThree, four, five!": "12345",
    "Set two. Ten reps": "set 210 reps",
    "eight, eight, ten": "8810",
    "one and a half minutes": "one.5 minutes",
    "Oh, my knee": "0 my knee",
    "Four sets of twelve": "4 sets of 12",
}
seen = {said: normal(said) for said in CLAIMED}
for said, made in seen.items():
    print(f"{said!r} is {made!r}")
said, heard = "one two three four five", "one two three four"
rates = wer(normal(said), normal(heard)), round(wer(said, heard), 2)
print(f"word error rate with the last count missed: {rates[0]} normalized, {rates[1]} as it is")
if seen != CLAIMED or rates != (1.0, 0.2):
    sys.exit("Changed: counts are other words after normalizing.")
print("Still so.")
PY
