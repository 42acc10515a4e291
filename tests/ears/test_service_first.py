"""A service reads first; this machine's own recogniser hears pain, and reads where it fails. The clock stands."""

import pytest

from skill.ears.ears import Trouble, Words
from skill.ears.orders import Alarming
from skill.ears.service_first import REST_S, ServiceFirst
from skill.ears.untranscribed import Untranscribed

SAID = b"said"


class Hurt:
    """What is found in words of pain."""

    is_urgent = False


def hurts(words: str) -> Alarming | None:
    return Hurt() if "hurts" in words else None


class Reading:
    """Reads what it is told to, or fails; ``asked`` and ``read_along`` count."""

    def __init__(self, does: str | Trouble, *, in_doubt: bool = False) -> None:
        self.does, self.in_doubt, self.asked, self.read_along = does, in_doubt, 0, 0

    def along(self, pcm: bytes) -> None:
        self.read_along += 1

    def __call__(self, pcm: bytes) -> Words:
        self.asked += 1
        match self.does:
            case "away" | "slow" | "broken" | "language":
                raise Untranscribed(self.does)
        return Words(self.does, self.in_doubt, "go on" if self.in_doubt else "")


class House:
    """A service, a recogniser of one's own, and the time."""

    def __init__(self, does: str, *, own: Reading | None = None) -> None:
        self.service, self.own, self.now_s = Reading(does), own, 100.0
        self.reads = ServiceFirst(self.service, own, hurts, lambda: self.now_s)


def test_the_words_of_the_service_are_taken() -> None:
    assert House("skip it", own=Reading("own")).reads(SAID) == Words("skip it")
    assert House("skip it").reads(SAID) == Words("skip it")


@pytest.mark.parametrize("in_doubt", [True, False])
def test_a_pain_that_the_service_missed_is_asked_about_and_then_its_own_words(
    in_doubt: bool,
) -> None:
    own = Reading("my shin hurts", in_doubt=in_doubt)
    assert House("my champagne", own=own).reads(SAID) == Words(own.does, True, "my champagne")
    assert House("", own=own).reads(SAID) == Words(own.does, True)


def test_a_pain_that_the_service_heard_is_in_no_doubt() -> None:
    own = Reading("my shirt hurts", in_doubt=True)
    assert House("my shin hurts", own=own).reads(SAID) == Words("my shin hurts")
    assert House("my shin hurts", own=Reading("skip it")).reads(SAID) == Words("my shin hurts")


@pytest.mark.parametrize("why", ["away", "slow", "broken", "language"])
def test_where_it_fails_the_own_recogniser_reads_the_same_speech(why: Trouble) -> None:
    assert House(why, own=Reading("own")).reads(SAID) == Words("own", trouble=why)


def test_without_one_there_are_no_words_and_the_trouble_is_told() -> None:
    assert House("away").reads(SAID) == Words(trouble="away")


def test_a_service_that_failed_is_left_alone_for_a_while_and_then_asked_again() -> None:
    house = House("slow", own=Reading("own"))
    for _ in range(3):
        assert house.reads(SAID) == Words("own", trouble="slow")
    assert house.service.asked == 1
    house.now_s += REST_S
    house.service.does = "skip it"
    assert house.reads(SAID) == Words("skip it")
    assert house.reads(SAID) == Words("skip it"), "and it goes on with the service"


def test_the_own_recogniser_reads_along_for_the_pain_that_it_may_hear() -> None:
    own = Reading("own")
    House("skip it", own=own).reads.along(SAID)
    House("skip it").reads.along(SAID)
    assert own.read_along == 1
