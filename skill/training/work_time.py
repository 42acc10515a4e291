"""How long work takes with the rests after it, in ms: at the exercise's own tempo, and without talk."""

from collections.abc import Iterable, Iterator

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise
from skill.training.prescription import Prescription
from skill.training.record import Record


def length_ms(item: Prescription, rounds: int) -> int:
    """All sets of an exercise in so many rounds, and its extra ones."""
    return set_ms(item) * (rounds + item.extra_sets)


def set_ms(item: Prescription) -> int:
    """One set of an exercise."""
    return _of_sides(item.exercise, item.dose.amount, 1)


def shortest_set_ms(exercise: Exercise) -> int:
    """A set of an exercise at its lowest dose."""
    return _of_sides(exercise, exercise.lowest, 1)


def asked_ms(catalog: Catalog, records: Iterable[Record]) -> int:
    """What was asked for in these records, without exercises that are gone."""
    return sum(
        _of_sides(exercise, record.asked, len(record.sets_done))
        for exercise, record in _known(catalog, records)
    )


def done_ms(catalog: Catalog, records: Iterable[Record]) -> int:
    """What was done in these records, without exercises that are gone."""
    return sum(
        _in_all(exercise, record.amount, record.sets)
        for exercise, record in _known(catalog, records)
    )


def _known(catalog: Catalog, records: Iterable[Record]) -> Iterator[tuple[Exercise, Record]]:
    for record in records:
        if exercise := catalog.exercises.get(record.exercise_id):
            yield exercise, record


def _of_sides(exercise: Exercise, amount: int, sets: int) -> int:
    """So many sets of so much on each side."""
    return _in_all(exercise, amount * len(exercise.sides.order) * sets, sets)


def _in_all(exercise: Exercise, amount: int, sets: int) -> int:
    """So many repetitions, or seconds of a hold, and the rests after so many sets."""
    each_ms = exercise.tempo.repetition_ms if exercise.tempo else 1000
    return amount * each_ms + sets * exercise.rest_seconds * 1000
