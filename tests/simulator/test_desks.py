"""All desks of a house."""

from at_the_desk import House

from skill.simulator.desks import MOST_DESKS, Desks


def test_a_desk_is_found_by_its_id(house: House) -> None:
    desks = Desks()
    desk = desks.set_up("me", house.fittings)
    assert desk.runner == "me"
    assert desks.find(desk.id) is desk


def test_no_two_desks_have_the_same_id(house: House) -> None:
    desks = Desks()
    assert len({desks.set_up("me", house.fittings).id for _ in range(MOST_DESKS)}) == MOST_DESKS


def test_nobody_finds_a_desk_that_was_never_set_up(house: House) -> None:
    assert Desks().find("") is None


def test_of_too_many_desks_the_one_used_longest_ago_goes_first(house: House) -> None:
    desks = Desks()
    first, second, *others = [desks.set_up("me", house.fittings) for _ in range(MOST_DESKS)]
    assert desks.find(first.id) is first
    newest = desks.set_up("me", house.fittings)
    assert desks.find(second.id) is None
    assert [desks.find(desk.id) for desk in (first, *others, newest)] == [first, *others, newest]


def test_however_many_are_set_up_no_more_are_kept_than_allowed(house: House) -> None:
    desks = Desks()
    ids = [desks.set_up("me", house.fittings).id for _ in range(3 * MOST_DESKS)]
    assert [desks.find(id_) is not None for id_ in ids] == (
        [False] * 2 * MOST_DESKS + [True] * MOST_DESKS
    )
