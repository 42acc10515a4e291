"""The project's figures in one run, each with its aim: ``make bench``.

1. A warm turn through ``lambda_handler`` against a bare ask-sdk skill, asked in turns.
2. Planning and scripting a whole workout.
3. A launch and a turn with a thousand past workouts against none, and the bytes kept of them.
4. The beat: fifteen repetitions' SSML by espeak-ng against the plan, and the offsets of the APLA timeline.
5. The beat as audio files: every cue by ear, a hold's length, and how fast a workout is rendered.
6. The verified service under 8 and 64 conversations at once, beside the bare skill behind the same server.
7. The packaged function: its size, and cold starts against the bare skill, without a database and with one.
8. What a workout takes of DynamoDB, for a new runner and for a veteran.
9. How well and how cheaply a runner is heard through a microphone.
"""

from benchmarks.beat import measure_beat
from benchmarks.cold_start import measure_cold_start
from benchmarks.listening import measure_listening
from benchmarks.memories import measure_memories
from benchmarks.rendering import measure_rendering
from benchmarks.service import measure_service
from benchmarks.turns import measure_turns
from benchmarks.units import measure_units
from benchmarks.workouts import measure_workouts


def main() -> None:
    """Measure and print."""
    for measure in (
        measure_turns,
        measure_workouts,
        measure_memories,
        measure_beat,
        measure_rendering,
        measure_service,
        measure_cold_start,
        measure_units,
        measure_listening,
    ):
        for figure in measure():
            print(figure)


if __name__ == "__main__":
    main()
