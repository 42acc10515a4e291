"""A runner who says "stop" and that something is wrong, but not what, is held and asked."""

import pytest
from held_out import STOPS
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import CallForHelp, NotUnderstood, Pain, RedFlag

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


HELP = {
    "en-US": ("help me up", "slower please help me", "how many left help me", "call my wife"),
    "de-DE": (
        "hilf mir hoch",
        "langsamer bitte hilf mir",
        "ruf meine Frau an",
        "ich muss mich setzen",
    ),
    "es-ES": (
        "más despacio, ayuda",
        "cuántas quedan ayúdame",
        "llama a mi mujer",
        "necesito sentarme",
    ),
    "fr-FR": ("combien il en reste, viens m'aider", "appelle ma femme", "il faut que je m'assoie"),
}
RATES = {
    "en-US": ("heart rate 120", "my heart rate is 150", "my pulse is 140"),
    "de-DE": ("Puls 120", "mein Puls ist bei 150", "meine Herzfrequenz ist 150"),
    "es-ES": ("pulso 120", "mi pulso es 150", "mi frecuencia cardíaca es 150"),
    "fr-FR": ("pouls à 120", "mon cœur bat à 150", "ma fréquence cardiaque est à 150"),
}


@with_each("locale", sorted(HELP))
def test_a_call_for_help_holds_the_count_also_beside_an_order(locale: str) -> None:
    heard = {said: type(command_heard(said, locale)) for said in HELP[locale]}
    assert heard == dict.fromkeys(HELP[locale], CallForHelp)


@with_each("locale", sorted(RATES))
def test_a_figure_of_the_heart_is_no_danger_but_is_asked_about(locale: str) -> None:
    heard = {said: type(command_heard(said, locale)) for said in RATES[locale]}
    assert heard == dict.fromkeys(RATES[locale], CallForHelp)


@with_each(
    ("locale", "idiom", "danger"),
    [
        ("en-US", "my heart isn't in it", "my heart is racing"),
        ("de-DE", "mein Herz ist nicht dabei", "mein Herz rast"),
        ("es-ES", "con todo mi corazón", "se me sale el corazón"),
        ("fr-FR", "le cœur n'y est pas", "mon cœur s'emballe"),
    ],
)
def test_a_heart_that_is_only_a_turn_of_phrase_is_no_danger(
    locale: str, idiom: str, danger: str
) -> None:
    assert isinstance(command_heard(idiom, locale), NotUnderstood)
    assert isinstance(command_heard(danger, locale), RedFlag)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "no, pain in my calf"),
        ("de-DE", "nein, Schmerzen in der Wade"),
        ("es-ES", "no, dolor en el gemelo"),
        ("fr-FR", "non, une douleur au mollet"),
    ],
)
def test_a_no_before_a_pain_is_no_all_clear(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), Pain)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "my knee is cracking"),
        ("de-DE", "mein Knie knackt"),
        ("es-ES", "me cruje la rodilla"),
        ("fr-FR", "mon genou craque"),
    ],
)
def test_a_joint_that_keeps_cracking_is_spared_and_does_not_end_the_workout(
    locale: str, said: str
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain)
    assert not heard.injured
