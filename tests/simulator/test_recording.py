"""What was exchanged at a desk, saved as a file and asked once more."""

import json
from typing import Any

import pytest
from at_the_desk import AtTheDesk, House
from support.tables import with_each

from skill.errors import FileRefused
from skill.simulator.fittings import replayed
from skill.simulator.recording import Recording, read_recording, written

LOCALES = ("en-US",)


def recorded(house: House, device: str = "speaker") -> AtTheDesk:
    """Somebody who has trained a little, was interrupted, and trains on."""
    runner = house.desk("me", device)
    runner.begins()
    runner.says_at(runner.desk.now_ms + 40_000, "what's my next exercise")
    runner.says_at(runner.desk.now_ms + 20_000, "slower please")
    return runner


def as_file(runner: AtTheDesk) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(written(runner.desk.recording))
    return document


def read(document: object) -> Recording:
    return read_recording("saved.json", json.dumps(document).encode(), LOCALES)


@pytest.mark.parametrize("device", ["speaker", "show-8"])
def test_what_was_saved_is_answered_as_it_was(house: House, device: str) -> None:
    runner = recorded(house, device)
    outcome = replayed(read(as_file(runner)), house.fittings)
    assert (outcome.asked, outcome.differ) == (len(runner.desk.exchanges), ())


def test_a_runner_who_is_known_is_answered_as_such(house: House) -> None:
    recorded(house)
    again = recorded(house)
    document = as_file(again)
    assert document["before"] is not None
    assert replayed(read(document), house.fittings).differ == ()


def test_what_was_said_by_a_speaker_of_ones_own_is_said_as_it_was(house: House) -> None:
    runner = house.desk("me")
    runner.begins()
    for name in ("Okay Nabu", "Hey Jarvis"):
        runner.desk.call(name)
        runner.says_after_count(3, "one more set")
        assert f"{name}, one more set" in " ".join(sound.text for sound in runner.last.sounds)
    assert replayed(read(as_file(runner)), house.fittings).differ == ()


def test_a_recording_from_before_speakers_had_names_is_answered_as_an_echo_was(
    house: House,
) -> None:
    document = as_file(recorded(house))
    for exchange in document["exchanges"]:
        assert exchange.pop("called") is None
    assert replayed(read(document), house.fittings).differ == ()


def test_an_answer_that_is_other_than_it_was_is_named(house: House) -> None:
    document = as_file(recorded(house))
    document["exchanges"][1]["response"]["response"]["shouldEndSession"] = "perhaps"
    assert replayed(read(document), house.fittings).differ == (2,)


def test_a_replay_changes_nothing_that_is_stored(house: House) -> None:
    runner = recorded(house)
    before = runner.desk.known.remembered
    replayed(read(as_file(runner)), house.fittings)
    assert runner.desk.known.remembered == before


@with_each(
    ("content", "told"),
    [
        (b"", "is no JSON"),
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[]", "holds no saved exchanges"),
        (b"{}", "holds no saved exchanges"),
        (b'{"format": "other"}', "holds no saved exchanges"),
    ],
)
def test_what_is_no_file_of_exchanges_is_told_in_one_sentence(content: bytes, told: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_recording("saved.json", content, LOCALES)
    assert str(refused.value) == f"saved.json {told}; choose one that the workbench has saved"


EXCHANGE = {"said": "", "request": {"request": {"type": "LaunchRequest"}}, "response": None}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 99}, "version 99"),
        ({"locale": "xx-XX"}, "language"),
        ({"locale": ["en-US"]}, "language"),
        ({"account": 7}, "account"),
        ({"before": "text"}, "before"),
        ({"exchanges": []}, "1 to"),
        ({"exchanges": {}}, "1 to"),
        ({"exchanges": ["yes"]}, "exchange 1"),
        ({"exchanges": [{"said": "", "request": {}, "response": None}]}, "exchange 1"),
        ({"exchanges": [{"said": "", "request": {"request": {"type": 7}}}]}, "exchange 1"),
        ({"exchanges": [{**EXCHANGE, "called": 7}]}, "exchange 1"),
        (
            {"exchanges": [{"said": "", "request": {"request": {"type": "A"}}, "response": 7}]},
            "exchange 1",
        ),
    ],
    ids=str,
)
def test_a_forged_file_is_refused_with_what_is_wrong(
    house: House, change: dict[str, Any], told: str
) -> None:
    with pytest.raises(FileRefused, match=told):
        read({**as_file(recorded(house)), **change})


def test_a_request_that_alexa_would_never_send_is_answered_with_nothing_and_differs(
    house: House,
) -> None:
    document = as_file(recorded(house))
    document["exchanges"] = [{"said": "", "request": {"request": {"type": "A"}}, "response": {}}]
    assert replayed(read(document), house.fittings).differ == (1,)
