"""A set that is told with its load, and loads that are called by their figure, in every language."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import HeardNumber, Load, MoreTime, NotUnderstood, RemindMe


@with_each(
    ("locale", "said", "done", "load"),
    [
        ("en-US", "fourteen at sixteen kilos", 14, 16),
        ("en-US", "twelve with the sixteen", 12, 16),
        ("en-US", "I did ten reps with eight kilos", 10, 8),
        ("en-US", "twelve with the tens", 12, 10),
        ("de-DE", "vierzehn mit sechzehn Kilo", 14, 16),
        ("de-DE", "zwölf mit der Sechzehner", 12, 16),
        ("de-DE", "zehn Wiederholungen mit acht Kilo", 10, 8),
        ("es-ES", "catorce con dieciséis kilos", 14, 16),
        ("es-ES", "doce con la de dieciséis", 12, 16),
        ("fr-FR", "quatorze à seize kilos", 14, 16),
        ("fr-FR", "douze avec la seize", 12, 16),
    ],
)
def test_a_number_and_a_load_in_one_breath_are_both_heard(
    locale: str, said: str, done: int, load: int
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Load)
    assert (heard.done, heard.amount) == (HeardNumber(done), HeardNumber(load))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "two twelves"),
        ("en-US", "a pair of twelves"),
        ("de-DE", "zwei Zwölfer"),
        ("de-DE", "ich nehm die Zwölfer"),
        ("es-ES", "dos de doce"),
        ("es-ES", "llevo unas de doce"),
        ("fr-FR", "deux de douze"),
        ("fr-FR", "je prends mes deux de douze"),
    ],
)
def test_weights_that_are_called_by_their_figure_are_a_load_and_no_time(
    locale: str, said: str
) -> None:
    assert command_heard(said, locale) == Load(HeardNumber(12))


def test_an_hour_and_its_minutes_stay_a_time() -> None:
    assert isinstance(command_heard("two thirty"), RemindMe)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "a thirty second break please"),
        ("en-US", "thirty seconds rest please"),
        ("de-DE", "dreißig Sekunden Pause bitte"),
        ("es-ES", "treinta segundos de descanso por favor"),
        ("fr-FR", "trente secondes de pause s'il te plaît"),
    ],
)
def test_a_break_of_some_seconds_is_no_length_of_a_workout(locale: str, said: str) -> None:
    assert command_heard(said, locale) == MoreTime(HeardNumber(30))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "I have 12.5 kg"),
        ("de-DE", "12,5 kg"),
        ("de-DE", "ich nehme 12,5 Kilo."),
        ("fr-FR", "je prends 12,5 kg"),
    ],
)
def test_a_weight_and_a_half_in_digits_is_one_load(locale: str, said: str) -> None:
    load = command_heard(said, locale)
    assert isinstance(load, Load)
    assert (load.done, load.amount, load.half) == (None, HeardNumber(12), True)


@with_each(
    ("locale", "said"), [("en-US", "12.3 kilos"), ("es-ES", "12,5 kilos"), ("de-DE", "12,3 Kilo")]
)
def test_any_other_tenth_is_neither_a_load_nor_repetitions(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), NotUnderstood)
