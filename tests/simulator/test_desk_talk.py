"""Who is known at a desk, and what counts as said to the skill."""

import pytest
from at_the_desk import AtTheDesk, House


def test_a_desk_that_was_just_set_up_knows_nobody_and_is_silent(runner: AtTheDesk) -> None:
    desk = runner.desk
    assert (desk.now_ms, desk.athlete, desk.playback, desk.exchanges) == (0, None, None, [])
    assert (desk.in_session, desk.not_for_us, desk.store_fails) == (False, False, False)


@pytest.mark.parametrize("text", ["what's the weather", "stop", "yes", "?!"])
def test_what_is_said_without_a_session_is_not_for_us(runner: AtTheDesk, text: str) -> None:
    runner.desk.say(0, text)
    assert runner.desk.not_for_us
    assert runner.desk.exchanges == []


def test_that_something_was_not_for_us_is_forgotten_with_the_next_thing_done(
    runner: AtTheDesk,
) -> None:
    runner.desk.say(0, "yes")
    runner.desk.fail_store(10_000, failing=True)
    assert not runner.desk.not_for_us


def test_exit_is_for_us_though_the_skill_has_nothing_to_say_to_it(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_at(runner.counted_ms(7), "exit")
    assert not runner.desk.not_for_us
    assert not runner.desk.in_session
    assert runner.last.request["request"]["reason"] == "USER_INITIATED"


def test_a_runner_who_goes_along_finishes_the_workout_without_a_fault(runner: AtTheDesk) -> None:
    sets = 0
    for _ in runner.trains():
        assert runner.last.fault is None
        if runner.desk.athlete and runner.desk.athlete.workout:
            sets = len(runner.workout.plan.sets)
    assert runner.desk.athlete is not None
    assert sum(record.sets for record in runner.desk.athlete.history) == sets > 0


def test_a_runner_who_is_forgotten_is_nobody_again(runner: AtTheDesk) -> None:
    runner.says("open strong stride")
    runner.says("forget me")
    assert runner.desk.athlete is not None
    runner.says("yes")
    runner.says("yes")
    assert runner.desk.athlete is None


def test_two_desks_are_two_devices_and_two_runners_are_two_accounts(house: House) -> None:
    at_desks = [house.desk(name) for name in ("me", "me", "somebody-new")]
    for runner in at_desks:
        runner.says("open strong stride")
    systems = [runner.last.request["context"]["System"] for runner in at_desks]
    assert len({system["device"]["deviceId"] for system in systems}) == 3
    mine, too, theirs = (system["user"]["userId"] for system in systems)
    assert mine == too != theirs


def test_what_was_heard_takes_the_time_in_which_it_was_said_and_finds_the_same_place(
    house: House,
) -> None:
    asked = "how many are left"
    typing, speaking = house.desk("typing"), house.desk("speaking")
    for runner in (typing, speaking):
        runner.begins()
    at_ms = speaking.counted_ms(5) + 700
    typing.says_at(at_ms, asked)
    speaking.desk.hear(at_ms, asked, 2_300)
    assert speaking.last.at_ms == at_ms + 2_300
    assert speaking.last.match is not None
    assert speaking.last.match.intent == "HowManyLeftIntent"
    assert speaking.workout.done == typing.workout.done
    assert max(speaking.workout.done) == 4  # the fifth was under way


def test_what_was_heard_is_answered_soon_after_the_last_word(runner: AtTheDesk) -> None:
    runner.begins()
    ends_ms = runner.desk.now_ms + 5_000
    runner.desk.hear(ends_ms - 2_000, "how many are left", 2_000)
    runner.desk.wait(ends_ms + 5_000)
    begins_ms = next(at_ms for at_ms, _ in runner.desk.heard() if at_ms >= ends_ms)
    # The silence by which the end was known is part of the second in which a response comes.
    assert begins_ms - ends_ms <= 700


def test_speech_without_a_word_is_not_understood_and_the_workout_stands(runner: AtTheDesk) -> None:
    runner.begins()
    runner.desk.hear(runner.desk.now_ms + 3_000, "", 1_000)
    assert runner.last.match is not None
    assert runner.last.match.intent == "AMAZON.FallbackIntent"
    assert runner.desk.in_session


def test_a_recogniser_fills_no_slot_but_free_text_with_what_it_does_not_know(
    runner: AtTheDesk,
) -> None:
    runner.begins()
    runner.desk.hear(runner.desk.now_ms, "the train was late again yesterday", 2_000)
    assert runner.last.match is not None
    assert runner.last.match.intent == "UnmatchedIntent"
    assert [*runner.last.match.slots] == ["words"], (
        "free text alone, in which the coach looks for pain"
    )


def test_what_else_was_said_is_asked_about_after_a_no(runner: AtTheDesk) -> None:
    runner.begins()
    now_ms = runner.desk.now_ms
    runner.desk.hear(now_ms + 5_000, "skip it", 1_000, in_doubt=True, or_else="speed up")
    runner.desk.wait(now_ms + 15_000)
    runner.desk.hear(now_ms + 15_000, "no", 1_000)
    runner.desk.wait(now_ms + 30_000)
    assert any(one.text.endswith("speed up?") for _, one in runner.desk.heard())


def test_a_silent_speaker_is_called_by_voice(runner: AtTheDesk) -> None:
    runner.desk.hear(0, "skip it", 1_000)
    assert runner.desk.not_for_us
    runner.desk.hear(5_000, "open strong stride", 1_500)
    assert runner.desk.in_session
