#!/usr/bin/env bash
# Finding: chrono-node's German reads "früh", early, as "Fr", Friday: "um 7 Uhr früh" is Friday at seven, and every "morgen früh" brings a Friday along.
# Version: chrono-node 2.10.3 (npm)
# Source: chrono-node, locales/de: the short names of the days end at the first character that JavaScript's \W takes for no letter, and ü is one.
# Behaviour: Said on a Tuesday: "um 7 Uhr früh" and "früh um 7" are Friday for parseDate; "morgen früh um 7 Uhr" is tomorrow at noon, a Friday, and today at 7, three
#   results; "am Dienstag früh" is Tuesday at noon and a Friday. "Morgen um 7 Uhr" and "um 7 Uhr abends" are right.
# Cost: "Früh" is how Germans and Austrians say when they run before work. A reminder for the next morning rings on Friday, or at noon; whoever tries it on a Thursday
#   sees the right day.
# Seen: um 7 Uhr früh 4@7; früh um 7 4@12 1@7; morgen früh um 7 Uhr 2@12 4@12 1@7; am Dienstag früh 1@12 4@12; morgen um 7 Uhr 2@7.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts chrono-node@2.10.3 > /dev/null
cat > check.cjs <<'JS'
const { de } = require("chrono-node");

const tuesday = new Date(2026, 11, 1, 12);
const claimed = {
  "morgen um 7 Uhr": "2@7",
  "um 7 Uhr abends": "1@19",
  "um 7 Uhr früh": "4@7",
  "früh um 7": "4@12 1@7",
  "morgen früh um 7 Uhr": "2@12 4@12 1@7",
  "am Dienstag früh": "1@12 4@12",
};
let same = true;
for (const [text, moments] of Object.entries(claimed)) {
  const dates = de.parse(text, tuesday).map(({ start }) => start.date());
  const seen = dates.map((date) => `${date.getDate()}@${date.getHours()}`).join(" ");
  console.log(`${text}: day@hour ${seen}`);
  same &&= seen === moments;
}
console.log(same ? "Still so." : "Changed: early is read in another way.");
process.exitCode = same ? 0 : 1;
JS
TZ=UTC node check.cjs
