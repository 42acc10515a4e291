"""A desk whose session is dropped, whose power or store goes, whose skill is wrong."""

from typing import Any

import pytest
from at_the_desk import AtTheDesk, House, first_count

from skill.alexa.skill import AlexaSkill
from skill.simulator.desk import Desk
from skill.workout.states import State

OPEN_WITHOUT_REPROMPT: dict[str, Any] = {
    "version": "1.0",
    "response": {
        "outputSpeech": {"type": "PlainText", "text": "Ready?"},
        "shouldEndSession": False,
    },
}

Answer = dict[str, Any] | Exception | None


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """What the skills of all desks answer next, one by one; None, and afterwards, what they always answer."""
    coming: list[Answer] = []
    answered = AlexaSkill.__call__

    def answer(skill: AlexaSkill, event: Any) -> dict[str, Any]:
        wrong = coming.pop(0) if coming else None
        if isinstance(wrong, Exception):
            raise wrong
        return answered(skill, event) if wrong is None else wrong

    monkeypatch.setattr(AlexaSkill, "__call__", answer)
    return coming


def interrupt(desk: Desk, how: str, at_ms: int) -> None:
    if how == "drop":
        desk.drop(at_ms)
    else:
        desk.unplug(at_ms)


@pytest.mark.parametrize(
    ("how", "numbers"), [("drop", ("Seven.", "Eight.")), ("unplug", ("One.",))]
)
def test_after_an_interruption_the_workout_goes_on_where_it_surely_was(
    runner: AtTheDesk, how: str, numbers: tuple[str, ...]
) -> None:
    """A dropped session tells when; without a word of its end nobody knows how much was heard."""
    runner.begins()
    at_ms = runner.counted_ms(7) + 500
    interrupt(runner.desk, how, at_ms)
    assert not runner.desk.in_session
    assert runner.desk.playback is None
    assert runner.desk.broken_off == {"drop": "session_dropped", "unplug": "power_cut"}[how]
    runner.says_at(at_ms, "open strong stride")
    assert runner.desk.broken_off is None
    said = runner.says("yes")
    assert first_count(said) in numbers


def test_a_dropped_session_is_told_to_the_skill_and_lost_power_is_not(house: House) -> None:
    told = {}
    for how in ("drop", "unplug"):
        runner = house.desk(how)
        runner.begins()
        interrupt(runner.desk, how, runner.desk.now_ms)
        told[how] = runner.last.request["request"]["type"]
    assert told == {"drop": "SessionEndedRequest", "unplug": "IntentRequest"}


def test_where_no_session_is_open_none_is_dropped(runner: AtTheDesk) -> None:
    runner.desk.drop(1_000)
    runner.desk.unplug(2_000)
    assert runner.desk.exchanges == []
    assert runner.desk.now_ms == 2_000


def test_without_its_store_a_workout_goes_on_and_is_saved_once_that_is_back(
    house: House, runner: AtTheDesk
) -> None:
    runner.begins()
    runner.desk.fail_store(runner.desk.now_ms, failing=True)
    assert runner.desk.store_fails
    assert first_count(runner.says_after_count(7, "what's my next exercise")) == "Eight."
    runner.says("ready")
    assert runner.workout.place.at > 0
    elsewhere = house.desk("me")
    elsewhere.says_at(0, "open strong stride")
    assert elsewhere.workout.place.at == 0  # nothing of it reached the store
    elsewhere.desk.unplug(elsewhere.desk.now_ms)

    runner.desk.fail_store(runner.desk.now_ms, failing=False)
    runner.says("ready")
    assert not runner.desk.store_fails
    later = house.desk("me")
    later.says_at(runner.desk.now_ms, "open strong stride")
    assert later.workout.tally[0] == 15
    assert later.workout.place.at == runner.workout.place.at


def test_a_desk_whose_store_is_off_leaves_the_store_of_the_others_alone(
    house: House, runner: AtTheDesk
) -> None:
    runner.desk.fail_store(0, failing=True)
    other = house.desk("somebody-new")
    other.begins()
    assert not other.desk.store_fails
    assert other.last.response is not None
    assert other.last.response["sessionAttributes"]["saved"] is True


@pytest.mark.parametrize(
    ("wrong", "rule", "response"),
    [
        (OPEN_WITHOUT_REPROMPT, "OpenWithoutReprompt", OPEN_WITHOUT_REPROMPT),
        (RuntimeError("out of order"), "SkillCrashed", None),
    ],
    ids=["a response breaks a rule", "the skill crashes"],
)
def test_a_fault_is_kept_with_all_that_was_exchanged_and_the_desk_goes_on(
    runner: AtTheDesk,
    answers: list[Answer],
    wrong: dict[str, Any] | Exception,
    rule: str,
    response: dict[str, Any] | None,
) -> None:
    runner.begins()
    at_ms = runner.counted_ms(7) + 500
    answers.append(wrong)
    runner.desk.say(at_ms, "how many left")
    assert runner.last.fault is not None
    assert runner.last.fault.rule == rule
    assert runner.last.fault.message
    assert runner.last.request["request"]["intent"]["name"] == "HowManyLeftIntent"
    assert runner.last.response == response
    assert (runner.last.number, runner.last.said, runner.last.sounds) == (3, "how many left", ())
    assert not runner.desk.not_for_us
    assert (runner.desk.in_session, runner.desk.playback) == (False, None)

    runner.says("open strong stride")
    assert runner.last.fault is None
    assert first_count(runner.says("yes")) == "One."
    assert runner.workout.place.active is State.ANNOUNCING


def test_a_skill_that_fails_when_the_session_ends_is_a_fault_of_the_device_s_own_request(
    runner: AtTheDesk, answers: list[Answer]
) -> None:
    runner.begins()
    answers.append(RuntimeError("out of order"))
    runner.desk.wait(runner.playback.ends_ms + 5_000)
    assert runner.last.fault is not None
    assert (runner.last.said, runner.last.fault.rule) == ("", "SkillCrashed")
    assert runner.last.request["request"]["type"] == "SessionEndedRequest"
    assert not runner.desk.in_session


def test_time_that_passes_while_the_skill_fails_has_passed(
    runner: AtTheDesk, answers: list[Answer]
) -> None:
    runner.begins()
    later_ms = runner.playback.ends_ms + 5_000
    answers.append(RuntimeError("out of order"))
    runner.desk.wait(later_ms)
    assert runner.desk.now_ms == later_ms


def test_me_and_somebody_new_share_nothing(house: House, runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(7, "slower please")
    other = house.desk("somebody-new")
    said = other.says("open strong stride")
    assert any("Welcome" in text for text in said)
    assert other.desk.athlete is not None
    assert runner.desk.athlete is not None
    assert other.desk.athlete.preferences != runner.desk.athlete.preferences
    assert not other.desk.athlete.workout or not other.workout.under_way


def test_two_desks_of_one_runner_share_the_workout(house: House, runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(7, "pause")
    other = house.desk("me")
    other.says_at(runner.desk.now_ms, "open strong stride")
    assert other.workout.plan == runner.workout.plan
    assert other.workout.tally == runner.workout.tally
    assert first_count(other.says("yes")) == "Eight."
    devices = {
        desk.exchanges[0].request["context"]["System"]["device"]["deviceId"]
        for desk in (runner.desk, other.desk)
    }
    assert len(devices) == 2
