"""Numbers that people say, brought into range."""

from skill.value import Value


class Bounded(Value):
    """A number in range, and whether it had to be brought there."""

    value: int
    was_below: bool
    was_above: bool


def bounded(value: int, lowest: int, highest: int) -> Bounded:
    """``value``, or the end of the range that it is beyond."""
    return Bounded(min(highest, max(lowest, value)), value < lowest, value > highest)
