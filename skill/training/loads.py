"""Loads: which weights there are, and the next one up or down."""

from skill.training.preferences import HEAVIEST_GRAMS, Units

GRAMS = {Units.KILOGRAMS: 1000.0, Units.POUNDS: 453.59237}
"""What one of each unit weighs; the pound by definition."""

WEIGHTS: dict[str, dict[Units, tuple[float, float]]] = {
    "kettlebell": {Units.KILOGRAMS: (4, 4), Units.POUNDS: (10, 5)},
    "dumbbell": {Units.KILOGRAMS: (2, 1), Units.POUNDS: (5, 2.5)},
    "barbell": {Units.KILOGRAMS: (10, 2.5), Units.POUNDS: (20, 5)},
}
"""The lightest weight to begin with and the smallest step, as they are commonly sold, by tool and unit. What is
no weight is a band."""

STEP = 0.05
"""ACSM's 2009 position stand raises a load by 2-10 %; the middle, where the runner's weights are that fine."""


def grams_of(amount: float, units: Units) -> int:
    """An amount in kilograms or pounds, in grams."""
    return round(amount * GRAMS[units.of_new_loads])


def own_units(grams: int, units: Units) -> Units:
    """The unit in which a load is said, and in which the next one is found: kilograms or pounds.

    It is the one in which the load is a whole number or ends in a half, so the grams alone show in which it was
    said. No weight below a hundred kilograms is whole in both.
    """
    if units is units.of_new_loads:
        return units
    other = Units.KILOGRAMS if units is Units.MOSTLY_POUNDS else Units.POUNDS
    whole = [unit for unit in (units.of_new_loads, other) if _is_whole(grams, unit)]
    return whole[0] if whole else units.of_new_loads


HEAVY_TO_BEGIN = {"kettlebell": 16_000, "dumbbell": 14_000, "barbell": 35_000}
"""Grams above which a load is far more than one begins with, by tool (ours)."""

FAR_MORE = 2
"""So many times the load so far is far more than its next step (ours)."""


def is_far_beyond(tool: str, grams: int, so_far: int) -> bool:
    """Whether a load may have been misheard: far more than the one so far (0: none), and than one begins with."""
    return grams > max(FAR_MORE * so_far, HEAVY_TO_BEGIN[tool])


def amount_of(grams: int, units: Units) -> float:
    """Grams in kilograms or pounds, to the half."""
    return round(2 * grams / GRAMS[own_units(grams, units)]) / 2


def is_weight(tool: str | None) -> bool:
    """Whether a tool has grams; a band has none."""
    return tool in WEIGHTS


def lightest(tool: str, units: Units) -> int:
    """What to begin with, in grams; 0 for a band."""
    units = units.of_new_loads
    return grams_of(WEIGHTS[tool][units][0], units) if is_weight(tool) else 0


def heavier(tool: str, grams: int, units: Units) -> int | None:
    """The next heavier load in grams: 2-10 % more, or the smallest step that there is; None past the heaviest."""
    units = own_units(grams, units)
    amount = amount_of(grams, units)
    raised = grams_of(amount + _step(tool, amount, units), units)
    return raised if raised <= HEAVIEST_GRAMS else None


def lighter(tool: str, grams: int, units: Units) -> int | None:
    """The next lighter load in grams; None below the lightest."""
    units = own_units(grams, units)
    amount, (least, _) = amount_of(grams, units), WEIGHTS[tool][units]
    lowered = amount - _step(tool, amount, units)
    return grams_of(lowered, units) if lowered >= least else None


def _is_whole(grams: int, units: Units) -> bool:
    return grams == grams_of(amount_of(grams, units), units)


def _step(tool: str, amount: float, units: Units) -> float:
    _, plate = WEIGHTS[tool][units]
    return plate * max(1, int(amount * STEP / plate))
