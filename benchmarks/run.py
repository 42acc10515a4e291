"""The project's figures in one run, each with its aim: ``make bench``, or ``make bench ARGS="turns service"``.

- turns: whole workouts of different runners, launches and first intents with empty caches, a veteran, a pain
  swap, each store, many writers, and the call for the time zone; against a bare ask-sdk skill, asked in turns.
- workouts: planning and scripting a whole workout.
- memories: a launch and a turn with a thousand past workouts against none, and the bytes kept of them.
- beat: fifteen repetitions' SSML by espeak-ng against the plan, and the offsets of the APLA timeline.
- rendering: every cue of an audio file by ear, a hold's length, and how fast a workout is rendered.
- service: the verified service under many conversations at once, beside the bare skill behind the same server.
- start: the packaged function: its size, and cold starts against the bare skill's.
- units: what a workout takes of DynamoDB, for a new runner and for a veteran.
- listening: how well and how cheaply a runner is heard through a microphone.

At the end it says which figures are worse than those kept in ``benchmarks/figures.json`` by more than their
tolerance, and which miss an aim that the kept ones met (of a figure that is kept nowhere, which miss their aim);
it exits with 1 if one is or does. ``--keep`` keeps the measured ones instead.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping

from benchmarks.beat import measure_beat
from benchmarks.cold_start import measure_cold_start
from benchmarks.figures import Measured, keep, read_kept
from benchmarks.listening import measure_listening
from benchmarks.memories import measure_memories
from benchmarks.rendering import measure_rendering
from benchmarks.service import measure_service
from benchmarks.turns import measure_turns
from benchmarks.units import measure_units
from benchmarks.workouts import measure_workouts

PARTS: Mapping[str, Callable[[], Iterator[Measured]]] = {
    "turns": measure_turns,
    "workouts": measure_workouts,
    "memories": measure_memories,
    "beat": measure_beat,
    "rendering": measure_rendering,
    "service": measure_service,
    "start": measure_cold_start,
    "units": measure_units,
    "listening": measure_listening,
}


def main() -> int:
    """Measure, print and compare."""
    asked = ArgumentParser(
        prog="make bench", description="Measure, and compare with what was kept."
    )
    asked.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; else all")
    asked.add_argument("--keep", action="store_true", help="keep what was measured")
    given = asked.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        asked.error(f"no such part: {', '.join(sorted(unknown))}")
    figures = []
    for part in given.parts or PARTS:
        for figure in PARTS[part]():
            print(figure, flush=True)
            figures.append(figure)
    if given.keep:
        keep(figures)
        return 0
    kept = read_kept()
    worse = [f"WORSE than kept: {told}" for figure in figures if (told := figure.worse_than(kept))]
    lost = [f"AIM lost: {told}" for figure in figures if (told := figure.aim_lost(kept))]
    print(*worse, *lost, sep="\n")
    return 1 if worse or lost else 0


if __name__ == "__main__":
    sys.exit(main())
