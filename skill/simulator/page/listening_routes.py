"""The microphone as addresses: a desk begins to listen, and is sent sound piece by piece.

An answer to a piece has what was heard in it, and the words of what is just being said. A refusal has ``why``
beside ``error``: the page says it in the runner's language.
"""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, request

from skill.ears.ears import Began, EarEvent, Nothing, Spoke
from skill.ears.sound import bytes_in
from skill.ears.wake import WAKE_NAMES, as_a_name
from skill.simulator.desks import Desks
from skill.simulator.listening import ListeningDesks, NotHeard
from skill.simulator.page import fields

LONGEST_PIECE_MS = 1_000
"""A page sends a quarter of a second at a time."""

TakesSound = Callable[[], bool]
"""Whether the present request may bring sound."""

_REFUSALS = {
    "far": (
        403,
        "Sound is taken from this machine alone, or by https from a service that is --public.",
    ),
    "foreign": (403, "Sound is taken from this service's own page alone."),
    "language": (409, "Nothing here reads this language."),
    "not_installed": (501, "The extra listen is not installed."),
    "too_many": (503, "Too many desks listen already."),
    "shut": (409, "This desk does not listen."),
    "out_of_order": (409, "This is not the next piece of sound."),
}


def nowhere() -> bool:
    """No sound at all."""
    return False


def listening_routes(
    desks: Desks, listening: ListeningDesks, locales: tuple[str, ...], takes_sound: TakesSound
) -> Blueprint:
    """The addresses for listening, of desks in these languages."""
    routes = Blueprint("listening", __name__)

    @routes.get("/listening")
    def offered() -> Response:
        """Whether a page in a language can have its microphone listened to, by which wake words, or why not.

        ``sound_leaves`` is whether what is said then goes to another machine.
        """
        why = listening.why_not(fields.spoken(locales)) if takes_sound() else "far"
        return jsonify(wakes=WAKE_NAMES, why=why, sound_leaves=listening.sound_leaves)

    @routes.post("/desks/<id_>/listening")
    def begin(id_: str) -> tuple[Response, int]:
        """Begin to listen; ``trouble`` is why the user's own service does not read, see ``Trouble``."""
        sent = fields.sent()
        if why := _objection(takes_sound):
            return _refused(why)
        desk = fields.desk_at(desks, id_)
        wake = fields.wake_name(sent)
        listening.begin(desk.id, desk.locale, wake)
        with desk.lock:
            desk.call(as_a_name(wake))
        return jsonify(wake=wake, trouble=listening.trouble(desk.locale)), 201

    @routes.delete("/desks/<id_>/listening")
    def end(id_: str) -> tuple[str, int]:
        desk = fields.desk_at(desks, id_)
        listening.end(desk.id)
        with desk.lock:
            desk.call(None)
        return "", 204

    @routes.post("/desks/<id_>/sound")
    def hear(id_: str) -> Response | tuple[Response, int]:
        """A piece of sound as ``skill/ears/sound.py`` has it; ``number`` and ``asked`` are in the address."""
        if why := _objection(takes_sound):
            return _refused(why)
        pcm = fields.sound(bytes_in(LONGEST_PIECE_MS))
        number, asked = fields.piece_number(), fields.asked()
        desk = fields.desk_at(desks, id_).id
        heard = listening.hear(desk, number, pcm, asked=asked)
        return jsonify(events=[_as_json(event) for event in heard], so_far=listening.so_far(desk))

    @routes.errorhandler(NotHeard)
    def refused(error: NotHeard) -> tuple[Response, int]:
        return _refused(error.why)

    return routes


def _objection(takes_sound: TakesSound) -> str | None:
    """Why a request is refused because of where it comes from; None where it is not.

    A browser names the site of the page in ``Origin``.
    """
    if not takes_sound():
        return "far"
    origin = request.headers.get("Origin")
    ours = origin is None or origin.partition("://")[2] == request.host
    return None if ours else "foreign"


def _refused(why: str) -> tuple[Response, int]:
    status, sentence = _REFUSALS[why]
    return jsonify(error=sentence, why=why), status


def _as_json(event: EarEvent) -> dict[str, Any]:
    match event:
        case Spoke(text, in_doubt, or_else, trouble):
            doubt = {"in_doubt": in_doubt, "or_else": or_else}
            return {"kind": "spoke", "text": text, **doubt, "trouble": trouble}
        case Began():
            return {"kind": "began"}
        case Nothing():
            return {"kind": "nothing"}
    return {"kind": "woke"}
