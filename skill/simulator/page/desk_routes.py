"""The desks as addresses: set one up, look at it, do something at it. Every answer but the history is a view."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, jsonify
from werkzeug.exceptions import NotFound

from skill.coach.telling.history import HistoryWords, chronicle_of, history_view
from skill.simulator.desk import Desk
from skill.simulator.desks import Desks
from skill.simulator.house import House
from skill.simulator.page import fields
from skill.simulator.page.fields import Fields
from skill.simulator.view import BUTTONS, heard_at, view_of

_Action = Callable[[Desk, int, Fields], None]


def _say(desk: Desk, at_ms: int, sent: Fields) -> None:
    desk.say(at_ms, fields.utterance(sent))


def _hear(desk: Desk, at_ms: int, sent: Fields) -> None:
    text, spoken_ms = fields.recognised(sent), fields.spoken_ms(sent)
    in_doubt, or_else = fields.truth(sent, "in_doubt"), fields.recognised(sent, "or_else")
    desk.hear(at_ms, text, spoken_ms, in_doubt=in_doubt, or_else=or_else)


def _store(desk: Desk, at_ms: int, sent: Fields) -> None:
    desk.fail_store(at_ms, failing=fields.truth(sent, "failing"))


def _press(desk: Desk, at_ms: int, sent: Fields) -> None:
    desk.press(at_ms, fields.one_of(sent, "button", BUTTONS))


def _touch(desk: Desk, at_ms: int, sent: Fields) -> None:
    desk.touch(at_ms, fields.button(sent))


_ACTIONS: Mapping[str, _Action] = MappingProxyType(
    {
        "say": _say,
        "hear": _hear,
        "press": _press,
        "touch": _touch,
        "wait": lambda desk, at_ms, _: desk.wait(at_ms),
        "drop": lambda desk, at_ms, _: desk.drop(at_ms),
        "unplug": lambda desk, at_ms, _: desk.unplug(at_ms),
        "store": _store,
    }
)


def desk_routes(desks: Desks, house: House) -> Blueprint:
    """The addresses below ``/desks``. Views say whether there are clips of the coach's voice."""
    routes = Blueprint("desks", __name__, url_prefix="/desks")

    def view(desk: Desk, known: int = 0) -> dict[str, Any]:
        suggestions = house.suggestions(desk.locale)
        seen = view_of(desk, suggestions, desk.exchanges[known:])
        return {**seen, "clips": house.clips(desk.locale) is not None}

    @routes.post("")
    def set_up() -> tuple[Response, int]:
        sent = fields.sent()
        runner, device = fields.runner(sent), fields.device(sent)
        locale = fields.locale(sent, house.locales)
        desk = desks.set_up(runner, house.fittings(locale), device)
        return jsonify(view(desk)), 201

    @routes.get("/<id_>")
    def look(id_: str) -> Response:
        """The desk with everything that was exchanged and heard at it."""
        desk = fields.desk_at(desks, id_)
        with desk.lock:
            return jsonify({**view(desk), "heard": heard_at(desk)})

    @routes.get("/<id_>/history")
    def history(id_: str) -> Response:
        """What the runner at the desk has done until now."""
        desk = fields.desk_at(desks, id_)
        with desk.lock:
            athlete, now = desk.known.remembered, desk.now
        words = HistoryWords(house.coach.catalog, desk.voice, athlete.preferences.units)
        shown = history_view(chronicle_of(athlete, now), words)
        for nth, session in enumerate(shown["sessions"]):
            session["fit"] = f"/desks/{id_}/history/{nth}.fit"
        return jsonify(shown)

    @routes.post("/<id_>/<action>")
    def act(id_: str, action: str) -> Response:
        """Do something at a desk; the view has what was exchanged by it. What has an id is done once."""
        if action not in _ACTIONS:
            raise NotFound(f"A desk knows: {', '.join(_ACTIONS)}.")
        sent = fields.sent()
        at_ms, once, desk = fields.moment(sent), fields.once(sent), fields.desk_at(desks, id_)
        with desk.lock:
            known = desk.once(once, lambda: _ACTIONS[action](desk, at_ms, sent))
            return jsonify(view(desk, known))

    return routes
