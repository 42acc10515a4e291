"""What was heard in a slot, in the coach's own terms."""

from collections.abc import Callable, Iterator, Mapping

from ask_sdk_model import Slot

from skill.alexa.said import clean, sayable
from skill.coach.commands import HeardNumber, Named, NamedExercise
from skill.language.alarms import Alarm, Grade
from skill.language.listener import Listener, deaf
from skill.language.slot_names import EXERCISES, PART
from skill.training.exercise import Side
from skill.training.record import Effort

FINE = "other_joint"
"""The slot for the part of the body that does not hurt, where another one does."""

LARGEST_NUMBER = 1_000_000_000
"""What is larger was misheard, whatever it was meant for."""

_TRAINED = frozenset({"stomach"})
"""The parts of the body whose name stands for exercises as well. Any other one, said for an exercise, hurts."""

_MATCHED = "ER_SUCCESS_MATCH"
"""What Alexa says of words that it has resolved (Amazon: Request Types Reference, status code)."""


class Slots:
    """The slots of an intent, with a listener for the words that Alexa did not resolve.

    A resolution may be missing, timed out, empty or wrong in form: then the words themselves are looked up.
    """

    def __init__(self, filled: Mapping[str, Slot], listen: Callable[[], Listener] = deaf) -> None:
        self._filled = filled
        self._listen = listen

    def text(self, name: str) -> str | None:
        """What was said for a slot, fit to be said again; None where nothing was."""
        return clean(self._raw(name)) or None

    def number(self, name: str) -> int | None:
        """The number that was said for a slot, as a figure or as a word; None where it is none."""
        text = self.text(name) or ""
        try:
            number: int | None = int(text)
        except ValueError:
            number = self._listen().number(text) if text.upper() != text else None
        return number if number is None or abs(number) <= LARGEST_NUMBER else None

    def id(self, name: str) -> str | None:
        """The id of the value that was meant: as Alexa resolved it, or by the words themselves."""
        found = self._resolved(name)
        text = self.text(name)
        return found if found is not None or text is None else self._listen().id_of(name, text)

    def id_as(self, name: str, other: str) -> str | None:
        """The id of what was said for a slot among the wordings of another slot."""
        text = self.text(name)
        return text and self._listen().id_of(other, text)

    def part(self, name: str) -> str | None:
        """The id of the part of the body that was named, also among other words."""
        text = self.text(name)
        found = self.id(name)
        if found is not None or text is None:
            return found
        inside = self._listen().body.part(text)
        return inside[0] if inside else None

    def bare_part(self, name: str) -> str:
        """The part of the body that was said for a slot, as the coach says it back."""
        return clean(self._listen().body.bare(self.text(name) or ""))

    def part_among(self, name: str) -> Named | None:
        """The part of the body that is named among the words of a slot, as it was said."""
        found = self._listen().body.part(self._raw(name))
        return Named(*found) if found else None

    def parts(self) -> list[Named]:
        """Every part of the body that is named in any slot, as it was said, each once.

        But not the one that is said to be fine: "not my knee, my hip hurts". Nor one in the name of an exercise
        beside a part that hurts, also where nobody knows the exercise: "hip thrusts hurt my back".
        """
        listener = self._listen()
        no_parts = {FINE, *(EXERCISES if PART in self._filled else ())}
        named = (self._raw(name) for name in self._filled if name not in no_parts)
        found = (part for said in named for part in listener.body.parts(said))
        return [Named(id_, clean(said)) for id_, said in dict(found).items()]

    def is_greeting(self, name: str) -> bool:
        """Whether the words of a slot are a greeting."""
        return self._listen().is_greeting(self._raw(name))

    def names_somebody(self, name: str) -> bool:
        """Whether the words of a slot end with somebody other than the runner."""
        return self._listen().names_somebody(self._raw(name))

    def is_turned(self, name: str) -> bool:
        """Whether the words of a slot turn what was said behind them into its opposite."""
        return self._listen().is_turned(self._raw(name))

    def alarm(self) -> Alarm | None:
        """What has to stop the count, in any words that are no value of their slot; of several, the worst."""
        if not self._filled:
            return None
        alarms = [alarm for text in self._strange() if (alarm := self._listen().alarm(text))]
        return min(alarms, key=lambda alarm: [*Grade].index(alarm.grade), default=None)

    def _strange(self) -> Iterator[str]:
        for name in self._filled:
            text = self._raw(name)
            # Figures, and times and durations as Amazon writes them, have no small letter.
            if text.upper() != text and self.id(name) is None and not self._trained(name, text):
                yield text

    def _trained(self, name: str, text: str) -> bool:
        """Whether a part of the body stands for what trains it: the abs of "skip the abs"."""
        of_an_exercise = name in EXERCISES and " " not in text
        return of_an_exercise and self._listen().id_of(PART, text) in _TRAINED

    def _raw(self, name: str) -> str:
        slot = self._filled.get(name)
        value = slot.value if slot is not None else None
        return value if isinstance(value, str) else ""

    def _resolved(self, name: str) -> str | None:
        slot = self._filled.get(name)
        if slot is None or slot.resolutions is None:
            return None
        for authority in slot.resolutions.resolutions_per_authority or ():
            code = authority.status and authority.status.code
            if not code or code.value != _MATCHED:
                continue
            if authority.values and authority.values[0].value:
                return authority.values[0].value.id or None
        return None


def heard_number(slots: Slots, name: str) -> HeardNumber | None:
    """An AMAZON.NUMBER: None where nothing was said, an empty ``HeardNumber`` where it is no number ("?")."""
    return HeardNumber(slots.number(name)) if is_filled(slots, name) else None


def is_filled(slots: Slots, name: str) -> bool:
    """Whether anything was said for a slot."""
    return slots.text(name) is not None


def named_exercise(slots: Slots, name: str = "exercise") -> NamedExercise | None:
    """The exercise that was named, by its catalog id where it is known."""
    said = sayable(slots.text(name))
    return None if said is None else NamedExercise(slots.id(name), said)


def named_effort(slots: Slots, name: str = "effort") -> Effort | None:
    """How hard it was, in the words of the slot type EFFORT; None where they are others."""
    id_ = slots.id(name)
    return Effort(id_) if id_ in list(Effort) else None


def named_side(slots: Slots, name: str = "side") -> Side | None:
    """The side that was named, None where none was."""
    id_ = slots.id(name)
    return Side(id_) if id_ in (Side.LEFT, Side.RIGHT) else None


def named_thing(slots: Slots, name: str) -> Named | None:
    """A thing of one of our own slot types, by its id where it is known."""
    said = sayable(slots.text(name))
    return None if said is None else Named(slots.id(name), said)


def named_part(slots: Slots, name: str = "joint") -> Named | None:
    """The part of the body that was named, by its id where it is known."""
    return Named(slots.part(name), slots.bare_part(name)) if is_filled(slots, name) else None
