"""The things beside the body, each as lines of a picture; their x counts from where they stand."""

from collections.abc import Mapping
from types import MappingProxyType

from skill.figures.body import Point

STEP_CM = 22
"""The height of the step: a stair's, and about the middle of the shin."""

SEAT_CM = 44
"""The height of the chair's seat."""

KINDS: Mapping[str, tuple[tuple[Point, ...], ...]] = MappingProxyType(
    {
        "wall": (((0, 0), (0, -200)),),
        "wall_beside": (((-75, -12), (-75, -205), (75, -205), (75, -12)),),
        "step": (((0, 0), (0, -STEP_CM), (52, -STEP_CM), (52, 0)),),
        "chair": (
            ((0, 0), (0, -SEAT_CM), (46, -SEAT_CM)),
            ((42, 0), (42, -SEAT_CM)),
            ((46, -SEAT_CM), (46, -88)),
        ),
        "chair_behind": (
            ((46, 0), (46, -SEAT_CM), (0, -SEAT_CM)),
            ((4, 0), (4, -SEAT_CM)),
            ((0, -SEAT_CM), (0, -88)),
        ),
        "mat": (((-95, 4), (95, 4)),),
    }
)
"""The lines of each kind of prop. One beside which a body stands is behind it, as a frame."""

MAT_FROM_ABOVE = ((-105.0, -80.0), (105.0, -80.0), (105.0, 0.0), (-105.0, 0.0))
