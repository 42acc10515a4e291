"""What stops the count, and how serious it is."""

from enum import StrEnum
from typing import NamedTuple


class Grade(StrEnum):
    """How serious words are that stop the count; the most serious come first.

    After pain come the conditions that a runner lives with (``CONDITIONS``), then what only feels like pain:
    muscles that are sore from the last training, a stitch, sweat, a muscle that pulls, one that burns, and legs
    that are worn out.
    """

    DESPAIR = "despair"
    DANGER = "danger"
    INJURY = "injury"
    PAIN = "pain"
    HELP = "help"
    HEART = "heart"
    PREGNANT = "pregnant"
    OPERATED = "operated"
    DELICATE = "delicate"
    ILL = "ill"
    CHRONIC = "chronic"
    SORE = "sore"
    STITCH = "stitch"
    SWEAT = "sweat"
    PULL = "pull"
    BURN = "burn"
    WORN_OUT = "worn_out"


SIGNS = (Grade.DESPAIR, Grade.DANGER, Grade.INJURY, Grade.PAIN)
"""What is wrong now."""

CONDITIONS = (
    Grade.HEART,
    Grade.PREGNANT,
    Grade.OPERATED,
    Grade.DELICATE,
    Grade.ILL,
    Grade.CHRONIC,
)
"""What a runner lives with: a heart condition, a pregnancy, a child just born, an operation, bones or a belly
wall that give way easily, a fever or an infection, a long illness."""


FELT = (Grade.STITCH, Grade.SWEAT, Grade.PULL, Grade.BURN, Grade.WORN_OUT)
"""What only feels like something wrong, where no joint stands beside it."""


class Alarm(NamedTuple):
    """Something that stops the count: how bad, and the part of the body, by its id and as said."""

    grade: Grade
    part: str | None = None
    said: str = ""

    @property
    def is_urgent(self) -> bool:
        """Whether it may not even be passed over as talk: despair, danger or a call for help."""
        return self.grade in (Grade.DESPAIR, Grade.DANGER, Grade.HELP)
