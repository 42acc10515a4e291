"""The page, every file that it loads, its diagram and its voice."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from posixpath import join, normpath
from urllib.parse import urlencode
from wave import open as open_wave

import pytest
from flask import Flask
from flask.testing import FlaskClient
from tabs import complaint, json_of

from skill.alexa.skill import AlexaSkill
from skill.audio.bells import sound_of
from skill.coach.coach import Coach
from skill.simulator.bells import bell_address
from skill.simulator.clips import Clips
from skill.simulator.page import add_simulator
from skill.simulator.page.fields import LONGEST_CUE
from skill.simulator.page.routes import SOUND_SECONDS
from skill.web.app import create_app
from skill.workout.states import TRANSITIONS, State
from skill.workout.track import SignalKind

IMPORTED = re.compile(
    r"""^\s*(?:import|export)\b(?:[^"';=(]*\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']""",
    re.MULTILINE,
)
LOADED_BY_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")


class Links(HTMLParser):
    """Every address that a page names in ``src`` or ``href``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = [value for name, value in attrs if name in ("src", "href") and value]
        self.found += [link for link in named if not link.startswith("#")]


class Voice:
    """A voice of three samples."""

    name = "three samples"
    rate_hz = 8000
    at_once = 1

    def speak(self, text: str) -> bytes:
        return b"\x00\x10" * 3


def links_of(address: str, text: str) -> Iterator[str]:
    """The addresses of what a file loads."""
    if address.endswith(".js"):
        found = ["".join(groups) for groups in IMPORTED.findall(text)]
    elif address.endswith(".css"):
        found = ["".join(groups) for groups in LOADED_BY_STYLES.findall(text)]
    else:
        found = Links(text).found if address == "/" else []
    for link in found:
        yield normpath(join(address.rpartition("/")[0] + "/", link))


@pytest.fixture
def speaking(coach: Coach) -> FlaskClient:
    """A service on a machine with a voice."""
    app = create_app(AlexaSkill(coach), coach)
    add_simulator(app, coach, lambda _: Clips(Voice()))
    return app.test_client()


def test_the_page_and_every_file_that_it_loads_are_served_from_here(client: FlaskClient) -> None:
    seen: dict[str, str | None] = {}
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        seen[address] = answer.mimetype
        waiting += {*links_of(address, answer.text)} - {*seen, *waiting}
        answer.close()
    assert seen["/"] == "text/html"
    endings = {address.rpartition(".")[2]: kind for address, kind in seen.items()}
    assert endings["js"] == "text/javascript"
    assert endings["css"] == "text/css"


def test_no_file_outside_of_the_page_s_folder_is_served(client: FlaskClient) -> None:
    for path in ("/page/../routes.py", "/page/%2e%2e/routes.py", "/page/", "/page/none.js"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert complaint(answer)


def test_the_workflow_names_every_state_and_only_arrows_of_the_table(client: FlaskClient) -> None:
    workflow = json_of(client.get("/workflow"))
    assert workflow["states"] == [state.value for state in State]
    drawn = {
        (trigger, arrow["from"], arrow["to"])
        for arrow in workflow["arrows"]
        for trigger in arrow["triggers"]
    }
    table = {
        (row.trigger.value, source.value, row.dest.value)
        for row in TRANSITIONS
        for source in row.sources
    }
    assert drawn == table


def test_the_page_has_a_place_for_every_state(client: FlaskClient) -> None:
    with client.get("/page/diagram_layout.js") as answer:
        layout = answer.get_data(as_text=True)
    places = layout.split("PLACES = {")[1].split("}")[0]
    assert set(re.findall(r"(\w+): \[", places)) == {state.value for state in State}
    bends = layout.split("BENDS = {")[1].split("}")[0]
    arrows = json_of(client.get("/workflow"))["arrows"]
    known = {f"{arrow['from']} {arrow['to']}" for arrow in arrows}
    assert set(re.findall(r'"(\w+ \w+)":', bends)) <= known


def test_each_pair_of_states_has_one_arrow_with_each_trigger_once(client: FlaskClient) -> None:
    arrows = json_of(client.get("/workflow"))["arrows"]
    pairs = [(arrow["from"], arrow["to"]) for arrow in arrows]
    assert len(pairs) == len({*pairs})
    assert all(len(arrow["triggers"]) == len({*arrow["triggers"]}) > 0 for arrow in arrows)


def test_a_clip_is_a_wav_file_that_a_browser_keeps_for_itself(speaking: FlaskClient) -> None:
    answer = speaking.get("/voice.wav?say=Seven.")
    assert (answer.status_code, answer.mimetype) == (200, "audio/wav")
    assert answer.cache_control.max_age == SOUND_SECONDS
    assert answer.cache_control.private
    assert not answer.cache_control.no_store
    with open_wave(BytesIO(answer.data)) as file:
        assert (file.getframerate(), file.getnframes()) == (8000, 3)


@pytest.mark.parametrize("kind", SignalKind)
def test_bells_are_kept_by_a_browser_too_and_need_no_voice(
    client: FlaskClient, kind: SignalKind
) -> None:
    answer = client.get(bell_address(kind))
    assert (answer.status_code, answer.mimetype) == (200, "audio/wav")
    assert answer.cache_control.max_age == SOUND_SECONDS
    with open_wave(BytesIO(answer.data)) as file:
        assert file.readframes(file.getnframes()) == sound_of(kind)


def test_there_are_no_other_bells(client: FlaskClient) -> None:
    assert client.get("/bells/church.wav").status_code == 404


@pytest.mark.parametrize("text", ["", " ", "a" * (LONGEST_CUE + 1)], ids=len)
def test_a_clip_says_something_and_not_a_whole_book(speaking: FlaskClient, text: str) -> None:
    answer = speaking.get("/voice.wav?" + urlencode({"say": text}))
    assert answer.status_code == 400
    assert complaint(answer).startswith("say is a text")


def test_the_longest_clip_is_spoken(speaking: FlaskClient) -> None:
    answer = speaking.get("/voice.wav?" + urlencode({"say": "a" * LONGEST_CUE}))
    assert answer.status_code == 200


def test_a_clip_without_words_is_refused(speaking: FlaskClient) -> None:
    assert speaking.get("/voice.wav").status_code == 400


def test_a_machine_without_a_voice_says_so(client: FlaskClient, app: Flask) -> None:
    answer = client.get("/voice.wav?say=Seven.")
    assert answer.status_code == 404
    assert complaint(answer) == "This machine has no voice."
    assert json_of(client.post("/desks", json={"runner": "me"}))["clips"] is False


def test_a_machine_with_a_voice_says_so_too(speaking: FlaskClient) -> None:
    assert json_of(speaking.post("/desks", json={"runner": "me"}))["clips"] is True


def test_the_other_addresses_of_the_service_stay_as_they_are(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/alexa").status_code == 405
