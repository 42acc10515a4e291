"""Whole conversations on a real DynamoDB: two devices, and a line to it that fails in mid-set."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from hashlib import blake2b

import pytest
from conversation import CATALOG, begin, echo_with, first_count, fresh_skill, wait_for_count
from support.dynamodb_local import ENVIRONMENT, new_url, open_patiently
from support.scripted_server import (
    Act,
    ScriptedServer,
    drops,
    fails,
    forwards,
    hangs,
    loses,
    sends,
    serving,
    whole,
)
from support.straight_to_work import catalog_without_warm_up

from skill.alexa.skill import AlexaSkill
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.athlete.workout import Workout
from skill.bootstrap import build_coach, load_sentences
from skill.coach.coach import Coach
from skill.echo import Echo, Skill
from skill.loaders import load_phrasebook
from skill.settings import Settings
from skill.workout.cue import phrase

USER = "amzn1.ask.account.PRETEND"
ATHLETE_ID = blake2b(USER.encode(), digest_size=16).hexdigest()
UNSAVED = load_phrasebook("en-US")(phrase("launch.unsaved")).text

OUTAGES: dict[str, Act] = {
    "throttled": fails("ProvisionedThroughputExceededException"),
    "failing": fails("InternalServerError", 500),
    "dropping": drops,
    "hanging": hangs,
    "answering garbage": sends(whole(200, b"<html>It works!</html>")),
    "without its table": fails("ResourceNotFoundException"),
    "of a role that lost its rights": fails("AccessDeniedException"),
}


@pytest.fixture
def url(dynamodb_endpoint: str) -> str:
    """A fresh table."""
    return new_url(dynamodb_endpoint)


@pytest.fixture
def stored(url: str) -> Iterator[Callable[[], Athlete]]:
    """Look up the athlete as the table has it."""
    with closing(open_patiently(url)) as store:

        def look() -> Athlete:
            found = store.load(ATHLETE_ID)
            assert found is not None
            assert isinstance(found.document, dict)
            return read_document(found.document, CATALOG)

        yield look


@pytest.fixture
def line(dynamodb_endpoint: str) -> Iterator[ScriptedServer]:
    """The line to the table; it works but for what a test makes of it."""
    with serving(forwards(dynamodb_endpoint)) as line:
        yield line


@pytest.fixture
def skill(line: ScriptedServer, url: str) -> Iterator[Skill]:
    """The skill at the near end of the line; in a hurry while it does not work, so that tests are not."""
    table = url.partition("?")[0]
    works, hurry = line.otherwise, {"patience_s": 0.2, "operation_s": 0.5}
    with ExitStack() as opened:

        def at_the_near_end(**told: float) -> AlexaSkill:
            store = open_patiently(f"{table}?endpoint={line.endpoint}", **told)
            catalog = catalog_without_warm_up()
            coach = Coach(catalog, opened.enter_context(closing(store)), load_phrasebook)
            return AlexaSkill(coach, sentences=load_sentences())

        patient, hurried = at_the_near_end(), at_the_near_end(**hurry)
        yield lambda request: (patient if line.otherwise is works else hurried)(request)


@pytest.fixture
def another_process(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Skill]]:
    """Make a skill as any process does whose environment names the table."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    with ExitStack() as opened:

        def make() -> Skill:
            coach = build_coach(Settings(store=url))
            opened.enter_context(closing(coach.store))
            return AlexaSkill(coach, sentences=load_sentences())

        yield make


def workout_of(athlete: Athlete) -> Workout:
    assert athlete.workout is not None
    return athlete.workout


def do(echo: Echo, count: str) -> None:
    """Do the repetition that a count of the current set begins."""
    wait_for_count(echo, count)
    echo.wait(2800)


def train(echo: Echo) -> list[str]:
    """Say yes to everything until the session is over; all that was heard."""
    begin(echo)
    while echo.in_session:
        echo.until_listening()
        echo.say("yes")
    echo.wait(60_000)
    return [heard.text for heard in echo.heard]


def test_a_whole_workout_is_heard_as_with_any_other_store(
    another_process: Callable[[], Skill], stored: Callable[[], Athlete]
) -> None:
    assert train(echo_with(another_process())) == train(echo_with(fresh_skill()))
    athlete = stored()
    assert athlete.workout is None
    assert sum(record.sets for record in athlete.history) == 8


def test_a_second_device_in_another_process_goes_on_where_the_first_was(
    another_process: Callable[[], Skill], stored: Callable[[], Athlete]
) -> None:
    kitchen, porch = (
        echo_with(another_process(), device_id=f"amzn1.ask.device.{name}")
        for name in ("KITCHEN", "PORCH")
    )
    begin(kitchen)
    do(kitchen, "Seven.")
    kitchen.say("stop")
    porch.wait(int((kitchen.now - porch.now).total_seconds() * 1000))
    porch.open()
    porch.until_listening()
    turn = porch.say("yes")
    assert turn is not None
    assert first_count(turn) == "Eight."
    assert workout_of(stored()).tally[0] == 7


@pytest.mark.parametrize("act", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_in_mid_set_is_one_sentence_and_nothing_is_lost(
    skill: Skill,
    line: ScriptedServer,
    stored: Callable[[], Athlete],
    caplog: pytest.LogCaptureFixture,
    act: Act,
) -> None:
    echo = echo_with(skill)
    begin(echo)
    do(echo, "Seven.")
    works, line.otherwise = line.otherwise, act
    for question, count in (("what's my next exercise", "Eight."), ("slower", "Nine.")):
        turn = echo.say(question)
        assert turn is not None
        assert first_count(turn) == count
        do(echo, count)
    said = [heard.text for heard in echo.heard]
    assert sum(text.count(UNSAVED) for text in said) == 1
    assert workout_of(stored()).tally[0] == 0
    warned = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert len(warned) == 2
    assert all("dynamodb://stride" in told and ATHLETE_ID not in told for told in warned)
    line.otherwise = works
    turn = echo.say("how many reps are left")
    assert turn is not None
    assert first_count(turn) == "Ten."
    assert workout_of(stored()).tally[0] == 9
    assert stored().preferences.beat_percent > 100


def test_a_table_that_is_out_of_reach_from_the_start_to_the_end_stops_no_workout(
    skill: Skill, line: ScriptedServer
) -> None:
    line.otherwise = fails("UnrecognizedClientException")
    heard = train(echo_with(skill))
    assert sum(text.count(UNSAVED) for text in heard) == 1
    assert "eighty reps" in " ".join(heard)


def test_a_save_that_was_done_unheard_loses_nothing(
    skill: Skill,
    line: ScriptedServer,
    dynamodb_endpoint: str,
    stored: Callable[[], Athlete],
) -> None:
    echo = echo_with(skill)
    begin(echo)
    do(echo, "Seven.")
    works, line.otherwise = line.otherwise, loses(dynamodb_endpoint)
    line.acts.append(works)  # it is loaded
    echo.say("start over")  # what was done is recorded, and a new workout begun
    line.otherwise = works
    do(echo, "Three.")
    echo.say("what's my next exercise")
    athlete = stored()
    assert [record.repetitions for record in athlete.history] == [7]
    assert workout_of(athlete).tally[0] == 3


def test_a_turn_is_one_read_and_one_write(skill: Skill, line: ScriptedServer) -> None:
    echo = echo_with(skill)
    train(echo)
    calls = Counter(heard.operation for heard in line.heard)
    assert calls["GetItem"] == len(echo.turns)
    assert calls["PutItem"] == 1
    assert calls["UpdateItem"] <= len(echo.turns) - 1
    assert calls.keys() == {"GetItem", "PutItem", "UpdateItem"}
