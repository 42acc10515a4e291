#!/usr/bin/env bash
# Finding: OVOS's nice_duration, which is made to be spoken, says "eins Minute", "uno minuto", "un minute" and "um hora": the count that has no noun behind it.
# Version: ovos-date-parser 0.29.0, ovos-number-parser 0.19.13 (PyPI)
# Source: ovos_date_parser/common.py, nice_duration_generic: the number by itself and the unit out of a table are put side by side for every language but five; the
#   README's table has it as done for German, Spanish, French, Italian, Portuguese and Swedish.
# Behaviour: 90 seconds are "eins Minute dreißig Sekunden", "uno minuto treinta segundos", "un minute trente secondes", "uno minuto trenta secondi" and "ett minut
#   trettio sekunder"; an hour is "um hora". 21 seconds are "veintiuno segundos". English and Polish are right.
# Cost: The two lengths that a coach says most, a minute and a minute and a half, are wrong in five languages, and the hour in a sixth, where everything else is
#   right, and a listener hears a machine.
# Seen: eins Minute dreißig Sekunden; uno minuto treinta segundos; un minute trente secondes; uno minuto trenta secondi; um hora; ett minut trettio sekunder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ovos-date-parser==0.29.0 ovos-number-parser==0.19.13
HOME=$work "$work/bin/python" - <<'PY'
import logging
import sys

from ovos_date_parser import nice_duration

logging.disable()
claimed = {
    ("en-US", 90): "one minute thirty seconds",
    ("pl-PL", 90): "jedna minuta trzydzieści sekund",
    ("de-DE", 90): "eins Minute dreißig Sekunden",
    ("es-ES", 90): "uno minuto treinta segundos",
    ("es-ES", 21): "veintiuno segundos",
    ("fr-FR", 90): "un minute trente secondes",
    ("it-IT", 90): "uno minuto trenta secondi",
    ("pt-PT", 3600): "um hora",
    ("sv-SE", 90): "ett minut trettio sekunder",
}
seen = {(language, seconds): nice_duration(seconds, lang=language) for language, seconds in claimed}
for (language, seconds), words in seen.items():
    print(f"{language} {seconds}: {words}")
if seen != claimed:
    sys.exit("Changed: the lengths are said with other words.")
print("Still so.")
PY
