"""How well runners are heard, measured on sentences that nobody wrote the samples by.

From the project's folder, ``PYTHONPATH=tests python tests/interaction_model/held_out.py de-DE`` prints figures
and every sentence that is not heard rightly; without a locale those of en-US. ``en-US idioms``,
``en-US everyday`` and ``en-US body`` measure lots apart, of which only the acts are told.
"""

import sys
import tomllib
from functools import cache
from operator import attrgetter
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from support.heard import command_heard, slot, understanding

from skill.alexa.intents import command_of
from skill.coach import commands
from skill.coach.commands import Command, Named
from skill.loaders import load_listener
from skill.simulator.models import load_model

FOLDER = Path(__file__).parent / "held_out"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))

STOPS = (
    commands.Pain,
    commands.RedFlag,
    commands.FeelBurn,
    commands.FeelStitch,
    commands.CallForHelp,
    commands.Despair,
    commands.TellCondition,
)
"""What holds the count: pain and danger, and what is asked about before it goes on."""

HARMLESS = (
    commands.NotUnderstood,
    commands.Help,
    commands.ChangeVolume,
    commands.IsItSafe,
    commands.HowTo,
    commands.WhichMuscles,
    commands.WhyThis,
    commands.WhatIsNext,
    commands.WhatIsThis,
    commands.WhatIsToday,
    commands.HowManyLeft,
    commands.HowFar,
    commands.HowLong,
    commands.WhenLast,
    commands.HowAmIDoing,
    commands.HowIsItGoing,
    commands.Greeting,
    commands.WhoAreYou,
    commands.AskAdvice,
    commands.CheerMeOn,
    commands.WhichReminders,
    commands.WhatDoYouKnow,
    commands.WhichWasThat,
    commands.EasierWay,
    commands.LastTime,
    commands.Thanks,
    commands.FeelSweat,
)
"""What only says something: heard in place of another, it costs a sentence and changes nothing."""


class HeldOut(NamedTuple):
    """A sentence, what it is meant to come to, any of several, and what it comes to."""

    said: str
    meant: tuple[Command, ...]
    heard: Command
    known_miss: str = ""
    """What becomes of it, where it is known that it is not heard rightly."""

    @property
    def body_is_right(self) -> bool:
        """Whether it comes to exactly this, of the right joint and the right illness where one is told."""
        return any(
            type(self.heard) is type(one)
            and all(
                getattr(self.heard, name, None) == getattr(one, name, None)
                for name in ("injured", "condition")
            )
            and _joint(one) in (None, _joint(self.heard))
            for one in self.meant
        )

    @property
    def act_is_right(self) -> bool:
        """Whether it comes to the right act, whatever the slots hold."""
        return any(_act(self.heard) is _act(one) for one in self.meant)

    @property
    def is_right(self) -> bool:
        """Whether it comes to the right act with the right slots."""
        return any(_bare(self.heard) == _bare(one) for one in self.meant)

    @property
    def must_stop(self) -> bool:
        """Whether pain or danger is spoken of."""
        return isinstance(self.meant[0], STOPS)

    @property
    def stops(self) -> bool:
        """Whether it holds the count."""
        return isinstance(self.heard, STOPS)

    @property
    def is_wrong_order(self) -> bool:
        """Whether something is done that nobody asked for."""
        return not self.is_right and self._does_harm

    @property
    def is_wrong_act(self) -> bool:
        """Whether something is done that nobody asked for, whatever the slots hold."""
        return not self.act_is_right and self._does_harm

    @property
    def _does_harm(self) -> bool:
        held = self.must_stop and self.stops
        return not held and not isinstance(self.heard, HARMLESS)


@cache
def measured(locale: str, lot: str = "") -> list[HeldOut]:
    """All held-out sentences of a locale, or of a lot apart, as they are heard."""
    return [
        HeldOut(
            one["said"],
            _meant(one, locale),
            command_heard(one["said"], locale),
            one.get("known_miss", ""),
        )
        for one in utterances(locale, lot)
    ]


def utterances(locale: str, lot: str | PurePath = "") -> list[dict[str, Any]]:
    """The sentences of a lot, as its file has them."""
    text = (FOLDER / lot / f"{locale}.toml").read_text("utf-8")
    return list(tomllib.loads(text)["utterance"])


def intents_of(spoken: dict[str, Any]) -> list[str]:
    """The intents that a sentence may come to, the one that it was written for first."""
    intent = spoken["intent"]
    return intent if isinstance(intent, list) else [intent]


def _meant(spoken: dict[str, Any], locale: str) -> tuple[Command, ...]:
    types = {intent.name: intent.slots for intent in load_model(locale).intents}
    return tuple(
        command_of(
            intent,
            {
                name: slot(name, value, "" if types[intent][name].startswith("AMAZON.") else value)
                for name, value in spoken.get("slots", {}).items()
                if name in types[intent]
            },
            lambda: load_listener(locale),
        )
        for intent in intents_of(spoken)
    )


def _act(command: Command) -> type:
    """What a command does; a pull is pain, but for a stretch that asks for it."""
    return commands.Pain if isinstance(command, commands.Pain) else type(command)


def _bare(command: Command) -> tuple[Any, ...]:
    """A command without the very words in which something was named."""
    return _act(command), *(
        _id(value) for name, value in vars(command).items() if name not in ("injured", "feared")
    )


def _joint(command: Command) -> Any:
    return _id(getattr(command, "joint", None))


def _id(value: Any) -> Any:
    if isinstance(value, Named):
        return value.id
    if isinstance(value, tuple) and value and isinstance(value[0], Named):
        return tuple(named.id for named in value)
    return value


def main(locale: str = "en-US", lot: str = "") -> None:
    """Print the figures, and what is not heard rightly."""
    heard = measured(locale, lot)
    urgent = [one for one in heard if one.must_stop]
    wrong = attrgetter("is_wrong_act" if lot else "is_wrong_order")
    lines = [
        f"sentences                    {len(heard)}",
        f"right act                    {sum(one.act_is_right for one in heard) / len(heard):.1%}",
        f"right act and slots          {sum(one.is_right for one in heard) / len(heard):.1%}",
        f"wrong orders                 {sum(map(wrong, heard))}",
        f"pain and danger that stop    {sum(one.stops for one in urgent)} of {len(urgent)}",
    ]
    for one in heard:
        if not (one.act_is_right if lot else one.is_right):
            match = understanding(locale).understand(one.said)
            lines.append(f"  {one.said!r}: {match.intent}, {match.how}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
