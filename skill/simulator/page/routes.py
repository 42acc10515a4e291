"""The simulator's addresses: the page, its words and its voice, its diagram, and the desks."""

import json
import time
from html import escape
from pathlib import Path

from flask import Blueprint, Flask, Response, jsonify
from werkzeug.exceptions import NotFound

from skill.audio.voices.espeak import Synthesizer
from skill.coach.coach import Coach
from skill.ears.service import SpeechService
from skill.loaders import LOCALE, all_locales, load_figure
from skill.simulator.bells import bell_wav
from skill.simulator.clips import Clips
from skill.simulator.desks import Desks
from skill.simulator.figures import figure_view
from skill.simulator.house import ClipsOf, House, no_clips
from skill.simulator.listening import ListeningDesks, OfflineEars
from skill.simulator.models import PAGE_WORDS
from skill.simulator.page import fields
from skill.simulator.page.desk_routes import desk_routes
from skill.simulator.page.listening_routes import TakesSound, listening_routes, nowhere
from skill.simulator.page.recording_routes import recording_routes
from skill.simulator.page.watch_routes import watch_routes
from skill.workout.diagram import arrows
from skill.workout.states import State
from skill.workout.track import SignalKind

SOUND_SECONDS = 86_400
"""How long a browser keeps a clip or a bell."""


def add_simulator(
    app: Flask,
    coach: Coach,
    clips_of: ClipsOf = no_clips,
    zone: str = "",
    takes_sound: TakesSound = nowhere,
    service: SpeechService | None = None,
) -> None:
    """Put the simulator's page and its addresses into the application, with this coach behind them.

    ``zone`` is the time zone of its speakers, or "" where it is not known. ``takes_sound`` says of each request
    whether a microphone is listened to; a ``service`` of the user's reads what is said there, if there is one.

    Raises:
        InteractionModelFault: the interaction model cannot be read.
        DataError: the suggestions cannot be read.
    """
    house = House(coach, clips_of, zone)
    house.fittings(LOCALE)
    desks = Desks()
    app.register_blueprint(desk_routes(desks, house))
    app.register_blueprint(watch_routes(desks, coach.catalog))
    listening = ListeningDesks(OfflineEars(service), time.monotonic, service)
    app.register_blueprint(listening_routes(desks, listening, house.locales, takes_sound))
    app.register_blueprint(recording_routes(desks, house))
    app.register_blueprint(_page_routes(house))
    app.register_blueprint(_sound_routes(house))


def open_voices() -> ClipsOf:
    """The coach's voice for each language; none on a machine where it cannot be loaded."""

    def clips_of(locale: str) -> Clips | None:
        try:
            return Clips(Synthesizer(all_locales()[locale].espeak))
        except OSError:
            return None

    return clips_of


def words_file(locale: str) -> Path:
    """The words of a locale; without them those of the nearest locale, or of the usual one."""
    own = (PAGE_WORDS / f"{name}.json" for name in all_locales()[locale].words)
    return next((file for file in own if file.exists()), PAGE_WORDS / f"{LOCALE}.json")


WITHOUT_SCRIPT = "page.without_script"
"""The key of what the page says without a script: in all languages, since only a script knows which is wanted."""


def index_page() -> str:
    """The page's HTML, with what it says without a script."""
    texts = {path.stem: json.loads(path.read_bytes()) for path in sorted(PAGE_WORDS.glob("*.json"))}
    notices = "".join(
        f'<p class="notice" lang="{locale}">{escape(words[WITHOUT_SCRIPT])}</p>'
        for locale, words in texts.items()
    )
    html = (PAGE_WORDS.parent / "index.html").read_text("utf-8")
    return html.replace(f"{{{WITHOUT_SCRIPT}}}", notices)


def _page_routes(house: House) -> Blueprint:
    page = Blueprint("page", __name__, static_folder="site", static_url_path="/page")

    @page.get("/")
    def index() -> Response:
        return Response(index_page(), mimetype="text/html")

    @page.get("/languages")
    def languages() -> Response:
        """The languages that the coach speaks, the usual one first."""
        return jsonify(locales=house.locales)

    @page.get("/words/<locale>.json")
    def words(locale: str) -> Response:
        """What the page says in a language that the coach speaks."""
        if locale not in house.locales:
            raise NotFound("The coach does not speak that language.")
        return page.send_static_file(f"words/{words_file(locale).name}")

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

    return page


def _sound_routes(house: House) -> Blueprint:
    sounds = Blueprint("sounds", __name__)

    @sounds.get("/voice.wav")
    def voice() -> Response:
        """A clip in a language, its first sample the first sound."""
        clips = house.clips(fields.spoken(house.locales))
        if clips is None:
            raise NotFound("This machine has no voice.")
        return _sound(clips.wav(fields.cue()))

    @sounds.get("/bells/<kind>.wav")
    def bell(kind: str) -> Response:
        """A bell or a tick, its first sample the stroke."""
        if kind not in set(SignalKind):
            raise NotFound("There is no such bell.")
        return _sound(bell_wav(SignalKind(kind)))

    return sounds


def _sound(wav: bytes) -> Response:
    answer = Response(wav, mimetype="audio/wav")
    answer.cache_control.max_age = SOUND_SECONDS
    answer.cache_control.private = True
    return answer
