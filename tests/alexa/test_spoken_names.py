"""Names from files of workouts reach whoever understands speech."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.own_sheet import SHEET

from skill.alexa.skill import AlexaSkill
from skill.alexa.spoken_names import MOST_ENTITIES, entities, with_values
from skill.bootstrap import build_coach
from skill.echo import Echo
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.training.programme import SpokenNames


@pytest.fixture
def echo(tmp_path: Path) -> Echo:
    """An Echo whose coach has a sheet of one's own."""
    (tmp_path / "sheet.toml").write_text(SHEET, "utf-8")
    skill = AlexaSkill(build_coach(Settings(workouts=str(tmp_path))))
    return Echo(skill, load_model("en-US"), clock=datetime(2026, 11, 24, 7, tzinfo=UTC))


@pytest.mark.slow
def test_a_programme_of_ones_own_is_started_by_its_name(echo: Echo) -> None:
    echo.open()
    turn = echo.say("start physio")
    assert turn is not None
    assert turn.match is not None
    assert (turn.match.intent, turn.match.slots["programme"].id) == (
        "StartProgrammeIntent",
        "sheet",
    )
    assert "owel curls" in str(turn.response)


@pytest.mark.slow
def test_an_exercise_of_ones_own_is_explained_by_its_name(echo: Echo) -> None:
    echo.open()
    turn = echo.say("how do i do towel curls")
    assert turn is not None
    assert "Pull a towel toward you" in str(turn.response)


@pytest.mark.slow
def test_what_comes_with_the_coach_stands_in_the_model(echo: Echo) -> None:
    echo.open()
    turn = echo.say("how do i do dead bugs")
    assert turn is not None
    assert "Lie on your back" in str(turn.response)


def test_without_files_of_ones_own_nothing_is_sent() -> None:
    skill = AlexaSkill(build_coach(Settings()))
    echo = Echo(skill, load_model("en-US"), clock=datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert echo.open().response["response"].get("directives") is None


def test_no_more_is_sent_than_amazon_takes_and_programmes_come_first() -> None:
    exercises = {f"e{n}": (f"exercise {n}", f"other {n}") for n in range(150)}
    programmes = {f"p{n}": (f"Programme {n}", f"Plan {n}") for n in range(30)}
    directive = entities(SpokenNames(exercises, programmes))
    assert directive is not None
    by_type = {one["name"]: one["values"] for one in directive["types"]}
    count = sum(1 + len(v["name"]["synonyms"]) for values in by_type.values() for v in values)
    assert count == MOST_ENTITIES
    assert len(by_type["PROGRAMME"]) == 30
    assert by_type["PROGRAMME"][0]["name"]["value"] == "programme 0"
    assert entities(SpokenNames()) is None


def test_a_wording_that_the_model_has_keeps_its_meaning() -> None:
    types = [{"name": "EXERCISE", "values": [{"id": "squat", "name": {"value": "squats"}}]}]
    model = {"interactionModel": {"languageModel": {"types": types}}}
    names = SpokenNames({"own": ("Squats", "my squats"), "same": ("squats",), "squat": ("x",)})
    (found,) = with_values(model, names)["interactionModel"]["languageModel"]["types"]
    assert [value["id"] for value in found["values"]] == ["squat", "own"]
    assert found["values"][1]["name"]["value"] == "my squats"
    assert len(types[0]["values"]) == 1
