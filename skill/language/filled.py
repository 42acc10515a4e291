"""A page of everything that is said in a locale, filled in, to be read at one go by somebody who speaks it.

Faults of agreement ("veintiuno repeticiones", "mit der Einbeinstand") are seen at once where every sentence
stands with every kind of number and every name.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.language.phrase_files import flatten, is_phrase
from skill.language.phrasebook import CALL, PLURAL_NUMBER, Phrasebook
from skill.language.sentences import pieces
from skill.workout.cue import Param, Phrase, phrase

NUMBERS = (1, 2, 3, 11, 21)
"""Numbers that differ in gender, plural or spelling in some language."""

_NAMED = {
    "exercise": ("exercise.", ".name"),
    "other": ("exercise.", ".name"),
    "coming": ("exercise.", ".name"),
    "move": ("warm_up.", ".name"),
    "stretch": ("stretch.", ".name"),
    "side": ("side.", ""),
    "joint": ("joint.", ""),
    "tool": ("tool.", ""),
    "need": ("need.", ""),
}
"""Which names fill a parameter, by the beginning and the end of their keys."""


def filled_sentences(book: Phrasebook, tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The key and the words of every sentence: with each of ``NUMBERS``, each exercise, side and so on.

    Only one parameter varies at a time. A parameter that takes whole sentences is shown by its name in brackets.
    """
    said = {key: value for key, value in flatten(tables) if is_phrase(key)}
    names = [key for key, value in said.items() if not _params_of(value)]
    for key, value in said.items():
        seen: set[str] = set()
        fillings = list(_fillings(names, _params_of(value)))
        for variation in range(len(_sentences(value))):
            for params in fillings:
                text = book(phrase(key, variation, **params)).text
                if text not in seen:
                    seen.add(text)
                    yield key, text


def _sentences(value: Any) -> list[str]:
    """The wordings of a phrase; of a plural table the longest list of them."""
    if isinstance(value, dict):
        return max((_sentences(form) for form in value.values()), key=len)
    return list(value) if isinstance(value, list) else [value]


def _params_of(value: Any) -> list[str]:
    forms = value.values() if isinstance(value, dict) else [value]
    sentences = [one for form in forms for one in _sentences(form)]
    names = [name for one in sentences for _, name, _ in pieces(one) if name and name != CALL]
    plural = [PLURAL_NUMBER] if isinstance(value, dict) else []
    return list(dict.fromkeys([*plural, *names]))


def _fillings(names: list[str], params: list[str]) -> Iterator[dict[str, Param]]:
    choices = {param: _choices(names, param) for param in params}
    usual = {name: some[0] for name, some in choices.items()}
    yield usual
    for name, some in choices.items():
        for one in some[1:]:
            yield usual | {name: one}


def _choices(names: list[str], param: str) -> list[Param]:
    begins, ends = _NAMED.get(param, ("", ""))
    if begins:
        return [Phrase(key) for key in names if key.startswith(begins) and key.endswith(ends)]
    if param in _NUMBERS or param == PLURAL_NUMBER:
        return list(NUMBERS)
    return [f"[{param}]"]


_NUMBERS = frozenset(
    {
        "round",
        "rounds",
        "minutes",
        "hour",
        "hour_of_day",
        "minute",
        "count",
        "most",
        "left",
        "times",
    }
)
"""Further parameters that are numbers."""
