"""A desk's files for and from a watch: a workout of the history to download, and runs to read."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound, ServiceUnavailable

from skill.coach.telling.history import HistoryWords
from skill.errors import CorruptDocument, FileRefused, StoreUnavailable
from skill.simulator.desks import Desks
from skill.simulator.page import fields
from skill.simulator.watch_files import workout_file
from skill.training.catalog import Catalog

MOST_RUN_BYTES = 32 * 2**20
"""What a dropped file may weigh: a day of running with every sensor, in words."""


def watch_routes(desks: Desks, catalog: Catalog) -> Blueprint:
    """The addresses below ``/desks`` that exchange files."""
    routes = Blueprint("watch", __name__, url_prefix="/desks")

    @routes.get("/<id_>/history/<int:nth>.fit")
    def workout(id_: str, nth: int) -> Response:
        """A workout of the history for a watch's website, the newest is 0."""
        desk = fields.desk_at(desks, id_)
        with desk.lock:
            athlete = desk.known.remembered
        words = HistoryWords(catalog, desk.voice, athlete.preferences.units)
        with _refusals_explained():
            file = workout_file(athlete, catalog, words, nth)
        if file is None:
            raise NotFound("There is no such workout.")
        answer = Response(file.content, mimetype="application/vnd.ant.fit")
        answer.headers.set("Content-Disposition", "attachment", filename=file.name)
        return answer

    @routes.post("/<id_>/runs")
    def runs(id_: str) -> Response:
        """Read the runs in a watch's file, which is the body as it is; ``name`` is what it is called."""
        desk = fields.desk_at(desks, id_)
        request.max_content_length = MOST_RUN_BYTES
        name = request.args.get("name", "the file")[: fields.LONGEST_NAME]
        content = request.get_data(cache=False)
        with _refusals_explained(), desk.lock:
            return jsonify(added=str(desk.known.read_runs(name, content, desk.now)))

    return routes


@contextmanager
def _refusals_explained() -> Iterator[None]:
    """Tell in a sentence why a file cannot be written, read or kept."""
    try:
        yield
    except ModuleNotFoundError as error:
        needed = "This needs FIT libraries on the server: pip install '.[fit]'"
        raise NotImplementedError(needed) from error
    except FileRefused as error:
        raise BadRequest(str(error)) from error
    except (StoreUnavailable, CorruptDocument) as error:
        raise ServiceUnavailable("The runs cannot be kept just now.") from error
