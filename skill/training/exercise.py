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


class Dose(NamedTuple):
    """What is asked of one side: so many repetitions, or so many seconds of holding."""

    measure: Measure
    amount: int


class Tempo(NamedTuple):
    """Seconds down, pause, up, pause of one repetition, as strength coaches write it."""

    down: float
    pause: float
    up: float
    pause_after: float

    @property
    def repetition_ms(self) -> int:
        """Length of one repetition in ms."""
        return round((self.down + self.pause + self.up + self.pause_after) * 1000)


class Exercise(NamedTuple):
    """A movement in the catalog. Facts only: its name and how-to are phrases.

    ``lowest`` and ``highest`` bound the dose in the unit of ``measure``. ``tempo`` is None for an
    exercise that is held. ``needs`` must be at hand, ``tools`` can load it. ``joints`` are the ones that
    it loads; ``impact`` says that it jumps. ``variation_of`` is the easier exercise that leads to it, None
    for one planned on its own.
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
    variation_of: str | None = None

    @property
    def base_id(self) -> str:
        """The exercise that this one is a harder variation of, else itself."""
        return self.variation_of or self.id


class Stretch(NamedTuple):
    """A stretch of the cool-down; ``always`` marks one that ends every workout."""

    id: str
    muscles: tuple[str, ...]
    sides: Sides
    hold_seconds: int
    always: bool
