"""A desk whose speaker plays a whole workout: its sounds, frames and buttons, and when to ask what goes on."""

import pytest
from at_the_desk import AtTheDesk, House, number

from skill.coach.telling.frames import frames_of
from skill.loaders import LOCALE, load_phrasebook
from skill.simulator.bells import bell_address
from skill.simulator.suggestions import load_suggestions
from skill.simulator.view import BUTTONS, heard_at, view_of
from skill.simulator.virtual_tracks import MOST_TAPES, Tapes
from skill.workout.manner import Manner
from skill.workout.states import State
from skill.workout.track import SignalKind


def view(here: AtTheDesk) -> dict[str, object]:
    return view_of(here.desk, load_suggestions(LOCALE), [])


@pytest.fixture
def here(house: House) -> AtTheDesk:
    """A runner at a desk at which a workout is being played."""
    here = house.desk("runner")
    for said in ("open strong stride", "keep going without asking", "start"):
        here.desk.say(here.desk.now_ms + 1_000, said)
    goes_on(here)
    return here


def goes_on(here: AtTheDesk) -> None:
    """Do what the page does: wait until something goes on by itself, and ask what."""
    assert here.desk.next_ms is not None
    here.desk.wait(here.desk.next_ms)


def test_a_stream_is_played_sound_by_sound_and_its_frames_stand_beside_the_counts(
    here: AtTheDesk,
) -> None:
    playback, athlete = here.playback, here.desk.athlete
    assert playback.streams
    assert {sound.source for sound in playback.sounds} == {"stream"}
    assert athlete is not None
    assert athlete.workout is not None
    counting = next(
        f for f in frames_of(athlete.workout) if f.every_ms and f.state is State.COUNTING
    )
    go = next(sound for sound in playback.sounds if sound.text == "Go.")
    assert here.desk.began_ms + counting.from_ms == go.at_ms


def test_a_bell_rings_where_the_work_of_a_set_begins_and_where_it_ends(here: AtTheDesk) -> None:
    bells = [sound for sound in here.playback.sounds if sound.kind == "audio"]
    go = next(sound for sound in here.playback.sounds if sound.text == "Go.")
    last = [sound for sound in here.playback.sounds if sound.text == number(15)]
    assert [(bell.at_ms, bell.text) for bell in bells] == [
        (go.at_ms, bell_address(SignalKind.START)),
        (last[-1].at_ms, bell_address(SignalKind.END)),
    ]


def test_bells_are_heard_and_not_written_down(here: AtTheDesk) -> None:
    goes_on(here)
    assert any(heard.kind == "audio" for _, heard in here.desk.heard())
    written = {line["text"] for line in heard_at(here.desk)}
    assert "Go." in written
    assert not any(bell_address(kind) in written for kind in SignalKind)


def test_a_page_that_asks_when_it_should_hears_a_whole_workout(here: AtTheDesk) -> None:
    heard = 0
    while here.desk.next_ms is not None:
        assert here.playback.streams
        goes_on(here)
        heard += 1
    assert heard > 12
    assert here.desk.athlete is not None
    assert here.desk.athlete.workout is None
    assert sum(record.repetitions for record in here.desk.athlete.history) == 80
    assert not any(exchange.fault for exchange in here.desk.exchanges)


def test_what_a_runner_said_is_written_beside_one_request_alone(here: AtTheDesk) -> None:
    known = len(here.desk.exchanges)
    here.desk.say(here.desk.now_ms + 40_000, "pause")
    said = [exchange.said for exchange in here.desk.exchanges[known:]]
    assert said.count("pause") == 1


def test_the_buttons_pause_and_go_on(here: AtTheDesk) -> None:
    assert view(here)["buttons"] == BUTTONS
    here.desk.press(here.desk.now_ms + 40_000, "Pause")
    assert here.desk.next_ms is None
    here.desk.press(here.desk.now_ms + 10_000, "Play")
    assert here.playback.streams


def test_a_desk_that_plays_nothing_has_no_buttons(house: House) -> None:
    here = house.desk("runner")
    assert view(here)["buttons"] == ()
    assert view(here)["next_ms"] is None


def test_what_is_interrupted_goes_on_in_the_frames_where_it_was(here: AtTheDesk) -> None:
    here.desk.say(here.desk.now_ms + 40_000, "ask strong stride how many left")
    goes_on(here)
    assert here.playback.streams
    assert here.desk.began_ms == here.playback.begins_ms


def test_power_that_is_cut_leaves_the_frame_where_it_was(here: AtTheDesk) -> None:
    go = next(sound for sound in here.playback.sounds if sound.text == "Seven.")
    here.desk.unplug(go.at_ms + 100)
    assert here.desk.athlete is not None
    assert here.desk.athlete.workout is not None
    (frame,) = frames_of(here.desk.athlete.workout, here.desk.cut_ms)
    assert frame.done == 7


def test_tapes_are_few_and_the_same_track_lies_on_one(here: AtTheDesk) -> None:
    from skill.athlete.workout import planned
    from skill.workout.place import Place
    from skill.workout.track import write_tracks

    assert here.desk.athlete is not None
    assert here.desk.athlete.workout is not None
    plan = planned(here.desk.athlete.workout.plan).plan
    tapes, book = Tapes(len), load_phrasebook(LOCALE)
    tracks = [
        next(
            write_tracks(plan, Place(State.COUNTING, 0, 0, done), Manner(book, beat), resumed=True)
        )
        for done in range(1, 13)
        for beat in (60, 80, 100, 120, 140, 160)
    ]
    assert len(tracks) > MOST_TAPES
    urls = [tapes.publish(track) for track in tracks]
    assert tapes.publish(tracks[-1]) == urls[-1]
    assert tapes.publish(tracks[0]) not in urls
    assert tapes.fetch(urls[-1]).duration_ms == tracks[-1].duration_ms
