"""What slips holds the count, a coach that misheard is put right, and nobody is cut short by the clock."""

from support.heard import command_heard
from support.tables import each_said, with_each

from skill.coach.commands import (
    CallForHelp,
    Command,
    EasierWay,
    Faster,
    HowAmIDoing,
    HowLong,
    HowTo,
    Lighter,
    NeverMind,
    Pain,
    Pause,
    RedFlag,
    Slower,
    TellCondition,
    TooEasy,
    TooHard,
    WhatIsNext,
)

MEANT: dict[type[Command], dict[str, tuple[str, ...]]] = {
    CallForHelp: {
        "en-US": (
            "I'm slipping",
            "my foot keeps slipping",
            "the kettlebell is slipping onto my knee",
        ),
        "de-DE": ("ich rutsche weg", "ich rutsche aus", "die Kettlebell rutscht mir aufs Knie"),
        "es-ES": ("me resbalo", "me estoy resbalando", "se me resbala la pesa encima"),
        "fr-FR": (
            "je glisse",
            "je suis en train de glisser",
            "le kettlebell me glisse sur le genou",
        ),
    },
    Pause: {
        "en-US": (
            "my hand is slipping",
            "the mat is slipping",
            "I have to put the weight down",
            "the lights went out",
        ),
        "de-DE": (
            "mein Fuß rutscht weg",
            "die Matte rutscht",
            "der Boden ist rutschig",
            "das Licht ist aus",
        ),
        "es-ES": (
            "se me resbala el pie",
            "el suelo resbala",
            "tengo que dejar la pesa",
            "se ha ido la luz",
        ),
        "fr-FR": (
            "mon pied glisse",
            "le sol glisse",
            "il faut que je pose le poids",
            "la lumière s'est éteinte",
        ),
    },
    NeverMind: {
        "en-US": (
            "that's not what I said",
            "no, I didn't say that",
            "undo that",
            "wait, not that one",
            "you misheard me",
        ),
        "de-DE": (
            "das hab ich nicht gesagt",
            "mach das rückgängig",
            "warte, nicht die",
            "du hast mich falsch verstanden",
        ),
        "es-ES": (
            "eso no es lo que he dicho",
            "deshazlo",
            "espera, ese no",
            "me has entendido mal",
        ),
        "fr-FR": (
            "c'est pas ce que j'ai dit",
            "annule ça",
            "attends, pas ça",
            "tu m'as mal compris",
        ),
    },
    Pain: {
        "en-US": (
            "help, I dropped the kettlebell on my foot",
            "it feels like something is tearing in my calf",
        ),
        "de-DE": (
            "Hilfe, mir ist die Kettlebell auf den Fuß gefallen",
            "im Knie ist so ein komisches Gefühl",
        ),
        "es-ES": ("siento algo raro en la rodilla", "noto como que se rompe algo en el gemelo"),
        "fr-FR": (
            "au secours, le kettlebell est tombé sur mon pied",
            "aide-moi, j'ai lâché le poids sur mon pied",
        ),
    },
    RedFlag: {
        "en-US": (
            "my heart's racing and I dropped the kettlebell",
            "he's not breathing and I dropped the kettlebell",
        ),
        "de-DE": (
            "mir wird flau und mir ist die Kettlebell runtergefallen",
            "Hilfe, mir ist die Kettlebell auf die Brust gefallen",
            "mir wird ganz schwarz am Rand",
            "ich krieg die Wörter nicht raus",
        ),
        "es-ES": ("me mareo y se me ha caído la pesa",),
        "fr-FR": ("j'étouffe et j'ai fait tomber le poids", "je trouve plus mes mots"),
    },
    HowTo: {
        "en-US": ("how do I do it lying on my side", "should my knee touch the floor"),
        "de-DE": ("wie mache ich das auf der Seite liegend", "wo soll ich hinschauen"),
        "es-ES": ("cómo lo hago tumbada de lado",),
        "fr-FR": ("comment je le fais allongée sur le côté",),
    },
    WhatIsNext: {
        "en-US": ("how do I do the next one",),
        "de-DE": ("wie geht die nächste", "wie mache ich die nächste Übung"),
        "es-ES": ("cómo se hace el siguiente",),
        "fr-FR": ("comment on fait le suivant",),
    },
    HowAmIDoing: {
        "en-US": ("am I faster than last week",),
        "de-DE": ("bin ich schneller als letzte Woche",),
        "es-ES": ("soy más rápida que la semana pasada",),
        "fr-FR": ("je suis plus rapide que la semaine dernière",),
    },
    HowLong: {
        "en-US": ("will I be done by seven",),
        "de-DE": ("bin ich bis sieben fertig",),
        "es-ES": ("acabo antes de las siete",),
        "fr-FR": ("j'ai fini avant sept heures",),
    },
    Faster: {
        "en-US": ("I'm ahead of you", "no, I said faster"),
        "de-DE": ("ich bin schon weiter als du", "ich hab schneller gesagt"),
        "es-ES": ("voy por delante de ti", "he dicho más rápido"),
        "fr-FR": ("je suis en avance sur toi", "j'ai dit plus vite"),
    },
    Slower: {"es-ES": ("me estás metiendo prisa",), "fr-FR": ("tu me presses",)},
    Lighter: {
        "en-US": ("I'd rather take the smaller one",),
        "de-DE": ("ich nehm lieber die kleinere",),
        "es-ES": ("prefiero la más pequeña",),
        "fr-FR": ("je préfère le plus petit",),
    },
    TooEasy: {
        "en-US": ("I could chat through this",),
        "de-DE": ("dabei könnte ich mich unterhalten",),
        "es-ES": ("podría hablar mientras lo hago",),
        "fr-FR": ("je pourrais discuter en même temps",),
    },
    TooHard: {"en-US": ("I'm failing on these",), "es-ES": ("no me salen",)},
    TellCondition: {"de-DE": ("ich glaub ich krieg was",)},
    EasierWay: {"fr-FR": ("je vacille complètement",)},
}


@with_each(("meant", "locale", "said"), each_said(MEANT.items()))
def test_it_is_heard_as_it_is_meant(meant: type[Command], locale: str, said: str) -> None:
    assert type(command_heard(said, locale)) is meant
