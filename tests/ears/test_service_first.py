"""A service reads first, and this machine's own recogniser where it fails; a clock that stands still."""

from typing import TYPE_CHECKING

import pytest

from skill.ears.ears import ReadsAlong, Trouble, Words
from skill.ears.service_first import REST_S, ServiceFirst
from skill.ears.untranscribed import Untranscribed

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = b"said"


class Reading:
    """Reads what it is told to, or fails; ``asked`` and ``read_along`` count."""

    def __init__(self, does: str | Trouble) -> None:
        self.does, self.asked, self.read_along = does, 0, 0

    def along(self, pcm: bytes) -> None:
        self.read_along += 1

    def __call__(self, pcm: bytes) -> Words:
        self.asked += 1
        match self.does:
            case "away" | "slow" | "broken" | "language":
                raise Untranscribed(self.does)
        return Words(self.does)


class House:
    """A service, a recogniser of one's own, and the time."""

    def __init__(self, does: str, *, own: bool = True) -> None:
        self.service, self.own, self.made, self.now_s = Reading(does), Reading("own"), 0, 100.0
        making: Callable[[], ReadsAlong] | None = self._make if own else None
        self.reads = ServiceFirst(self.service, making, lambda: self.now_s)

    def _make(self) -> ReadsAlong:
        self.made += 1
        return self.own


def test_where_the_service_reads_the_own_recogniser_is_never_made() -> None:
    house = House("skip it")
    house.reads.along(SAID)
    assert house.reads(SAID) == Words("skip it")
    assert house.made == 0


@pytest.mark.parametrize("why", ["away", "slow", "broken", "language"])
def test_where_it_fails_the_own_recogniser_reads_the_same_speech(why: Trouble) -> None:
    assert House(why).reads(SAID) == Words("own", trouble=why)


def test_without_one_there_are_no_words_and_the_trouble_is_told() -> None:
    assert House("away", own=False).reads(SAID) == Words(trouble="away")


def test_a_service_that_failed_is_left_alone_for_a_while_and_then_asked_again() -> None:
    house = House("slow")
    for _ in range(3):
        assert house.reads(SAID).trouble == "slow"
        house.reads.along(SAID)
    assert (house.service.asked, house.made, house.own.read_along) == (1, 1, 3)
    house.now_s += REST_S
    house.service.does = "skip it"
    house.reads.along(SAID)
    assert house.reads(SAID) == Words("skip it")
    assert house.own.read_along == 3
    assert house.reads(SAID) == Words("skip it"), "and it goes on with the service"
