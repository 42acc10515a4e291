"""What a runner has named, as it was heard: by the id of what it is."""

from skill.coach.commands import Named, NamedExercise


def named(id_: str) -> Named:
    return Named(id_, id_)


def exercise(id_: str) -> NamedExercise:
    return NamedExercise(id_, id_)
