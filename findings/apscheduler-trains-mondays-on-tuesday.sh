#!/usr/bin/env bash
# Finding: APScheduler's from_crontab, for "a standard crontab expression", makes Tuesday of cron's 1, Monday: cron counts days from Sunday, it from Monday.
# Version: apscheduler 3.11.3, croniter 7.0.0, cronsim 2.8 (PyPI)
# Source: APScheduler, CronTrigger.from_crontab: hands the fifth field over as it is, and its weekdays are numbered from Monday, 0. Its docs tell the numbering of
#   day_of_week; what from_crontab says of itself is the link to cron's format, where 0 is Sunday.
# Behaviour: "0 7 * * 1" rings on Tuesdays with APScheduler and on Mondays with croniter and with Home Assistant's cronsim; "1,3,5" on Tuesdays, Thursdays and
#   Saturdays; cron's other number for Sunday, 7, is refused. "mon" is Monday for all, and so is every day of "*".
# Cost: A runner who asked for Mondays, Wednesdays and Fridays is called a day late each time, on the days of her runs; a test with "*" or with names is right.
# Seen: 1: Tue, Mon, Mon; 1,3,5: Tue Thu Sat, Mon Wed Fri, Mon Wed Fri; mon: Mon for all; 7: ValueError, Sun, Sun.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet apscheduler==3.11.3 croniter==7.0.0 cronsim==2.8
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime, timedelta, timezone
from itertools import islice

from apscheduler.triggers.cron import CronTrigger
from croniter import croniter
from cronsim import CronSim

SUNDAY = datetime(2026, 11, 29, 12, tzinfo=timezone.utc)


def by_apscheduler(expression):
    trigger = CronTrigger.from_crontab(expression, timezone="UTC")
    moment = SUNDAY
    while moment := trigger.get_next_fire_time(None, moment + timedelta(seconds=1)):
        yield moment


def by_croniter(expression):
    dates = croniter(expression, SUNDAY)
    while True:
        yield dates.get_next(datetime)


def by_cronsim(expression):
    return CronSim(expression, SUNDAY)


def week(reader, expression):
    """The days on which it rings in the week from Monday on."""
    try:
        moments = list(islice(reader(expression), 7))
    except ValueError:
        return "refused"
    return " ".join(f"{moment:%a}" for moment in moments if moment < SUNDAY + timedelta(days=7))


claimed = {
    "0 7 * * 1": ["Tue", "Mon", "Mon"],
    "0 7 * * 1,3,5": ["Tue Thu Sat", "Mon Wed Fri", "Mon Wed Fri"],
    "0 7 * * mon": ["Mon", "Mon", "Mon"],
    "0 7 * * 7": ["refused", "Sun", "Sun"],
}
seen = {text: [week(reader, text) for reader in (by_apscheduler, by_croniter, by_cronsim)] for text in claimed}
for text, days in seen.items():
    print(f"{text}: APScheduler {days[0]}; croniter {days[1]}; cronsim {days[2]}")
if seen != claimed:
    sys.exit("Changed: the days of the week are counted in another way.")
print("Still so.")
PY
