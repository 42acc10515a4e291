"""A whole workout without a word: played, paused, resumed, asked, and never miscounted."""

import pytest
from conversation import lines
from non_stop import PLAYS, House, begin_non_stop, play_on, until_playing
from support.tables import with_each
from wordings import is_said

from skill.echo import PRETEND_USER, Echo
from skill.echo.envelope import Envelopes, Identity, OpenSession
from skill.loaders import LOCALE, load_phrasebook
from skill.training.preferences import Pacing
from skill.training.record import Effort
from skill.workout.question import Question
from skill.workout.states import State
from skill.workout.track import SignalKind


def test_a_whole_workout_is_played_without_a_word_and_recorded() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    said = len(echo.turns)
    play_on(echo)
    assert not any("outputSpeech" in turn.response["response"] for turn in echo.turns[said:])
    assert house.athlete.workout is None
    assert sum(record.sets for record in house.athlete.history) == 8
    assert sum(record.repetitions for record in house.athlete.history) == 80
    assert house.athlete.preferences.pacing is Pacing.NON_STOP
    assert is_said("closing.goodbye", echo.heard[-1].text)


def test_it_ends_with_what_was_done_though_some_was_skipped_and_some_is_still_to_come() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    echo.say("next")
    until_playing(echo)
    play_on(echo)
    reps = sum(record.repetitions for record in house.athlete.history)
    (done,) = (heard.text for heard in echo.heard if is_said("closing.done", heard.text))
    assert f"{load_phrasebook(LOCALE).number(reps)} reps" in done
    assert "four exercises" in done
    assert is_said("week.first_workout", echo.heard[-2].text)


def test_a_pause_holds_the_place_and_resume_counts_on() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    turn = echo.say("pause")
    assert turn is not None
    assert not echo.in_session
    assert house.workout.place.left is State.COUNTING
    assert house.workout.tally[0] == 7
    echo.wait(600_000)
    assert not echo.streaming.sounding
    echo.say("resume")
    until_playing(echo)
    echo.wait_for("Go.")
    assert echo.wait_for(lambda heard: True).text == "Eight."


@pytest.mark.parametrize("beginning", ["non stop", "keep going without asking"])
def test_the_wish_is_remembered_for_the_next_workout(beginning: str) -> None:
    house = House()
    echo = house.speaker()
    echo.open()
    echo.until_listening()
    echo.say(beginning)
    echo.say("stop")
    assert not any(is_said("non_stop.not_here", text) for text in lines(echo.open()))
    echo.until_listening()
    echo.say("start")
    until_playing(echo)


@with_each(
    ("asked", "key"),
    [
        ("ask strong stride how many left", "answer.repetitions_left"),
        ("ask strong stride what's my next exercise", "answer.next"),
        ("ask strong stride to make it slower", "done.slower"),
        ("repeat", "done.repeat"),
        ("next", "done.skip"),
        ("previous", "done.no_previous"),
        ("start over", "done.start_over"),
        ("loop", "non_stop.no_loop"),
        ("shuffle on", "non_stop.no_shuffle"),
        ("tell strong stride that was hard", "effort.hard"),
        ("tell strong stride to talk less", "done.talk_less"),
        ("ask strong stride for longer rests", "done.rests_longer"),
        ("tell strong stride i have a long run tomorrow", "light.from_here"),
        ("ask strong stride how am i doing", "answer.minutes_left"),
        ("ask strong stride am i making progress", "week.this_week"),
        ("ask strong stride for something else", "instead.done"),
    ],
)
def test_what_is_asked_meanwhile_is_answered_and_the_workout_plays_on(asked: str, key: str) -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    turn = echo.say(asked)
    assert turn is not None
    assert any(is_said(key, text) for text in lines(turn))
    assert turn.response["response"]["shouldEndSession"] is True
    assert [d["type"] for d in turn.response["response"]["directives"]] == ["AudioPlayer.Play"]
    assert house.workout.tally[0] == 7 or house.athlete.history[0].repetitions == 7
    until_playing(echo)


def test_what_hurts_stops_the_play_until_another_exercise_is_agreed_on() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.say("tell strong stride my knee hurts")
    assert not echo.streaming.sounding
    assert house.athlete.question is Question.INSTEAD
    echo.until_listening()
    echo.say("yes")
    until_playing(echo)
    assert echo.wait_for("glute bridges, fifteen reps.")
    assert house.workout.plan.sets[0].exercise.id == "glute_bridge"


def played_through() -> tuple[House, Echo]:
    """A runner who has trained non-stop, two days later."""
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    play_on(echo)
    echo.wait(2 * 86_400_000)
    return house, echo


def test_how_hard_it_was_is_asked_once_at_the_next_opening_and_then_the_plan_is_told() -> None:
    house, echo = played_through()
    assert any(is_said("ask.how_was_it", text) for text in lines(echo.open()))
    echo.until_listening()
    told = lines(echo.say("hard"))
    assert any(is_said("effort.workout_hard", text) for text in told)
    assert any(is_said("launch.plan", text) for text in told)
    assert {record.effort for record in house.athlete.history} == {Effort.HARD}
    echo.until_listening()
    echo.say("stop")
    assert any(is_said("launch.plan", text) for text in lines(echo.open()))


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_who_does_not_say_how_hard_it_was_hears_the_plan_all_the_same(answer: str) -> None:
    house, echo = played_through()
    echo.open()
    echo.until_listening()
    assert any(is_said("launch.plan", text) for text in lines(echo.say(answer)))
    assert {record.effort for record in house.athlete.history} == {None}


def test_who_is_asked_how_hard_it_was_can_start_at_once() -> None:
    house, echo = played_through()
    echo.open()
    echo.until_listening()
    echo.say("start")
    until_playing(echo)
    assert house.workout.running


def test_a_metronome_ticks_along_when_it_is_wished_for_and_is_remembered() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    assert not ticking(house)
    echo.wait_for("Seven.")
    told = lines(echo.say("ask strong stride to turn on the metronome"))
    assert any(is_said("non_stop.ticks", text) for text in told)
    until_playing(echo)
    assert ticking(house)
    echo.say("tell strong stride to stop the metronome")
    until_playing(echo)
    assert not ticking(house)


def ticking(house: House) -> bool:
    return any(sound.kind is SignalKind.TICK for sound in house.shelf.tracks[-1].sounds)


@pytest.mark.parametrize("said", ["i feel dizzy", "my chest hurts"])
def test_a_red_flag_silences_the_play(said: str) -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    turn = echo.say(f"tell strong stride {said}")
    assert turn is not None
    assert [d["type"] for d in turn.response["response"]["directives"]] == ["AudioPlayer.Stop"]
    echo.wait(600_000)
    assert not echo.streaming.sounding


def test_as_little_is_said_in_the_files_as_the_runner_wants() -> None:
    explained = [_played_of_the_first_exercise(wish) for wish in ("talk fully", "only count")]
    assert [any(is_said("announce.muscles", text) for text in texts) for texts in explained] == [
        True,
        False,
    ]


def _played_of_the_first_exercise(wish: str) -> list[str]:
    house = House()
    echo = house.speaker()
    echo.open()
    for said in (wish, "non stop", "start"):
        echo.until_listening()
        echo.say(said)
    until_playing(echo)
    before = len(echo.heard)
    echo.wait_for("Go.")
    return [heard.text for heard in echo.heard[before:]]


def test_a_runner_who_goes_back_is_not_told_again_why() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    for said in ("ask strong stride for something else", "next", "previous"):
        echo.say(said)
        until_playing(echo)
        echo.wait_for("Three.")  # the count-in
        echo.wait(8_000)
    told = [heard.text for heard in echo.heard if heard.text.startswith("You wanted the wall sit")]
    assert len(told) == 1


def test_more_time_is_a_silence_in_the_file_and_then_the_count_goes_on() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    echo.say("ask strong stride for thirty more seconds")
    until_playing(echo)
    before = echo.now
    echo.wait_for("Eight.")
    assert (echo.now - before).total_seconds() > 30


def test_stop_keeps_the_place_and_the_next_opening_offers_it() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    echo.say("cancel")
    echo.wait(5_000)
    assert not echo.streaming.sounding
    turn = echo.open()
    assert any("repetition seven" in text for text in lines(turn))


def test_buttons_lead_on_back_pause_and_go_on_without_a_word() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    for button, index, sounding in (
        ("Next", 1, True),
        ("Previous", 0, True),
        ("Pause", 0, False),
        ("Pause", 0, False),
        ("Play", 0, True),
    ):
        turn = echo.press(button)
        assert "outputSpeech" not in turn.response["response"]
        assert house.workout.place.at == index
        assert echo.streaming.sounding is sounding


def test_a_button_with_nothing_to_play_does_nothing() -> None:
    house = House()
    echo = house.speaker()
    for button in ("Next", "Previous", "Pause", "Play"):
        assert echo.press(button).response["response"] == {}


def test_a_runner_is_offered_non_stop_once_from_the_first_visit_on_where_it_can_be_had() -> None:
    house = House()
    dot, old = house.speaker(), house.speaker("OLD", interfaces={})

    def offered(echo: Echo) -> bool:
        said = lines(echo.open())
        echo.say("stop")
        return any(is_said("non_stop.offer", text) for text in said)

    assert not offered(old)
    assert offered(dot)
    assert not offered(dot)


def test_who_wants_to_be_asked_is_not_offered_to_train_without_a_question() -> None:
    house = House()
    old = house.speaker("OLD", interfaces={})
    old.open()
    old.say("wait for me after each set")
    old.say("stop")
    assert not any(is_said("non_stop.offer", text) for text in lines(house.speaker().open()))


def test_help_tells_of_it_where_it_can_be_had() -> None:
    for interfaces in (PLAYS, {}):
        echo = House().speaker(interfaces=interfaces)
        echo.open()
        turn = echo.say("help")
        assert turn is not None
        told = any(is_said("help.non_stop", text) for text in lines(turn))
        assert told is bool(interfaces)


def test_an_open_session_that_ends_late_stops_no_play() -> None:
    """Amazon does not say that no end of a session is told once the skill has closed it."""
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    late = {"type": "SessionEndedRequest", "reason": "USER_INITIATED"}
    session = OpenSession("amzn1.echo-api.session.1", new=False)
    identity = Identity("", PRETEND_USER, "amzn1.ask.device.KITCHEN", "en-US", PLAYS)
    house.skill(Envelopes(identity).wrap(late, session, echo.now))
    assert house.workout.stream is not None
    play_on(echo)
    assert sum(record.repetitions for record in house.athlete.history) == 80
