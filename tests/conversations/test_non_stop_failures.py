"""What may go wrong with a played workout is said plainly, the workout goes on, and nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from conversation import echo_with, lines
from non_stop import PLAYS, House, begin_non_stop, counted, play_on, until_playing
from support.flaky_store import FlakyStore
from wordings import is_said

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.echo import DeviceTurn, Echo, exception_encountered
from skill.settings import Settings
from skill.training.preferences import Pacing
from skill.workout.states import State


def says(turn: DeviceTurn | None, key: str) -> bool:
    assert turn is not None
    return any(is_said(key, text) for text in lines(turn))


def is_spoken(turn: DeviceTurn | None) -> bool:
    """Whether a segment of the workout was spoken, with its question."""
    assert turn is not None
    kinds = [d["type"] for d in turn.response["response"].get("directives", ())]
    return kinds == ["Alexa.Presentation.APLA.RenderDocument"]


def starts(echo: Echo) -> DeviceTurn | None:
    echo.open()
    echo.until_listening()
    echo.say("non stop")
    return echo.say("start")


def at_seven(echo: Echo) -> None:
    """Play until the seventh repetition is done."""
    echo.wait_for("Seven.")
    echo.wait(700)


@pytest.mark.parametrize(("audio", "interfaces"), [("", PLAYS), ("s3://a-bucket", {}), ("", {})])
def test_without_a_place_for_audio_or_a_player_the_workout_keeps_going_by_the_clock(
    audio: str, interfaces: dict[str, dict[str, str]]
) -> None:
    coach = build_coach(Settings(audio=audio))
    echo = echo_with(AlexaSkill(coach), interfaces=interfaces)
    echo.open()
    echo.until_listening()
    assert says(echo.say("non stop"), "non_stop.cannot")
    assert is_spoken(echo.say("start"))


def test_a_speaker_without_a_player_says_so_to_whom_is_used_to_one() -> None:
    house = House()
    begin_non_stop(house.speaker())
    old = house.speaker("OLD", interfaces={})
    assert house.athlete.preferences.pacing is Pacing.NON_STOP
    old.wait(3_600_000)
    old.open()
    old.until_listening()
    old.say("start over")
    old.say("finish early")
    old.say("skip the stretch")
    assert says(old.open(), "non_stop.not_here")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(audio="directory:////proc/audio?base=https://a.example/audio", cues=""),
        Settings(audio="directory:////dev/full/audio?base=https://a.example/audio"),
    ],
    ids=["no place", "no room"],
)
def test_where_no_file_can_be_kept_the_coach_speaks_and_says_why(settings: Settings) -> None:
    echo = echo_with(AlexaSkill(build_coach(settings)), interfaces=PLAYS)
    turn = starts(echo)
    assert says(turn, "non_stop.no_audio")
    assert is_spoken(turn)


def test_what_is_really_rendered_can_be_fetched(tmp_path: Path) -> None:
    url = f"directory:///{tmp_path}/audio?base=https://a.example/audio"
    echo = echo_with(AlexaSkill(build_coach(Settings(audio=url))), interfaces=PLAYS)
    turn = starts(echo)
    assert turn is not None
    stream = turn.response["response"]["directives"][0]["audioItem"]["stream"]
    name = stream["url"].removeprefix("https://a.example/audio/")
    assert (tmp_path / "audio" / name).stat().st_size > 100_000


def test_audio_that_cannot_be_had_at_the_start_is_told_and_the_coach_speaks() -> None:
    house = House()
    house.shelf.failing = True
    echo = house.speaker()
    turn = starts(echo)
    assert says(turn, "non_stop.no_audio")
    assert is_spoken(turn)
    house.shelf.failing = False
    echo.until_listening()
    echo.say("yes")
    echo.wait_for("Seven.")
    echo.wait(1500)
    turn = echo.say("go non stop")  # a new wish is a new try
    assert says(turn, "non_stop.set")
    until_playing(echo)


def test_audio_that_cannot_be_had_on_the_way_leaves_the_runner_at_the_end_of_a_set() -> None:
    house = House()
    echo = house.speaker()
    echo.streaming.nearly_ms = (100, -1_000)
    house_fails_after_start(house, echo)
    play_on(echo)
    assert house.workout.tally[0] == 15
    echo.wait(20_000)
    assert says(echo.open(), "non_stop.broke_off")
    echo.until_listening()
    turn = echo.say("yes")
    assert says(turn, "non_stop.no_audio")
    assert is_spoken(turn)
    assert house.workout.place.at == 1


def house_fails_after_start(house: House, echo: Echo) -> None:
    echo.open()
    echo.until_listening()
    echo.say("non stop")
    echo.say("start")
    house.shelf.failing = True
    until_playing(echo)


def test_a_blip_when_the_next_track_is_asked_for_first_does_no_harm() -> None:
    house = House()
    echo = house.speaker()
    house_fails_after_start(house, echo)
    house.shelf.failing = False
    play_on(echo)
    assert sum(record.repetitions for record in house.athlete.history) == 80


def test_a_file_that_expires_while_it_plays_is_put_anew_and_the_count_goes_on() -> None:
    house = House(labelled=True)
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("unit 0, 7")
    house.shelf.lose()
    echo.fail_stream("MEDIA_ERROR_INVALID_REQUEST", "It is gone.")
    assert echo.streaming.sounding
    echo.wait_for("unit 0, 8")
    play_on(echo)
    assert sum(record.repetitions for record in house.athlete.history) == 80


def test_what_fails_twice_is_spoken_from_the_next_opening_on() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    at_seven(echo)
    for _ in range(2):
        echo.fail_stream("MEDIA_ERROR_SERVICE_UNAVAILABLE", "Not now.")
    assert not echo.streaming.sounding
    echo.wait(30_000)
    assert says(echo.open(), "non_stop.broke_off")
    echo.until_listening()
    turn = echo.say("yes")
    assert is_spoken(turn)
    assert (house.workout.place.state, house.workout.tally[0]) == (State.COUNTING, 7)


def test_while_the_store_is_down_what_plays_plays_to_its_end_and_nothing_is_lost() -> None:
    store = FlakyStore()
    house = House(store)
    echo = house.speaker()
    begin_non_stop(echo)
    at_seven(echo)
    store.reads = store.writes = False
    echo.wait(10_000)
    assert echo.streaming.sounding
    turn = echo.say("ask strong stride how many left")
    assert says(turn, "non_stop.out_of_reach")
    assert not echo.in_session
    assert echo.press("Play").response["response"]["directives"] == [{"type": "AudioPlayer.Stop"}]
    echo.wait(60_000)
    assert not echo.streaming.sounding
    store.reads = store.writes = True
    echo.say("resume")
    until_playing(echo)
    assert house.workout.tally[0] >= 10
    play_on(echo)
    assert sum(record.repetitions for record in house.athlete.history) == 80


def test_a_store_that_takes_nothing_lets_nothing_play_that_nobody_would_know_of() -> None:
    store = FlakyStore()
    house = House(store)
    echo = house.speaker()
    echo.open()
    echo.until_listening()
    echo.say("non stop")
    store.writes = False
    turn = echo.say("start")
    assert says(turn, "non_stop.no_audio")
    assert is_spoken(turn)


def test_saves_that_fail_on_the_way_cost_nothing() -> None:
    store = FlakyStore()
    house = House(store)
    echo = house.speaker()
    begin_non_stop(echo)
    store.writes = False
    echo.wait(600_000)
    store.writes = True
    play_on(echo)
    assert sum(record.repetitions for record in house.athlete.history) == 80


def test_an_exception_that_amazon_reports_is_logged_and_the_place_is_kept(
    caplog: pytest.LogCaptureFixture,
) -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    at_seven(echo)
    turn = echo.send(exception_encountered("Not so.", "amzn1.echo-api.request.00000001"))
    assert turn.response["response"] == {}
    assert "System.ExceptionEncountered" in caplog.text
    echo.say("pause")
    assert house.workout.tally[0] == 7


def test_a_power_cut_costs_the_track_at_hand_and_no_more() -> None:
    house = House(labelled=True)
    echo = house.speaker()
    begin_non_stop(echo)
    while (2, 5) not in counted(echo):
        echo.wait(100)
    echo.power_cut()
    echo.wait(600_000)
    echo.open()
    echo.until_listening()
    echo.say("yes")
    until_playing(echo)
    echo.wait_for("unit 2, 1")
    assert house.workout.tally[0] == 15


def test_another_speaker_takes_the_workout_over_and_the_first_one_stops() -> None:
    house = House()
    kitchen, porch = house.speaker(), house.speaker("PORCH")
    begin_non_stop(kitchen)
    at_seven(kitchen)
    porch.wait(round((kitchen.now - porch.now).total_seconds() * 1000))
    turn = porch.open()
    assert says(turn, "non_stop.taken_over")
    assert any("repetition" in text for text in lines(turn))
    porch.until_listening()
    porch.say("yes")
    until_playing(porch)
    porch.wait_for("Go.")
    assert porch.wait_for(lambda heard: True).text in ("Six.", "Seven.", "Eight.")
    kitchen.wait(300_000)
    assert not kitchen.streaming.sounding
    play_on(porch)
    assert sum(record.repetitions for record in house.athlete.history) == 80


def test_no_request_of_a_player_goes_without_a_legal_answer_where_nobody_is_known() -> None:
    echo = House().speaker()
    ours = "1.1.0"
    for kind in ("Started", "NearlyFinished", "Finished", "Stopped", "Failed"):
        for named in ("", ours, "somebody else's"):
            event: dict[str, Any] = {"type": f"AudioPlayer.Playback{kind}", "token": named}
            if kind != "Failed":
                event |= {"offsetInMilliseconds": 5}
            answered = echo.send(event).response["response"]
            stops = named == ours and kind in ("Started", "NearlyFinished", "Failed")
            assert bool(answered) is stops
