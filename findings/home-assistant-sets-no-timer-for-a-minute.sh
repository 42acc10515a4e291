#!/usr/bin/env bash
# Finding: Home Assistant's English sentences set a timer for "one minute" and for 90 seconds, and none for "a minute", "an hour" or 120 seconds.
# Version: home-assistant-intents 2026.10.27, hassil 3.12.1, unicode-rbnf 2.4.1 (PyPI)
# Source: home_assistant_intents, the lists timer_seconds, timer_minutes and timer_hours, each of 1 to 100; a number is a numeral or its words, and no article.
# Behaviour: "Set a timer for one minute", "half a minute", "one and a half minutes", 90 and 100 seconds are understood; "a minute", "a minute and a half",
#   "one minute thirty", "an hour" and 120 seconds are nothing at all. German understands "eine Minute" and "anderthalb Minuten", and no 120 seconds either.
# Cost: "A minute" is how a rest is asked for, and two minutes between sets stand in plans as 120 seconds; a test with "one minute" and 90 seconds passes.
# Seen: one minute, half a minute, one and a half minutes, 90 and 100 seconds: a timer; a minute, a minute and a half, one minute thirty, an hour, 120 seconds: none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet home-assistant-intents==2026.10.27 hassil==3.12.1 unicode-rbnf==2.4.1
"$work/bin/python" - <<'PY'
import sys

from hassil import Intents, TextSlotList, recognize_best
from home_assistant_intents import get_intents

HOUSE = {kind: TextSlotList.from_strings(["kitchen"]) for kind in ("name", "area", "floor")}
claimed = {
    "en": {
        "set a timer for one minute": 60,
        "set a timer for half a minute": 30,
        "set a timer for one and a half minutes": 90,
        "set a timer for 90 seconds": 90,
        "set a timer for 100 seconds": 100,
        "set a timer for a minute": None,
        "set a timer for a minute and a half": None,
        "set a timer for one minute thirty": None,
        "set a timer for an hour": None,
        "set a timer for 120 seconds": None,
    },
    "de": {
        "stelle einen timer auf eine minute": 60,
        "stelle einen timer auf anderthalb minuten": 90,
        "stelle einen timer auf 120 sekunden": None,
    },
}
seen = {}
for language, texts in claimed.items():
    sentences = Intents.from_dict(get_intents(language))
    seen[language] = {}
    for text in texts:
        found = recognize_best(text, sentences, slot_lists=HOUSE, language=language)
        told = found and {name: entity.value for name, entity in found.entities.items()}
        seconds = told and told.get("hours", 0) * 3600 + told.get("minutes", 0) * 60 + told.get("seconds", 0)
        seen[language][text] = seconds
        print(f"{text}: {seconds}")
if seen != claimed:
    sys.exit("Changed: other timers are understood.")
print("Still so.")
PY
