"""What things of a history are called, with digits."""

from support.tables import with_each

from skill.coach.telling.history import HistoryWords
from skill.loaders import load_catalog, load_phrasebook
from skill.training.preferences import Units
from skill.training.rung import Rung


@with_each(
    ("locale", "load"),
    [
        ("en-US", "2.5 kg"),
        ("de-DE", "2,5 kg"),
        ("es-ES", "2,5 kg"),
        ("es-MX", "2.5 kg"),
        ("es-US", "2.5 kg"),
        ("fr-CA", "2,5 kg"),
    ],
)
def test_half_a_kilogram_is_written_as_the_country_writes_it(locale: str, load: str) -> None:
    words = HistoryWords(load_catalog(), load_phrasebook(locale), Units.KILOGRAMS)
    rung = Rung("squat", 15, tool="dumbbell", load_grams=2_500)
    assert words.rung(rung, "squat").endswith(load)
