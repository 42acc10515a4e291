"""The address of the audio: the files of a shelf that is a directory, and nothing else of it."""

from flask import Blueprint, Response, send_file
from werkzeug.exceptions import NotFound

from skill.audio.shelf.directory import DirectoryShelf

CACHE_SECONDS = 86_400
"""How long a player or a proxy may keep a file. A file never changes under its name."""


def audio_routes(shelf: DirectoryShelf) -> Blueprint:
    """GET /audio/<name>: a file by its unguessable name, whole or in ranges (RFC 9110)."""
    routes = Blueprint("audio", __name__, url_prefix="/audio")

    @routes.get("/<name>")
    def file(name: str) -> Response:
        path = shelf.path_of(name)
        if path is None:
            raise NotFound("There is no such audio.")
        try:
            answer = send_file(path, "audio/mpeg", etag=name, max_age=CACHE_SECONDS)
        except FileNotFoundError:  # it expired this moment
            raise NotFound("There is no such audio.") from None
        answer.cache_control.public = True
        answer.cache_control.immutable = True
        return answer

    return routes
