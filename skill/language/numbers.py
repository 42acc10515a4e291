"""Number words: the plain ones that are counted with, and the forms that stand before a noun."""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.value import Value


class Numbers(Value):
    """The number words of a language.

    ``plain`` are those from zero up. ``forms`` holds by the name of a form, such as "feminine", the numbers whose
    word differs in it: {1: "una", 21: "veintiuna"}.
    """

    plain: tuple[str, ...]
    forms: Mapping[str, Mapping[int, str]]

    def word(self, n: int, form: str | None = None) -> str:
        """A number in words where the language lists it, in digits beyond; in a form where it differs there."""
        if form is not None and n in (differing := self.forms.get(form, {})):
            return differing[n]
        return self.plain[n] if 0 <= n < len(self.plain) else str(n)

    def words(self) -> Iterator[tuple[str, int]]:
        """Every number word with its number, the plain ones last: they win where two are alike."""
        for form in self.forms.values():
            yield from ((word, number) for number, word in form.items())
        yield from ((word, number) for number, word in enumerate(self.plain))


def read_numbers(settings: Mapping[str, Any]) -> Numbers:
    """The number words of the table ``[locale]`` of a phrase file.

    Raises:
        ValueError: ``numbers`` or ``number_forms`` is no such list or table; its first argument names which.
    """
    plain = settings.get("numbers")
    if not isinstance(plain, list) or not plain or not all(isinstance(one, str) for one in plain):
        raise ValueError("numbers", 'list the number words from zero up: ["zero", "one", …]')
    forms = settings.get("number_forms", {})
    if not isinstance(forms, dict):
        raise ValueError("number_forms", _FORMS_REMEDY)
    return Numbers(tuple(plain), {name: _form(name, form) for name, form in forms.items()})


_FORMS_REMEDY = 'write under [locale.number_forms] such as feminine = { 1 = "una" }'


def _form(name: str, form: Any) -> dict[int, str]:
    if not isinstance(form, dict) or not name.isidentifier():
        raise ValueError(f"number_forms.{name}", _FORMS_REMEDY)
    for number, word in form.items():
        if not number.isdecimal() or not isinstance(word, str) or not word.strip():
            raise ValueError(f"number_forms.{name}.{number}", _FORMS_REMEDY)
    return {int(number): word for number, word in form.items()}
