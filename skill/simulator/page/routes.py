"""The simulator's addresses: the page, its voice, its diagram, and the desks."""

from datetime import UTC, datetime

from flask import Blueprint, Flask, Response, jsonify
from werkzeug.exceptions import NotFound

from skill.audio.voices.espeak import Synthesizer
from skill.bootstrap import LOCALE, load_figure
from skill.coach.coach import Coach
from skill.simulator.bells import bell_wav
from skill.simulator.clips import Clips
from skill.simulator.desk import Fittings
from skill.simulator.desks import Desks
from skill.simulator.figures import figure_view
from skill.simulator.models import load_model
from skill.simulator.page import fields
from skill.simulator.page.desk_routes import desk_routes
from skill.simulator.page.watch_routes import watch_routes
from skill.workout.diagram import arrows
from skill.workout.states import State
from skill.workout.track import SoundKind

SOUND_SECONDS = 86_400
"""How long a browser keeps a clip or a bell."""


def add_simulator(app: Flask, coach: Coach, clips: Clips | None = None, zone: str = "") -> None:
    """Put the simulator's page and its addresses into the application, with this coach behind them.

    ``zone`` is the time zone of its speakers, or "" where it is not known.

    Raises:
        InteractionModelFault: the interaction model cannot be read.
        DataError: the suggestions cannot be read.
    """
    model = load_model(LOCALE)
    fittings = Fittings(
        coach,
        model,
        LOCALE,
        clips.duration_ms if clips else model.hearing.pace,
        lambda: datetime.now(UTC),
        zone,
    )
    desks = Desks(fittings)
    app.register_blueprint(desk_routes(desks, fittings, has_clips=clips is not None))
    app.register_blueprint(watch_routes(desks, fittings))
    app.register_blueprint(_page_routes(clips))


def open_voice() -> Clips | None:
    """The coach's voice; None on a machine where it cannot be loaded."""
    try:
        return Clips(Synthesizer())
    except OSError:
        return None


def _page_routes(clips: Clips | None) -> Blueprint:
    page = Blueprint("page", __name__, static_folder="site", static_url_path="/page")

    @page.get("/")
    def index() -> Response:
        return page.send_static_file("index.html")

    @page.get("/workflow")
    def workflow() -> Response:
        """The states and, for every pair that is joined, the triggers."""
        joined: dict[tuple[State, State], list[str]] = {}
        for trigger, source, dest in arrows():
            joined.setdefault((source, dest), []).append(trigger)
        lines = [
            {"from": source, "to": dest, "triggers": triggers}
            for (source, dest), triggers in joined.items()
        ]
        return jsonify(states=list(State), arrows=lines)

    @page.get("/figures/<id_>")
    def figure(id_: str) -> Response:
        """The lines of a figure and its poses."""
        try:
            drawn = jsonify(figure_view(load_figure(id_)))
        except KeyError:
            raise NotFound("There is no such figure.") from None
        drawn.cache_control.max_age = SOUND_SECONDS
        return drawn

    @page.get("/voice.wav")
    def voice() -> Response:
        """A clip, its first sample the first sound."""
        if clips is None:
            raise NotFound("This machine has no voice.")
        return _sound(clips.wav(fields.cue()))

    @page.get("/bells/<kind>.wav")
    def bell(kind: str) -> Response:
        """A bell or a tick, its first sample the stroke."""
        if kind not in set(SoundKind):
            raise NotFound("There is no such bell.")
        return _sound(bell_wav(SoundKind(kind)))

    return page


def _sound(wav: bytes) -> Response:
    answer = Response(wav, mimetype="audio/wav")
    answer.cache_control.max_age = SOUND_SECONDS
    answer.cache_control.private = True
    return answer
