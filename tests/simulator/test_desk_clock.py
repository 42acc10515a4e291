"""The clock of a desk, and what is said on it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from at_the_desk import AtTheDesk, House, first_count
from hypothesis import given
from hypothesis import strategies as st
from support.examples import tried
from support.straight_to_work import catalog_without_warm_up

from skill.coach.coach import Coach
from skill.echo import spoken_ms
from skill.echo.playback import LISTENING_MS
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore


def kinds(runner: AtTheDesk) -> list[str]:
    return [exchange.request["request"]["type"] for exchange in runner.desk.exchanges]


@tried(30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["say", "wait", "drop", "unplug", "store"]), st.integers(0, 90_000)
        )
    )
)
def test_the_clock_never_runs_backwards(steps: list[tuple[str, int]]) -> None:
    coach = Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook)
    desk = House(coach, datetime(2026, 8, 3, tzinfo=UTC)).desk("me").desk
    moments = [desk.now_ms]
    for what, at_ms in steps:
        match what:
            case "say":
                desk.say(at_ms, "open strong stride")
            case "store":
                desk.fail_store(at_ms, failing=True)
            case "wait":
                desk.wait(at_ms)
            case "drop":
                desk.drop(at_ms)
            case _:
                desk.unplug(at_ms)
        assert desk.now_ms >= at_ms
        moments.append(desk.now_ms)
    assert all(before <= after for before, after in pairwise(moments))


def test_a_moment_that_has_passed_is_taken_for_now(runner: AtTheDesk) -> None:
    runner.desk.wait(5_000)
    runner.desk.wait(2_000)
    assert runner.desk.now_ms == 5_000
    runner.says_at(0, "open strong stride")
    assert runner.last.at_ms == 5_000 + spoken_ms("open strong stride")


@pytest.mark.parametrize("n", [1, 7, 14])
def test_a_question_between_two_counts_is_answered_and_the_next_number_follows(
    runner: AtTheDesk, n: int
) -> None:
    names = ["One.", "Two.", "Seven.", "Eight.", "Fourteen.", "Fifteen."]
    runner.begins()
    before = {1: "One.", 7: "Seven.", 14: "Fourteen."}[n]
    assert any(sound.text == before for sound in runner.playback.sounds)
    said = runner.says_after_count(n, "what's my next exercise")
    assert first_count(said) == names[names.index(before) + 1]
    assert any("good mornings" in text.lower() for text in said[: said.index("Go.")])


def test_what_was_cut_off_is_not_heard(runner: AtTheDesk) -> None:
    runner.begins()
    at_ms = runner.counted_ms(7) + 100
    runner.says_at(at_ms, "pause")
    heard = [heard for moment, heard in runner.desk.heard() if moment <= at_ms]
    assert (heard[-1].text, heard[-1].cut) == ("Seven.", True)
    assert "Eight." not in [heard.text for _, heard in runner.desk.heard()]


def test_whoever_stays_silent_to_the_end_is_out_of_the_session_once(runner: AtTheDesk) -> None:
    runner.begins()
    ends_ms = runner.playback.ends_ms
    runner.desk.wait(ends_ms - 1)
    assert runner.desk.in_session
    assert "SessionEndedRequest" not in kinds(runner)
    runner.desk.wait(ends_ms)
    runner.desk.wait(ends_ms + 10 * LISTENING_MS)
    assert not runner.desk.in_session
    assert kinds(runner).count("SessionEndedRequest") == 1
    assert (runner.last.said, runner.last.at_ms) == ("", ends_ms)
    assert runner.last.request["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"


def test_a_session_that_ended_before_the_utterance_is_told_first(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_at(runner.playback.ends_ms + 60_000, "open strong stride")
    assert kinds(runner)[-2:] == ["SessionEndedRequest", "LaunchRequest"]
    assert [exchange.said for exchange in runner.desk.exchanges[-2:]] == ["", "open strong stride"]


def test_exchanges_are_numbered_and_tell_what_was_said(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says("help")
    runner.desk.drop(runner.desk.now_ms)
    told = [(exchange.number, exchange.said) for exchange in runner.desk.exchanges]
    assert told == [(1, "open strong stride"), (2, "yes"), (3, "help"), (4, "")]
    assert kinds(runner) == [
        "LaunchRequest",
        "IntentRequest",
        "IntentRequest",
        "SessionEndedRequest",
    ]


def test_without_a_session_only_the_skills_name_is_for_us(runner: AtTheDesk) -> None:
    runner.desk.say(0, "what's my next exercise")
    assert runner.desk.not_for_us
    assert runner.desk.exchanges == []
    runner.says("ask strong stride what's in today's workout")
    assert not runner.desk.not_for_us
    runner.says("help")
    assert not runner.desk.not_for_us


def test_a_desk_that_slept_overnight_wakes_up_today(house: House, runner: AtTheDesk) -> None:
    runner.begins()
    runner.desk.wait(runner.playback.ends_ms)
    house.now += timedelta(days=1)
    runner.says_at(runner.desk.now_ms, "open strong stride")
    assert runner.last.request["request"]["timestamp"].startswith("2026-08-04T18:00")


def test_a_session_under_way_does_not_jump_with_the_time_outside(
    house: House, runner: AtTheDesk
) -> None:
    runner.begins()
    at_ms = runner.counted_ms(7) + 1500
    house.now += timedelta(days=1)
    runner.says_at(at_ms, "how many left")
    assert runner.last.at_ms == at_ms + spoken_ms("how many left")


def test_a_desk_that_ran_faster_than_life_is_not_set_back(runner: AtTheDesk) -> None:
    runner.desk.wait(3_600_000)
    runner.says_at(0, "open strong stride")
    assert runner.last.at_ms == 3_600_000 + spoken_ms("open strong stride")
