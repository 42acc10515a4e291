"""An order in everyday words or a bare number comes to the command that is meant."""

import pytest
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import (
    Command,
    DidRepetitions,
    Faster,
    GoBack,
    GoToExercise,
    Greeting,
    HeardNumber,
    MoreTime,
    NamedExercise,
    No,
    NoTool,
    RemindMe,
    RepeatExercise,
    SayAgain,
    SkipExercise,
    Slower,
    SomethingElse,
    TellCondition,
    TimeLeft,
    TooHard,
)


@with_each("said", ["twelve", "five", "fifteen", "twelve reps"])
def test_a_bare_number_is_what_was_done_and_no_time_for_a_reminder(said: str) -> None:
    heard = command_heard(said, "en-US")
    assert isinstance(heard, DidRepetitions)
    assert heard.repetitions is not None


@with_each("said", ["two sets", "three sets", "do that one again", "twelve more"])
def test_no_number_of_sets_is_a_time_for_a_reminder(said: str) -> None:
    assert not isinstance(command_heard(said, "en-US"), RemindMe)


@with_each(
    ("locale", "said", "faster"),
    [
        ("en-US", "that's not fast enough", True),
        ("en-US", "that's not slow enough", False),
        ("de-DE", "nicht schnell genug", True),
        ("de-DE", "nicht langsam genug", False),
        ("es-ES", "va un poco lento para mí", True),
        ("fr-FR", "pas assez vite", True),
        ("fr-FR", "pas assez lent", False),
    ],
)
def test_what_is_not_fast_or_slow_enough_turns_the_pace_the_other_way(
    locale: str, said: str, faster: bool
) -> None:
    assert isinstance(command_heard(said, locale), Faster if faster else Slower)


MEANT: dict[type[Command], dict[str, tuple[str, ...]]] = {
    GoBack: {
        "en-US": ("two back", "go back two"),
        "de-DE": ("zwei zurück", "zwei übungen zurück"),
        "es-ES": ("dos atrás", "dos ejercicios atrás"),
        "fr-FR": ("deux en arrière", "reviens de deux"),
    },
    Greeting: {
        "en-US": ("how are you",),
        "de-DE": ("wie geht's", "na wie geht's"),
        "es-ES": ("qué tal", "cómo estás"),
        "fr-FR": ("comment ça va",),
    },
    TimeLeft: {
        "en-US": ("stop after this set",),
        "de-DE": ("nach diesem satz schluss",),
        "es-ES": ("después de esta serie paro", "en diez minutos tengo que irme"),
        "fr-FR": ("après cette série j'arrête",),
    },
    NoTool: {
        "en-US": ("no weights today", "bodyweight only"),
        "de-DE": ("heute ohne gewicht", "ohne gewicht heute", "nur körpergewicht"),
        "es-ES": ("hoy sin peso", "sin pesas hoy"),
        "fr-FR": ("aujourd'hui sans poids", "sans charge aujourd'hui"),
    },
    No: {
        "en-US": ("no it's fine", "no i'm fine", "no all good", "later"),
        "de-DE": ("nein geht schon", "nein alles gut", "nein nein alles gut"),
        "es-ES": ("no, todo bien", "no pasa nada", "más tarde"),
        "fr-FR": ("non ça va", "non tout va bien", "non je vais bien"),
    },
    TellCondition: {
        "en-US": ("i sometimes get dizzy", "i'm prone to dizziness"),
        "de-DE": (
            "ich hab manchmal schwindel",
            "mir ist oft schwindelig",
            "ich neige zu schwindel",
        ),
        "es-ES": ("a veces me mareo", "me mareo a menudo", "soy propenso a los mareos"),
        "fr-FR": ("j'ai parfois des vertiges", "il m'arrive d'avoir des vertiges"),
    },
}
"""The same meaning in each language, by what it comes to."""


@with_each(
    ("meant", "locale"), [(meant, locale) for meant, spoken in MEANT.items() for locale in spoken]
)
def test_the_same_is_understood_in_every_language(locale: str, meant: type[Command]) -> None:
    for said in MEANT[meant][locale]:
        assert isinstance(command_heard(said, locale), meant), said


SAID_AGAIN = {
    "en-US": (("repeat that", "can you repeat that"), ("do that set again", "start the set over")),
    "de-DE": (("wiederhole das", "kannst du das wiederholen"), ("den Satz nochmal",)),
    "es-ES": (("repite eso", "puedes repetirlo"), ("haz la serie otra vez",)),
    "fr-FR": (("répète ça", "tu peux répéter"), ("refais la série",)),
}


@with_each("locale", SAID_AGAIN)
def test_what_was_said_is_asked_for_again_in_other_words_than_the_set(locale: str) -> None:
    words, work = SAID_AGAIN[locale]
    assert {type(command_heard(said, locale)) for said in words} == {SayAgain}
    assert {type(command_heard(said, locale)) for said in work} == {RepeatExercise}


@with_each(
    ("locale", "said"),
    [
        ("en-US", "a couple more minutes"),
        ("de-DE", "noch ein paar Minuten"),
        ("es-ES", "un par de minutos más"),
        ("fr-FR", "encore quelques minutes"),
    ],
)
def test_a_couple_of_minutes_are_two(locale: str, said: str) -> None:
    assert command_heard(said, locale) == MoreTime(HeardNumber(120))


@pytest.mark.parametrize(
    ("locale", "said"),
    [("es-ES", "quiero hacer burpees"), ("fr-FR", "je veux faire des burpees")],
)
def test_an_exercise_that_nobody_knows_is_no_programme(locale: str, said: str) -> None:
    assert command_heard(said, locale) == GoToExercise(NamedExercise(None, "burpees"))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "replace squats with burpees"),
        ("en-US", "swap this for burpees"),
        ("de-DE", "ersetze Kniebeugen durch Burpees"),
        ("de-DE", "tausch das gegen Burpees"),
        ("es-ES", "cambia las sentadillas por burpees"),
        ("es-ES", "cambia esto por burpees"),
        ("fr-FR", "remplace les squats par des burpees"),
        ("fr-FR", "remplace ça par des burpees"),
    ],
)
def test_a_wish_for_an_exercise_that_nobody_knows_keeps_its_name(locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, SomethingElse)
    assert heard.wished == NamedExercise(None, "burpees")


@with_each(
    ("locale", "said"),
    [
        ("en-US", "swap this for step ups"),
        ("en-US", "could we do step ups instead of this"),
        ("de-DE", "tausch das gegen Stufensteigen"),
        ("de-DE", "stattdessen lieber Stufensteigen"),
        ("es-ES", "cambia esto por subidas al escalón"),
        ("es-ES", "mejor subidas al escalón que esto"),
        ("fr-FR", "remplace ça par des montées de marche"),
        ("fr-FR", "je préfère des montées de marche à ça"),
    ],
)
def test_this_exercise_is_exchanged_for_the_one_that_is_named(locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, SomethingElse)
    assert heard.exercise is None
    assert heard.wished is not None
    assert heard.wished.id == "step_up"


@with_each(
    ("locale", "said"),
    [
        ("en-US", "skip the abs"),
        ("de-DE", "überspring die Bauchmuskeln"),
        ("es-ES", "sáltate los abdominales"),
        ("fr-FR", "saute les abdos"),
    ],
)
def test_the_abs_that_are_skipped_do_not_hurt(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), SkipExercise)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "this is killing me"),
        ("es-ES", "esto me mata"),
        ("fr-FR", "tu me tues"),
    ],
)
def test_what_kills_a_runner_is_too_hard_and_no_wish_to_die(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), TooHard)
