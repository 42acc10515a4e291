"""The locales: what each is made of, and which one a runner gets whose own there is not (decision 46)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from skill.speed.value import Value
from skill.training.fields import FieldsOf, read_name, read_one_of, read_some_names
from skill.training.preferences import Units

FILE = "locales.toml"

_UNITS = MappingProxyType(
    {"kilograms": Units.MOSTLY_KILOGRAMS, "pounds": Units.MOSTLY_POUNDS},
)
_TEXTS = ("model", "espeak", "polly", "invocation")
_MILES = MappingProxyType({"kilometers": False, "miles": True})


class Measures(NamedTuple):
    """What loads are told in where the runner has not said, and whether runs are told in miles, or in kilometers.

    Britons lift kilos and run miles, Canadians lift pounds and run kilometers.
    """

    units: Units
    miles: bool


USUAL = Measures(Units.MOSTLY_KILOGRAMS, miles=False)
"""Kilograms and kilometers."""


class Locale(Value):
    """One of Alexa's locales, such as "es-MX".

    ``words`` names whose files hold its words: the last has all of them, those before it what differs, the
    nearest first. ``model`` names its interaction model, ``espeak`` and ``polly`` its voices;
    ``measures`` is what loads and runs are told in. ``invocation`` is the name by which the skill is called;
    ``spelt`` says which words of the model are spelt otherwise.
    """

    name: str
    words: tuple[str, ...]
    model: str
    espeak: str
    polly: str
    measures: Measures
    invocation: str
    spelt: Mapping[str, str] = MappingProxyType({})

    @property
    def base(self) -> str:
        """Whose files hold all the words."""
        return self.words[-1]


def read_locales(tables: Mapping[str, Any]) -> dict[str, Locale]:
    """The locales of the file ``locales.toml``, in its order.

    Raises:
        DataError: an entry has a field that is missing, unknown or wrong.
    """
    return {name: _locale(FieldsOf(FILE, name, entry)) for name, entry in tables.items()}


def language_of(name: str) -> str:
    """The language of a locale's name: "es" of "es-MX"."""
    return name.partition("-")[0]


def nearest(name: str, offered: Mapping[str, Locale]) -> Locale:
    """The locale of this name, which may be any text; without one, the first of its language or of all."""
    if found := offered.get(name):
        return found
    language = language_of(name)
    same = (one for one in offered.values() if language_of(one.name) == language)
    return next(same, next(iter(offered.values())))


def chained(
    words: Sequence[str], read: Callable[[str], Mapping[str, Any] | None]
) -> dict[str, Any]:
    """The file of a chain's last name, with what the nearer ones say differently laid over it.

    ``read`` gives the file of a name, None where that name has none.
    """
    whole: dict[str, Any] = {}
    for name in reversed(words):
        whole = laid_over(whole, read(name) or {})
    return whole


def laid_over(base: Mapping[str, Any], differs: Mapping[str, Any]) -> dict[str, Any]:
    """A file with another one laid over it: tables are merged, other values replaced."""
    return {
        **base,
        **{
            key: laid_over(base[key], value)
            if isinstance(value, dict) and isinstance(base.get(key), dict)
            else value
            for key, value in differs.items()
        },
    }


def _locale(fields: FieldsOf) -> Locale:
    name = fields.name
    words = fields.take("words", read_some_names, f'write words = ["{name}"]')
    model, espeak, polly, invocation = (
        fields.take(field, _read_text, f'write {field} = "…"') for field in _TEXTS
    )
    units = fields.take("units", read_one_of(_UNITS), "write kilograms or pounds")
    miles = fields.take("distances", read_one_of(_MILES), "write kilometers or miles")
    fields.unread.setdefault("spelt", {})
    spelt = fields.take("spelt", _read_spelt, 'write spelt = { program = "programme" }')
    fields.finish()
    measures = Measures(units, miles=miles)
    return Locale(name, words, model, espeak, polly, measures, invocation, spelt)


def _read_text(value: Any) -> str:
    if not (text := read_name(value)).strip():
        raise ValueError
    return text


def _read_spelt(value: Any) -> dict[str, str]:
    return {word: read_name(spelt) for word, spelt in value.items()}
