import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.training.loads import (
    WEIGHTS,
    amount_of,
    grams_of,
    heavier,
    is_weight,
    lighter,
    lightest,
)
from skill.training.preferences import HEAVIEST_GRAMS, Units


@given(st.sampled_from(sorted(WEIGHTS)), st.sampled_from(Units), st.integers(0, 200))
def test_a_step_is_the_smallest_there_is_or_within_ten_percent(
    tool: str, units: Units, more: int
) -> None:
    least, plate = WEIGHTS[tool][units]
    amount = least + more * plate
    raised = heavier(tool, grams_of(amount, units), units)
    if raised is None:
        assert grams_of(amount * 1.1 + plate, units) > HEAVIEST_GRAMS
        return
    step = amount_of(raised, units) - amount
    assert step == plate or plate < step <= amount / 10
    assert step % plate == 0


@given(st.sampled_from(sorted(WEIGHTS)), st.sampled_from(Units))
def test_a_load_leads_down_to_the_lightest_and_then_to_none(tool: str, units: Units) -> None:
    grams, seen = grams_of(WEIGHTS[tool][units][0] + 6 * WEIGHTS[tool][units][1], units), 0
    while (less := lighter(tool, grams, units)) is not None:
        assert less < grams
        grams, seen = less, seen + 1
    assert (seen, grams) == (6, lightest(tool, units))


@pytest.mark.parametrize(
    ("grams", "units", "amount"),
    [(8_000, Units.KILOGRAMS, 8), (4_536, Units.POUNDS, 10), (1_134, Units.POUNDS, 2.5)],
)
def test_grams_are_spoken_in_either_unit(grams: int, units: Units, amount: float) -> None:
    assert amount_of(grams, units) == amount
    assert grams_of(amount, units) == grams


def test_a_band_weighs_nothing() -> None:
    assert not is_weight("mini_band")
    assert not is_weight(None)
    assert lightest("exercise_band", Units.POUNDS) == 0
