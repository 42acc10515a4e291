#!/usr/bin/env bash
# Finding: Two finders of numbers take the seconds of a hold for halves: of "thirty seconds" compromise makes 15, and Microsoft's recognizers INFINITY, in Spanish 15.
# Version: compromise 14.17.0, @microsoft/recognizers-text-suite 1.3.1 (npm)
# Source: compromise, its fractions, and Microsoft's number patterns of each language: a number and an ordinal in the plural are a fraction, as in "two thirds",
#   and "seconds" counts as the plural of "second"; Microsoft's table of denominators has no "seconds" in English and no "secondes" in French, which makes a division by nothing.
# Behaviour: The number in "hold for thirty seconds" is 15 for compromise, and toNumber() makes the text "hold for 15"; recognizeNumber says "INFINITY", as text. "Forty
#   five seconds" is 22.5 and INFINITY, "trente secondes" INFINITY, "diez segundos" 5. "Thirty minutes" and "thirty sec" are 30 for both; "30 seconds" is 15 for
#   compromise and 30 for Microsoft's, whose recognizeDateTime reads all of them rightly.
# Cost: Every hold and rest in seconds is heard as half as long, which sounds like any other dose, or is a number that no arithmetic refuses: a hold that never
#   ends. A test in minutes or with "sec" is right.
# Seen: thirty seconds 15 and INFINITY, forty five seconds 22.5 and INFINITY, trente secondes INFINITY, diez segundos 5; thirty minutes and thirty sec 30 for both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts compromise@14.17.0 @microsoft/recognizers-text-suite@1.3.1 > /dev/null
cat > check.cjs <<'JS'
const nlp = require("compromise");
const { recognizeDateTime, recognizeNumber } = require("@microsoft/recognizers-text-suite");

let same = true;
const claimed = {
  "hold for thirty minutes": [30, "hold for 30 minutes", "30"],
  "hold for thirty sec": [30, "hold for 30 sec", "30"],
  "hold for thirty seconds": [15, "hold for 15", "INFINITY"],
  "hold for 30 seconds": [15, "hold for 30 seconds", "30"],
  "hold for forty five seconds": [22.5, "hold for 22.5", "INFINITY"],
};
for (const [text, expected] of Object.entries(claimed)) {
  const words = nlp(text);
  const [{ number: { num } }] = words.numbers().json();
  words.numbers().toNumber();
  const [{ resolution: { value } }] = recognizeNumber(text, "en-us");
  console.log(`${text}: compromise ${num}, in digits "${words.text()}"; Microsoft's ${value}`);
  same &&= JSON.stringify([num, words.text(), value]) === JSON.stringify(expected);
}
const elsewhere = {
  "treinta segundos": ["es-es", "15", "30"],
  "diez segundos": ["es-es", "5", "10"],
  "trente secondes": ["fr-fr", "INFINITY", "30"],
  "thirty seconds": ["en-us", "INFINITY", "30"],
};
for (const [text, [language, number, seconds]] of Object.entries(elsewhere)) {
  const [{ resolution: { value } }] = recognizeNumber(text, language);
  const [{ resolution: { values: [length] } }] = recognizeDateTime(text, language);
  console.log(`${text}: Microsoft's number ${value}, its length ${length.value} s`);
  same &&= value === number && length.value === seconds;
}
console.log(same ? "Still so." : "Changed: seconds are read in another way.");
process.exitCode = same ? 0 : 1;
JS
node check.cjs
