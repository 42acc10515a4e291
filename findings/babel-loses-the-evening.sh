#!/usr/bin/env bash
# Finding: Babel's parse_time makes seven in the morning of "7 PM" wherever clocks count to 24, and of its own "7:05 p.m." in Canada and Mexico.
# Version: babel 2.19.0 (PyPI)
# Source: babel.dates.parse_time: the period counts only if the locale's own pattern has one, and only if it is spelt "pm".
# Behaviour: "7:05 PM" is 19:05 in en_US and 07:05 in en_GB, de_DE, es_ES and fr_FR, without an error. What format_time writes for 19:05 is read back as 07:05
#   in en_CA, es_MX, es_US ("p.m.") and ko_KR (the period in front, in Korean), and rightly in en_US and where it wrote 19:05.
# Cost: A reminder typed for the evening rings in the morning, half a day early or late, for the British and the Mexicans, and in no
#   test of an American's.
# Seen: 7:05 PM: en_US 19:05, en_GB de_DE es_ES fr_FR 07:05; own writing: en_CA es_MX es_US ko_KR 07:05, en_US en_GB 19:05.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.19.0
"$work/bin/python" - <<'PY'
import sys
from datetime import time

from babel.dates import format_time, parse_time

EVENING = time(19, 5)
typed = {locale: str(parse_time("7:05 PM", locale=locale))[:5] for locale in ("en_US", "en_GB", "de_DE", "es_ES", "fr_FR")}
own = {}
for locale in ("en_US", "en_GB", "en_CA", "es_MX", "es_US", "ko_KR"):
    written = format_time(EVENING, "short", locale=locale)
    own[locale] = str(parse_time(written, locale=locale))[:5]
    print(f"{locale} writes {written!a} and reads {own[locale]}")
print("7:05 PM is", typed)
if typed != {"en_US": "19:05", "en_GB": "07:05", "de_DE": "07:05", "es_ES": "07:05", "fr_FR": "07:05"}:
    sys.exit("Changed: PM is read in another way.")
if own != {"en_US": "19:05", "en_GB": "19:05", "en_CA": "07:05", "es_MX": "07:05", "es_US": "07:05", "ko_KR": "07:05"}:
    sys.exit("Changed: its own writing is read in another way.")
print("Still so.")
PY
