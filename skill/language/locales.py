"""The locales: what each is made of, and which one a runner gets whose own there is not (decision 46)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from skill.errors import DataError
from skill.training.preferences import Units
from skill.value import Value

FILE = "locales.toml"

_UNITS = MappingProxyType(
    {"kilograms": Units.MOSTLY_KILOGRAMS, "pounds": Units.MOSTLY_POUNDS},
)
_TEXTS = ("model", "espeak", "polly", "invocation")
_DISTANCES = ("kilometers", "miles")
_FIELDS = {"words", "units", "distances", "spelt", *_TEXTS}


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
    return {name: _locale(name, entry) for name, entry in tables.items()}


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


def _locale(name: str, entry: Any) -> Locale:
    if not isinstance(entry, dict) or (unknown := sorted(entry.keys() - _FIELDS)):
        field = unknown[0] if isinstance(entry, dict) else "(all)"
        remedy = f"write a table with {', '.join(sorted(_FIELDS))}"
        raise DataError(FILE, name, field, "is unknown", remedy)
    words = entry.get("words")
    if not words or not isinstance(words, list) or not all(isinstance(one, str) for one in words):
        raise DataError(FILE, name, "words", "is no list of names", f'write words = ["{name}"]')
    for field in _TEXTS:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise DataError(FILE, name, field, "is missing", f'write {field} = "…"')
    if entry.get("units") not in list(_UNITS):
        remedy = "write kilograms or pounds"
        raise DataError(FILE, name, "units", f"cannot be {entry.get('units')!r}", remedy)
    if entry.get("distances") not in _DISTANCES:
        remedy = "write kilometers or miles"
        raise DataError(FILE, name, "distances", f"cannot be {entry.get('distances')!r}", remedy)
    spelt = entry.get("spelt", {})
    if not isinstance(spelt, dict) or not all(isinstance(one, str) for one in spelt.values()):
        remedy = 'write spelt = { program = "programme" }'
        raise DataError(FILE, name, "spelt", "is no table of words", remedy)
    texts = {field: entry[field] for field in _TEXTS}
    measures = Measures(_UNITS[entry["units"]], miles=entry["distances"] == "miles")
    return Locale(name, tuple(words), measures=measures, spelt=spelt, **texts)
