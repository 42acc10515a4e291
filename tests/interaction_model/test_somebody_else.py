"""Who is not the runner of the account says so with a name, too; and what happens to somebody else is danger."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import CallForHelp, NotUnderstood, Pain, RedFlag, TrainAsGuest


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


@with_each(
    ("locale", "said"),
    [
        ("en-US", "Paul isn't moving"),
        ("en-US", "Paul's not moving"),
        ("en-US", "oh my god Paul isn't moving at all"),
        ("en-US", "help, Paul is not responding"),
        ("en-US", "my brother in law won't wake up"),
        ("en-US", "my neighbour is choking"),
        ("de-DE", "Paul bewegt sich nicht"),
        ("de-DE", "Hilfe, Paul reagiert nicht"),
        ("de-DE", "mein Opa rührt sich nicht mehr"),
        ("es-ES", "Pablo no se mueve"),
        ("es-ES", "ayuda, Lucía no reacciona"),
        ("es-ES", "mi suegra se está ahogando"),
        ("fr-FR", "Paul ne bouge plus"),
        ("fr-FR", "au secours, Camille ne répond plus"),
        ("fr-FR", "ma mère ne se réveille pas"),
    ],
)
def test_who_does_not_move_or_answer_is_in_danger_by_name_or_as_kin(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), RedFlag)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "Zorblax isn't moving"),
        ("en-US", "help, Kwame isn't responding"),
        ("de-DE", "Zorblax bewegt sich nicht mehr"),
        ("es-ES", "Paco no responde"),
        ("fr-FR", "Zorblax ne répond plus"),
    ],
)
def test_a_name_that_nobody_knows_holds_the_count_and_is_asked_about(
    locale: str, said: str
) -> None:
    assert isinstance(command_heard(said, locale), (CallForHelp, RedFlag))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "the screen isn't moving"),
        ("en-US", "it's not responding"),
        ("de-DE", "der Zähler bewegt sich nicht"),
        ("es-ES", "la pantalla no se mueve"),
        ("fr-FR", "ben ça bouge plus"),
        ("en-US", "Paul isn't here"),
        ("de-DE", "Paul kommt nicht"),
        ("fr-FR", "Paul ne vient pas"),
    ],
)
def test_a_thing_that_does_not_move_and_somebody_who_is_not_there_are_in_no_danger(
    locale: str, said: str
) -> None:
    assert isinstance(command_heard(said, locale), NotUnderstood)


@with_each(
    ("locale", "said", "meant"),
    [
        ("en-US", "my arm isn't moving", RedFlag),
        ("en-US", "my leg isn't responding", RedFlag),
        ("en-US", "my knee isn't moving", Pain),
        ("de-DE", "mein Arm bewegt sich nicht mehr", RedFlag),
        ("de-DE", "mein Knie bewegt sich nicht mehr", Pain),
        ("es-ES", "mi brazo no se mueve", RedFlag),
        ("es-ES", "la rodilla no se mueve", Pain),
        ("fr-FR", "mon bras ne bouge plus", RedFlag),
    ],
)
def test_a_limb_that_does_not_move_is_danger_and_a_joint_is_hurt(
    locale: str, said: str, meant: type
) -> None:
    assert isinstance(command_heard(said, locale), meant)
