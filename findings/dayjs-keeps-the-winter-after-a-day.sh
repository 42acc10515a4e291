#!/usr/bin/env bash
# Finding: dayjs adds a day to seven in Berlin and is at eight there in spring, and what it is at depends on the zone of the machine that adds.
# Version: dayjs 1.11.23 with its plugins utc and timezone, luxon 3.7.2 (npm)
# Source: dayjs, plugin/timezone: tz() fixes the zone's offset at that moment, by plugin/utc's utcOffset(); add() and set() copy it and never ask the zone again.
#   The date within is one of the machine's own zone, so that its clock change is applied instead; format() writes the old offset and toISOString() the other sum.
# Behaviour: dayjs.tz("2026-03-28 07:00", "Europe/Berlin").add(1, "day") is 07:00+01:00, eight o'clock there, on a machine in UTC; so are a week and set("date"). On a
#   machine in Berlin toISOString() is right and format() an hour later: one object, two moments. tz() once more mends it there and makes it 8:00 in UTC. luxon is right.
# Cost: "The same time tomorrow" or next week is an hour late across the last Sunday of March and an hour early across October's, on a server, which runs in UTC, and stays
#   so if each is reckoned from the last; on the laptop at home toISOString() is right. Write the sum without an offset and give that to dayjs.tz.
# Seen: a machine in UTC: 2026-03-29T07:00:00+01:00 and 06:00Z; in Berlin: 2026-03-29T07:00:00+01:00 and 05:00Z; luxon 2026-03-29T07:00:00.000+02:00 on both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts dayjs@1.11.23 luxon@3.7.2 > /dev/null
cat > check.cjs <<'JS'
const dayjs = require("dayjs");
dayjs.extend(require("dayjs/plugin/utc"));
dayjs.extend(require("dayjs/plugin/timezone"));
const { DateTime } = require("luxon");

const zone = "Europe/Berlin";
const start = dayjs.tz("2026-03-28 07:00", zone);
const told = (moment) => `${moment.format()} ${moment.toISOString().slice(11, 17)}`;
const seen = [
  told(start),
  told(start.add(1, "day")),
  told(start.add(1, "week")),
  told(start.add(1, "day").tz(zone)),
  told(dayjs.tz("2026-10-24 07:00", zone).add(1, "day")),
  told(dayjs.tz(start.add(1, "day").format("YYYY-MM-DDTHH:mm"), zone)),
  DateTime.fromISO("2026-03-28T07:00", { zone }).plus({ days: 1 }).toISO(),
];
console.log(seen.join("\n"));
JS
claimed_in_utc="2026-03-28T07:00:00+01:00 06:00:
2026-03-29T07:00:00+01:00 06:00:
2026-04-04T07:00:00+01:00 06:00:
2026-03-29T08:00:00+02:00 06:00:
2026-10-25T07:00:00+02:00 05:00:
2026-03-29T07:00:00+02:00 05:00:
2026-03-29T07:00:00.000+02:00"
claimed_in_berlin="2026-03-28T07:00:00+01:00 06:00:
2026-03-29T07:00:00+01:00 05:00:
2026-04-04T07:00:00+01:00 05:00:
2026-03-29T07:00:00+02:00 05:00:
2026-10-25T07:00:00+02:00 06:00:
2026-03-29T07:00:00+02:00 05:00:
2026-03-29T07:00:00.000+02:00"
in_utc=$(TZ=UTC node check.cjs)
in_berlin=$(TZ=Europe/Berlin node check.cjs)
printf 'on a machine in UTC:\n%s\non a machine in Berlin:\n%s\n' "$in_utc" "$in_berlin"
if [ "$in_utc" != "$claimed_in_utc" ] || [ "$in_berlin" != "$claimed_in_berlin" ]; then
  echo "Changed: a day later it is another time."
  exit 1
fi
echo "Still so."
