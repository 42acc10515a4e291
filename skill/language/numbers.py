"""Number words: the plain ones that are counted with, and the forms that stand before a noun."""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.speed.value import Value
from skill.training.fields import FieldsOf, WrongPart, read_name, read_some_names


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


def read_numbers(file: str, table: object) -> Numbers:
    """The number words of the table ``[locale]`` of a phrase file; ``file`` is what an error calls it.

    Raises:
        DataError: ``numbers`` or ``number_forms`` is missing or wrong.
    """
    return take_numbers(FieldsOf(file, "locale", table))


def take_numbers(fields: FieldsOf) -> Numbers:
    """The number words among the fields of that table.

    Raises:
        DataError: ``numbers`` or ``number_forms`` is missing or wrong.
    """
    remedy = 'list the number words from zero up: ["zero", "one", …]'
    plain = fields.take("numbers", read_some_names, remedy)
    if "number_forms" not in fields.unread:
        return Numbers(plain, {})
    forms = fields.within("number_forms")
    remedy = 'write under [locale.number_forms] such as feminine = { 1 = "una" }'
    for name in forms.unread:
        if not name.isidentifier():
            raise forms.error(name, "cannot be the name of a form", remedy)
    return Numbers(plain, {name: forms.take(name, _read_form, remedy) for name in [*forms.unread]})


def _read_form(form: Any) -> dict[int, str]:
    for number, word in form.items():
        if not number.isdecimal() or not read_name(word).strip():
            raise WrongPart(number)
    return {int(number): word for number, word in form.items()}
