"""How a non-stop workout sounds: measured on what the page lets sound, at life's speed."""

import pytest
from desk_page import DeskPage
from recording import LOUD
from sounding_page import LARGEST_ERROR_MS, SoundingPage, Stretch

from skill.workout.track import SignalKind

pytestmark = pytest.mark.browser_context_args(bypass_csp=True)  # to wait takes a script

COUNT_IN = ["Three.", "Two.", "One.", "Go."]
AFTER_A_COUNT_MS = 700
AFTER_A_BELL_MS = 1_300
BEFORE_GO_MS = 4_500
MOST_OF_A_BELL = 0.5
"""A voice sounds together with it, and its tones are in the voice as well."""


@pytest.fixture
def coach(desk: DeskPage) -> SoundingPage:
    """The page, whose first track plays and is about to count in."""
    page = SoundingPage(desk)
    page.plays_non_stop()
    desk.skip_to(page.at_ms("Go.") - BEFORE_GO_MS)
    return page


def assert_is_as_written(heard: Stretch) -> None:
    errors = heard.errors_ms("count")
    assert max(map(abs, errors)) <= LARGEST_ERROR_MS, errors
    assert heard.strays_ms == []


def assert_rings(heard: Stretch, kind: SignalKind) -> None:
    ((error, share),) = heard.bells_ms(kind)
    assert abs(error) <= LARGEST_ERROR_MS
    assert share > MOST_OF_A_BELL


def test_counts_and_bells_of_a_set_sound_within_thirty_ms_of_their_offsets(
    coach: SoundingPage,
) -> None:
    begun = coach.hears_until(coach.at_ms("Two.") + AFTER_A_COUNT_MS)
    assert begun.counts == [*COUNT_IN, "One.", "Two."]
    assert_is_as_written(begun)
    assert_rings(begun, SignalKind.START)
    last = coach.at_ms("Fifteen.")
    coach.desk.skip_to(last - BEFORE_GO_MS)
    done = coach.hears_until(last + AFTER_A_BELL_MS)
    assert done.counts == ["Fourteen.", "Fifteen."]
    assert_is_as_written(done)
    assert_rings(done, SignalKind.END)


def test_a_pause_is_silence_and_then_the_next_number_follows_a_count_in(
    coach: SoundingPage,
) -> None:
    before = coach.hears_until(coach.at_ms("Two.") + AFTER_A_COUNT_MS)
    coach.presses("Pause")
    begun, recording = coach.hears_for(1.5)
    assert recording.loudest(begun, begun + 1.5) < LOUD
    coach.presses("Play")
    coach.waits_for_the_stream()
    after = coach.hears_until(coach.at_ms("Four.") + AFTER_A_COUNT_MS)
    assert_is_as_written(before)
    assert_is_as_written(after)
    assert_rings(after, SignalKind.START)
    assert before.counts == [*COUNT_IN, "One.", "Two."]
    assert after.counts == [*COUNT_IN, "Three.", "Four."]


def test_an_answer_is_heard_alone_and_then_the_next_number_follows_a_count_in(
    coach: SoundingPage,
) -> None:
    before = coach.hears_until(coach.at_ms("Two.") + AFTER_A_COUNT_MS)
    coach.says("ask strong stride how many left")
    said = coach.sounds
    assert {sound["source"] for sound in said} <= {"speech", "apla"}
    answer = coach.hears_until(said[-1]["end_ms"], from_ms=said[0]["at_ms"])
    coach.waits_for_the_stream()
    after = coach.hears_until(coach.at_ms("Three.") + AFTER_A_COUNT_MS)
    assert answer.strays_ms == []
    assert_is_as_written(after)
    assert before.counts + after.counts == [*COUNT_IN, "One.", "Two.", *COUNT_IN, "Three."]


def test_a_page_that_is_busy_between_two_tracks_loses_no_word_of_the_next_one(
    coach: SoundingPage,
) -> None:
    ends = coach.page.evaluate("window.stride.conversation.view.next_ms")
    coach.desk.skip_to(ends - 200)
    coach.keep_busy_for(1.5)
    coach.page.wait_for_function("ends => window.stride.conversation.view.next_ms > ends", arg=ends)
    first = coach.sounds[0]
    heard = coach.hears_until(first["at_ms"] + 500, from_ms=first["at_ms"])
    (error,) = heard.errors_ms("talk")
    assert abs(error) <= LARGEST_ERROR_MS


def test_a_page_that_is_loaded_anew_goes_on_within_the_set(coach: SoundingPage) -> None:
    before = coach.hears_until(coach.at_ms("One.") + AFTER_A_COUNT_MS)
    coach.page.reload()
    coach.desk.hook("carry-on").click()
    coach.desk.expect_ring("speaking")
    after = coach.hears_until(coach.at_ms("Three.") + AFTER_A_COUNT_MS)
    assert_is_as_written(after)
    assert before.counts + after.counts == [*COUNT_IN, "One.", "Two.", "Three."]
