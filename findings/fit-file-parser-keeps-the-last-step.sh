#!/usr/bin/env bash
# Finding: fit-file-parser answers a workout of three steps with one: its top-level workout_step is the last of them, not a list.
# Version: fit-file-parser 6.1.2 (npm)
# Source: fit-file-parser's result object; its README shows lists for records, laps and sessions.
# Behaviour: Messages without a list of their own, workout_step and exercise_title among them, overwrite each other at the top of the result.
#   All of them stand only under "messages". Sets have a list (sets).
# Cost: A page that shows a plan read from a watch shows its last exercise alone.
# Seen: workout_step is an object with message_index 2; messages.workout_step has 3 entries.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" fit-file-parser@6.1.2 @garmin/fitsdk@21.217.0
cd "$work"
cat > read.mjs <<'JS'
import { Encoder } from "@garmin/fitsdk";
import FitParser from "fit-file-parser";

const encoder = new Encoder();
encoder.writeMesg({ mesgNum: 0, type: "workout", manufacturer: "development", serialNumber: 1 });
for (const messageIndex of [0, 1, 2]) {
  encoder.writeMesg({ mesgNum: 27, messageIndex, durationType: "reps", durationValue: 15 });
}
new (FitParser.default ?? FitParser)({}).parse(Buffer.from(encoder.close()), (error, file) => {
  const top = file.workout_step;
  const seen = `list at the top: ${Array.isArray(top)}, its index: ${top.message_index.value}, under messages: ${file.messages.workout_step.length}`;
  console.log(seen);
  if (seen !== "list at the top: false, its index: 2, under messages: 3") {
    console.error("Changed: the steps are kept in another form.");
    process.exit(1);
  }
  console.log("Still so.");
});
JS
node read.mjs
