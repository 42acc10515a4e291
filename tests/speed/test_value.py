"""Values: frozen, told by their fields, and as strict about them as a dataclass."""

from functools import cached_property

import pytest
from support.tables import with_each

from skill.speed.value import Value


class Weight(Value):
    grams: int
    tool: str = "dumbbell"

    @cached_property
    def kilos(self) -> float:
        return self.grams / 1000


class Barbell(Weight):
    plates: tuple[int, ...] = ()


class Nothing(Value):
    pass


class Silence(Value):
    pass


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    assert Weight(8000) == Weight(grams=8000) == Weight(8000, "dumbbell")
    assert Weight(8000, tool="kettlebell").tool == "kettlebell"
    assert Barbell(8000, plates=(5,)).tool == "dumbbell"


@with_each(
    ("given", "named"),
    [
        ((), {}),
        ((), {"tool": "bar"}),
        ((1, "bar", 2), {}),
        ((1,), {"length": 2}),
        ((), {"length": 2}),
    ],
)
def test_other_fields_are_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Weight has these fields: grams, tool"):
        Weight(*given, **named)  # type: ignore[arg-type]


def test_equal_is_what_is_of_one_class_with_equal_fields() -> None:
    assert Weight(8000) != Weight(9000)
    assert Weight(8000) != Barbell(8000)
    assert Nothing() == Nothing()
    assert Nothing() != Silence()
    assert len({Weight(8000), Weight(8000), Barbell(8000), Nothing(), Silence()}) == 4


def test_what_was_derived_makes_no_difference() -> None:
    one, other = Weight(8000), Weight(8000)
    assert one.kilos == 8
    assert one == other
    assert hash(one) == hash(other)
    assert one._replace(grams=9000).kilos == 9


def test_a_value_is_never_changed() -> None:
    with pytest.raises(AttributeError, match="grams"):
        Weight(8000).grams = 9000  # type: ignore[misc]


def test_a_changed_copy_takes_no_other_field() -> None:
    assert Weight(8000)._replace(tool="bar") == Weight(8000, "bar")
    with pytest.raises(TypeError, match="these fields"):
        Weight(8000)._replace(length=2)


def test_a_value_tells_its_fields() -> None:
    assert repr(Barbell(8000)) == "Barbell(grams=8000, tool='dumbbell', plates=())"
