#!/usr/bin/env bash
# Finding: human-interval makes 0 ms of "a minute" and of "half an hour", and two minutes of "two and a half": a number word it does not know is a zero.
# Version: human-interval 2.0.1 with numbered 1.1.0, compromise 14.17.0, compromise-dates 3.9.0 (npm)
# Source: human-interval, index.js: what stands before a unit goes to parseFloat, then to numbered's parse, which leaves out words that it does not know and gives the sum
#   of the rest: 0 if nothing is left. Only a text without any unit is NaN. compromise-dates, api/durations/parse.js, asks compromise for the number of "half an": 0.
# Behaviour: "a minute", "an hour", "half an hour", "a couple of minutes" and "a minute and a half" are 0; "two and a half minutes" 120 000, "one and a half hours" an
#   hour. "One minute", "minute", "90 seconds" and "1.5 minutes" are right. compromise-dates reads "half an hour" as { hour: 0 }.
# Cost: "Rest for a minute" is over at once, with no NaN to find it by, and "two and a half minutes" is believable. Of the schedulers built on it Agenda takes the 0 as
#   it comes; Bree's code knows of it and refuses every 0. The README's examples, "one minute" and "minute", are right.
# Seen: a minute 0, an hour 0, half an hour 0, a couple of minutes 0, two and a half minutes 120, one and a half hours 3600, one minute 60; compromise-dates: {"hour":0}
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts human-interval@2.0.1 numbered@1.1.0 compromise@14.17.0 compromise-dates@3.9.0 > /dev/null
cat > check.cjs <<'JS'
const humanInterval = require("human-interval");
const nlp = require("compromise");
nlp.plugin(require("compromise-dates"));

const claimed = {
  "one minute": 60,
  "minute": 60,
  "90 seconds": 90,
  "1.5 minutes": 90,
  "a minute": 0,
  "an hour": 0,
  "half an hour": 0,
  "a couple of minutes": 0,
  "a minute and a half": 0,
  "two and a half minutes": 120,
  "one and a half hours": 3600,
};
let same = true;
for (const [said, seconds] of Object.entries(claimed)) {
  const read = humanInterval(said) / 1000;
  console.log(`${said}: ${read} s`);
  same &&= read === seconds;
}
const half = JSON.stringify(nlp("half an hour").durations().get());
const two = JSON.stringify(nlp("two hours").durations().get());
console.log(`compromise-dates: half an hour ${half}, two hours ${two}`);
same &&= half === '[{"hour":0}]' && two === '[{"hour":2}]';
console.log(same ? "Still so." : "Changed: the same words last differently.");
process.exitCode = same ? 0 : 1;
JS
node check.cjs
