"""What a satellite says, and what the media player beside it plays."""

from datetime import timedelta
from pathlib import Path

import pytest
from house import House
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried
from support.flaky_store import FlakyStore

from skill.alexa.visits import account_id
from skill.ears.ears import Words
from skill.echo import PRETEND_USER
from skill.satellite.room import LONGEST_TEXT, RoomAnswer
from skill.satellite.rooms import MOST_ROOMS
from skill.settings import Settings
from skill.workout.states import State

KITCHEN = {"satellite_id": "kitchen"}


def say(house: House, text: str, **context: str) -> RoomAnswer:
    return house.rooms.answer(Words(text), context or KITCHEN, house.now)[0]


def started(house: House) -> RoomAnswer:
    return say(house, "start the workout")


def test_a_question_is_answered_without_calling_the_skill_by_its_name() -> None:
    answer = say(House(), "what's my next exercise")
    assert answer.understood
    assert answer.text.startswith("We begin with ")
    assert not answer.plays


def test_the_workout_is_one_file_from_its_first_word_to_its_closing() -> None:
    house = House()
    answer = started(house)
    track = house.played[-1]
    assert answer.plays == f"http://home/audio/{len(house.played)}.mp3"
    assert track.place.state is State.ANNOUNCING
    assert track.is_last
    assert {"Five.", "Go."} <= {cue.line.text for cue in track.cues}
    assert track.duration_ms > 15 * 60_000


def test_the_file_is_silent_while_the_answer_is_said() -> None:
    house = House()
    answer = started(house)
    words = len(answer.text.split())
    assert house.played[-1].cues[0].at_ms > 150 * words


def test_no_answer_counts_aloud() -> None:
    house = House()
    for text in ("what's on today", "yes", "what's next", "skip this", "repeat", "faster"):
        answer = say(house, text)
        house.later(seconds=40)
        assert "One. Two." not in answer.text
        assert len(answer.text) < 300


def test_a_runner_who_wishes_to_be_asked_is_led_non_stop_all_the_same() -> None:
    house = House()
    started(house)
    house.later(minutes=2)
    answer = say(house, "wait for me after each set")
    assert answer.plays
    assert "One." not in answer.text


def test_a_question_within_the_workout_plays_on_from_the_very_repetition() -> None:
    house = House()
    started(house)
    first = house.played[-1]
    counts = [cue.at_ms for cue in first.cues if cue.line.text == "Seven."]
    house.later(milliseconds=counts[0] + 500)
    answer = say(house, "what's next")
    assert answer.plays
    place = house.played[-1].place
    assert (place.state, place.at, place.done) == (State.COUNTING, 0, 7)


@pytest.mark.slow
def test_thirty_questions_lose_no_repetition() -> None:
    house = House()
    started(house)
    for number in range(30):
        house.later(seconds=17 + 7 * (number % 5))
        assert say(house, "how many are left").plays
    house.later(minutes=40)
    house.rooms.pass_until(house.now)
    runner = house.coach.peek(account_id(PRETEND_USER))
    assert runner is not None
    assert len(runner.history) > 3
    for record in runner.history:
        assert all(done == record.asked for one in record.sets_done for done in one), record


def test_pause_stops_the_player_and_resume_plays_on() -> None:
    house = House()
    started(house)
    house.later(minutes=3)
    paused = say(house, "pause")
    assert paused.stops
    assert not paused.plays
    place = house.played[-1].place
    house.later(hours=1)
    resumed = say(house, "resume")
    assert resumed.plays
    assert house.played[-1].place != place
    assert not resumed.stops


@pytest.mark.parametrize(
    ("text", "told"), [("my knee hurts", "Stop that one."), ("my chest hurts", "Stop now")]
)
def test_pain_and_danger_stop_the_player(text: str, told: str) -> None:
    house = House()
    started(house)
    house.later(minutes=3)
    answer = say(house, text)
    assert told in answer.text
    assert answer.stops
    assert not answer.plays


@pytest.mark.parametrize("before", [(), ("pause",), ("stop",), ("how many are left",)])
@pytest.mark.parametrize("where", ["kitchen", "hall"])
def test_whoever_is_in_pain_is_told_to_stop_whatever_was_said_before_and_wherever(
    before: tuple[str, ...], where: str
) -> None:
    for minutes in (1, 4, 7):
        house = House()
        started(house)
        house.later(minutes=minutes)
        for said in before:
            say(house, said)
            house.later(seconds=4)
        answer = say(house, "my knee hurts", satellite_id=where)
        told = ("Stop that one.", ": no more of that.")
        assert any(words in answer.text for words in told), answer.text
        assert answer.stops or before in {("pause",), ("stop",)}


def test_a_player_that_plays_something_else_is_not_stopped() -> None:
    house = House()
    assert not say(house, "open strong stride").stops
    assert not say(house, "stop").stops


def test_a_question_waits_for_minutes_since_a_satellite_has_to_be_woken() -> None:
    house = House()
    say(house, "what's next")
    house.later(minutes=4)
    assert say(house, "yes").plays


def test_a_workout_that_nobody_interrupts_is_remembered_without_a_word() -> None:
    house = House()
    started(house)
    house.later(milliseconds=house.played[-1].duration_ms + 60_000)
    house.rooms.pass_until(house.now)
    assert "one day this week" in say(house, "how am I doing").text


def test_another_room_takes_the_workout_over_at_its_place() -> None:
    house = House()
    started(house)
    house.later(minutes=3)
    assert say(house, "resume", satellite_id="hall").plays
    place = house.played[-1].place
    assert place.at or place.done


def test_a_pause_from_another_room_stops_the_one_player_of_the_house() -> None:
    house = House()
    started(house)
    house.later(minutes=3)
    assert say(house, "pause", satellite_id="hall").stops
    house.later(seconds=20)
    assert not say(house, "stop").stops, "nothing plays any more"
    assert say(house, "resume", satellite_id="hall").plays


def test_without_a_store_nothing_is_counted_aloud_and_a_pause_still_stops_the_player() -> None:
    store = FlakyStore()
    house = House(store=store)
    say(house, "what's next")
    store.reads = store.writes = False
    refused = say(house, "start the workout")
    assert refused.text.startswith("I can't reach your place just now")
    assert not refused.plays
    store.reads = store.writes = True
    house.later(minutes=2)
    assert say(house, "start the workout").plays
    house.later(minutes=4)
    store.reads = store.writes = False
    assert say(house, "pause").stops
    store.reads = store.writes = True
    house.later(minutes=2)
    assert say(house, "resume").plays


def test_a_new_process_goes_on_from_the_last_track_that_it_knew_of(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path / 'stride.db'}")
    house = House(settings)
    started(house)
    house.later(minutes=6)
    house.rooms.pass_until(house.now)
    again = House(settings)
    again.later(minutes=9)
    assert say(again, "open strong stride").text.startswith("Welcome back. You were on")
    assert say(again, "yes").plays
    assert again.played[-1].place.at > 1


def test_audio_that_cannot_be_had_is_said_and_the_place_is_kept() -> None:
    house = House()
    house.silent = True
    answer = started(house)
    assert answer == RoomAnswer("The sound broke off. Your place is kept.", understood=False)
    house.silent = False
    house.later(seconds=30)
    assert say(house, "resume").plays
    house.silent = True
    house.later(minutes=2)
    assert say(house, "what's next").stops, "what plays would run on without the coach"


@pytest.mark.parametrize("text", ["", "  ", "x" * (LONGEST_TEXT + 1)])
def test_nothing_and_far_too_much_are_not_understood(text: str) -> None:
    assert say(House(), text) == RoomAnswer("", understood=False)


def test_talk_of_other_things_is_not_acted_on() -> None:
    house = House()
    started(house)
    answer = say(house, "the train was late again yesterday")
    assert answer.text.startswith(("I didn't", "Sorry", "That"))


def test_each_context_is_a_conversation_of_its_own() -> None:
    house = House()
    say(house, "what's next", conversation_id="one")
    assert not say(house, "yes", conversation_id="two").plays
    answer, same = house.rooms.answer(Words("yes"), {"conversation_id": "one"}, house.now)
    assert same == {"conversation_id": "one"}
    assert answer.plays


@pytest.mark.parametrize("context", [None, {}, {"x": "y"}])
def test_whoever_names_no_conversation_still_answers_what_was_asked(
    context: dict[str, object] | None,
) -> None:
    house = House()
    for said in ("start the workout", "pause"):
        house.rooms.answer(Words(said), context, house.now)
        house.later(minutes=3)
    asked, given = house.rooms.answer(Words("open strong stride"), context, house.now)
    assert asked.text.endswith("?")
    for handed_back in (context, given):
        answer, _ = house.rooms.answer(Words("yes"), handed_back, house.now)
        assert answer.plays
        house.later(seconds=20)
        house.rooms.answer(Words("pause"), context, house.now)
        house.rooms.answer(Words("open strong stride"), context, house.now)


@pytest.mark.parametrize("context", [{"conversation_id": 7}, {"satellite_id": ""}, {"x": [1]}])
def test_a_context_that_names_nothing_is_kept_and_completed(context: dict[str, object]) -> None:
    house = House()
    _, known = house.rooms.answer(Words("what's next"), context, house.now)
    assert {**known, "conversation_id": ""} == {**context, "conversation_id": ""}
    assert isinstance(known["conversation_id"], str)


def test_only_so_many_rooms_are_kept() -> None:
    house = House()
    for number in range(MOST_ROOMS + 3):
        say(house, "what's next", satellite_id=str(number))
    assert len(house.rooms._rooms) == MOST_ROOMS


def test_the_room_whose_workout_plays_is_kept_however_many_others_speak() -> None:
    house = House()
    started(house)
    house.later(minutes=3)
    for number in range(MOST_ROOMS + 3):
        say(house, "", satellite_id=str(number))
    assert say(house, "pause", satellite_id="hall").stops
    assert len(house.rooms._rooms) == MOST_ROOMS


WISHES = (
    *("start the workout", "yes", "no", "what's next", "pause", "resume", "skip this", "go back"),
    *("repeat", "slower", "wait for me after each set", "keep going", "how many are left", "stop"),
    *("my knee hurts", "I'm dizzy", "something else", "finish early", "open strong stride"),
    *("the train was late", "more time", "that was easy", "start over", "exit"),
)


@tried(15)
@given(
    turns=st.lists(
        st.tuples(
            st.sampled_from(WISHES), st.integers(0, 400), st.sampled_from(["kitchen", "hall"])
        ),
        max_size=12,
    )
)
def test_whatever_is_said_wherever_nothing_is_counted_aloud_and_the_player_has_one_order(
    turns: list[tuple[str, int, str]],
) -> None:
    house = House()
    plays_until = house.now
    for text, seconds, where in turns:
        house.later(seconds=seconds)
        known = len(house.played)
        answer = say(house, text, satellite_id=where)
        assert "One. Two." not in answer.text
        assert not (answer.plays and answer.stops)
        assert bool(answer.plays) == (len(house.played) > known)
        assert house.now < plays_until or not answer.stops
        if answer.plays:
            whole = timedelta(milliseconds=house.played[-1].duration_ms)
            plays_until = house.now + whole
        elif answer.stops or "?" in answer.text:
            assert answer.stops or house.now >= plays_until, "it waits for an answer and plays on"
            plays_until = house.now
