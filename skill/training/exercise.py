"""An exercise, the dose it is done in, and the stretch that follows it."""

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """What a dose is counted in."""

    REPETITIONS = "repetitions"
    SECONDS = "seconds"


class Side(StrEnum):
    """The side of the body that works."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Sides(StrEnum):
    """How an exercise shares its work between the sides."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"

    @property
    def order(self) -> tuple[Side, ...]:
        """The sides trained one after another in a set."""
        return (Side.LEFT, Side.RIGHT) if self is Sides.EACH else (Side.BOTH,)


class Position(StrEnum):
    """Where the runner is for an exercise."""

    STANDING = "standing"
    FLOOR = "floor"


class Begins(StrEnum):
    """Where a repetition begins: standing or otherwise high, or low, as lying on the floor."""

    HIGH = "high"
    LOW = "low"


class Dose(NamedTuple):
    """What is asked of one side: so many repetitions, or so many seconds of holding."""

    measure: Measure
    amount: int


class Tempo(NamedTuple):
    """Seconds of one repetition as it is done: the way there, a pause, the way back, a pause.

    The way there leads down where the repetition begins high, and up where it begins low.
    """

    there: float
    pause: float
    back: float
    pause_after: float

    @property
    def repetition_ms(self) -> int:
        """Length of one repetition in ms."""
        return round(sum(self) * 1000)


Instead = tuple[tuple[str, str | None], ...]
"""What is done in place of something for each sore joint: an id, or None for nothing."""


def in_place(instead: Instead, joint: str) -> str | None:
    """What ``instead`` names for a joint, if anything."""
    return dict(instead).get(joint)


class Exercise(NamedTuple):
    """A movement in the catalog. Facts only: its name and how-to are phrases.

    ``lowest`` and ``highest`` bound the dose in the unit of ``measure``. ``tempo`` is None for an exercise that
    is held. ``needs`` are things without which it cannot be done, ``tools`` can load it. ``joints`` are the
    ones that it loads, ``tool_joints`` those that a load adds, by the tool; ``instead`` is what spares a joint.
    ``impact`` says that it jumps, ``lowers`` that the legs brake a deep way down, which is felt for days.
    ``variation_of`` is the easier exercise that leads to it, ``turns_with`` the one with which it takes turns;
    both are None for one planned on its own, unless it is a ``stand_in``: done in place of others alone.
    ``variation_first`` says that its ladder leads to a harder variation before it leads to a load.
    ``eyes_closed`` says that it is done so, ``on_back`` that one lies on the back.
    """

    id: str
    measure: Measure
    lowest: int
    highest: int
    sides: Sides
    pattern: str
    position: Position
    muscles: tuple[str, ...]
    needs: tuple[str, ...]
    tempo: Tempo | None
    rest_seconds: int
    joints: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    impact: bool = False
    lowers: bool = False
    variation_of: str | None = None
    begins: Begins = Begins.HIGH
    tool_joints: tuple[tuple[str, tuple[str, ...]], ...] = ()
    instead: Instead = ()
    turns_with: str | None = None
    stand_in: bool = False
    variation_first: bool = False
    eyes_closed: bool = False
    on_back: bool = False

    @property
    def base_id(self) -> str:
        """The exercise that this one is a harder variation of, or this one itself."""
        return self.variation_of or self.id

    def joints_with(self, tool: str | None) -> tuple[str, ...]:
        """The joints that it loads with a tool, or without one."""
        return (*self.joints, *dict(self.tool_joints).get(tool or "", ()))


class Stretch(NamedTuple):
    """A stretch of the cool-down; ``always`` marks one that ends every workout.

    ``joints`` are what it bends or loads, ``instead`` is what spares a sore one. A ``stand_in`` is done in
    place of others alone. ``on_back`` says that one lies on the back.
    """

    id: str
    muscles: tuple[str, ...]
    sides: Sides
    hold_seconds: int
    always: bool = False
    position: Position = Position.STANDING
    joints: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    instead: Instead = ()
    stand_in: bool = False
    on_back: bool = False


class Move(NamedTuple):
    """A move of the warm-up, led on the beat: so many repetitions, or seconds, each taking ``beat_ms``.

    ``joints``, ``needs``, ``instead`` and ``stand_in`` are as of a stretch.
    """

    id: str
    dose: Dose
    beat_ms: int
    sides: Sides
    joints: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    instead: Instead = ()
    stand_in: bool = False
