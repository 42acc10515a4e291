"""What stands where on a screen: the figures, the count, the words, the progress and the buttons."""

from typing import Any

DARK, _LIGHT, _DIM, _ACCENT = "#10151c", "#e9edf2", "#8b9bb0", "#ffb65c"

WIDE = "${viewport.width > viewport.height}"


def _text(text: str, size: str, color: str = _LIGHT, **more: Any) -> dict[str, Any]:
    return {
        "type": "Text",
        "text": text,
        "fontSize": size,
        "color": color,
        "textAlign": "center",
        **more,
    }


def _button(data: str) -> dict[str, Any]:
    """A row of buttons; a touch stops sound, clock and shots at once, and reports the exact moment."""
    touched = [
        {
            "type": "SetValue",
            "componentId": "touch_${data.name}",
            "property": "disabled",
            "value": True,
        },
        {"type": "Idle", "sequencer": "workout"},
        {"type": "SetValue", "componentId": "root", "property": "pausedAt", "value": "${now}"},
        {
            "type": "SendEvent",
            "sequencer": "touch",
            "arguments": ["touch", "${s.id}", "${now}", "${data.name}"],
        },
    ]
    label = _text("${data.label}", "${label}", DARK, fontWeight="700", textAlignVertical="center")
    frame = {
        "type": "Frame",
        "backgroundColor": _ACCENT,
        "borderRadius": "${unit * 3}",
        "paddingLeft": "${label * (round ? 1 : 0.5)}",
        "paddingRight": "${label * (round ? 1 : 0.5)}",
        "height": "${Math.max(96, unit * 12)}",
        "item": {**label, "height": "100%"},
    }
    wrapper = {
        "type": "TouchWrapper",
        "id": "touch_${data.name}",
        "role": "button",
        "accessibilityLabel": "${data.label}",
        "spacing": "${label / 2}",
        # A round screen is narrow where its buttons are.
        "display": "${round && index > 1 && data.name != 'hard' ? 'none' : 'normal'}",
        "onPress": touched,
        "item": frame,
    }
    return {
        "type": "Container",
        "direction": "row",
        "justifyContent": "center",
        "width": "100%",
        "data": f"${{s.{data}}}",
        "item": wrapper,
    }


def _graphic(source: str, **more: Any) -> dict[str, Any]:
    """A graphic as large as what it stands in."""
    return {
        "type": "VectorGraphic",
        "source": source,
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "scale": "best-fit",
        "align": "center",
        **more,
    }


def _graphics(kind: str, source: str, **parameters: str) -> dict[str, Any]:
    """One graphic for each figure of the data; only that of the shot is seen."""
    return {
        "type": "Container",
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "data": "${s.figures}",
        "item": _graphic(
            source,
            id=f"{kind}_${{index}}",
            display="${index == f.figure ? 'normal' : 'none'}",
            m="${f.mirror}",
            **parameters,
        ),
    }


RING: dict[str, Any] = {
    "type": "AVG",
    "version": "1.2",
    "width": 100,
    "height": 100,
    "parameters": [{"name": "share", "type": "number", "default": 0}],
    "items": [
        {
            "type": "path",
            "pathData": "M50,6A44,44,0,1,1,49.9,6",
            "stroke": color,
            "strokeWidth": 5,
            **more,
        }
        for color, more in (
            ("#2a3441", {}),
            (_ACCENT, {"pathLength": 1, "strokeDashArray": ["${share}", 1]}),
        )
    ],
}


def stage(*, figures: bool) -> dict[str, Any]:
    """Where the figures stand; without any it is empty, so that the document names no graphic it lacks."""
    scenery = _graphics("scenery", "scenery", floor="${data.floor}", props="${data.props}")
    figure = _graphics(
        "figure",
        "${data.rig}",
        a="${data.poses[step]}",
        b="${data.poses[step + 1]}",
        w="${w}",
    )
    return {
        "type": "Container",
        "width": "${wide ? '46vw' : '100vw'}",
        "height": "${wide ? '100vh' : round ? '36vh' : '44vh'}",
        "items": [scenery, figure] if figures else [],
    }


def _counter() -> dict[str, Any]:
    ring = _graphic("ring", share="${left}", display="${f.until > 0 ? 'normal' : 'none'}")
    number = _text(
        "${count}",
        "${unit * (f.asks ? 9 : f.until > 0 ? (round ? 12 : 16) : round ? 14 : 22)}",
        fontWeight="700",
        id="count",
        width="100%",
    )
    of = _text(
        "${f.until == 0 && f.of > 0 ? '/ ' + f.of : ''}", "${unit * 4}", _DIM, id="of", width="100%"
    )
    return {
        "type": "Container",
        "width": "100%",
        # Beside the figure: what two lines of title and of caption, the buttons, and air between them leave.
        "height": "${Math.min(unit * (f.asks ? 20 : round ? 24 : 38), "
        "wide ? viewport.height - unit * 40 - Math.max(96, unit * 12) : viewport.height)}",
        "justifyContent": "center",
        "alignItems": "center",
        "items": [ring, number, of],
    }


def _progress() -> dict[str, Any]:
    bar = {
        "type": "Frame",
        "id": "progress",
        "width": "${f.share}%",
        "height": "100%",
        "backgroundColor": _ACCENT,
        "borderRadius": "${unit}",
    }
    return {
        "type": "Frame",
        "width": "${round ? 70 : 80}%",
        "height": "${unit * 1.5}",
        "backgroundColor": "#2a3441",
        "borderRadius": "${unit}",
        "item": bar,
    }


def words(*, efforts: bool) -> dict[str, Any]:
    """The side with all that is read or touched: title, caption, count, what comes, progress, buttons.

    ``efforts`` is whether a shot has buttons for how hard it was. A row of them that is never seen would be a
    twentieth of the answer.
    """
    row = {**_button("efforts"), "display": "${f.asks ? 'normal' : 'none'}", "id": "efforts"}
    wide: dict[str, Any] = {"width": "100%", "maxLines": 2}
    return {
        "type": "Container",
        "width": "${wide ? '50vw' : '100vw'}",
        "height": "${wide ? '100vh' : round ? '64vh' : '56vh'}",
        "paddingTop": "${round ? 0 : unit * 2}",
        "paddingBottom": "${unit * (round ? 8 : 2)}",
        "alignItems": "center",
        "justifyContent": "spaceAround",
        "items": [
            _text("${said.title}", "${unit * 6}", fontWeight="700", id="title", **wide),
            _text(
                "${said.caption}",
                "${unit * 4}",
                _DIM,
                id="caption",
                display="${round ? 'none' : 'normal'}",
                **wide,
            ),
            _counter(),
            # On a round screen, which has no room for the caption, the side that works alone stands here.
            _text(
                "${round && said.side ? said.side : said.coming}",
                "${unit * 4}",
                _DIM,
                id="coming",
                **{**wide, "maxLines": 1},
            ),
            _progress(),
            *([row] if efforts else []),
            # A round screen has room for one row.
            {**_button("buttons"), "display": "${round && f.asks ? 'none' : 'normal'}"},
        ],
    }
