#!/usr/bin/env bash
# Finding: chrono-node reads "at 7 in the evening" as seven in the morning, and "evening" beside it as another date, though it knows "in the morning" and "at night".
# Version: chrono-node 2.10.3 (npm)
# Source: chrono-node, the time expressions of its locales: the English one may end in "in the morning", "in the afternoon" or "at night", not in "in the evening";
#   the Spanish and the French one in nothing of the kind.
# Behaviour: "tomorrow at 7 in the morning" is 07:00 and "tomorrow at 10 at night" 22:00. "Tomorrow at 7 in the evening" is two results: tomorrow at 07:00, and
#   today at 20:00; parseDate gives the first. "De la tarde" and "du soir" end alike. "Tomorrow evening at 7" is 19:00.
# Cost: A reminder for the evening rings twelve hours early, and which of two ways to say it was tried decides whether anybody sees it.
# Seen: in the evening 07:00 and today 20:00; mañana a las 7 de la tarde 07:00; demain à 7h du soir 07:00; in the morning 07:00, at night 22:00, evening at 7 19:00.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts chrono-node@2.10.3 > /dev/null
cat > check.cjs <<'JS'
const chrono = require("chrono-node");

const noon = new Date(2026, 11, 1, 12);
const told = (date) => `${date.getDate()}@${date.getHours()}`;
const read = (reader, text) => reader.parse(text, noon).map(({ start }) => told(start.date())).join(" ");
const claimed = [
  [chrono, "tomorrow at 7 in the morning", "2@7"],
  [chrono, "tomorrow at 10 at night", "2@22"],
  [chrono, "tomorrow evening at 7", "2@19"],
  [chrono, "tomorrow at 7 in the evening", "2@7 1@20"],
  [chrono.es, "mañana a las 7 de la tarde", "2@7 1@15"],
  [chrono.fr, "demain à 7h du soir", "2@7 1@18"],
];
let same = true;
for (const [reader, text, moments] of claimed) {
  const seen = read(reader, text);
  console.log(`${text}: day@hour ${seen}, parseDate ${told(reader.parseDate(text, noon))}`);
  same &&= seen === moments && told(reader.parseDate(text, noon)) === moments.split(" ")[0];
}
console.log(same ? "Still so." : "Changed: an evening is read in another way.");
process.exitCode = same ? 0 : 1;
JS
TZ=UTC node check.cjs
