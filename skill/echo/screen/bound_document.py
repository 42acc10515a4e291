"""What a document comes to at a moment: its own names, and its components with the values they are shown with.

Nothing is kept from moment to moment, as on Amazon's engine, where all values are bound to ``elapsedTime``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from skill.echo.screen.document import children, components
from skill.echo.screen.expression import evaluated
from skill.echo.screen.values import written

Names = dict[str, Any]
"""Names, each with its value."""

Component = Mapping[str, Any]


class BoundDocument:
    """A document with what is ``given`` to it; ``changed`` are the names that its commands have set.

    Moments are ms since the document was shown.
    """

    def __init__(self, document: Mapping[str, Any], given: Names, changed: Names) -> None:
        self._graphics = document.get("graphics", {})
        self._whole = next(children(document["mainTemplate"]))
        self.root = next(one for one in components(self._whole) if "bind" in one)
        self._given, self._changed = given, changed

    def scope(self, elapsed: float) -> Names:
        """All names at a moment."""
        return {**self._given, "elapsedTime": float(elapsed), **self.own_names(elapsed)}

    def own_names(self, elapsed: float) -> Names:
        """The document's own names at a moment."""
        scope: Names = {**self._given, "elapsedTime": float(elapsed)}
        found: Names = {}
        for bind in self.root["bind"]:
            name = bind["name"]
            value = (
                self._changed[name] if name in self._changed else evaluated(bind["value"], scope)
            )
            if bind.get("type") == "string":
                value = written(value)
            scope[name] = found[name] = value
        return found

    def visible(self, elapsed: float) -> Iterator[tuple[Component, Names]]:
        """The components that are to be seen at a moment, each with all names that it sees."""
        yield from _visible(self._whole, self.scope(elapsed))

    def turns(self, component: Component, scope: Names) -> Iterator[float]:
        """How far each part of a graphic is turned, in degrees."""
        source = written(evaluated(component["source"], scope))
        graphic = self._graphics[source]
        inner = {
            one["name"]: evaluated(component.get(one["name"], one.get("default")), scope)
            for one in graphic["parameters"]
        }
        yield from _rotations(graphic["items"], inner)


def _visible(component: Component, scope: Names) -> Iterator[tuple[Component, Names]]:
    if written(evaluated(component.get("display", "normal"), scope)) == "none":
        return
    yield component, scope
    if "data" not in component:
        for child in children(component):
            yield from _visible(child, scope)
        return
    data = evaluated(component["data"], scope)
    for index, entry in enumerate(data or []):
        inner = {**scope, "data": entry, "index": float(index), "length": float(len(data))}
        for child in children(component):
            yield from _visible(child, inner)


def _rotations(items: Sequence[Mapping[str, Any]], scope: Mapping[str, Any]) -> Iterator[float]:
    for item in items:
        if item["type"] == "group":
            if "rotation" in item:
                yield float(evaluated(item["rotation"], scope))
            yield from _rotations(item["items"], scope)
