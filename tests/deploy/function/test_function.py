"""What the function promises in the cloud, tried under AWS's own emulator with the package as it is deployed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from emulator import Function

from skill.echo import Echo
from skill.understanding import InteractionModel

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
MOST_TURNS = 60
TRANSCRIPT = Path(__file__).parents[3] / ".cache" / "emulated-workout.txt"


def echo_of(function: Function, model: InteractionModel, **told: Any) -> Echo:
    return Echo(function.invoke, model, clock=MONDAY, **told)


def led_to_the_end(echo: Echo) -> list[str]:
    """Say yes to everything, from the opening to the closing, and write down what is heard and said."""
    written: list[str] = []

    def note(speaker: str, at: datetime, text: str) -> None:
        minutes, seconds = divmod((at - MONDAY).total_seconds(), 60)
        written.append(f"{minutes:3.0f}:{seconds:04.1f}  {speaker}  {text}")

    note("runner", echo.now, "Alexa, open strong stride")
    echo.open()
    for _ in range(MOST_TURNS):
        before = len(echo.heard)
        if echo.in_session:
            echo.until_listening()
        else:
            echo.wait(60_000)
        for heard in echo.heard[before:]:
            note("coach ", heard.at, heard.text)
        if not echo.in_session:
            break
        note("runner", echo.now, "yes")
        echo.say("yes")
    return written


def test_a_whole_workout_is_led_over_invocations(
    start: Any, store_url: str, model: InteractionModel
) -> None:
    function = start(STRIDE_STORE=store_url)
    echo = echo_of(function, model)
    heard = led_to_the_end(echo)
    assert not echo.in_session
    counted = [line for line in heard if line.endswith("  Fifteen.")]
    assert len(counted) == 4
    assert "four exercises, eighty reps" in heard[-1]
    # The transcript, for whoever wants to read it.
    TRANSCRIPT.parent.mkdir(exist_ok=True)
    TRANSCRIPT.write_text("\n".join(heard) + "\n")


def test_a_runtime_killed_in_the_middle_of_a_set_comes_back_to_the_same_repetition(
    start: Any, store_url: str, model: InteractionModel
) -> None:
    function = start(STRIDE_STORE=store_url)
    echo = echo_of(function, model)
    echo.open()
    echo.until_listening()
    echo.say("yes")
    echo.wait_for(lambda heard: heard.text == "Go.")
    echo.wait_for("Seven")
    echo.wait(2_000)
    function.kill_runtime()
    assert function.invoke({})["errorType"] == "Runtime.ExitError"  # now the emulator has noticed
    before = len(echo.heard)
    echo.say("what's my next exercise")
    echo.wait_for("Nine")
    said = [heard.text for heard in echo.heard[before:]]
    assert said[0].startswith(("Next", "After this")), said
    # Seven may be counted once more: how long the runner talked is only estimated.
    assert said[said.index("Go.") + 1] in ("Seven.", "Eight.")


def test_a_second_process_knows_what_the_first_one_did(
    start: Any, store_url: str, model: InteractionModel
) -> None:
    first = echo_of(start(STRIDE_STORE=store_url), model)
    first.open()
    first.until_listening()
    first.say("no warm up")
    first.until_listening()
    first.say("yes")
    first.wait_for(lambda heard: heard.text == "Go.")
    first.wait_for("Five")
    first.wait(2_000)
    first.say("stop")
    second = Echo(start(STRIDE_STORE=store_url).invoke, model, clock=first.now)
    before = len(second.heard)
    second.open()
    second.until_listening()
    greeting = " ".join(heard.text for heard in second.heard[before:])
    # Five may be counted once more: how long the runner talked is only estimated.
    assert "repetition four" in greeting or "repetition five" in greeting


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        (
            {"STRIDE_STORE": "dynamo:athletes"},
            "the store cannot be 'dynamo:athletes'; write memory:",
        ),
        ({"STRIDE_STORE": "dynamodb://a"}, "cannot be"),
        ({"STRIDE_SKILL_ID": "mine"}, "STRIDE_SKILL_ID cannot be 'mine'; copy the skill's id"),
    ],
)
def test_a_wrong_setting_is_reported_with_its_remedy_when_the_function_starts(
    start: Any, environment: dict[str, str], problem: str
) -> None:
    function = start(**environment)
    reported = function.invoke({})
    assert reported["errorType"] == "SettingsError"
    assert problem in reported["errorMessage"]
    assert problem in function.told()


def test_nothing_is_written_beside_the_code(
    start: Any, code: Path, model: InteractionModel
) -> None:
    before = set(code.rglob("*"))
    function = start(STRIDE_STORE="memory:")
    echo_of(function, model).open()
    assert set(code.rglob("*")) == before
    (runtime,) = function.runtimes()
    status = Path(f"/proc/{runtime}/status").read_text()
    capabilities = int(
        next(line for line in status.splitlines() if line.startswith("CapEff")).split()[1], 16
    )
    assert not capabilities & 0b1010, (
        "the function could have written there: CAP_DAC_OVERRIDE, CAP_FOWNER"
    )


def test_a_request_for_another_skill_is_an_error_that_names_the_setting(
    start: Any, model: InteractionModel
) -> None:
    function = start(STRIDE_STORE="memory:", STRIDE_SKILL_ID="amzn1.ask.skill.MINE")
    foreign = json.loads((Path(__file__).parent / "launch.json").read_text())
    reported = function.invoke(foreign)
    assert reported["errorType"] == "ForeignRequest"
    assert "STRIDE_SKILL_ID" in reported["errorMessage"]
