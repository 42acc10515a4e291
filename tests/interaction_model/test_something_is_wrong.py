"""A runner who says "stop" and that something is wrong, but not what, is held and asked."""

import pytest
from held_out import STOPS
from support.heard import command_heard

STOP = {
    "en-US": ("stop", "stop stop", "wait", "hold on", "hang on", "pause", "no"),
    "de-DE": ("stopp", "halt", "warte", "moment", "hör auf", "pause", "nein"),
    "es-ES": ("para", "espera", "alto", "un momento", "pausa", "detente", "basta", "no"),
    "fr-FR": ("stop", "arrête", "attends", "attendez", "pause", "une seconde", "non"),
}
WRONG = {
    "en-US": (
        *("something's not right", "something is wrong", "this isn't right", "this feels wrong"),
        *("it doesn't feel right", "i don't feel right", "i don't feel good", "this is not good"),
    ),
    "de-DE": (
        *("das ist nicht gut", "da stimmt was nicht", "irgendwas stimmt nicht"),
        *("das fühlt sich nicht gut an", "das fühlt sich falsch an", "das ist nicht in ordnung"),
        *("mir geht es nicht gut", "das geht nicht gut", "da ist was nicht in ordnung"),
    ),
    "es-ES": (
        *("no está bien", "esto no está bien", "algo no está bien", "no va bien", "algo va mal"),
        *("no me encuentro bien", "no me siento bien", "no estoy bien", "esto no es normal"),
    ),
    "fr-FR": (
        *("c'est pas bien", "ça va pas", "ça ne va pas", "quelque chose ne va pas"),
        *("il y a un truc qui va pas", "c'est pas normal", "je me sens pas bien"),
        *("je ne vais pas bien", "ça va pas du tout", "y a un problème"),
    ),
}


@pytest.mark.parametrize("locale", sorted(WRONG))
def test_a_complaint_around_a_word_to_stop_holds_the_count(locale: str) -> None:
    alone = WRONG[locale]
    beside = (
        said
        for stop in STOP[locale]
        for wrong in WRONG[locale]
        for said in (f"{stop} {wrong}", f"{wrong} {stop}")
    )
    unheard = [
        (said, type(heard).__name__)
        for said in (*alone, *beside)
        if not isinstance(heard := command_heard(said, locale), STOPS)
    ]
    assert not unheard
