"""Who is not the runner of the account says so with a name, too; and what happens to somebody else is danger."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import NotUnderstood, RedFlag, TrainAsGuest


@with_each(
    ("locale", "said"),
    [
        ("en-US", "I'm not Ben"),
        ("en-US", "stop, I'm not Ben"),
        ("en-US", "I'm Lisa, not Ben"),
        ("en-US", "stop, this isn't me"),
        ("de-DE", "ich bin nicht Ben"),
        ("de-DE", "halt, ich bin nicht der Paul"),
        ("de-DE", "stopp, das bin ich nicht"),
        ("es-ES", "no soy Ben"),
        ("es-ES", "para, no soy Lucía"),
        ("es-ES", "hoy no entrena él"),
        ("fr-FR", "je ne suis pas Ben"),
        ("fr-FR", "stop, je ne suis pas Ben"),
        ("fr-FR", "stop, je ne suis pas Paul"),
        ("fr-FR", "là c'est pas lui qui s'entraîne"),
    ],
)
def test_who_is_not_the_one_that_is_named_trains_as_a_guest(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), TrainAsGuest)


@with_each("said", ["I'm not impressed", "I'm not Zorblax", "this isn't fair"])
def test_a_word_that_is_no_known_name_makes_nobody_a_guest(said: str) -> None:
    assert isinstance(command_heard(said), NotUnderstood)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "Anna isn't breathing"),
        ("en-US", "oh god she's passed out"),
        ("en-US", "help, he isn't moving"),
        ("de-DE", "Hilfe, er wacht nicht auf"),
        ("de-DE", "du, mein Mann reagiert nicht"),
        ("es-ES", "oye, mi mujer no puede respirar"),
        ("es-ES", "ay, que se ha desplomado"),
        ("fr-FR", "au secours, il ne se réveille pas"),
        ("fr-FR", "elle ne bouge plus"),
        ("en-US", "he stopped breathing"),
        ("de-DE", "Anna atmet nicht"),
        ("de-DE", "mein Mann ist nicht ansprechbar"),
        ("es-ES", "María no respira"),
        ("es-ES", "mi marido no está consciente"),
        ("fr-FR", "Marie respire pas"),
        ("fr-FR", "Paul n'est pas conscient"),
    ],
)
def test_who_does_not_breathe_or_wake_is_in_danger_whatever_the_name(
    locale: str, said: str
) -> None:
    assert isinstance(command_heard(said, locale), RedFlag)


@with_each(
    "said",
    ["je suis pas ben", "je me sens pas ben", "je ne suis pas bien", "stop je suis pas bien"],
)
def test_in_french_ben_is_well_where_it_names_nobody(said: str) -> None:
    assert isinstance(command_heard(said, "fr-FR"), RedFlag)
