"""The locales of Alexa, and how their languages take the plural.

Sources: Amazon, "Develop Skills in Multiple Languages" (the 17 locales of custom skills; the JSON schema of a
skill's manifest has the same); Unicode CLDR, "Language Plural Rules" (in gettext's notation, without the category
that only millions take).
"""

from collections.abc import Mapping
from typing import NamedTuple

LOCALES = (
    *("ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US"),
    *("fr-CA", "fr-FR", "hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR"),
)
"""Amazon refuses a skill with any other."""


class PluralRule(NamedTuple):
    """A rule of gettext's, and the plural categories for its results."""

    rule: str
    categories: tuple[str, ...]


_ONE_IS_ONE = PluralRule("n != 1", ("one", "other"))
_ZERO_IS_ONE = PluralRule("n > 1", ("one", "other"))
_ARABIC = PluralRule(
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    ("zero", "one", "two", "few", "many", "other"),
)

PLURALS: Mapping[str, PluralRule] = {
    **dict.fromkeys(("de", "en", "es", "it", "nl"), _ONE_IS_ONE),
    **dict.fromkeys(("fr", "hi", "pt"), _ZERO_IS_ONE),
    "ja": PluralRule("0", ("other",)),
    "ar": _ARABIC,
}
"""By language; "pt" is Brazil's."""
