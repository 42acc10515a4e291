"""A record: what was done. Never the same class as what was planned."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Record:
    """What one workout did of one exercise.

    ``sets`` counts the sets of which anything was done; ``repetitions`` and ``seconds`` add up all
    sets and sides (one of the two is 0, by the exercise's measure).
    """

    day: date
    exercise_id: str
    sets: int
    repetitions: int
    seconds: int


History = tuple[Record, ...]
"""All records of an athlete, oldest first."""
