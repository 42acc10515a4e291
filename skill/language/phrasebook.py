"""The phrasebook of one locale: from phrases to lines (decision 5).

A phrase file (``data/phrases/<locale>.toml``) maps keys to sentences. A sentence may be a list, of which
the phrase's variation picks one; or a table by plural category (``one``, ``other``…), chosen by the number
``n``. ``{name}`` is filled with the parameter of that name: numbers become words, phrases are worded in
turn, lists are joined the way the locale does. ``{name:form}`` takes the form of that name where one is written:
of a number under ``[locale.number_forms]``, of a name under ``forms`` beside it. ``{call}`` is how the
coach is called where it speaks, such as "Alexa, ": nobody gives it.
"""

import difflib
from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property, partial
from typing import Any

from skill.language.capitals import with_capitals
from skill.language.listener import Listener, deaf
from skill.language.locale_settings import read_settings
from skill.language.locales import USUAL, Measures
from skill.language.phrase_checks import check_phrases, wrong_bracket
from skill.language.phrase_files import ELSEWHERE, FORMS, flatten, form_key
from skill.language.plurals import Plural
from skill.language.sentences import TURNS, Template, Wordings, pieces
from skill.language.speech import SpeechRate
from skill.recent import Recent
from skill.speed.plural_rules import read_plural
from skill.workout.cue import Line, Param, Phrase

# Half of what the call of the class takes: a welcome words seventy phrases.
_new_line = partial(tuple.__new__, Line)

PLURAL_NUMBER = "n"
"""The parameter that chooses the plural form."""

CALL = "call"
"""The parameter that is how the coach is called, before what is to be said to it."""

ALEXA = "Alexa"
"""The name of an Echo."""

MOST_NAMES = 8
"""Names whose words are kept at a time: more than there are wake words; a recording may bring any name."""

LIKE = 0.45
"""How like a known name a text has to be, from 0 to 1, so that the name is worth offering (ours)."""


class Phrasebook:
    """Words the phrases of one locale. An instance is a ``Voice``: call it with a phrase.

    ``tables`` is the parsed phrase file, ``rate`` gives how long words take, ``measures`` what loads and runs
    are told in. Lines without parameters but a number are kept: the numbers and calls that every set repeats. Of
    a file that was ``checked`` before, a phrase's form is read when it is first worded: a visit needs a few of
    them. ``listen`` brings the locale's listener when one is first needed, as in few visits.

    Raises:
        DataError: the file lacks the locale's own settings, or a phrase has a wrong form.
    """

    def __init__(
        self,
        locale: str,
        tables: Mapping[str, Any],
        rate: SpeechRate,
        *,
        measures: Measures = USUAL,
        checked: bool = False,
        listen: Callable[[], Listener] = deaf,
    ) -> None:
        self.locale = locale
        self.units, self.miles = measures
        self._listen = listen
        self._file = f"phrases/{locale}.toml"
        self._rate = rate
        self._settings = read_settings(self._file, tables.get("locale", {}), checked=checked)
        self._forms: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        for key, value in flatten(tables):
            if f".{FORMS}." in key:
                self._forms[key] = value
            elif key[:7] != "locale.":
                self._values[key] = value
        if not checked:
            categories, number_forms = self._settings.categories, self._settings.numbers.forms
            check_phrases(self._file, self._values, self._forms, categories, number_forms)
        self._begin_by(ALEXA)
        self._elsewhere: Recent[str, Phrasebook] = Recent(MOST_NAMES, lambda _: 1)

    def _begin_by(self, name: str) -> None:
        """Keep nothing yet, and call the coach by this name from now on."""
        self._call = self._settings.call.replace("{name}", name) if name else ""
        self._entries: dict[str, Mapping[str, Wordings]] = {}
        self._kept: dict[tuple[Any, ...], Line] = {}

    def elsewhere(self, name: str) -> "Phrasebook":
        """The words of a speaker that is not Alexa's, and is called by this name; "" where nobody knows its name.

        What such a speaker says otherwise stands in the file under ``[elsewhere]``.
        """
        known = self._elsewhere.get(name)
        if known is None:
            known = copy(self)
            differs = {
                key.removeprefix(ELSEWHERE): value
                for key, value in self._values.items()
                if key.startswith(ELSEWHERE)
            }
            known._values = {**self._values, **differs}
            known._begin_by(name)
            self._elsewhere.put(name, known)
        return known

    @property
    def listener(self) -> Listener:
        """Who looks up the locale's words as they were said."""
        return self._listen()

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that has words."""
        return frozenset(self._values)

    def __call__(self, phrase: Phrase) -> Line:
        """The phrase in words, with the time it takes to say it.

        Raises:
            KeyError: there is no such phrase, or a parameter of it is not given.
        """
        kept_as = _kept_as(phrase)
        if kept_as is None:
            return self._line(phrase)
        line = self._kept.get(kept_as)
        if line is None:
            line = self._line(phrase)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[kept_as] = line
        return line

    def about_ms(self, phrase: Phrase) -> int:
        """See ``Voice``: by the characters of the wording in the middle, with what fills it."""
        return self._rate.about_ms(self._characters(phrase))

    def _characters(self, said: Param) -> int:
        """About how many characters something is said in."""
        if isinstance(said, Phrase):
            key, params, _ = said
            sentence = self._values[key]
            if isinstance(sentence, dict):
                sentence = sentence["other"]
            if isinstance(sentence, list):
                sentence = sentence[len(sentence) // 2]
            characters = len(sentence)
            for name, param in params.items():
                characters += self._characters(param) - len(name) - 2
            return characters
        if isinstance(said, int):
            return len(self._settings.numbers.word(said))
        if isinstance(said, str):
            return len(said)
        return sum(map(self._characters, said)) + len(self._settings.pair) * (len(said) - 1)

    def number(self, n: int) -> str:
        """A number in words where the locale lists it, in digits beyond."""
        return self._settings.numbers.word(n)

    def nearest(self, said: str, keys: Mapping[str, str], count: int) -> list[str]:
        """The ids, out of ``keys`` (id → phrase key), whose words look most like ``said``, if any do."""

        def likeness(id_: str) -> float:
            words = self._words(Phrase(keys[id_])).lower()
            return difflib.SequenceMatcher(None, said.lower(), words).ratio()

        alike = sorted(keys, key=likeness, reverse=True)[:count]
        return alike if alike and likeness(alike[0]) >= LIKE else []

    def _line(self, phrase: Phrase) -> Line:
        text = with_capitals(self._words(phrase), self._rate.inner_stops)
        return _new_line((phrase.key, text, self._rate.duration_ms(text)))

    def _words(self, phrase: Phrase) -> str:
        value = self._values[phrase.key]
        try:
            # Names and many others have one wording: nothing to take in turn.
            template = pieces(value) if isinstance(value, str) else self._wording(phrase)
        except ValueError as error:
            raise wrong_bracket(self._file, phrase.key, error) from None
        if len(template) == 1 and template[0][1] is None:
            return template[0][0]
        filled = [
            literal + (self._fill(phrase.params, name, form) if name else "")
            for literal, name, form in template
        ]
        return "".join(filled)

    def _wording(self, phrase: Phrase) -> Template:
        entry = self._entries.get(phrase.key) or self._entry(phrase.key)
        category = "other"
        if len(entry) > 1:
            number = phrase.params[PLURAL_NUMBER]
            if isinstance(number, int):
                category = self._settings.categories[self._plural(abs(number))]
        return entry[category].take(phrase.variation)

    def _fill(self, params: Mapping[str, Param], name: str, form: str | None) -> str:
        value = self._call if name == CALL else params[name]
        if isinstance(value, int):
            return self._settings.numbers.word(value, form)
        if isinstance(value, str):
            return value
        if isinstance(value, Phrase):
            return self._in_form(value, form) if form else self._words(value)
        return self._settings.joined([self._in_form(part, form) for part in value])

    def _in_form(self, name: Phrase, form: str | None) -> str:
        """A name in a form, where one is written for it; in its dictionary form otherwise."""
        written = self._forms.get(form_key(name.key, form)) if form else None
        return self._words(name) if written is None else written

    def _entry(self, key: str) -> Mapping[str, Wordings]:
        value = self._values[key]
        forms = value if isinstance(value, dict) else {"other": value}
        entry = {
            category: Wordings(key, form if isinstance(form, list) else [form])
            for category, form in forms.items()
        }
        self._entries[key] = entry
        return entry

    @cached_property
    def _plural(self) -> Plural:
        """The place of a number's plural category."""
        return read_plural(self._settings.plural)


MOST_KEPT = 5_000
"""Lines kept in memory, some 0.5 kB each: what the runners of one day hear, and a bound if a caller counts to a
million."""


def _kept_as(phrase: Phrase) -> tuple[Any, ...] | None:
    """What a phrase's line is kept by; None for one with a runner's own words in it, which are not kept."""
    key, params, variation = phrase
    if not params:
        return key, variation % TURNS
    kept: list[Any] = [key, variation % TURNS]
    for name, value in params.items():
        if isinstance(value, int):
            kept += name, value
        elif isinstance(value, str):
            return None
        else:
            parts = (value,) if isinstance(value, Phrase) else value
            kept += name, len(parts)
            for part in parts:
                inner = _kept_as(part)
                if inner is None:
                    return None
                kept.append(inner)
    return tuple(kept)
