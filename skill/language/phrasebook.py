"""The phrasebook of one locale: from phrases to lines.

A phrase file (``data/phrases/<locale>.toml``) maps keys to sentences. A sentence may be a list, of which
the phrase's variation picks one; or a table by plural category (``one``, ``other``…), chosen by the number
``n``. ``{name}`` is filled with the parameter of that name: numbers become words, phrases are worded in
turn, lists are joined the way the locale does.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import c2py
from string import Formatter
from typing import Any
from zlib import crc32

from skill.errors import DataError
from skill.language.listener import Listener
from skill.language.speech import SpeechRate
from skill.workout.cue import Line, Param, Phrase

PLURAL_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural categories of Unicode's CLDR."""

PLURAL_NUMBER = "n"
"""The parameter that chooses the plural form."""

_SENTENCE = re.compile(r"(?:^|(?<=[.?!] ))\w")

_Template = tuple[tuple[str, str | None], ...]
_Entry = Mapping[str, tuple[_Template, ...]]


def is_plural(table: Mapping[str, Any]) -> bool:
    """Whether a table of a phrase file holds plural forms, and not further keys."""
    return "other" in table and PLURAL_CATEGORIES.issuperset(table)


def flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every phrase of a phrase file with its full key, such as ("rest.begin", [...])."""
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and not is_plural(value):
            yield from flatten(value, f"{key}.")
        else:
            yield key, value


def _check_plural(categories: tuple[str, ...], plural: Callable[[int], int]) -> None:
    """Raise ValueError where a number would get no form of the locale."""
    if "other" not in categories or not PLURAL_CATEGORIES.issuperset(categories):
        raise ValueError(f"plural_categories {categories}")
    # The rules of all languages repeat with the last two digits.
    if max(map(plural, range(200))) >= len(categories):
        raise ValueError("plural goes beyond plural_categories")


def _pieces(sentence: str) -> Iterator[tuple[str, str | None]]:
    """The text and the parameters of a sentence; ValueError on brackets that are no ``{name}``."""
    if "{" not in sentence and "}" not in sentence:
        yield sentence, None
        return
    for literal, name, spec, conversion in Formatter().parse(sentence):
        if name is not None and (not name.isidentifier() or spec or conversion):
            raise ValueError("write a parameter as {name}")
        yield literal, name


TURNS = 60
"""Variations after which a phrase's wordings come again in the same order."""


def _in_turns(key: str, templates: tuple[_Template, ...]) -> tuple[_Template, ...]:
    """The wordings in the order in which variations take them: each as often as the others, in no strict turn.

    The first turn is the file's; the later ones are shuffled, differently for each phrase, and none begins with
    the wording that the one before ended with.
    """
    count = len(templates)
    if count == 1:
        return templates
    order, turn = [*range(count)], [*range(count)]
    dice = crc32(key.encode())
    while len(order) < TURNS:
        for i in range(count - 1, 0, -1):
            dice = (dice * 1_103_515_245 + 12_345) % 2**31  # the dice of the C standard
            other = (dice >> 16) % (i + 1)
            turn[i], turn[other] = turn[other], turn[i]
        if turn[0] == order[-1]:
            turn.reverse()
        order += turn
    return tuple(templates[i] for i in order[:TURNS])


class Phrasebook:
    """Words the phrases of one locale. An instance is a ``Voice``: call it with a phrase.

    ``tables`` is the parsed phrase file, ``rate`` tells how long words take. Lines without parameters
    but a number are kept: the numbers and calls that every set repeats. Of a file that was ``checked`` before, a
    phrase's form is read when it is first worded: a visit needs a few of them. ``listen`` brings the locale's
    listener when one is first needed, which few visits do.

    Raises:
        DataError: the file lacks the locale's own settings, or a phrase has a wrong form.
    """

    def __init__(
        self,
        locale: str,
        tables: Mapping[str, Any],
        rate: SpeechRate,
        *,
        checked: bool = False,
        listen: Callable[[], Listener] = Listener.deaf,
    ) -> None:
        self.locale = locale
        self._listen = listen
        self._file = f"phrases/{locale}.toml"
        self._rate = rate
        settings = tables.get("locale", {})
        try:
            self._numbers: tuple[str, ...] = tuple(settings["numbers"])
            self._between, self._before_last, self._pair = map(str, settings["list"])
            self._categories: tuple[str, ...] = tuple(settings["plural_categories"])
            self._plural: Callable[[int], int] = c2py(settings["plural"])
            _check_plural(self._categories, self._plural)
        except (KeyError, ValueError, TypeError) as error:
            problem = f"is missing or wrong: {error}"
            remedy = "write numbers, list, plural_categories and plural, as phrases/en-US.toml does"
            raise DataError(self._file, "locale", "(all)", problem, remedy) from None
        self._forms = {key: form for key, form in flatten(tables) if key[:7] != "locale."}
        self._entries: dict[str, _Entry] = {}
        if not checked:
            for key in self._forms:
                self._entry(key)
        self._kept: dict[tuple[str, int, int | None], Line] = {}

    @property
    def listener(self) -> Listener:
        """Who looks up the locale's words as they were said."""
        return self._listen()

    @property
    def keys(self) -> frozenset[str]:
        """Every key that has words."""
        return frozenset(self._forms)

    def __call__(self, phrase: Phrase) -> Line:
        """The phrase in words, with the time it takes to say it.

        Raises:
            KeyError: there is no such phrase, or a parameter of it is not given.
        """
        params = phrase.params
        if params and (len(params) > 1 or type(params.get(PLURAL_NUMBER)) is not int):
            return self._line(phrase)
        number = params.get(PLURAL_NUMBER)
        kept_as = (phrase.key, phrase.variation % TURNS, number if type(number) is int else None)
        line = self._kept.get(kept_as)
        if line is None:
            line = self._line(phrase)
            if len(self._kept) < MOST_KEPT:
                self._kept[kept_as] = line
        return line

    def number(self, n: int) -> str:
        """A number in words where the locale lists it, in digits beyond."""
        return self._numbers[n] if 0 <= n < len(self._numbers) else str(n)

    def nearest(self, said: str, keys: Mapping[str, str], count: int) -> list[str]:
        """The ids, out of ``keys`` (id → phrase key), whose words sound most like ``said``."""
        from difflib import SequenceMatcher  # for the one runner who names what is not there

        def likeness(id_: str) -> float:
            words = self._words(Phrase(keys[id_])).lower()
            return SequenceMatcher(None, said.lower(), words).ratio()

        return sorted(keys, key=likeness, reverse=True)[:count]

    def _line(self, phrase: Phrase) -> Line:
        text = _SENTENCE.sub(lambda start: start[0].upper(), self._words(phrase))
        return Line(phrase.key, text, self._rate.duration_ms(text))

    def _words(self, phrase: Phrase) -> str:
        entry = self._entries.get(phrase.key) or self._entry(phrase.key)
        category = "other"
        if len(entry) > 1:
            number = phrase.params[PLURAL_NUMBER]
            if isinstance(number, int):
                category = self._categories[self._plural(abs(number))]
        templates = entry[category]
        template = templates[phrase.variation % len(templates)]
        return "".join(
            literal + (self._fill(phrase.params[name]) if name else "")
            for literal, name in template
        )

    def _fill(self, value: Param) -> str:
        if isinstance(value, int):
            return self.number(value)
        if isinstance(value, str):
            return value
        if isinstance(value, Phrase):
            return self._words(value)
        return self._join([self._words(part) for part in value])

    def _join(self, words: list[str]) -> str:
        if len(words) < 3:
            return self._pair.join(words)
        return self._between.join(words[:-1]) + self._before_last + words[-1]

    def _entry(self, key: str) -> _Entry:
        value = self._forms[key]
        forms = value if isinstance(value, dict) else {"other": value}
        missing = set(forms) ^ set(self._categories) if len(forms) > 1 else set()
        if missing:
            raise self._error(key, f"needs the plural forms {', '.join(self._categories)}")
        entry = {category: self._templates(key, form) for category, form in forms.items()}
        self._entries[key] = entry
        return entry

    def _templates(self, key: str, form: Any) -> tuple[_Template, ...]:
        sentences = form if isinstance(form, list) else [form]
        if not sentences or not all(isinstance(s, str) and s.strip() for s in sentences):
            raise self._error(key, "is neither a sentence nor a list of sentences")
        try:
            return _in_turns(key, tuple(tuple(_pieces(sentence)) for sentence in sentences))
        except ValueError as error:
            raise self._error(key, f"has a wrong bracket ({error})") from None

    def _error(self, key: str, problem: str) -> DataError:
        return DataError(self._file, key, "(words)", problem, "correct the sentence")


MOST_KEPT = 2_000
"""Lines kept in memory: all numbers and calls of a locale, and a bound if a caller counts to a million."""
