#!/usr/bin/env bash
# Finding: fit-file-writer takes a FIT name wherever one stands alone, and writes 0 for each name in a list: every set of ["squat"] is a bench press on the watch.
# Version: @markw65/fit-file-writer 0.1.9, read back with @garmin/fitsdk 21.217.0 (npm)
# Source: fit-file-writer, writeFieldValue: a list's values go to the bytes as they are, where "squat" & 255 is 0; names are looked up for single values only, and a
#   set's category is a list, a step's exercise_category is none. Its TypeScript types want numbers in lists; JavaScript has no such guard.
# Behaviour: exercise_category: "squat" in a workout's step comes back as squat; category: "squat" in a set is refused, for it wants a list; ["squat"], ["calf_raise"]
#   and ["plank"] are written, and come back as bench_press, number 0. [28] is a squat.
# Cost: The error message leads straight to the list, the file is valid, and the runner's history is full of bench presses.
# Seen: step "squat": squat; set "squat": refused; set ["squat"], ["calf_raise"], ["plank"]: benchPress; set [28]: squat.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts @markw65/fit-file-writer@0.1.9 @garmin/fitsdk@21.217.0 > /dev/null
cat > check.mjs <<'JS'
import { Decoder, Stream } from "@garmin/fitsdk";
import { FitWriter } from "@markw65/fit-file-writer";

const began = new Date("2026-12-01T07:00:00Z");

function readBack(kind, fields) {
  const writer = new FitWriter();
  const start = writer.time(began);
  const file = { type: "activity", manufacturer: "development", product: 0, serial_number: 1, time_created: start };
  writer.writeMessage("file_id", file, null, true);
  try {
    writer.writeMessage(kind, fields(start), null, true);
  } catch (error) {
    return `refused: ${error.message}`;
  }
  const view = writer.finish();
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const { messages, errors } = new Decoder(Stream.fromByteArray(bytes)).read();
  if (errors.length) throw errors[0];
  const [step, set] = [messages.workoutStepMesgs?.[0].exerciseCategory, messages.setMesgs?.[0].category];
  return String(step ?? set);
}

const step = (exercise_category) =>
  readBack("workout_step", () => ({ message_index: 0, duration_type: "reps", duration_value: 12, exercise_category }));
const set = (category) =>
  readBack("set", (timestamp) => ({ timestamp, start_time: timestamp, set_type: "active", repetitions: 12, category }));
const seen = {
  'step "squat"': step("squat"),
  'set "squat"': set("squat"),
  'set ["squat"]': set(["squat"]),
  'set ["calf_raise"]': set(["calf_raise"]),
  'set ["plank"]': set(["plank"]),
  "set [28]": set([28]),
};
for (const [written, read] of Object.entries(seen)) console.log(`${written}: ${read}`);
const [single, refused, ...lists] = Object.values(seen);
const same =
  single === "squat" && refused.startsWith("refused") && lists.join() === "benchPress,benchPress,benchPress,squat";
console.log(same ? "Still so." : "Changed: names in a list are written in another way.");
process.exitCode = same ? 0 : 1;
JS
node check.mjs
