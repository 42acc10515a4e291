"""The form of a phrase file: keys nested in tables, plural forms, and the forms of names."""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.training.fields import FieldsOf

PLURAL_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural categories of Unicode's CLDR."""

FORMS = "forms"
"""The table beside a name that holds the forms in which it differs."""

ELSEWHERE = "elsewhere."
"""What the keys begin with of sentences for speakers that are not Alexa's."""


def check_tables(file: str, tables: Mapping[str, Any]) -> None:
    """Look whether all that a phrase file says stands in tables; ``file`` is what an error calls it.

    Raises:
        DataError: something stands above them.
    """
    for name, table in tables.items():
        FieldsOf(file, name, table)


def is_plural(table: Mapping[str, Any]) -> bool:
    """Whether a table of a phrase file holds plural forms, perhaps not all of them, and not further keys."""
    return bool(table) and PLURAL_CATEGORIES.issuperset(table)


def flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every phrase of a phrase file with its full key, such as ("rest.begin", [...])."""
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and not is_plural(value):
            yield from flatten(value, f"{key}.")
        else:
            yield key, value


def is_phrase(key: str) -> bool:
    """Whether a key of a phrase file is of something said: no setting of the locale, no form of a name."""
    return not key.startswith("locale.") and f".{FORMS}." not in key


def form_key(key: str, form: str) -> str:
    """Where a phrase file keeps a form of what has this key.

    Beside it: that of "exercise.squat.name" is "exercise.squat.forms.dative", that of "side.left" is
    "side.forms.left.dative".
    """
    above, _, own = key.rpartition(".")
    return f"{above}.{FORMS}.{form}" if own == "name" else f"{above}.{FORMS}.{own}.{form}"
