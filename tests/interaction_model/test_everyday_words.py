"""What a shy, a joking and a hurried runner say, and one in pain who plays it down, comes to what is meant."""

from collections.abc import Iterator

import pytest
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import (
    AskAdvice,
    BringBack,
    Command,
    EasierWay,
    Faster,
    Fewer,
    HeardNumber,
    HowAmIDoing,
    HowManyLeft,
    HowTo,
    IsItSafe,
    LastTime,
    Load,
    Minutes,
    MoreTime,
    Named,
    NoTool,
    NotUnderstood,
    Pain,
    Pause,
    RateExercise,
    ShorterRests,
    SkipExercise,
    SkipStretch,
    Slower,
    SoMany,
    TooHard,
    WhatIsThis,
)
from skill.training.record import Effort

MEANT: dict[type[Command], dict[str, tuple[str, ...]]] = {
    ShorterRests: {
        "en-US": ("must I rest that long", "knock some time off the rests"),
        "de-DE": ("muss ich so lange ausruhen", "zehn Sekunden weniger Pause"),
        "es-ES": ("¿tengo que descansar tanto rato?", "quita diez segundos a los descansos"),
        "fr-FR": ("je dois me reposer aussi longtemps", "enlève dix secondes aux repos"),
    },
    Faster: {
        "en-US": ("twice as fast",),
        "de-DE": ("doppelt so schnell",),
        "es-ES": ("el doble de rápido",),
        "fr-FR": ("deux fois plus vite",),
    },
    Slower: {
        "en-US": ("half as fast",),
        "de-DE": ("halb so schnell",),
        "es-ES": ("la mitad de rápido",),
        "fr-FR": ("deux fois moins vite",),
    },
    HowManyLeft: {
        "en-US": ("how many do I still owe you",),
        "de-DE": ("wie viele schulde ich dir noch",),
        "es-ES": ("cuántas te debo todavía",),
        "fr-FR": ("combien je te dois encore",),
    },
    LastTime: {
        "en-US": ("where were we",),
        "de-DE": ("wo waren wir", "wo waren wir stehengeblieben"),
        "es-ES": ("dónde estábamos", "por dónde íbamos"),
        "fr-FR": ("on en était où",),
    },
    WhatIsThis: {
        "en-US": ("how heavy is this", "which weight"),
        "de-DE": ("wie schwer ist das", "welches Gewicht"),
        "es-ES": ("cuánto pesa", "cuánto pesa esto"),
        "fr-FR": ("ça pèse combien", "quel poids"),
    },
    IsItSafe: {
        "en-US": ("will this make my knee worse",),
        "de-DE": ("wird mein Knie davon schlimmer",),
        "es-ES": ("me va a empeorar la rodilla",),
        "fr-FR": ("ça va aggraver mon genou",),
    },
    AskAdvice: {
        "en-US": (
            *("is it normal that my thighs ache", "should I train with sore legs"),
            *("is it normal that my thighs hurt", "what's on Thursday"),
        ),
        "de-DE": (
            *("ist Muskelkater normal", "in zehn Wochen laufe ich Marathon"),
            *("ist es normal, dass meine Oberschenkel wehtun", "was steht am Donnerstag an"),
        ),
        "es-ES": (
            *("es normal tener agujetas", "corro un maratón en ocho semanas"),
            *("es normal que me duelan los muslos", "¿qué toca el jueves?"),
        ),
        "fr-FR": (
            *("c'est normal d'avoir des courbatures", "c'est normal d'avoir mal aux cuisses"),
            *("je cours un marathon dans huit semaines", "on fait quoi jeudi"),
        ),
    },
    Pain: {
        "en-US": (
            *("is it normal that my knees ache", "my hip's being a bit silly again"),
            *("don't mind me, the knee's just saying hello", "the calf is a bit grumpy"),
            "I can feel my Achilles a little, is that fine",
        ),
        "de-DE": (
            *("ist es normal, dass meine Knie wehtun", "die Hüfte macht mal wieder ihr Ding"),
            "das mit dem Schienbein ist wieder da, halb so wild",
        ),
        "es-ES": (
            *("es normal que me duelan las rodillas", "la cadera está otra vez con sus cosas"),
            *("la rodilla me saluda, pero bien", "el gemelo anda un poco quejica, pero seguimos"),
            *("lo de la espinilla ha vuelto", "noto un poco el Aquiles"),
        ),
        "fr-FR": (
            *("c'est normal d'avoir mal aux genoux", "le genou me dit bonjour, mais ça va"),
            *("mon truc au tibia est revenu", "je sens un peu mon tendon d'Achille"),
        ),
    },
    BringBack: {
        "en-US": ("it's fine now", "it's stopped hurting now, let's keep going"),
        "de-DE": ("ist wieder gut", "jetzt tut's nicht mehr weh, weiter geht's"),
        "es-ES": ("ya no me duele, venga, sigamos",),
        "fr-FR": ("ça ne fait plus mal, allez on reprend",),
    },
    NoTool: {
        "en-US": ("I don't have any equipment",),
        "de-DE": ("ich hab keine Geräte",),
        "es-ES": ("no tengo nada de material",),
        "fr-FR": ("je n'ai aucun équipement",),
    },
    MoreTime: {
        "en-US": ("is it alright if I rest a tiny bit longer",),
        "es-ES": ("¿puedo descansar un poquito más?",),
    },
    HowTo: {
        "en-US": ("I don't get where my feet go",),
        "de-DE": ("ich weiß nicht, wo das Knie hin soll",),
        "es-ES": ("no sé muy bien dónde va la rodilla", "no entiendo dónde va la rodilla"),
        "fr-FR": ("je ne vois pas trop où va le genou",),
    },
    EasierWay: {
        "en-US": ("give me the granny version", "can I do these against the wall"),
        "de-DE": ("mach mal die Version für Omas", "wäre es schlimm, wenn ich die leichtere nehme"),
        "es-ES": ("ponme la versión para abuelas",),
        "fr-FR": ("donne-moi la version mamie",),
    },
    TooHard: {
        "en-US": ("I had to stop halfway",),
        "de-DE": ("ich musste mittendrin absetzen",),
        "es-ES": ("he tenido que parar a la mitad",),
        "fr-FR": ("j'ai dû m'arrêter au milieu",),
    },
    SkipExercise: {
        "en-US": ("I'd rather not do the jumping ones",),
        "es-ES": ("prefiero no saltar, que abajo vive gente",),
        "fr-FR": ("je préfère ne pas sauter, il y a des voisins en dessous",),
    },
    SkipStretch: {
        "en-US": ("ditch the stretching",),
        "de-DE": ("Dehnen fällt heute flach, ich hab einen Termin",),
        "es-ES": ("hoy paso de estirar, tengo una reunión",),
        "fr-FR": ("pas d'étirements aujourd'hui, j'ai une réunion",),
    },
    Pause: {
        "en-US": ("my cat has stolen the mat, one sec",),
        "de-DE": ("der Hund liegt auf der Matte, Sekunde",),
        "es-ES": ("para el carro",),
        "fr-FR": ("le chat squatte le tapis",),
    },
    HowAmIDoing: {
        "en-US": ("what's my total this week",),
        "de-DE": ("wie viel hab ich diese Woche insgesamt",),
        "es-ES": ("cuánto llevo esta semana",),
        "fr-FR": ("combien j'ai fait en tout cette semaine",),
    },
    NotUnderstood: {
        "en-US": ("straight to the last round",),
        "de-DE": ("gleich zur letzten Runde",),
        "es-ES": ("directo a la última ronda", "¿hacemos como que ya hice la última serie?"),
        "fr-FR": ("direct au dernier tour",),
    },
}
"""The same meaning in each language, by what it comes to; nothing leads to a certain round."""


def _meant() -> Iterator[tuple[str, type[Command], str]]:
    for meant, spoken in MEANT.items():
        for locale, sentences in spoken.items():
            for said in sentences:
                yield locale, meant, said


@pytest.mark.slow
@with_each(("locale", "meant", "said"), list(_meant()))
def test_it_comes_to_what_is_meant(locale: str, meant: type[Command], said: str) -> None:
    assert isinstance(command_heard(said, locale), meant)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "I've got three left"),
        ("en-US", "three more to go"),
        ("de-DE", "drei hab ich noch"),
        ("de-DE", "ich hab noch drei"),
        ("es-ES", "me quedan tres"),
        ("fr-FR", "il m'en reste trois"),
        ("fr-FR", "j'en ai encore trois"),
    ],
)
def test_three_that_are_left_are_none_that_were_done(locale: str, said: str) -> None:
    assert command_heard(said, locale) == Fewer(left=HeardNumber(3))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "bump me to twelve reps"),
        ("de-DE", "setz mich auf zwölf Wiederholungen hoch"),
        ("es-ES", "súbeme a doce repeticiones"),
        ("fr-FR", "passe-moi à douze répétitions"),
    ],
)
def test_up_to_twelve_is_twelve_and_not_twelve_more(locale: str, said: str) -> None:
    assert command_heard(said, locale) == SoMany(HeardNumber(12))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "give me forty minutes, no chat"),
        ("de-DE", "vierzig Minuten, ohne Gerede"),
        ("es-ES", "cuarenta minutos y sin charla"),
        ("fr-FR", "quarante minutes, et sans bavardage"),
    ],
)
def test_minutes_are_heard_beside_a_wish_for_quiet(locale: str, said: str) -> None:
    assert command_heard(said, locale) == Minutes(HeardNumber(40))


@pytest.mark.parametrize("said", ["no ha sido nada", "eso no ha sido nada", "eso no fue nada"])
def test_what_was_nothing_was_easy(said: str) -> None:
    assert command_heard(said, "es-ES") == RateExercise(Effort.EASY)


@with_each(
    ("locale", "said", "kilos"),
    [
        ("de-DE", "mit der Sechzehner", 16),
        ("de-DE", "beide Zehner", 10),
        ("es-ES", "con la de dieciséis", 16),
        ("es-ES", "las dos de diez", 10),
        ("fr-FR", "celle de seize", 16),
        ("fr-FR", "les deux de dix", 10),
    ],
)
def test_a_weight_is_called_by_its_kilos(locale: str, said: str, kilos: int) -> None:
    assert command_heard(said, locale) == Load(HeardNumber(kilos))


@pytest.mark.parametrize(
    ("locale", "said"), [("de-DE", "mit der Kugel"), ("fr-FR", "avec la boule")]
)
def test_a_kettlebell_is_called_a_ball(locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Load)
    assert isinstance(heard.tool, Named)
    assert heard.tool.id == "kettlebell"


def test_a_pain_that_is_back_is_none_in_the_back() -> None:
    heard = command_heard("the shin thing is back, no big deal", "en-US")
    assert isinstance(heard, Pain)
    assert (heard.part, heard.besides) == ("shin", ())
