"""A document on the screen: what is seen at a moment, what it does by itself, and what a touch does.

Its clock is the device's. It keeps no picture: ``bound_document.py`` computes what is seen from the moment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.echo.errors import NoButton
from skill.echo.screen.bound_document import BoundDocument
from skill.echo.screen.expression import evaluated
from skill.echo.screen.values import is_true, written
from skill.echo.screen.viewport import is_round, size_dp

Json = dict[str, Any]
EVENT = "Alexa.Presentation.APL.UserEvent"


@dataclass(frozen=True, slots=True)
class Touchable:
    """Something that can be touched now."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen at a moment: texts by their ids, buttons, and how far the parts of each graphic are turned."""

    texts: Mapping[str, str]
    buttons: tuple[Touchable, ...]
    turns: Mapping[str, tuple[float, ...]]


@dataclass(slots=True)
class _Action:
    """A command that is due at a moment, on its sequencer."""

    at_ms: float
    sequencer: str
    command: Mapping[str, Any]
    scope: Mapping[str, Any] = field(default_factory=dict)


class Screen:
    """A document that is shown from ``begins_ms`` on; its sound lasts ``sound_ms``, 0 where none came."""

    def __init__(
        self,
        directive: Mapping[str, Any],
        viewport: Mapping[str, Any],
        begins_ms: int,
        sound_ms: int,
    ) -> None:
        self.token = directive["token"]
        self.begins_ms = begins_ms
        self.sound_ms = sound_ms
        self.document: Json = directive["document"]
        # What the transformer makes of the words is an address; which one is all the same here.
        data = _spoken(directive.get("datasources") or {})
        width, height = size_dp(viewport)
        self._given = {
            "payload": data,
            "viewport": {
                "width": width,
                "height": height,
                "shape": "round" if is_round(viewport) else "rectangle",
            },
        }
        self._set: dict[str, Any] = {}
        self._disabled: set[str] = set()
        self._hushed = False
        self._bound = BoundDocument(self.document, self._given, self._set)
        self._root = self._bound.root
        self._due = sorted(self._mounted(), key=lambda action: action.at_ms)
        self._ticks = {
            number: float(tick["minimumDelay"])
            for number, tick in enumerate(self._root.get("handleTick", []))
        }

    def at(self, now_ms: float) -> Seen:
        """What is seen at a moment of the device's clock."""
        texts: dict[str, str] = {}
        buttons: list[Touchable] = []
        turns: dict[str, tuple[float, ...]] = {}
        for component, scope in self._bound.visible(self._elapsed(now_ms)):
            id_ = written(evaluated(component.get("id", ""), scope))
            match component["type"]:
                case "Text":
                    texts[id_] = written(evaluated(component.get("text"), scope))
                case "TouchWrapper" if id_ not in self._disabled:
                    label = written(evaluated(component.get("accessibilityLabel"), scope))
                    buttons.append(Touchable(id_, label))
                case "VectorGraphic":
                    turns[id_] = tuple(self._bound.turns(component, scope))
        return Seen(texts, tuple(buttons), turns)

    def values_at(self, now_ms: float) -> dict[str, Any]:
        """The values of the document's own names at a moment, and of those that are given to it."""
        return self._bound.scope(self._elapsed(now_ms))

    def _elapsed(self, now_ms: float) -> float:
        return max(0.0, now_ms - self.begins_ms)

    @property
    def given(self) -> Mapping[str, Any]:
        """What is given to the document: its data as ``payload``, and the ``viewport``."""
        return self._given

    @property
    def changed(self) -> Mapping[str, Any]:
        """The names that commands have set, with their values."""
        return dict(self._set)

    @property
    def disabled(self) -> tuple[str, ...]:
        """The buttons that a touch has switched off."""
        return tuple(sorted(self._disabled))

    @property
    def hushed(self) -> bool:
        """Whether what ran by itself was ended, by a voice or by a touch."""
        return self._hushed

    @property
    def over_ms(self) -> float | None:
        """When the screen reports that all is over, on the device's clock; None where it never will."""
        sent = [action.at_ms for action in self._due if action.command["type"] == "SendEvent"]
        return min(sent) + self.begins_ms if sent else None

    @property
    def next_ms(self) -> float | None:
        """When the screen does something by itself, on the device's clock; None where it never will."""
        moments = [action.at_ms for action in self._due[:1]]
        moments += [due for number, due in self._ticks.items() if self._is_wanted(number, due)]
        return min(moments) + self.begins_ms if moments else None

    def act(self, now_ms: float) -> list[Json]:
        """Do what is due by now; returns what is sent to the skill."""
        elapsed = now_ms - self.begins_ms
        events: list[Json] = []
        while self._due and self._due[0].at_ms <= elapsed:
            action = self._due.pop(0)
            events += self._do(action.command, action.at_ms, action.scope, _mounted_source())
        for number, due in self._ticks.items():
            if due <= elapsed and self._is_wanted(number, due):
                tick = self._root["handleTick"][number]
                self._ticks[number] = due + tick["minimumDelay"]
                for command in tick["commands"]:
                    events += self._do(command, due, {}, {"type": "Container", "handler": "Tick"})
        return events

    def touch(self, id_: str, now_ms: float) -> list[Json]:
        """Touch a button; returns what is sent to the skill.

        Raises NoButton.
        """
        for component, scope in self._bound.visible(self._elapsed(now_ms)):
            own = written(evaluated(component.get("id", ""), scope))
            if component["type"] == "TouchWrapper" and own == id_ and id_ not in self._disabled:
                source = {"type": "TouchWrapper", "handler": "Press", "id": id_, "value": False}
                events: list[Json] = []
                for command in component["onPress"]:
                    events += self._do(command, now_ms - self.begins_ms, scope, source)
                return events
        raise NoButton(f"{id_!r} is not among {[one.id for one in self.at(now_ms).buttons]}")

    def hush(self) -> None:
        """Somebody speaks: the sound ends, and with it all that runs beside it."""
        self._end("workout")
        self._ticks = {}

    def _end(self, sequencer: str) -> None:
        self._due = [action for action in self._due if action.sequencer != sequencer]
        self._hushed = True

    # What it does.

    def _mounted(self) -> Iterator[_Action]:
        for command in self._root.get("onMount", []):
            yield from self._planned(command, 0, "main")[0]

    def _planned(
        self, command: Mapping[str, Any], at_ms: float, sequencer: str
    ) -> tuple[list[_Action], float]:
        """The actions of a command that begins at a moment, and when it is over."""
        scope = self._bound.scope(at_ms)
        if not is_true(evaluated(command.get("when", True), scope)):
            return [], at_ms
        sequencer = command.get("sequencer", sequencer)
        at_ms += float(evaluated(command.get("delay", 0), scope))
        match command["type"]:
            case "Sequential":
                actions: list[_Action] = []
                for inner in command["commands"]:
                    planned, at_ms = self._planned(inner, at_ms, sequencer)
                    actions += planned
                return actions, at_ms
            case "Parallel":
                all_ = [self._planned(inner, at_ms, sequencer) for inner in command["commands"]]
                ends = max((end for _, end in all_), default=at_ms)
                return [action for planned, _ in all_ for action in planned], ends
            case "SpeakItem":
                return [], at_ms + self.sound_ms
            case "Idle":
                return [], at_ms
        return [_Action(at_ms, sequencer, command)], at_ms

    def _do(
        self, command: Mapping[str, Any], at_ms: float, scope: Mapping[str, Any], source: Json
    ) -> list[Json]:
        whole = {**self._bound.scope(at_ms), **scope}
        # Values of the root follow the clock also for components inside it.
        whole |= self._bound.own_names(at_ms)
        match command["type"]:
            case "SetValue":
                target = written(evaluated(command["componentId"], whole))
                value = evaluated(command["value"], whole)
                if command["property"] == "disabled":
                    self._disabled.add(target)
                else:
                    self._set[command["property"]] = value
            case "Idle":
                self._end(str(command.get("sequencer")))
            case "SendEvent":
                arguments = [evaluated(one, whole) for one in command["arguments"]]
                event = {"type": EVENT, "token": self.token, "arguments": arguments}
                return [{**event, "source": source, "components": {}}]
        return []

    def _is_wanted(self, number: int, at_ms: float) -> bool:
        when = self._root["handleTick"][number].get("when", True)
        return is_true(evaluated(when, self._bound.scope(at_ms)))


def _mounted_source() -> Json:
    return {"type": "Container", "handler": "Mount", "id": "root"}


def _spoken(datasources: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, source in datasources.items():
        properties = dict(source.get("properties", {}))
        for transformer in source.get("transformers", []):
            properties[transformer["outputName"]] = {"url": f"words:{transformer['template']}"}
        made[name] = {**source, "properties": properties}
    return made
