#!/usr/bin/env bash
# Finding: rrule reads "every morning at 7" as every Monday without an hour, "at 7:30 pm" as at 7, and says of a rule at 7:30 that its text "at 7" tells all.
# Version: rrule 2.8.1 (npm)
# Source: rrule, nlp/i18n: a day is known by its first two letters; nlp/parsetext: what follows an hour is not read; nlp/totext: isFullyConvertible says yes at the
#   first of freq, dtstart, tzid and wkst that it meets, before it has looked at what comes after.
# Behaviour: fromText gives "every morning at 7" BYDAY=MO and no hour, "every wedding" BYDAY=WE, "every day at 7 pm" BYHOUR=7, "every tuesday at 7:30 pm" BYHOUR=7,
#   "every friday night at 8" no hour. Nothing is refused. toText makes "at 7" of BYHOUR=7;BYMINUTE=30, and isFullyConvertibleToText() is true.
# Cost: A runner who asked for every morning is called on Mondays, at whatever time the rule was made; and a rule that is read back to her for a yes, as it should
#   be, sounds right and rings half an hour later. The README calls the reading incomplete; nothing that is read says what was left out.
# Seen: BYDAY=MO for every morning; BYHOUR=7 for 7 pm and 7:30 pm; "every week on Tuesday at 7" for 7:30, fully convertible: true.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts rrule@2.8.1 > /dev/null
cat > check.cjs <<'JS'
const { RRule } = require("rrule");

const claimed = {
  "every tuesday at 19": "FREQ=WEEKLY;BYDAY=TU;BYHOUR=19",
  "every morning at 7": "FREQ=WEEKLY;BYDAY=MO",
  "every wedding": "FREQ=WEEKLY;BYDAY=WE",
  "every day at 7 pm": "FREQ=DAILY;BYHOUR=7",
  "every tuesday at 7:30 pm": "FREQ=WEEKLY;BYDAY=TU;BYHOUR=7",
  "every friday night at 8": "FREQ=WEEKLY;BYDAY=FR",
};
let same = true;
for (const [text, rule] of Object.entries(claimed)) {
  const made = RRule.fromText(text).toString().replace("RRULE:", "");
  console.log(`${text}: ${made}`);
  same &&= made === rule;
}
const half = RRule.fromString("RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=7;BYMINUTE=30");
console.log(`at half past seven: "${half.toText()}", fully convertible: ${half.isFullyConvertibleToText()}`);
same &&= half.toText() === "every week on Tuesday at 7" && half.isFullyConvertibleToText();
console.log(same ? "Still so." : "Changed: the words make other rules, or the rule other words.");
process.exitCode = same ? 0 : 1;
JS
node check.cjs
