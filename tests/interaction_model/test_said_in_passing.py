"""What runners say in passing comes to what they mean, in every language: no order that nobody gave."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import (
    CallForHelp,
    Command,
    DidRepetitions,
    Equipment,
    HeardNumber,
    HowManyLeft,
    HowTo,
    LongRunTomorrow,
    No,
    NotUnderstood,
    RedFlag,
    SomethingElse,
)

MEANT: list[tuple[type[Command], dict[str, tuple[str, ...]]]] = [
    (
        No,
        {
            "en-US": ("maybe tomorrow", "I'd rather do it tomorrow"),
            "de-DE": ("lieber morgen", "vielleicht morgen"),
            "es-ES": ("mejor mañana", "quizás mañana"),
            "fr-FR": ("plutôt demain", "peut-être demain"),
        },
    ),
    (
        LongRunTomorrow,
        {
            "en-US": ("I ran a marathon on Sunday, so easy today",),
            "de-DE": ("ich bin am Sonntag Marathon gelaufen, also heute locker",),
            "es-ES": ("el domingo corrí un maratón, así que hoy suave",),
            "fr-FR": ("j'ai couru un marathon dimanche, donc tranquille aujourd'hui",),
        },
    ),
    (
        HowTo,
        {
            "en-US": ("am I doing it right here", "which foot goes in front"),
            "de-DE": ("mach ich das so richtig", "welcher Fuß kommt nach vorn"),
            "es-ES": ("lo estoy haciendo bien así", "qué pie va delante"),
            "fr-FR": ("je le fais bien là ?", "c'est quel pied devant"),
        },
    ),
    (
        HowManyLeft,
        {
            "en-US": ("how many did I do", "how many was that"),
            "de-DE": ("wie viele hab ich gemacht", "wie viele waren das"),
            "es-ES": ("cuántas he hecho", "cuántas llevo"),
            "fr-FR": ("j'en ai fait combien", "combien j'en ai fait"),
        },
    ),
    (
        NotUnderstood,
        {
            "en-US": ("since yesterday", "for a day or two", "with all my heart"),
            "de-DE": ("seit gestern", "seit ein, zwei Tagen", "von ganzem Herzen"),
            "es-ES": ("desde ayer", "desde hace uno o dos días", "de todo corazón"),
            "fr-FR": ("depuis hier", "depuis un ou deux jours", "je le fais de tout cœur"),
        },
    ),
    (
        CallForHelp,
        {
            "en-US": ("my heart rate is one fifty", "pulse is one sixty five"),
            "de-DE": ("mein Puls ist bei 150", "ich hab Puls hundertsechzig"),
            "es-ES": ("tengo el pulso a 150", "estoy a ciento sesenta pulsaciones"),
            "fr-FR": ("j'ai le pouls à 150", "je suis à cent soixante pulsations"),
        },
    ),
    (
        RedFlag,
        {
            "en-US": ("my heart rate is one ninety five", "my heart rate is insane"),
            "de-DE": ("mein Puls ist bei 195",),
            "es-ES": ("tengo el pulso a 195",),
            "fr-FR": ("j'ai le pouls à cent quatre-vingt-quinze",),
        },
    ),
]


@with_each(
    ("meant", "locale", "said"),
    [(meant, locale, one) for meant, all_ in MEANT for locale in all_ for one in all_[locale]],
)
def test_it_comes_to_what_is_meant(meant: type[Command], locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), meant)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "nine I did"),
        ("de-DE", "neun Stück hab ich"),
        ("es-ES", "nueve llevo"),
        ("fr-FR", "neuf j'en ai fait"),
    ],
)
def test_a_number_said_first_is_what_was_done(locale: str, said: str) -> None:
    assert command_heard(said, locale) == DidRepetitions(HeardNumber(9))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "swap squats for lunges"),
        ("en-US", "lunges instead of squats"),
        ("de-DE", "tausch Kniebeugen gegen Ausfallschritte"),
        ("de-DE", "Ausfallschritte statt Kniebeugen"),
        ("es-ES", "cambia las sentadillas por zancadas"),
        ("es-ES", "zancadas en vez de sentadillas"),
        ("fr-FR", "remplace les squats par des fentes"),
        ("fr-FR", "des fentes à la place des squats"),
    ],
)
def test_one_exercise_is_wished_for_in_place_of_another(locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, SomethingElse)
    assert heard.exercise is not None
    assert heard.wished is not None
    assert (heard.exercise.id, heard.wished.id) == ("squat", "lunge")


@with_each(
    ("locale", "said"),
    [
        ("en-US", "a twelve kilo kettlebell and two five kilo dumbbells"),
        ("de-DE", "eine Zwölf-Kilo-Kettlebell und zwei Fünf-Kilo-Hanteln"),
        ("es-ES", "una pesa rusa de doce kilos y dos mancuernas de cinco"),
        ("fr-FR", "un kettlebell de douze kilos et deux haltères de cinq kilos"),
    ],
)
def test_two_tools_in_one_sentence_are_both_noted_whatever_they_weigh(
    locale: str, said: str
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Equipment)
    assert {tool.id for tool in heard.tools} == {"kettlebell", "dumbbell"}
