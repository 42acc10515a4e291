"""The desks by HTTP: what each address answers to a page that sends what is right."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import fitdecode
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.examples import tried
from support.fit_inputs import activity_file, session
from tabs import Tab, json_of

from skill.simulator.desk import LONGEST_LIFE_MS
from skill.simulator.desks import MOST_DESKS
from skill.simulator.page.fields import LONGEST_UTTERANCE
from skill.simulator.view import BUTTONS

MOST_TURNS = 60
"""Answers of a willing runner: more than any workout needs."""

MOMENTS = st.one_of(st.integers(0, 600_000), st.integers(0, LONGEST_LIFE_MS))
WORDS = st.one_of(
    st.text(st.characters(), min_size=1, max_size=LONGEST_UTTERANCE).filter(str.strip),
    st.sampled_from(
        ["open strong stride", "start", "yes", "no", "pause", "what's next", "exit", "forget me"]
    ),
    st.text(max_size=30).map("ask strong stride to {}".format),
)
DEEDS: st.SearchStrategy[tuple[str, int, dict[str, object]]] = st.one_of(
    st.tuples(st.just("say"), MOMENTS, st.builds(lambda words: {"text": words}, WORDS)),
    st.tuples(st.just("store"), MOMENTS, st.builds(lambda on: {"failing": on}, st.booleans())),
    st.tuples(st.sampled_from(["wait", "drop", "unplug"]), MOMENTS, st.just({})),
    st.tuples(
        st.just("press"),
        MOMENTS,
        st.builds(lambda button: {"button": button}, st.sampled_from(BUTTONS)),
    ),
)


def test_a_new_desk_is_answered_with_its_view(client: FlaskClient) -> None:
    answer = client.post("/desks", json={"runner": "somebody-2"})
    assert answer.status_code == 201
    view = json_of(answer)
    assert (view["runner"], view["now_ms"], view["turns"]) == ("somebody-2", 0, [])
    assert json_of(client.get(f"/desks/{view['desk']}"))["desk"] == view["desk"]


def test_the_answer_to_an_action_has_the_new_turns_and_a_look_has_all(tab: Tab) -> None:
    assert [turn["number"] for turn in tab.say("open strong stride")["turns"]] == [1]
    assert [turn["number"] for turn in tab.say("yes")["turns"]] == [2]
    assert tab.act("wait", tab.view["now_ms"] + 1)["turns"] == []
    assert [turn["number"] for turn in tab.look()["turns"]] == [1, 2]


def test_what_is_sent_again_by_its_id_is_done_once_and_answered_alike(tab: Tab) -> None:
    tab.say("open strong stride")
    listens_ms = tab.view["playback"]["listening"][0][0]
    first = tab.act("say", listens_ms, text="no warm up", once="7-a")
    assert tab.act("say", listens_ms, text="no warm up", once="7-a") == first
    other = tab.act("say", first["now_ms"] + 1, text="no warm up", once="7-b")
    assert [turn["number"] for turn in other["turns"]] == [3]


def test_a_session_that_ended_meanwhile_is_a_turn_of_the_same_answer(tab: Tab) -> None:
    tab.say("open strong stride")
    view = tab.act("say", tab.view["playback"]["ends_ms"] + 1, text="open strong stride")
    assert [turn["kind"] for turn in view["turns"]] == ["SessionEndedRequest", "LaunchRequest"]


def test_waiting_to_the_end_of_the_playback_ends_the_session(tab: Tab) -> None:
    tab.say("open strong stride")
    ends_ms = tab.view["playback"]["ends_ms"]
    view = tab.act("wait", ends_ms)
    assert (view["in_session"], view["playback"], view["now_ms"]) == (False, None, ends_ms)


def test_dropping_is_told_to_the_skill_and_unplugging_is_not(tab: Tab) -> None:
    tab.say("open strong stride")
    (turn,) = tab.act("drop", tab.view["now_ms"])["turns"]
    assert turn["kind"] == "SessionEndedRequest"
    tab.say("open strong stride")
    view = tab.act("unplug", tab.view["now_ms"])
    assert (view["turns"], view["in_session"], view["playback"]) == ([], False, None)


def test_the_history_of_a_desk_is_told_at_any_time(tab: Tab, client: FlaskClient) -> None:
    def history() -> dict[str, Any]:
        answer = client.get(f"{tab.address}/history")
        assert answer.status_code == 200
        return json_of(answer)

    assert history()["notice"]
    tab.say("open strong stride")
    tab.say("yes")
    tab.act("say", tab.view["playback"]["ends_ms"] - 1, text="finish early")
    (session,) = history()["sessions"]
    assert session["repetitions"] > 0
    tab.act("store", tab.view["now_ms"], failing=True)
    assert history()["sessions"] == [session]
    assert client.get("/desks/nobody/history").status_code == 404


def test_a_workout_of_the_history_is_downloaded_and_read_back(
    tab: Tab, client: FlaskClient
) -> None:
    tab.say("open strong stride")
    tab.say("yes")
    tab.act("say", tab.view["playback"]["ends_ms"] - 1, text="finish early")
    (session,) = json_of(client.get(f"{tab.address}/history"))["sessions"]
    answer = client.get(session["fit"])
    assert answer.mimetype == "application/vnd.ant.fit"
    assert "-strong-stride.fit" in answer.headers["Content-Disposition"]
    with fitdecode.FitReader(BytesIO(answer.data)) as reader:
        sets = [f for f in reader if getattr(f, "name", "") == "set" and hasattr(f, "get_value")]
    counted = [one.get_value("repetitions", fallback=0) or 0 for one in sets]
    assert sum(counted) == session["repetitions"]
    assert client.get(f"{tab.address}/history/1.fit").status_code == 404
    assert client.get("/desks/nobody/history/0.fit").status_code == 404


def test_runs_that_are_dropped_are_kept_and_others_refused_in_a_sentence(
    tab: Tab, client: FlaskClient
) -> None:
    run = activity_file(session(began=datetime.now(UTC) - timedelta(hours=20)))

    def dropped(content: bytes) -> tuple[int, dict[str, Any]]:
        answer = client.post(f"{tab.address}/runs?name=run.fit", data=content)
        return answer.status_code, json_of(answer)

    assert dropped(run) == (200, {"added": "Runs: 1 new."})
    assert dropped(run) == (200, {"added": "Runs: 0 new. 1 known already."})
    assert dropped(run[:-9])[0] == 400
    assert dropped(b"") == (400, {"error": "run.fit is empty; export it once more"})
    tab.act("store", 0, failing=True)
    assert dropped(run)[0] == 503


def test_the_store_is_switched_off_and_on(tab: Tab) -> None:
    assert tab.act("store", 0, failing=True)["store_failing"] is True
    assert tab.look()["store_failing"] is True
    assert tab.act("store", 0, failing=False)["store_failing"] is False


def test_what_was_not_for_us_is_noted_once(tab: Tab) -> None:
    assert tab.say("what's the weather")["note"] == "not_for_us"
    assert tab.act("wait", 5_000)["note"] is None


def test_a_look_tells_what_was_heard_so_far(tab: Tab) -> None:
    tab.say("open strong stride")
    first = tab.view["playback"]["sounds"][0]
    assert tab.look()["heard"] == []
    tab.act("wait", first["at_ms"])
    assert tab.look()["heard"] == [{"at_ms": first["at_ms"], "text": first["text"]}]


def test_the_desk_used_longest_ago_is_gone_when_there_are_too_many(
    tab: Tab, client: FlaskClient
) -> None:
    for _ in range(MOST_DESKS):
        client.post("/desks", json={"runner": "me"})
    assert tab.post("wait", at_ms=0).status_code == 404


@pytest.mark.parametrize("first_wish", ["keep going between sets", "wait for me"])
def test_a_whole_workout_is_led_to_finished(tab: Tab, first_wish: str) -> None:
    tab.say("open strong stride")
    tab.say(first_wish)
    states: list[str] = []
    for _ in range(MOST_TURNS):
        tab.say("yes")
        assert tab.view["fault"] is None
        if tab.view["workout"] is None:
            break
        states += [frame["state"] for frame in tab.view["workout"]["frames"]]
    assert "finished" in states
    assert {"announcing", "counting", "holding", "resting", "stretching"} < {*states}
    assert (tab.view["workout"], tab.view["in_session"]) == (None, False)
    assert all(turn["fault"] is None for turn in tab.look()["turns"])


@tried(40, HealthCheck.function_scoped_fixture)
@given(st.lists(DEEDS, max_size=10))
def test_whatever_is_done_whenever_the_desk_answers_with_its_view(
    client: FlaskClient, deeds: list[tuple[str, int, dict[str, object]]]
) -> None:
    tab = Tab(client, uuid4().hex)
    for action, at_ms, fields in deeds:
        before = tab.view["now_ms"]
        view = tab.act(action, at_ms, **fields)
        assert view["now_ms"] >= max(before, at_ms)
        assert view["fault"] is None
    assert len(tab.look()["turns"]) >= len(tab.view["turns"])
