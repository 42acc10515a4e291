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
    own_units,
)
from skill.training.preferences import HEAVIEST_GRAMS, Units

PLAIN = (Units.KILOGRAMS, Units.POUNDS)
MOSTLY = (Units.MOSTLY_KILOGRAMS, Units.MOSTLY_POUNDS)


@given(st.sampled_from(sorted(WEIGHTS)), st.sampled_from(PLAIN), st.integers(0, 200))
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


@given(st.sampled_from(sorted(WEIGHTS)), st.sampled_from(PLAIN))
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


@given(st.integers(1, 200), st.sampled_from(PLAIN), st.sampled_from(MOSTLY))
def test_a_load_keeps_the_unit_it_was_said_in(halves: int, said: Units, mostly: Units) -> None:
    grams = grams_of(halves / 2, said)
    assert own_units(grams, mostly) is said
    assert amount_of(grams, mostly) == halves / 2


@pytest.mark.parametrize("mostly", MOSTLY)
def test_a_load_steps_along_weights_of_its_own_unit(mostly: Units) -> None:
    assert heavier("kettlebell", 16_000, mostly) == 20_000
    assert lighter("kettlebell", 16_000, mostly) == 12_000
    ten_pounds = grams_of(10, Units.POUNDS)
    assert amount_of(heavier("dumbbell", ten_pounds, mostly) or 0, Units.POUNDS) == 12.5
    assert lightest("kettlebell", mostly) == lightest("kettlebell", mostly.of_new_loads)


def test_a_wish_for_one_unit_is_a_wish_for_every_load() -> None:
    assert own_units(16_000, Units.POUNDS) is Units.POUNDS
