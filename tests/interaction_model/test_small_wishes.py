"""Wishes that have no order of their own are answered: silent counting, a part of the body, last time again."""

from support.heard import command_heard
from support.tables import each_said, with_each

from skill.coach.commands import AskAdvice, Command, LastTime, MoreTime, Pain, Topic, TrainPart

MEANT: list[tuple[type[Command], dict[str, tuple[str, ...]]]] = [
    (
        TrainPart,
        {
            "en-US": ("can we do something for my calves today", "let's work on my glutes"),
            "de-DE": ("können wir heute was für meine Waden machen",),
            "es-ES": ("podemos hacer algo para los gemelos hoy", "quiero trabajar los gemelos"),
            "fr-FR": ("on peut faire quelque chose pour mes mollets aujourd'hui",),
        },
    ),
    (
        Pain,
        {
            "en-US": ("can we do something for my knee", "something for my back"),
            "de-DE": ("hast du was für den Rücken",),
            "es-ES": ("tienes algo para la rodilla", "algo para la espalda"),
            "fr-FR": ("tu as quelque chose pour le dos",),
        },
    ),
    (
        MoreTime,
        {
            "en-US": ("give me five minutes, he's hungry",),
            "de-DE": ("gib mir fünf Minuten, er hat Hunger",),
            "es-ES": ("dame cinco minutos, tiene hambre",),
            "fr-FR": ("donne-moi cinq minutes, il a faim",),
        },
    ),
    (
        LastTime,
        {
            "en-US": ("same as last time", "what did I do last Tuesday"),
            "de-DE": ("das gleiche wie letztes Mal", "was hab ich letzten Dienstag gemacht"),
            "es-ES": ("lo mismo que la última vez", "qué hice el martes pasado"),
            "fr-FR": ("la même chose que la dernière fois", "j'ai fait quoi mardi dernier"),
        },
    ),
    (
        AskAdvice,
        {
            "en-US": ("stop counting out loud", "I'll count myself"),
            "de-DE": ("hör auf laut zu zählen", "ich zähl selber"),
            "es-ES": ("deja de contar en voz alta", "ya cuento yo"),
            "fr-FR": ("arrête de compter à voix haute", "je compte moi-même"),
        },
    ),
]

MOVED = {
    "en-US": ("I can't on Tuesday, let's do Wednesday", "Wednesday instead of Tuesday"),
    "de-DE": (
        "am Dienstag kann ich nicht, lass uns Mittwoch machen",
        "Dienstag geht nicht, lieber Mittwoch",
    ),
    "es-ES": ("el martes no puedo, mejor el miércoles", "hagámoslo el miércoles en vez del martes"),
    "fr-FR": ("mardi je peux pas, on fait mercredi", "plutôt mercredi que mardi"),
}


@with_each("locale", sorted(MOVED))
def test_a_day_that_is_moved_reminds_nobody_and_is_answered(locale: str) -> None:
    """No workout is tied to a day, so there is nothing to move."""
    for said in MOVED[locale]:
        assert command_heard(said, locale) == AskAdvice(Topic.OTHER_DAYS), said


@with_each(("meant", "locale", "said"), each_said(MEANT))
def test_a_small_wish_comes_to_what_it_means(meant: type[Command], locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, meant)
    if isinstance(heard, AskAdvice):
        assert heard.topic is Topic.COUNTING
    if isinstance(heard, LastTime):
        assert heard.days in ((), (1,))
