"""Which plural form a number takes, by a rule in the form of gettext's, such as "n != 1"."""

from collections.abc import Callable, Sequence

from skill.language.phrase_files import PLURAL_CATEGORIES

Plural = Callable[[int], int]
"""Gives the place of a number's form among the language's categories."""


def check_plural(categories: Sequence[str], plural: Plural) -> None:
    """Raise ValueError where a number would get no form of the locale."""
    if "other" not in categories or not PLURAL_CATEGORIES.issuperset(categories):
        raise ValueError(f"plural_categories {categories}")
    try:
        # The rules of all languages repeat with the last two digits.
        places = {*map(plural, range(200))}
    except ArithmeticError:
        raise ValueError("plural divides by nothing") from None
    if min(places) < 0 or max(places) >= len(categories):
        raise ValueError("plural goes beyond plural_categories")
