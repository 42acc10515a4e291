"""A desk as JSON: what the page relies on."""

import json

import pytest
from at_the_desk import AtTheDesk, House, number
from pages_views import KEYS, LEDS, objects, seen, views

from skill.simulator.exchange import LIMITS
from skill.workout.states import State

LARGEST_VIEW_BYTES = 200_000


@pytest.mark.parametrize("preferences", LEDS, ids=" and ".join)
def test_every_view_of_a_workout_has_the_keys_that_the_page_reads(
    runner: AtTheDesk, preferences: tuple[str, ...]
) -> None:
    named = [entry for view in views(runner, preferences) for entry in objects(view)]
    assert {name for name, _ in named} == {*KEYS} - {"slot", "screen"}
    assert [(name, {*entry}) for name, entry in named if {*entry} != KEYS[name]] == []


@pytest.mark.parametrize("preferences", LEDS, ids=" and ".join)
def test_every_view_of_a_workout_is_small(runner: AtTheDesk, preferences: tuple[str, ...]) -> None:
    assert max(len(json.dumps(view)) for view in views(runner, preferences)) < LARGEST_VIEW_BYTES


@pytest.mark.parametrize("preferences", LEDS, ids=" and ".join)
def test_sounds_lie_in_order_where_the_speaker_speaks(
    runner: AtTheDesk, preferences: tuple[str, ...]
) -> None:
    for view in views(runner, preferences):
        playback = view["playback"]
        if playback is None:
            continue
        sounds = playback["sounds"]
        assert playback["begins_ms"] <= sounds[0]["at_ms"]
        assert sounds[-1]["end_ms"] <= playback["ends_ms"]
        for sound in sounds:
            assert any(
                begins <= sound["at_ms"] <= sound["end_ms"] <= ends
                for begins, ends in playback["speaking"]
            )
        begun = [sound["at_ms"] for sound in sounds]
        assert begun == sorted(begun)


@pytest.mark.parametrize("preferences", LEDS, ids=" and ".join)
def test_every_number_that_is_counted_is_a_count_and_every_sentence_is_talk(
    runner: AtTheDesk, preferences: tuple[str, ...]
) -> None:
    beats = {"Go.", "Hold.", *(number(n) for n in range(1, 21))}
    counted: set[str] = set()
    for view in views(runner, preferences):
        for sound in (view["playback"] or {"sounds": []})["sounds"]:
            if sound["text"] in beats:
                counted.add(sound["text"])
                assert sound["role"] == "count"
            if len(sound["text"].split()) > 1:
                assert sound["role"] == "talk"
    assert {"Go.", "Hold.", "Seven."} < counted


@pytest.mark.parametrize("preferences", LEDS, ids=" and ".join)
def test_frames_begin_with_the_playback_on_the_clock_of_the_device(
    runner: AtTheDesk, preferences: tuple[str, ...]
) -> None:
    led = 0
    for view in views(runner, preferences):
        frames = view["workout"]["frames"] if view["workout"] else []
        if len(frames) > 1:
            led += 1
            moments = [frame["from_ms"] for frame in frames]
            assert moments[0] == view["playback"]["begins_ms"]
            assert moments == sorted(moments)
            assert moments[-1] <= view["playback"]["listening"][0][0]
    assert led >= 5


def test_each_number_is_heard_when_the_frame_comes_to_it(runner: AtTheDesk) -> None:
    runner.begins()
    view = seen(runner)
    counting = next(frame for frame in view["workout"]["frames"] if frame["every_ms"] > 1)
    assert (counting["state"], counting["done"]) == ("counting", 0)
    for n in range(1, counting["total"] + 1):
        assert runner.counted_ms(n) == counting["from_ms"] + n * counting["every_ms"]


@pytest.mark.warm_up
def test_the_words_of_a_frame_are_words(runner: AtTheDesk) -> None:
    states: set[str] = set()
    for view in views(runner, ()):
        for frame in view["workout"]["frames"] if view["workout"] else []:
            states.add(frame["state"])
            assert bool(frame["title"]) == (frame["state"] not in ("idle", "resting", "finished"))
            assert frame["side"] in ("", "Left leg", "Right leg")
            assert frame["measure"] in ("", "repetitions", "seconds")
            assert 0 <= frame["unit"] <= view["workout"]["units"] + view["workout"]["stretch_units"]
    assert states == {*State} - {State.PAUSED}


def test_a_paused_workout_is_shown_paused_in_the_state_that_it_left(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(7, "pause")
    (frame,) = seen(runner)["workout"]["frames"]
    assert (frame["state"], frame["paused"], frame["done"]) == ("counting", True, 7)
    assert frame["every_ms"] == 0


def test_what_was_understood_is_told_with_its_slots(runner: AtTheDesk) -> None:
    runner.says("open strong stride")
    runner.says("go to the calf raises")
    turn = seen(runner)["turns"][-1]
    assert (turn["kind"], turn["intent"]) == ("IntentRequest", "GoToExerciseIntent")
    assert (turn["how"], turn["confidence"]) == ("sample", 100)
    (slot,) = turn["slots"]
    assert {*slot} == KEYS["slot"]
    assert (slot["name"], slot["value"]) == ("exercise", "calf raises")
    assert slot["resolved"]


def test_what_is_measured_stays_within_amazon_s_limits(runner: AtTheDesk) -> None:
    for view in views(runner, ()):
        assert view["limits"] == {**LIMITS}
        for turn in view["turns"]:
            assert 0 < turn["bytes"] <= LIMITS["bytes"]
            assert turn["audio_ms"] <= LIMITS["audio_ms"]
            assert turn["speech_characters"] <= LIMITS["speech_characters"]


@pytest.mark.parametrize("choice", ["pacing", "rests", "talk", "side", "speech"])
def test_each_choice_is_had_by_saying_it(runner: AtTheDesk, choice: str) -> None:
    runner.says("open strong stride")
    times = 1 if choice == "rests" else 2  # "shorter" is said of the rests as they are
    for offered in seen(runner)["choices"][choice] * times:
        runner.says(offered["say"])
        assert seen(runner)["preferences"][choice] == [offered["id"]]


def test_each_set_of_the_agenda_ends_with_a_unit_of_the_workout(runner: AtTheDesk) -> None:
    for view in views(runner, ()):
        workout = view["workout"]
        if workout is None:
            continue
        work = [end for entry in workout["exercises"] for end in entry["ends"]]
        assert max(work) == workout["units"]
        assert len(work) == len(set(work))
        stretches = [end for entry in workout["stretches"] for end in entry["ends"]]
        assert stretches == sorted(stretches)
        assert stretches[-1] == workout["units"] + workout["stretch_units"]


def test_a_set_that_was_skipped_or_cut_short_does_not_look_done(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(7, "skip this one")
    workout = seen(runner)["workout"]
    sides = len(runner.workout.plan.sets[0].sides)
    assert 0 < workout["led"][0] < 1
    assert workout["led"][sides : workout["units"]] == [1] * (workout["units"] - sides)
    assert workout["exercises"][0]["led"][0] < 1


def test_what_a_workout_came_to_stays_after_its_end(runner: AtTheDesk) -> None:
    runner.says("open strong stride")
    assert seen(runner)["finish"] is None
    for _ in runner.trains():
        pass
    finish = seen(runner)["finish"]
    assert finish["sets"] == sum(record.sets for record in runner.desk.known.remembered.history)
    assert finish["repetitions"] == finish["best"] > 0
    assert finish["first"]
    assert finish["next_day"] == "2026-08-05"
    assert finish["streak"] == "", "one week is no row of weeks"


def test_a_sign_of_danger_leaves_no_praise_no_next_day_and_no_call_to_begin(
    house: House, runner: AtTheDesk
) -> None:
    assert seen(house.desk(runner.desk.runner))["opening"]
    runner.begins()
    assert not seen(runner)["waits"]
    runner.says_after_count(3, "my chest hurts")
    view = seen(runner)
    assert (view["waits"], view["finish"]) == (True, None)
    assert seen(house.desk(runner.desk.runner))["opening"] is None


def test_while_something_hurts_no_day_is_named_for_the_next_workout(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(3, "my knee hurts")
    runner.says("no")
    for words in ("finish early", "skip the stretch", "yes"):
        runner.says(words)
    finish = seen(runner)["finish"]
    assert (finish["repetitions"] > 0, finish["next_day"]) == (True, None)


@pytest.mark.parametrize("choice", ["tools", "hurts"])
def test_what_one_can_have_several_of_is_had_and_taken_back_by_saying_it(
    runner: AtTheDesk, choice: str
) -> None:
    runner.says("open strong stride")
    for offered in seen(runner)["choices"][choice]:
        for said, has in ((offered["say"], True), (offered["unsay"], False)):
            runner.says(said)
            for _ in range(2):  # what the coach asks back
                if (offered["id"] in seen(runner)["preferences"][choice]) != has:
                    runner.says("yes")
            assert (offered["id"] in seen(runner)["preferences"][choice]) == has, said
