#!/usr/bin/env bash
# Finding: parse-duration reads "1/2 min" as two minutes, "1,5 min" as a quarter of an hour and "1:30 min" as half an hour: it adds up whatever numbers it finds.
# Version: parse-duration 2.1.9 (npm)
# Source: parse-duration, index.js: a number without a unit counts as milliseconds unless a larger unit stands before it, and the English comma parts thousands.
# Behaviour: "1/2 min" is 120 001 ms, "2-3 min" 180 002, "1:30 min" 1 800 001, "1,5 min" 900 000 and "2½ min" 2. "1h30" and "1 min 30" are right, and what
#   it cannot read at all, "half a minute", is null.
# Cost: Rests are written with a colon, a range or a half, and Germans write 1,5: the timer runs for twenty times as long, or is over at once, and a check for null,
#   which is how the library says no, finds nothing.
# Seen: 1/2 min 120001, 2-3 min 180002, 1:30 min 1800001, 1,5 min 900000, 2½ min 2; 1h30 5400000, 1 min 30 90000, half a minute null.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts parse-duration@2.1.9 > /dev/null
cat > check.mjs <<'JS'
import parse from "parse-duration";

const claimed = {
  "1/2 min": 120_001,
  "2-3 min": 180_002,
  "1:30 min": 1_800_001,
  "1,5 min": 900_000,
  "2½ min": 2,
  "1h30": 5_400_000,
  "1 min 30": 90_000,
  "half a minute": null,
};
let same = true;
for (const [text, ms] of Object.entries(claimed)) {
  const read = parse(text);
  console.log(`${text}: ${read} ms`);
  same &&= read === ms;
}
console.log(same ? "Still so." : "Changed: lengths are read in another way.");
process.exitCode = same ? 0 : 1;
JS
node check.mjs
