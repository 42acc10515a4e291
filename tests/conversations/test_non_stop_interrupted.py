"""A played workout interrupted thirty times and more: no repetition is lost, and none is counted twice."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from non_stop import House, begin_non_stop, counted, play_on, until_playing
from support.examples import tried

from skill.echo import Echo
from skill.training.record import History

INTERRUPTIONS = 30

Interruption = Callable[[Echo], object]


def _asks(question: str) -> Interruption:
    return lambda echo: echo.say(f"ask strong stride {question}")


def _pauses(echo: Echo) -> None:
    echo.say("pause")
    echo.wait(90_000)
    echo.say("resume")


def _presses_pause(echo: Echo) -> None:
    echo.press("Pause")
    echo.wait(90_000)
    echo.press("Play")


def _leaves(echo: Echo) -> None:
    echo.say("ask strong stride to stop")
    echo.wait(3_000_000)
    echo.open()
    echo.until_listening()
    echo.say("yes")


def _opens(echo: Echo) -> None:
    echo.open()
    echo.until_listening()
    echo.say("yes")


def _opens_and_says_nothing(echo: Echo) -> None:
    echo.open()
    echo.wait(60_000)
    echo.say("resume")


ON_THE_WAY: dict[str, Interruption] = {
    "pause": _pauses,
    "button": _presses_pause,
    "leave": _leaves,
    "open": _opens,
    "silence": _opens_and_says_nothing,
    "weather": lambda echo: echo.say("what's the weather like"),
    "loop": lambda echo: echo.say("loop"),
    "shuffle": lambda echo: echo.say("shuffle on"),
    **{
        question: _asks(question)
        for question in (
            "how many left",
            "what's my next exercise",
            "how do i do it",
            "to go slower",
            "to go faster",
            "i need more time",
            "for help",
            "for a large pizza",
        )
    },
}
NEARLY = st.sampled_from([(100,), (-5_000,), (-1,), (300, -300), (100, 5_000, -10)])


@cache
def _uninterrupted() -> tuple[list[tuple[int, int]], History]:
    house = House(labelled=True)
    echo = house.speaker()
    begin_non_stop(echo)
    play_on(echo)
    return counted(echo), house.athlete.history


@pytest.mark.slow
@tried(20)
@given(
    st.lists(
        st.tuples(st.integers(0, 100_000), st.sampled_from(sorted(ON_THE_WAY)), NEARLY),
        min_size=INTERRUPTIONS,
        max_size=INTERRUPTIONS,
    ),
    st.booleans(),
)
def test_thirty_interruptions_lose_no_repetition_and_count_none_twice(
    interruptions: list[tuple[int, str, tuple[int, ...]]], tells_pauses: bool
) -> None:
    house = House(labelled=True)
    echo = house.speaker()
    echo.streaming.tells_pauses = tells_pauses
    begin_non_stop(echo)
    for after_ms, what, nearly_ms in interruptions:
        echo.streaming.nearly_ms = nearly_ms
        echo.wait(after_ms)
        if echo.streaming.sounding:
            ON_THE_WAY[what](echo)
            until_playing(echo)
    play_on(echo)
    counts, history = _uninterrupted()
    assert counted(echo) == counts
    assert [(r.exercise_id, r.sets_done) for r in house.athlete.history] == [
        (r.exercise_id, r.sets_done) for r in history
    ]


JUMPS = ("next", "previous", "repeat", "ask strong stride to go to lunges")


@pytest.mark.slow
@tried(20)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 60_000), st.sampled_from([*JUMPS, "pause", "Next", "Previous"]), NEARLY
        ),
        min_size=5,
        max_size=INTERRUPTIONS,
    )
)
def test_wherever_the_runner_jumps_the_best_attempt_of_each_set_is_recorded(
    jumps: list[tuple[int, str, tuple[int, ...]]],
) -> None:
    house = House(labelled=True)
    echo = house.speaker()
    begin_non_stop(echo)
    for after_ms, jump, nearly_ms in jumps:
        echo.streaming.nearly_ms = nearly_ms
        echo.wait(after_ms)
        if echo.streaming.sounding:
            _jump(echo, jump)
    play_on(echo)
    best: dict[int, int] = {}
    for unit, done in counted(echo):
        best[unit] = max(best.get(unit, 0), done)
    recorded = sum(record.repetitions for record in house.athlete.history)
    assert recorded == sum(best.values())


def _jump(echo: Echo, jump: str) -> None:
    if jump == "pause":
        _pauses(echo)
    elif jump in ("Next", "Previous"):
        echo.press(jump)
    else:
        echo.say(jump)
    for _ in range(300):  # the last stretch may have been skipped
        if not echo.streaming.sounding:
            echo.wait(100)
