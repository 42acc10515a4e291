"""Which phrase was said, told by its wordings."""

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Any

from skill.language.phrase_files import flatten
from skill.loaders import LOCALE, read_words


@cache
def _entries(locale: str) -> dict[str, Any]:
    return dict(flatten(read_words("phrases", locale)))


def is_said(key: str, text: str, locale: str = LOCALE) -> bool:
    """Whether the text has a phrase of a locale in any of its wordings, whole sentences only.

    Raises:
        KeyError: there is no such phrase.
    """
    return any(
        re.search(rf"(?:^|(?<=[.?!] )){_pattern(wording)}(?:$|(?= ))", text, re.IGNORECASE)
        for wording in _wordings(_entries(locale)[key])
    )


def _wordings(entry: Any) -> Iterator[str]:
    match entry:
        case str():
            yield entry
        case dict():
            for form in entry.values():
                yield from _wordings(form)
        case _:
            yield from entry


def _pattern(wording: str) -> str:
    parts = Formatter().parse(wording)
    return "".join(re.escape(literal) + (".+?" if name else "") for literal, name, _, _ in parts)
