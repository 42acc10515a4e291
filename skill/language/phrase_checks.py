"""Whether the sentences of a phrase file are right: plural forms, brackets, and the forms of names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.errors import DataError
from skill.language.phrase_files import FORMS
from skill.language.sentences import Template, pieces


def check_phrases(
    file: str,
    values: Mapping[str, Any],
    forms: Mapping[str, Any],
    categories: Iterable[str],
    number_forms: Iterable[str],
) -> None:
    """Check what a file says under each key, and each form of a name.

    ``categories`` are the plural forms of the locale, ``number_forms`` the names of the forms of its numbers.

    Raises:
        DataError: a phrase has a wrong form, takes one that nothing has, or a form belongs to nothing.
    """
    for key, written in forms.items():
        _check_form(file, key, written, values)
    known = {*number_forms, *(key.rpartition(".")[2] for key in forms)}
    for key, value in values.items():
        for sentences in _by_category(file, key, value, tuple(categories)):
            for template in _templates(file, key, sentences):
                _check_asked(file, key, template, known)


def wrong_bracket(file: str, key: str, error: ValueError) -> DataError:
    """The error of a sentence that cannot be read."""
    return _wrong(file, key, f"has a wrong bracket ({error})")


def _wrong(file: str, key: str, problem: str, remedy: str = "correct the sentence") -> DataError:
    return DataError(file, key, "(words)", problem, remedy)


def _check_form(file: str, key: str, written: Any, values: Mapping[str, Any]) -> None:
    owner, _, form = key.replace(f".{FORMS}.", ".").rpartition(".")
    if not {owner, f"{owner}.name"} & values.keys() or not form.isidentifier():
        raise _wrong(file, key, "stands beside no name", "write it in the table of a name")
    if not isinstance(written, str) or not written.strip():
        raise _wrong(file, key, "is no word", 'write form = "…"')


def _by_category(file: str, key: str, value: Any, categories: tuple[str, ...]) -> list[Any]:
    """What is said of each plural category; of a phrase that has none, all that is said."""
    if not isinstance(value, dict):
        return [value]
    needed = f"needs the plural forms {', '.join(categories)}"
    for category in categories:
        if category not in value:
            raise _wrong(file, key, f"{needed}: {category} is missing")
    for category in value:
        if category not in categories:
            raise _wrong(file, key, f"{needed}: {category} is none of this language")
    return [*value.values()]


def _templates(file: str, key: str, value: Any) -> Iterator[Template]:
    """The wordings of a phrase."""
    sentences = value if isinstance(value, list) else [value]
    if not sentences or not all(isinstance(s, str) and s.strip() for s in sentences):
        raise _wrong(file, key, "is neither a sentence nor a list of sentences")
    for sentence in sentences:
        try:
            yield pieces(sentence)
        except ValueError as error:
            raise wrong_bracket(file, key, error) from None


def _check_asked(file: str, key: str, template: Template, known: set[str]) -> None:
    for _, name, asked in template:
        if asked is not None and asked not in known:
            remedy = (
                f"write {asked} under [locale.number_forms], or under {FORMS} beside the names, "
                f"or choose among: {', '.join(sorted(known)) or 'none'}"
            )
            raise _wrong(file, key, f"takes a form that nothing has: {{{name}:{asked}}}", remedy)
