"""The table ``[locale]`` of a phrase file: how a language counts, lists, calls the coach and forms plurals."""

from collections.abc import Mapping
from typing import Any

from skill.errors import DataError
from skill.language.numbers import Numbers, read_numbers
from skill.language.plurals import check_plural, read_plural
from skill.value import Value


class LocaleSettings(Value):
    """What all sentences of a locale share.

    In a list ``between`` parts its words, ``before_last`` the last one, and ``pair`` two alone. ``call`` stands
    before an order, with ``{name}`` for the coach's. ``plural`` is a rule of gettext's, which leads a number to
    one of the ``categories``.
    """

    numbers: Numbers
    between: str
    before_last: str
    pair: str
    call: str
    categories: tuple[str, ...]
    plural: str

    def joined(self, words: list[str]) -> str:
        """Words as a list."""
        if len(words) < 3:
            return self.pair.join(words)
        return self.between.join(words[:-1]) + self.before_last + words[-1]


def read_settings(file: str, table: Mapping[str, Any], *, checked: bool) -> LocaleSettings:
    """The settings of a phrase file; of one that was ``checked`` before, the plurals are not tried again.

    Raises:
        DataError: one is missing or wrong.
    """

    def wrong(field: str, problem: str, remedy: str) -> DataError:
        return DataError(file, "locale", field, problem, remedy)

    try:
        numbers = read_numbers(table)
    except ValueError as error:
        field, remedy = error.args
        raise wrong(field, "is missing or wrong", remedy) from None
    try:
        between, before_last, pair = map(str, table["list"])
    except (KeyError, ValueError, TypeError) as error:
        remedy = 'write what stands between, before the last, between two: [", ", " and ", " and "]'
        raise wrong("list", f"is missing or wrong: {error}", remedy) from None
    call = table.get("call")
    if not isinstance(call, str) or "{name}" not in call:
        raise wrong("call", "is missing or wrong", 'write what stands before an order: "{name}, "')
    try:
        categories, plural = tuple(table["plural_categories"]), table["plural"]
        if not checked:
            check_plural(categories, read_plural(plural))
    except (KeyError, ValueError, TypeError) as error:
        remedy = (
            'write plural as gettext does, such as "n != 1", and in plural_categories a name of CLDR\'s for '
            'each of its results, such as ["one", "other"]'
        )
        raise wrong("plural", f"is missing or wrong: {error}", remedy) from None
    return LocaleSettings(numbers, between, before_last, pair, call, categories, plural)
