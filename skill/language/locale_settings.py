"""The table ``[locale]`` of a phrase file: how a language counts, lists, calls the coach and forms plurals."""

from typing import Any

from skill.language.numbers import Numbers, take_numbers
from skill.language.plurals import check_plural
from skill.speed.plural_rules import read_plural
from skill.speed.value import Value
from skill.training.fields import FieldsOf, read_name, read_names


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


def read_settings(file: str, table: object, *, checked: bool) -> LocaleSettings:
    """The settings of a phrase file; of one that was ``checked`` before, the plurals are not tried again.

    Raises:
        DataError: one is missing, unknown or wrong.
    """
    fields = FieldsOf(file, "locale", table)
    numbers = take_numbers(fields)
    between, before_last, pair = fields.take(
        "list",
        _read_list,
        'write what stands between, before the last, between two: [", ", " and ", " and "]',
    )
    call = fields.take("call", _read_call, 'write what stands before an order: "{name}, "')
    remedy = (
        'write plural as gettext does, such as "n != 1", and in plural_categories a name of CLDR\'s for '
        'each of its results, such as ["one", "other"]'
    )
    categories = fields.take("plural_categories", read_names, remedy)

    def read_rule(rule: str) -> str:
        if not checked:
            check_plural(categories, read_plural(rule))
        return rule

    plural = fields.take("plural", read_rule, remedy)
    fields.finish()
    return LocaleSettings(numbers, between, before_last, pair, call, categories, plural)


def _read_list(value: Any) -> tuple[str, ...]:
    between = read_names(value)
    if len(between) != 3:
        raise ValueError
    return between


def _read_call(value: Any) -> str:
    if "{name}" not in read_name(value):
        raise ValueError
    call: str = value
    return call
