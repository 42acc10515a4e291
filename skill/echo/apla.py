"""APL for Audio: a document and its data, evaluated to the timeline that would be played.

Sources: Amazon: APL for Audio Document, Component, Multi-child Component, Data Sources, Filters.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from skill.echo.binding import bind
from skill.echo.errors import BadApla
from skill.echo.screen.expression_parts import Scope
from skill.echo.screen.values import is_true, written
from skill.echo.ssml import clip_timeline, parse_ssml, playable, ssml_timeline, words_timeline
from skill.echo.timeline import AudioMs, Soundtrack, SpeechMs, after_one_another, together

VERSIONS = frozenset({"0.8", "0.9", "0.91"})
_DOCUMENT_KEYS = frozenset({"type", "version", "description", "mainTemplate", "compositions"})
_BASE_KEYS = frozenset({"type", "id", "description", "when", "duration", "filters"})
_CHILDREN_KEYS = frozenset({"item", "items", "data"})


def apla_timeline(
    document: Mapping[str, Any],
    datasources: Mapping[str, Any],
    speech_ms: SpeechMs,
    audio_ms: AudioMs,
) -> Soundtrack:
    """Evaluate a document. Raises BadApla, or BadSsml and BreakTooLong for speech in SSML."""
    _only(document, _DOCUMENT_KEYS, "APLA document")
    if document.get("type") != "APLA":
        raise BadApla("APLA document type", limit="APLA", got=repr(document.get("type")))
    if document.get("version") not in VERSIONS:
        limit = ", ".join(sorted(VERSIONS))
        raise BadApla("APLA version", limit=limit, got=repr(document.get("version")))
    template = document.get("mainTemplate")
    if not isinstance(template, Mapping):
        raise BadApla("APLA mainTemplate", limit="an object", got=repr(template))
    # The whole datasources object is bound to the one parameter.
    names = template.get("parameters") or ["payload"]
    scope = {_name(names[0]): datasources}
    renderer = _Renderer(speech_ms, audio_ms, document.get("compositions") or {})
    try:
        return renderer.first(template, scope) or Soundtrack()
    except RecursionError:
        # Without the chain: a thousand frames of it would hide the message.
        raise BadApla("nesting of APLA components", limit="an end", got="a circle") from None


def _only(component: Mapping[str, Any], known: frozenset[str], what: str) -> None:
    if unknown := sorted(component.keys() - known):
        raise BadApla(f"property of {what}", limit=", ".join(sorted(known)), got=unknown)


@dataclass(frozen=True, slots=True)
class _Renderer:
    """Turns components into timelines."""

    speech_ms: SpeechMs
    audio_ms: AudioMs
    compositions: Mapping[str, Any]

    def first(self, parent: Mapping[str, Any], scope: Scope) -> Soundtrack | None:
        """Render the first item of a template whose condition holds."""
        return next((timeline for _, timeline in self._children(parent, scope)), None)

    def _children(
        self, parent: Mapping[str, Any], scope: Scope
    ) -> Iterator[tuple[Mapping[str, Any], Soundtrack]]:
        items = parent.get("items", parent.get("item", []))
        items = items if isinstance(items, list) else [items]
        data = bind(parent.get("data"), scope)
        if data is None:
            for item in items:
                if is_true(bind(_component(item).get("when", True), scope)):
                    yield item, self._render(item, scope)
            return
        if not isinstance(data, list):
            raise BadApla("data of a component", limit="an array", got=repr(data))
        for index, entry in enumerate(data):
            inner = {**scope, "data": bind(entry, scope), "index": index, "length": len(data)}
            for item in items:
                if is_true(bind(_component(item).get("when", True), inner)):
                    yield item, self._render(item, inner)
                    break

    def _render(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        kind = str(component.get("type"))
        if kind in self.compositions:
            return self._composition(self.compositions[kind], component, scope)
        if kind not in _PRIMITIVES:
            raise BadApla("APLA component", limit=", ".join(_PRIMITIVES), got=kind)
        render, own_keys = _PRIMITIVES[kind]
        _only(component, _BASE_KEYS | own_keys, kind)
        timeline = render(self, component, scope)
        for effect in component.get("filters", []):
            bound = {key: bind(value, scope) for key, value in _component(effect).items()}
            timeline = _filtered(timeline, bound)
        return timeline

    def _composition(
        self, composition: Mapping[str, Any], component: Mapping[str, Any], scope: Scope
    ) -> Soundtrack:
        inner = dict(scope)
        for parameter in composition.get("parameters", []):
            default = parameter.get("default") if isinstance(parameter, Mapping) else None
            name = _name(parameter)
            inner[name] = bind(component.get(name, default), scope)
        return self.first(composition, inner) or Soundtrack()

    def sequencer(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        return after_one_another(line for _, line in self._children(component, scope))

    def mixer(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        children = list(self._children(component, scope))
        lengths = [line.duration_ms for item, line in children if not _trimmed(item)]
        length = max(lengths, default=0)
        return together(
            (line.cut(0, length) if _trimmed(item) else line for item, line in children), length
        )

    def selector(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        # Of a random choice the first is as likely as any, and a test can rely on it.
        return self.first(component, scope) or Soundtrack()

    def silence(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        return Soundtrack((), _amount(bind(component.get("duration"), scope), "Silence duration"))

    def speech(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        content = written(bind(component.get("content"), scope))
        if not content.strip():
            raise BadApla("Speech content", limit="words", got=repr(component.get("content")))
        match bind(component.get("contentType", "PlainText"), scope):
            case "SSML":
                return ssml_timeline(parse_ssml(content), self.speech_ms, self.audio_ms)
            case "PlainText":
                return words_timeline(content, self.speech_ms)
            case other:
                raise BadApla("Speech contentType", limit="PlainText, SSML", got=repr(other))

    def audio(self, component: Mapping[str, Any], scope: Scope) -> Soundtrack:
        source = str(bind(component.get("source"), scope))
        return clip_timeline(playable(source, BadApla), self.audio_ms)


_Render = Callable[[_Renderer, Mapping[str, Any], Scope], Soundtrack]
_PRIMITIVES: Mapping[str, tuple[_Render, frozenset[str]]] = MappingProxyType(
    {
        "Audio": (_Renderer.audio, frozenset({"source"})),
        "Mixer": (_Renderer.mixer, _CHILDREN_KEYS),
        "Selector": (_Renderer.selector, _CHILDREN_KEYS | {"strategy"}),
        "Sequencer": (_Renderer.sequencer, _CHILDREN_KEYS),
        "Silence": (_Renderer.silence, frozenset()),
        "Speech": (_Renderer.speech, frozenset({"content", "contentType"})),
    }
)


def _component(item: object) -> Mapping[str, Any]:
    if not isinstance(item, Mapping):
        raise BadApla("APLA component", limit="an object", got=repr(item))
    return item


def _name(parameter: object) -> str:
    return str(parameter.get("name") if isinstance(parameter, Mapping) else parameter)


def _amount(value: object, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadApla(what, limit="a number from 0", got=repr(value))
    return round(value)


def _trimmed(component: Mapping[str, Any]) -> bool:
    return component.get("duration") == "trimToParent"


def _filtered(timeline: Soundtrack, effect: Mapping[str, Any]) -> Soundtrack:
    match effect.get("type"):
        case "Volume" | "FadeIn" | "FadeOut":
            return timeline
        case "Trim":
            end = effect.get("end", timeline.duration_ms)
            return timeline.cut(_amount(effect.get("start", 0), "Trim"), _amount(end, "Trim"))
        case "Repeat":
            return after_one_another(
                [timeline] * (1 + _amount(effect.get("repeatCount", 0), "Repeat"))
            )
        case other:
            known = "Volume, FadeIn, FadeOut, Trim, Repeat"
            raise BadApla("APLA filter", limit=known, got=repr(other))
