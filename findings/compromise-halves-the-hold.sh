#!/usr/bin/env bash
# Finding: compromise reads "thirty seconds" as thirty halves: the number in "hold for thirty seconds" is 15, in "forty five seconds" 22.5; minutes are whole.
# Version: compromise 14.17.0 (npm)
# Source: compromise, its fractions: a number and an ordinal in the plural are a fraction, as in "two thirds", and "seconds" counts as the plural of "second".
# Behaviour: numbers() tells 15 of "thirty seconds" and of "30 seconds", and 5 of "ten seconds"; numbers().toNumber() makes the text "hold for 15". "Thirty minutes" is
#   30, "two thirds" .667, and "thirty sec" 30.
# Cost: Every hold and rest in seconds is heard as half as long, which sounds like any other dose, and the unit is gone from the text; a test in minutes or with
#   "sec" is right.
# Seen: thirty seconds 15, 30 seconds 15, forty five seconds 22.5, ten seconds 5; "hold for 15"; thirty minutes 30, thirty sec 30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts compromise@14.17.0 > /dev/null
cat > check.cjs <<'JS'
const nlp = require("compromise");

const claimed = {
  "hold for thirty minutes": [30, "hold for 30 minutes"],
  "hold for thirty sec": [30, "hold for 30 sec"],
  "hold for thirty seconds": [15, "hold for 15"],
  "hold for 30 seconds": [15, "hold for 30 seconds"],
  "hold for forty five seconds": [22.5, "hold for 22.5"],
  "hold for ten seconds": [5, "hold for 5"],
};
let same = true;
for (const [text, [number, digits]] of Object.entries(claimed)) {
  const words = nlp(text);
  const [{ number: { num } }] = words.numbers().json();
  words.numbers().toNumber();
  console.log(`${text}: ${num}, in digits "${words.text()}"`);
  same &&= num === number && words.text() === digits;
}
console.log(same ? "Still so." : "Changed: seconds are read in another way.");
process.exitCode = same ? 0 : 1;
JS
node check.cjs
