"""A length alone is that of the workout, "more" of it lengthens a rest by as much, "in" it is a time to come."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import Command, HeardNumber, Minutes, MoreTime, Pause

TWENTY, HALF_AN_HOUR = Minutes(HeardNumber(20)), Minutes(HeardNumber(30))
TWO_MORE, ONE_MORE = MoreTime(HeardNumber(120)), MoreTime(HeardNumber(60))
LATER = MoreTime(later=True)
LENGTHS: dict[str, dict[str, Command]] = {
    "en-US": {
        **dict.fromkeys(("twenty minutes", "twenty minutes please"), TWENTY),
        "half an hour": HALF_AN_HOUR,
        **dict.fromkeys(("two more minutes", "give me two more minutes"), TWO_MORE),
        **dict.fromkeys(("i need two more minutes", "two minutes more"), TWO_MORE),
        **dict.fromkeys(("one more minute", "just one more minute"), ONE_MORE),
        **dict.fromkeys(("in twenty minutes", "in half an hour"), LATER),
    },
    "de-DE": {
        **dict.fromkeys(("zwanzig minuten", "ungefähr zwanzig minuten"), TWENTY),
        "eine halbe stunde": HALF_AN_HOUR,
        **dict.fromkeys(("noch zwei minuten", "zwei weitere minuten"), TWO_MORE),
        "noch eine minute": ONE_MORE,
        **dict.fromkeys(("in zwanzig minuten", "in einer halben stunde"), LATER),
    },
    "es-ES": {
        **dict.fromkeys(("veinte minutos", "unos veinte minutos"), TWENTY),
        "media hora": HALF_AN_HOUR,
        "hora y media": Minutes(HeardNumber(90)),
        **dict.fromkeys(("dos minutos más", "otros dos minutos"), TWO_MORE),
        "dos minutos adicionales": TWO_MORE,
        "otro minuto": ONE_MORE,
        **dict.fromkeys(("un segundo", "dos segundos"), Pause()),
        **dict.fromkeys(("en veinte minutos", "en media hora"), LATER),
    },
    "fr-FR": {
        **dict.fromkeys(("vingt minutes", "environ vingt minutes"), TWENTY),
        "une demi-heure": HALF_AN_HOUR,
        **dict.fromkeys(("encore deux minutes", "deux minutes de plus"), TWO_MORE),
        "deux minutes supplémentaires": TWO_MORE,
        "ajoute une minute": ONE_MORE,
        **dict.fromkeys(("une seconde", "deux secondes"), Pause()),
        **dict.fromkeys(("dans vingt minutes", "dans une demi-heure"), LATER),
    },
}


@with_each("locale", sorted(LENGTHS))
def test_a_length_means_what_stands_around_it(locale: str) -> None:
    meant = LENGTHS[locale]
    assert {said: command_heard(said, locale) for said in meant} == meant
