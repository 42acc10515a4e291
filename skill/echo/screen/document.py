"""Which documents a screen shows: what Amazon's engine would take silently for something else is refused.

The engine leaves out a component whose type is misspelt, ignores an unknown property, and shows a broken
expression as it is written. The skill hears of none of it, so this is the only guard.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from skill.echo.errors import BadApl
from skill.echo.screen.expression import BrokenExpression, names_of

Json = Mapping[str, Any]

_BOX = frozenset(
    {
        *("type", "id", "when", "bind", "data", "width", "height", "position", "display"),
        *("opacity", "spacing", "transform", "role", "accessibilityLabel"),
        *("paddingLeft", "paddingRight", "paddingTop", "paddingBottom", "onMount", "handleTick"),
    }
)
_KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Container": _BOX | {"item", "items", "direction", "alignItems", "justifyContent"},
        "Frame": _BOX | {"item", "backgroundColor", "borderRadius"},
        "Text": _BOX
        | {
            *("text", "color", "fontSize", "fontWeight", "textAlign", "textAlignVertical"),
            *("maxLines", "speech"),
        },
        "TouchWrapper": _BOX | {"item", "onPress", "disabled"},
        "VectorGraphic": _BOX | {"source", "scale", "align"},
    }
)
_COMMANDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Parallel": frozenset({"commands"}),
        "Sequential": frozenset({"commands"}),
        "SetValue": frozenset({"componentId", "property", "value"}),
        "SendEvent": frozenset({"arguments", "components"}),
        "SpeakItem": frozenset({"componentId"}),
        "Idle": frozenset(),
    }
)
_ANY_COMMAND = frozenset({"type", "when", "delay", "sequencer", "screenLock"})
_DOCUMENT = frozenset({"type", "version", "theme", "settings", "graphics", "mainTemplate"})
_GRAPHIC = frozenset({"type", "version", "width", "height", "parameters", "items"})
_DRAWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "group": frozenset(
            {"type", "items", "translateX", "translateY", "scaleX", "scaleY", "rotation"}
        ),
        "path": frozenset(
            {
                *("type", "pathData", "pathLength", "stroke", "strokeWidth", "fill"),
                *("strokeLineCap", "strokeLineJoin", "strokeDashArray"),
            }
        ),
    }
)
SEQUENCERS = frozenset({"workout", "ping", "touch"})
"""The sequencers that may be named: what runs on another one is ended by no touch."""

_GIVEN = frozenset(
    {"payload", "viewport", "elapsedTime", "Math", "String", "Array", "Time", "environment"}
)


def check_document(document: Json) -> None:
    """Check a document.

    Raises:
        BadApl: something in it is misspelt, missing or out of reach.
    """
    _known(document, _DOCUMENT, "APL document")
    if document.get("type") != "APL" or document.get("version") != "1.9":
        kind = (document.get("type"), document.get("version"))
        raise BadApl("APL document", limit="type APL, version 1.9", got=kind)
    graphics = document.get("graphics") or {}
    for name, graphic in graphics.items():
        _check_graphic(name, graphic)
    template = document.get("mainTemplate") or {}
    if template.get("parameters") != ["payload"]:
        raise BadApl("mainTemplate", limit="the parameter payload", got=template.get("parameters"))
    whole = _first(template)
    ids = {one["id"] for one in components(whole) if isinstance(one.get("id"), str)}
    _check_component(whole, frozenset(_GIVEN), graphics, ids)


def _first(parent: Json) -> Json:
    found = list(children(parent))
    if len(found) != 1:
        raise BadApl("mainTemplate", limit="one item", got=len(found))
    return found[0]


def children(parent: Json) -> Iterator[Json]:
    """The components within one."""
    items = parent.get("items", parent.get("item", []))
    yield from items if isinstance(items, list) else [items]


def components(component: Json) -> Iterator[Json]:
    """A component and all that are within it."""
    yield component
    for child in children(component):
        yield from components(child)


def _known(thing: Json, keys: frozenset[str], what: str) -> None:
    if unknown := sorted(thing.keys() - keys):
        raise BadApl(f"property of {what}", limit=", ".join(sorted(keys)), got=unknown)


def _check_component(component: Json, scope: frozenset[str], graphics: Json, ids: set[str]) -> None:
    kind = str(component.get("type"))
    if kind not in _KEYS:
        raise BadApl("APL component", limit=", ".join(_KEYS), got=kind)
    parameters = _parameters(component, graphics) if kind == "VectorGraphic" else frozenset()
    _known(component, _KEYS[kind] | parameters, kind)
    if "data" in component:
        _check_text(component["data"], scope)
        scope |= {"data", "index", "length"}
    for bound in component.get("bind") or []:
        _check_text(bound["value"], scope)
        scope |= {bound["name"]}
    for command in (*component.get("onMount", []), *component.get("onPress", [])):
        _check_command(command, scope, ids, fast=False)
    for tick in component.get("handleTick", []):
        _check_text(tick.get("when", True), scope)
        for command in tick["commands"]:
            _check_command(command, scope, ids, fast=True)
    for key, value in component.items():
        if key not in _CHECKED_APART:
            _check_text(value, scope)
    for child in children(component):
        _check_component(child, scope, graphics, ids)


_CHECKED_APART = frozenset({"item", "items", "bind", "data", "onMount", "onPress", "handleTick"})


def _parameters(component: Json, graphics: Json) -> frozenset[str]:
    """The parameters that a graphic may be given."""
    source = str(component.get("source"))
    if source not in graphics and "${" not in source:
        raise BadApl("source of a graphic", limit=", ".join(graphics), got=source)
    drawn = [graphics[source]] if source in graphics else graphics.values()
    return frozenset(one["name"] for graphic in drawn for one in graphic["parameters"])


def _check_command(command: Json, scope: frozenset[str], ids: set[str], *, fast: bool) -> None:
    kind = str(command.get("type"))
    if kind not in _COMMANDS:
        raise BadApl("APL command", limit=", ".join(_COMMANDS), got=kind)
    _known(command, _COMMANDS[kind] | _ANY_COMMAND, kind)
    sequencer = command.get("sequencer")
    if sequencer is not None and sequencer not in SEQUENCERS:
        raise BadApl("sequencer", limit=", ".join(sorted(SEQUENCERS)), got=sequencer)
    if fast and kind in ("SendEvent", "SpeakItem") and sequencer is None:
        raise BadApl(f"{kind} of a tick", limit="a sequencer, or it is dropped", got="none")
    target = command.get("componentId")
    if target is not None and target not in ids:
        raise BadApl("componentId", limit=", ".join(sorted(ids)), got=target)
    for key, value in command.items():
        if key == "commands":
            for inner in value:
                _check_command(inner, scope, ids, fast=fast)
        else:
            _check_text(value, scope)


def _check_graphic(name: str, graphic: Json) -> None:
    _known(graphic, _GRAPHIC, f"the graphic {name}")
    if graphic.get("type") != "AVG" or not (graphic.get("width") and graphic.get("height")):
        raise BadApl(f"the graphic {name}", limit="an AVG with width and height", got=graphic)
    scope = _GIVEN | frozenset(one["name"] for one in graphic.get("parameters", []))
    for item in graphic["items"]:
        _check_drawn(item, scope)


def _check_drawn(item: Json, scope: frozenset[str]) -> None:
    kind = str(item.get("type"))
    if kind not in _DRAWN:
        raise BadApl("item of a graphic", limit=", ".join(_DRAWN), got=kind)
    _known(item, _DRAWN[kind], kind)
    for key, value in item.items():
        if key != "items":
            _check_text(value, scope)
    for inner in item.get("items", []):
        _check_drawn(inner, scope)


def _check_text(value: Any, scope: frozenset[str]) -> None:
    if isinstance(value, list):
        for one in value:
            _check_text(one, scope)
    if not isinstance(value, str) or "${" not in value:
        return
    try:
        names = names_of(value)
    except BrokenExpression:
        raise BadApl("expression", limit="one that can be read", got=value) from None
    if unknown := sorted(names - scope):
        raise BadApl(f"names in {value}", limit=", ".join(sorted(scope)), got=unknown)
