"""What was exchanged at a desk as a file, and a file's requests asked once more."""

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import BadRequest

from skill.errors import FileRefused
from skill.simulator.desks import Desks
from skill.simulator.fittings import replayed
from skill.simulator.house import House
from skill.simulator.page import fields
from skill.simulator.recording import MOST_BYTES, read_recording, written


def recording_routes(desks: Desks, house: House) -> Blueprint:
    """The addresses of recordings."""
    routes = Blueprint("recordings", __name__)

    @routes.get("/desks/<id_>/exchanges.json")
    def exchanges(id_: str) -> Response:
        """All that was exchanged with the skill, as a file that can be replayed."""
        desk = fields.desk_at(desks, id_)
        with desk.lock:
            content = written(desk.recording)
        answer = Response(content, mimetype="application/json")
        answer.headers.set("Content-Disposition", "attachment", filename="exchanges.json")
        return answer

    @routes.post("/replay")
    def replay() -> Response:
        """Ask the coach of today what a file has, which is the body as it is; ``name`` is what it is called."""
        request.max_content_length = MOST_BYTES
        name = request.args.get("name", "the file")[: fields.LONGEST_NAME]
        try:
            recording = read_recording(name, request.get_data(cache=False), house.locales)
        except FileRefused as error:
            raise BadRequest(str(error)) from error
        outcome = replayed(recording, house.fittings(recording.locale))
        return jsonify(asked=outcome.asked, differ=outcome.differ)

    return routes
