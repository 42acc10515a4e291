"""What a sentence comes to: understood as where Amazon does not listen, then read by the skill."""

from functools import cache

from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)

from skill.alexa.intents import command_of
from skill.coach.commands import Command
from skill.data import read_data
from skill.ears.orders import OrderReader
from skill.ears.setup import reader_and_follower_for
from skill.ears.words import PRONUNCIATIONS, WordFollower
from skill.loaders import load_listener
from skill.simulator.models import load_model
from skill.understanding import Match, Understanding, understanding_of

LOCALE = "en-US"


@cache
def understanding(locale: str = LOCALE) -> Understanding:
    """What understands a locale: the same object as in the simulator, for it is long in the making."""
    return understanding_of(load_model(locale))


@cache
def reader_and_follower() -> tuple[OrderReader, WordFollower]:
    """The ears' reader and follower of what may be said to the coach, with the real recogniser."""
    model, alarms = load_model(LOCALE), load_listener(LOCALE).alarm
    return reader_and_follower_for(model, read_data(PRONUNCIATIONS), alarms)


def order_reader() -> OrderReader:
    """The reader alone; made in about a second."""
    return reader_and_follower()[0]


def slot(name: str, value: str | None, id_: str = "", code: StatusCode | None = None) -> Slot:
    """A slot as Alexa sends it, resolved to an id where one is given."""
    code = code or (StatusCode.ER_SUCCESS_MATCH if id_ else None)
    if code is None:
        return Slot(name=name, value=value)
    values = [ValueWrapper(Value(id_, id_))] if id_ else []
    return Slot(
        name=name, value=value, resolutions=Resolutions([Resolution("ours", Status(code), values)])
    )


def command_in(match: Match, locale: str = LOCALE) -> Command:
    """The command of what was understood."""
    slots = {name: slot(name, value.value, value.id) for name, value in match.slots.items()}
    return command_of(match.intent, slots, lambda: load_listener(locale))


def command_heard(said: str, locale: str = LOCALE) -> Command:
    """The command that a sentence comes to."""
    return command_in(understanding(locale).understand(said), locale)
