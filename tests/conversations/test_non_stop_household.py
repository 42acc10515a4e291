"""A workout that is played belongs to who began it, whoever's voice is heard meanwhile, or nobody's."""

from conversation import lines
from non_stop import House, begin_non_stop, play_on, until_playing

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.coach.persistence.household import Household
from skill.echo import PRETEND_USER

ANNA, BEN = "amzn1.ask.person.ANNA", "amzn1.ask.person.BEN"


def trained(house: House) -> list[Athlete]:
    """The athletes of the household who have anything to show."""
    profiles = Household(house.store).profiles(account_id(PRETEND_USER))
    found = [house.coach.peek(id_) for id_ in profiles]
    return [a for a in found if a is not None and (a.workout or a.history)]


def test_what_a_known_voice_began_is_recorded_for_her_though_the_player_tells_no_voice() -> None:
    house = House()
    echo = house.speaker(person_id=ANNA)
    begin_non_stop(echo)
    play_on(echo)
    (anna,) = trained(house)
    assert sum(record.repetitions for record in anna.history) == 80


def test_any_voice_may_pause_and_resume_what_plays_on_the_speaker() -> None:
    house = House()
    echo = house.speaker(person_id=ANNA)
    begin_non_stop(echo)
    for voice in (BEN, ""):
        echo.wait(30_000)
        echo.person_id = voice
        echo.say("pause")
        assert not echo.streaming.sounding
        echo.wait(1_000)
        echo.say("resume" if not voice else "ask strong stride how many left")
        if voice:  # who is told apart asks about a workout of his own, once nothing plays
            echo.person_id = ""
            echo.say("resume")
        until_playing(echo)
    play_on(echo)
    totals = [sum(record.repetitions for record in a.history) for a in trained(house)]
    assert totals == [80]


def test_who_is_recognized_and_opens_the_coach_gets_a_workout_of_his_own() -> None:
    house = House()
    echo = house.speaker(person_id=ANNA)
    begin_non_stop(echo)
    echo.wait_for("Seven.")
    echo.wait(700)
    echo.person_id = BEN
    turn = echo.open()
    assert any("Welcome to Strong Stride" in text for text in lines(turn))
    assert not echo.streaming.sounding
    echo.say("stop")
    echo.person_id = ANNA
    turn = echo.open()
    assert any("repetition seven" in text for text in lines(turn))
