"""A whole workout without a word: played, paused, resumed, asked, and never miscounted."""

from non_stop import House, begin_non_stop, play_on, until_playing

from skill.training.preferences import Pacing
from skill.workout.states import State


def test_a_whole_workout_is_played_without_a_word_and_recorded() -> None:
    house = House()
    echo = house.speaker()
    begin_non_stop(echo)
    said = len(echo.turns)
    play_on(echo)
    assert not any("outputSpeech" in turn.response["response"] for turn in echo.turns[said:])
    assert house.athlete.workout is None
    assert sum(record.sets for record in house.athlete.history) == 15
    assert sum(record.repetitions for record in house.athlete.history) == 204
    assert house.athlete.preferences.pacing is Pacing.NON_STOP
    assert echo.heard[-1].text


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
