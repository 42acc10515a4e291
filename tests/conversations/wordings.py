"""Which phrase was said, told by its wordings."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

from skill.data import read_data
from skill.language.phrasebook import flatten

_ENTRIES = dict(flatten(read_data("phrases/en-US.toml")))


def is_said(key: str, text: str) -> bool:
    """Whether the text has a phrase in any of its wordings, whole sentences only.

    Raises:
        KeyError: there is no such phrase.
    """
    return any(
        re.search(rf"(?:^|(?<=[.?!] )){_pattern(wording)}(?:$|(?= ))", text, re.IGNORECASE)
        for wording in _wordings(_ENTRIES[key])
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
