"""What a desk does not take is refused with a sentence, and nothing is done."""

import json

import pytest
from flask.testing import FlaskClient
from support.tables import with_each
from tabs import Tab, complaint

from skill.simulator.desk import LONGEST_LIFE_MS
from skill.simulator.page.fields import LONGEST_UTTERANCE
from skill.web.app import LARGEST_REQUEST_BYTES

ACTIONS = ["say", "hear", "press", "touch", "wait", "drop", "unplug", "store"]
GOOD = {
    "at_ms": 0,
    "text": "open strong stride",
    "spoken_ms": 0,
    "in_doubt": False,
    "or_else": "",
    "failing": True,
}
"""Fields that are right for every action."""

BAD_MOMENTS: list[object] = [None, "0", 1.0, 1.5, True, -1, LONGEST_LIFE_MS + 1, 10**30, [0], {}]
BAD_WORDS: list[object] = [None, "", " \t\n", "a" * (LONGEST_UTTERANCE + 1), 7, True, ["yes"], {}]
BAD_TRUTHS: list[object] = [None, 0, 1, "true", "", [], {}]
BAD_RUNNERS: list[object] = [
    None,
    "",
    "Me",
    "a b",
    "a" * 41,
    "é",
    "me\n",
    "../me",
    7,
    True,
    ["me"],
    {},
]


@with_each("action", ACTIONS)
def test_a_moment_is_a_whole_number_of_ms_within_a_year(tab: Tab, action: str) -> None:
    for at_ms in BAD_MOMENTS:
        answer = tab.post(action, **{**GOOD, "at_ms": at_ms})
        assert answer.status_code == 400, at_ms
        assert complaint(answer) == f"at_ms is a whole number from 0 to {LONGEST_LIFE_MS}.", at_ms


@with_each("number", ["NaN", "Infinity", "-Infinity", "1e400", "1e3"])
def test_a_moment_is_no_number_that_only_looks_like_one(
    tab: Tab, client: FlaskClient, number: str
) -> None:
    answer = client.post(
        f"{tab.address}/wait", data=f'{{"at_ms": {number}}}', content_type="application/json"
    )
    assert answer.status_code == 400
    assert complaint(answer).startswith("at_ms is")


@with_each("text", BAD_WORDS)
def test_an_utterance_is_a_text_of_some_words(tab: Tab, text: object) -> None:
    answer = tab.post("say", at_ms=5_000, text=text)
    assert answer.status_code == 400
    assert complaint(answer).startswith("text is an utterance")
    assert (tab.look()["now_ms"], tab.look()["turns"]) == (0, [])


@with_each("text", [words for words in BAD_WORDS if words != ""])
def test_what_was_recognised_is_a_text_or_empty(tab: Tab, text: object) -> None:
    answer = tab.post("hear", **{**GOOD, "text": text})
    assert complaint(answer).startswith("text is an utterance")
    assert (tab.look()["now_ms"], tab.look()["turns"]) == (0, [])


@with_each("spoken_ms", [None, -1, 60_001, 1.5, "7", True])
def test_how_long_somebody_has_spoken_is_less_than_a_minute(tab: Tab, spoken_ms: object) -> None:
    answer = tab.post("hear", **{**GOOD, "spoken_ms": spoken_ms})
    assert complaint(answer) == "spoken_ms is a whole number from 0 to 60000."
    assert (tab.look()["now_ms"], tab.look()["turns"]) == (0, [])


@with_each("in_doubt", BAD_TRUTHS)
def test_whether_words_are_in_doubt_is_true_or_false(tab: Tab, in_doubt: object) -> None:
    answer = tab.post("hear", **{**GOOD, "in_doubt": in_doubt})
    assert complaint(answer) == "in_doubt is true or false."
    assert (tab.look()["now_ms"], tab.look()["turns"]) == (0, [])


@with_each("or_else", [words for words in BAD_WORDS if words != ""])
def test_what_else_was_said_is_a_text_or_empty(tab: Tab, or_else: object) -> None:
    answer = tab.post("hear", **{**GOOD, "in_doubt": True, "or_else": or_else})
    assert complaint(answer).startswith("or_else is an utterance")
    assert (tab.look()["now_ms"], tab.look()["turns"]) == (0, [])


@with_each("failing", BAD_TRUTHS)
def test_whether_the_store_fails_is_true_or_false(tab: Tab, failing: object) -> None:
    answer = tab.post("store", at_ms=5_000, failing=failing)
    assert answer.status_code == 400
    assert complaint(answer) == "failing is true or false."
    assert (tab.look()["now_ms"], tab.look()["store_failing"]) == (0, False)


@with_each(
    ("action", "missing"),
    [("say", "text"), ("store", "failing"), ("press", "button"), ("touch", "button")],
)
def test_a_field_that_is_missing_is_named(tab: Tab, action: str, missing: str) -> None:
    answer = tab.post(action, at_ms=0)
    assert answer.status_code == 400
    assert missing in complaint(answer)
    assert complaint(tab.post(action)).startswith("at_ms is")


@with_each("runner", BAD_RUNNERS)
def test_a_runner_is_a_short_plain_id(client: FlaskClient, runner: object) -> None:
    answer = client.post("/desks", json={"runner": runner})
    assert answer.status_code == 400
    assert complaint(answer).startswith("runner is an id")


@with_each("once", BAD_RUNNERS)
def test_the_id_of_what_is_done_once_is_short_and_plain(tab: Tab, once: object) -> None:
    answer = tab.post("wait", at_ms=0, once=once)
    assert answer.status_code == 400
    assert complaint(answer).startswith("once is an id")


@with_each("device", ["", "fridge", 7, None, ["speaker"]])
def test_a_device_is_one_of_those_that_are_offered(client: FlaskClient, device: object) -> None:
    answer = client.post("/desks", json={"runner": "me", "device": device})
    assert answer.status_code == 400
    assert complaint(answer).startswith("device is one of: speaker, show-5,")


@with_each("button", ["", "a b", "x" * 41, 7, None, ["touch_skip"]])
def test_a_button_of_a_screen_is_named_by_its_id(tab: Tab, button: object) -> None:
    answer = tab.post("touch", at_ms=0, button=button)
    assert answer.status_code == 400
    assert complaint(answer) == "button is the id of a button on the screen."


@with_each(
    "body", [b"", b"{", b"\xff", b"[]", b'"text"', b"null", b"7", b"[" * 100_000, b"9" * 5_000]
)
@with_each("path", ["", "/say"])
def test_a_body_that_is_no_json_object_is_refused(
    tab: Tab, client: FlaskClient, path: str, body: bytes
) -> None:
    address = tab.address + path if path else "/desks"
    answer = client.post(address, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert complaint(answer) == "Send a JSON object."


@pytest.mark.slow
@with_each(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", ""],
)
@with_each("path", ["", *(f"/{action}" for action in ACTIONS)])
def test_what_a_page_of_another_site_may_send_unasked_is_refused(
    tab: Tab, client: FlaskClient, path: str, content_type: str
) -> None:
    address = tab.address + path if path else "/desks"
    body = json.dumps({**GOOD, "runner": "me"})
    answer = client.post(address, data=body, content_type=content_type)
    assert answer.status_code == 415
    assert complaint(answer) == "Send a JSON object."
    assert (tab.look()["turns"], tab.look()["store_failing"]) == ([], False)


def test_a_body_above_the_limit_is_refused(tab: Tab) -> None:
    answer = tab.post("say", at_ms=0, text="a" * LARGEST_REQUEST_BYTES)
    assert answer.status_code == 413
    assert complaint(answer)


@with_each("action", ["dance", "SAY", "__init__", "heard"])
def test_an_unknown_action_is_told_which_there_are(tab: Tab, action: str) -> None:
    answer = tab.post(action, **GOOD)
    assert answer.status_code == 404
    assert complaint(answer) == "A desk knows: say, hear, press, touch, wait, drop, unplug, store."


@with_each("action", ACTIONS)
def test_an_unknown_desk_is_told_of(client: FlaskClient, action: str) -> None:
    for answer in (client.get("/desks/none"), client.post(f"/desks/none/{action}", json=GOOD)):
        assert answer.status_code == 404
        assert complaint(answer) == "There is no such desk any more."


def test_a_desk_is_not_acted_on_by_an_address_alone(tab: Tab, client: FlaskClient) -> None:
    for answer in (client.get(f"{tab.address}/drop"), client.get("/desks")):
        assert answer.status_code == 405
        assert complaint(answer)
