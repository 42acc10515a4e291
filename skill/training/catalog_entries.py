"""The entries of the catalog's data files: an exercise, a stretch, a move of the warm-up."""

from typing import Any

from skill.training.exercise import (
    Begins,
    Dose,
    Exercise,
    Instead,
    Measure,
    Move,
    Position,
    Sides,
    Stretch,
    Tempo,
)
from skill.training.fields import (
    FieldsOf,
    read_name,
    read_name_or_none,
    read_names,
    read_number,
    read_some_names,
    read_whole_number,
    read_yes_or_no,
)

LONGEST_DOSE = {Measure.REPETITIONS: 20, Measure.SECONDS: 90}
"""The largest dose whose set still fits one spoken response at the slowest tempo, after a breather."""

NOTHING = "nothing"
"""What stands in a data file for a sore joint that nothing spares."""


def _instead(value: Any) -> Instead:
    pairs = ((read_name(joint), read_name(other)) for joint, other in value.items())
    return tuple((joint, None if other == NOTHING else other) for joint, other in pairs)


def _tools(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((read_name(tool), read_names(joints)) for tool, joints in value.items())


def _tempo(value: Any) -> Tempo:
    tempo = Tempo(*map(read_number(0, 10), value))
    # Beyond 10 s a repetition no longer builds strength (Schoenfeld 2015); under 1.5 s the number
    # just said would run into the next.
    if not 1500 <= tempo.repetition_ms <= 10_000:
        raise ValueError
    return tempo


def _dose(value: Any) -> tuple[Measure, int, int]:
    ((unit, (lowest, highest)),) = value.items()
    measure = Measure(unit)
    if not type(lowest) is type(highest) is int:
        raise TypeError
    if not 1 <= lowest <= highest <= LONGEST_DOSE[measure]:
        raise ValueError
    return measure, lowest, highest


_USUAL: tuple[tuple[str, Any], ...] = (
    ("impact", False),
    ("lowers", False),
    ("variation_of", None),
    ("begins", "high"),
    ("instead", {}),
    ("turns_with", None),
    ("stand_in", False),
    ("variation_first", False),
    ("eyes_closed", False),
    ("on_back", False),
)
"""What an exercise has where its entry does not say."""

_INSTEAD = 'write { joint = "what spares it" }, or { joint = "nothing" }'


def read_exercise(entry: FieldsOf) -> Exercise:
    """The exercise of a table.

    Raises:
        DataError: a field is missing or out of range.
    """
    measure, lowest, highest = entry.take(
        "dose",
        _dose,
        "write { repetitions = [lowest, highest] } up to 20, or { seconds = [lowest, highest] } "
        "up to 90",
    )
    for name, usual in _USUAL:
        entry.unread.setdefault(name, usual)
    tempo = None
    if measure is Measure.REPETITIONS:
        remedy = "write four numbers of seconds: [there, pause, back, pause], 1.5 to 10 in all"
        tempo = entry.take("tempo", _tempo, remedy)
    tools = entry.take("tools", _tools, "write { tool = [joints that the load adds] }, or {}")
    return Exercise(
        id=entry.name,
        measure=measure,
        lowest=lowest,
        highest=highest,
        sides=entry.take("sides", Sides, "write both, each or alternating"),
        pattern=entry.take(
            "pattern", read_name, "name the movement pattern, such as squat or hinge"
        ),
        position=entry.take("position", Position, "write standing or floor"),
        muscles=entry.take("muscles", read_some_names, "list at least one muscle"),
        needs=entry.take("needs", read_names, "list what has to be there, or []"),
        tempo=tempo,
        rest_seconds=entry.take(
            "rest_seconds", read_whole_number(15, 120), "write seconds, 15 to 120"
        ),
        joints=entry.take("joints", read_some_names, "list at least one joint that it loads"),
        tools=tuple(tool for tool, _ in tools),
        impact=entry.take("impact", read_yes_or_no, "write true or false"),
        lowers=entry.take("lowers", read_yes_or_no, "write true or false"),
        variation_of=entry.take("variation_of", read_name_or_none, "name the easier exercise"),
        begins=entry.take("begins", Begins, "write high or low"),
        tool_joints=tools,
        instead=entry.take("instead", _instead, _INSTEAD),
        turns_with=entry.take(
            "turns_with", read_name_or_none, "name the exercise it takes turns with"
        ),
        stand_in=entry.take("stand_in", read_yes_or_no, "write true or false"),
        variation_first=entry.take("variation_first", read_yes_or_no, "write true or false"),
        eyes_closed=entry.take("eyes_closed", read_yes_or_no, "write true or false"),
        on_back=entry.take("on_back", read_yes_or_no, "write true or false"),
    )


def _sides_of_stretch(value: Any) -> Sides:
    sides = Sides(value)
    if sides is Sides.ALTERNATING:
        raise ValueError
    return sides


def read_stretch(entry: FieldsOf) -> Stretch:
    """The stretch of a table.

    Raises:
        DataError: a field is missing or out of range.
    """
    for name in ("always", "stand_in", "on_back"):
        entry.unread.setdefault(name, False)
    return Stretch(
        id=entry.name,
        muscles=entry.take("muscles", read_some_names, "list at least one muscle"),
        sides=entry.take("sides", _sides_of_stretch, "write both or each"),
        hold_seconds=entry.take(
            "hold_seconds", read_whole_number(10, 60), "write seconds, 10 to 60"
        ),
        always=entry.take("always", read_yes_or_no, "write true or false"),
        position=entry.take("position", Position, "write standing or floor"),
        joints=entry.take("joints", read_names, "list the joints that it bends or loads, or []"),
        needs=entry.take("needs", read_names, "list what has to be there, or []"),
        instead=entry.take("instead", _instead, _INSTEAD),
        stand_in=entry.take("stand_in", read_yes_or_no, "write true or false"),
        on_back=entry.take("on_back", read_yes_or_no, "write true or false"),
    )


MOST_SECONDS_A_MOVE, MOST_REPETITIONS_A_MOVE = 60, 20
"""The longest move of a warm-up, which is short."""


def read_move(entry: FieldsOf) -> Move:
    """The move of a table.

    Raises:
        DataError: a field is missing or out of range.
    """
    entry.unread.setdefault("stand_in", False)
    if "repetitions" in entry.unread:
        read = read_whole_number(1, MOST_REPETITIONS_A_MOVE)
        dose = Dose(Measure.REPETITIONS, entry.take("repetitions", read, "write 1 to 20"))
    else:
        read = read_whole_number(10, MOST_SECONDS_A_MOVE)
        dose = Dose(Measure.SECONDS, entry.take("seconds", read, "write seconds, 10 to 60"))
    return Move(
        id=entry.name,
        dose=dose,
        beat_ms=entry.take(
            "beat", _beat_ms, "write seconds, 0.5 to 5; 1.5 or more for repetitions"
        ),
        sides=entry.take("sides", Sides, "write both, each or alternating"),
        joints=entry.take("joints", read_names, "list the joints that it loads, or []"),
        needs=entry.take("needs", read_names, "list what has to be there, or []"),
        instead=entry.take("instead", _instead, _INSTEAD),
        stand_in=entry.take("stand_in", read_yes_or_no, "write true or false"),
    )


def _beat_ms(value: Any) -> int:
    return int(read_number(0.5, 5)(value) * 1000)
