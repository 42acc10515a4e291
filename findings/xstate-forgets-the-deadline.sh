#!/usr/bin/env bash
# Finding: A machine of XState that is restored from its stored snapshot in mid-hold stays in the hold for good: its "after" is not taken up again.
# Version: xstate 5.33.3 (npm)
# Source: xstate: the timer of "after" is begun by an action on entering the state and lives in the actor's system, keyed by actor and event; getPersistedSnapshot() of a
#   machine holds status, value, history, context and children. Starting from a snapshot enters no state. statelyai/xstate #5331 tells of it, open since 2025.
# Behaviour: A hold with after: { 30000: "done" } is done at 30 s. Stored at 20 s and restored, it is still held 100 s later, however it was restored; an event moves it.
#   Nothing of the delay is in the snapshot. Leaving the state and entering it again begins the delay anew.
# Cost: A workout that is taken up after a reload of the page, a crash, or from the session of the next request, holds until somebody speaks, with no error; a test that
#   walks there from the start is right. Put the deadline into the context, and send the event oneself after start().
# Seen: from the start: done; restored from the snapshot: hold, 100 s on; by resolveState: hold; the snapshot's keys: status, value, historyValue, context, children.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts xstate@5.33.3 > /dev/null
cat > check.mjs <<'JS'
import { SimulatedClock, createActor, createMachine } from "xstate";

const workout = createMachine({
  id: "workout",
  initial: "ready",
  states: {
    ready: { on: { GO: "hold" } },
    hold: { after: { 30000: "done" }, on: { AGAIN: { target: "hold", reenter: true } } },
    done: {},
  },
});

function started(snapshot) {
  const clock = new SimulatedClock();
  const actor = createActor(workout, { clock, snapshot }).start();
  return { clock, actor, where: () => actor.getSnapshot().value };
}

const first = started(undefined);
first.actor.send({ type: "GO" });
first.clock.increment(20_000);
const stored = JSON.stringify(first.actor.getPersistedSnapshot());
first.clock.increment(10_000);

const restored = started(JSON.parse(stored));
restored.clock.increment(100_000);
const resolved = started(workout.resolveState({ value: "hold" }));
resolved.clock.increment(100_000);
const seen = {
  fromTheStart: first.where(),
  restored: restored.where(),
  resolved: resolved.where(),
  kept: Object.keys(JSON.parse(stored)).join(", "),
};
restored.actor.send({ type: "AGAIN" });
restored.clock.increment(30_000);
seen.enteredAgain = restored.where();
console.log(seen);
const same =
  seen.fromTheStart === "done" &&
  seen.restored === "hold" &&
  seen.resolved === "hold" &&
  seen.enteredAgain === "done" &&
  !stored.includes("30000");
console.log(same ? "Still so." : "Changed: a restored delay is taken up again, or kept.");
process.exitCode = same ? 0 : 1;
JS
node check.mjs
