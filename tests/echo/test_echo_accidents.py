"""Dropped sessions, lost power, failing documents and skills."""

import pytest
from echo_scripts import (
    Json,
    Scripted,
    apla,
    asking,
    counted,
    echo_with,
    farewell,
    spoken,
)

from skill.echo import (
    IllegalResponse,
    NoDocument,
    NoSession,
    SkillCrashed,
    errors,
)


def test_a_dropped_session_is_told_with_its_reason_and_error() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    echo.wait(1500)
    echo.drop_session("ERROR", ("ENDPOINT_TIMEOUT", "too late"))
    assert skill.requests[-1]["request"]["reason"] == "ERROR"
    assert skill.requests[-1]["request"]["error"] == {
        "type": "ENDPOINT_TIMEOUT",
        "message": "too late",
    }
    assert echo.heard[-1].cut
    assert (echo.wait(60_000), len(skill.requests)) == ([], 2)


def test_only_an_error_has_an_error() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    echo.drop_session("USER_INITIATED")
    assert "error" not in skill.requests[-1]["request"]


def test_a_power_cut_tells_the_skill_nothing() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    echo.wait(1500)
    echo.power_cut()
    assert echo.heard[-1].cut
    assert (echo.wait(60_000), echo.in_session) == ([], False)
    assert skill.kinds == ["LaunchRequest"]


def test_a_failing_document_is_silenced_and_told_by_its_token() -> None:
    skill = Scripted(counted((0, "one"), (3000, "two"), name="set-7"), asking("Shall I talk?"))
    echo = echo_with(skill)
    echo.open()
    echo.wait_for("one")
    turn = echo.fail_apla("AUDIO_SOURCE_ERROR", "not there", "NOT_FOUND_ERROR")
    echo.until_listening()
    assert turn.request["request"]["token"] == "set-7"  # noqa: S105
    assert turn.request["request"]["errors"] == [
        {"type": "AUDIO_SOURCE_ERROR", "reason": "NOT_FOUND_ERROR", "message": "not there"}
    ]
    assert turn.request["session"]["new"] is False
    assert [sound.text for sound in echo.heard] == ["Go.", "one", "Shall I talk?"]


def test_no_document_can_fail_while_none_is_playing() -> None:
    echo = echo_with(Scripted(counted((0, "one"))))
    echo.open()
    echo.wait_for("Go.")
    with pytest.raises(NoDocument, match="speaking"):
        echo.fail_apla("RENDER_ERROR", "broken")


def test_a_failing_last_document_has_no_session_to_be_told_in() -> None:
    skill = Scripted(farewell(directives=[apla(spoken("Well done."))]))
    echo = echo_with(skill)
    echo.open()
    echo.wait_for("done")
    with pytest.raises(NoSession):
        echo.fail_apla("RENDER_ERROR", "broken")


def test_what_is_not_there_cannot_be_dropped() -> None:
    with pytest.raises(NoSession):
        echo_with(Scripted(asking())).drop_session()


def test_a_crash_of_the_skill_is_reported_with_its_cause() -> None:
    echo = echo_with(lambda request: request["nothing"])
    with pytest.raises(SkillCrashed, match=r"LaunchRequest: KeyError") as caught:
        echo.open()
    assert isinstance(caught.value.__cause__, KeyError)
    assert not echo.in_session


def test_an_illegal_response_is_raised_at_once_and_the_session_is_gone() -> None:
    echo = echo_with(Scripted(asking(), asking("Say ready.")))
    echo.open()
    with pytest.raises(IllegalResponse, match="a question"):
        echo.say("ready")
    assert not echo.in_session
    assert len(echo.turns) == 1


def test_words_to_a_session_that_ended_are_illegal_too() -> None:
    def talkative(request: Json) -> Json:
        return asking() if request["request"]["type"] == "LaunchRequest" else farewell()

    echo = echo_with(talkative)
    echo.open()
    with pytest.raises(errors.ForbiddenField):
        echo.wait(60_000)


@pytest.mark.parametrize("answer", [{"version": {1}}, float("nan")])
def test_an_answer_that_is_not_json_is_malformed(answer: Json) -> None:
    with pytest.raises(errors.MalformedResponse, match="JSON"):
        echo_with(lambda _request: answer).open()
