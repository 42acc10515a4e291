"""Whatever is said, whenever it is said, the clock and what was heard stay sound."""

import time

from echo_scripts import Json, Scripted, asking, counted, echo_with, farewell, ms_of
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried

from skill.echo import Echo
from skill.understanding import Pace

GAPS = st.lists(st.integers(1000, 5000), max_size=20)
MOVES = st.one_of(
    st.tuples(st.just("wait"), st.integers(0, 40_000)),
    st.tuples(st.just("say"), st.sampled_from(["stop", "what's next", "exit", "ask me nothing"])),
    st.tuples(st.just("open"), st.none()),
    st.tuples(st.just("cut"), st.none()),
)


def set_of(gaps: list[int]) -> Json:
    at_ms, cues = 0, []
    for number, gap in enumerate(gaps, 1):
        cues.append((at_ms, str(number)))
        at_ms += gap
    return counted(*cues)


def make(echo: Echo, move: tuple[str, object]) -> None:
    match move:
        case ("wait", int(ms)):
            echo.wait(ms)
        case ("say", str(words)):
            echo.say(words)
        case ("open", _):
            echo.open()
        case _:
            echo.power_cut()


@tried(60)
@given(st.lists(GAPS, min_size=1, max_size=4), st.lists(MOVES, max_size=12))
def test_what_was_heard_is_in_order_and_never_of_the_future(
    sets: list[list[int]], moves: list[tuple[str, object]]
) -> None:
    skill = Scripted(*map(set_of, sets), farewell())
    echo = echo_with(skill)
    before = echo.now
    for move in moves:
        count = len(echo.heard)
        make(echo, move)
        assert echo.now >= before
        assert all(before <= sound.at <= echo.now for sound in echo.heard[count:])
        before = echo.now
    moments = [sound.at for sound in echo.heard]
    assert moments == sorted(moments)
    requested = [request["request"]["timestamp"] for request in skill.requests]
    assert requested == sorted(requested)


@tried(40)
@given(GAPS, st.integers(0, 60_000))
def test_one_word_at_most_is_cut_and_it_is_the_last(gaps: list[int], ms: int) -> None:
    echo = echo_with(Scripted(set_of(gaps), asking()))
    echo.open()
    echo.wait(ms)
    sounding = [sound.text for sound in echo.playing]
    echo.power_cut()
    assert [sound.text for sound in echo.heard if sound.cut] == sounding
    assert not any(sound.cut for sound in echo.heard[:-1])


@tried(40)
@given(GAPS)
def test_every_cue_is_heard_at_its_offset(gaps: list[int]) -> None:
    echo = echo_with(Scripted(set_of(gaps)))
    echo.open()
    echo.until_listening()
    counts = [ms_of(sound.at) for sound in echo.heard if sound.text.isdecimal()]
    assert counts == [4000 + sum(gaps[:index]) for index in range(len(gaps))]


def test_a_whole_workout_s_conversation_takes_well_under_a_second() -> None:
    echo = echo_with(Scripted(set_of([2000] * 80)), speech_ms=Pace())
    echo.open()
    echo.say("ready")  # the grammar is compiled on the first utterance
    begun = time.thread_time()
    for _ in range(40):
        echo.until_listening()
        echo.say("what's next then")
    assert time.thread_time() - begun < 1
    assert sum(sound.text.isdecimal() for sound in echo.heard) == 40 * 80
