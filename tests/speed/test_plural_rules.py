"""Plural rules mean what they mean in gettext."""

from gettext import c2py

import pytest
from support.tables import with_each

from skill.speed.plural_rules import read_plural

RULES = [
    *(f"n {sign} {other}" for sign in ("==", "!=", "<", "<=", ">", ">=") for other in (0, 1, 2)),
    *("n>1", "0", "n", "!n", "n != 1 ? 1 : 0", "n%10==1 && n%100!=11 ? 0 : 1"),
]


@with_each("rule", RULES)
def test_a_rule_gives_each_number_the_form_that_gettext_gives_it(rule: str) -> None:
    ours, theirs = read_plural(rule), c2py(rule)
    assert [ours(n) for n in range(120)] == [int(theirs(n)) for n in range(120)]


@with_each("rule", ["", "n !=", "n != one", "n =! 1", "m != 1", "n != -1", "n != ²", "n != 1 n"])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"plural|tok"):
        read_plural(rule)
