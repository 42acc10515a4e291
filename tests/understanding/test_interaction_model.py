import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.small_model import document
from support.tables import with_each

from skill.understanding import InteractionModel, InteractionModelFault


def language(model: dict[str, Any]) -> dict[str, Any]:
    part: dict[str, Any] = model["interactionModel"]["languageModel"]
    return part


def test_a_model_is_read_with_its_intents_slots_types_and_dialog() -> None:
    model = InteractionModel.parse(document())
    by_name = {intent.name: intent for intent in model.intents}
    assert model.invocation_name == "strong stride"
    assert by_name["HowToIntent"].slots == {"exercise": "EXERCISE"}
    assert by_name["HowToIntent"].samples[0] == "how do i do {exercise}"
    assert model.types["EXERCISE"][0].id == "squat"
    assert model.types["EXERCISE"][0].wordings == ("squats", "squat", "air squats")
    assert model.dialog_intents == {"DoRepsIntent"}


def test_a_file_is_read_as_its_json(tmp_path: Path) -> None:
    path = tmp_path / "en-US.json"
    path.write_text(json.dumps(document()), encoding="utf-8")
    assert InteractionModel.read(path).invocation_name == "strong stride"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InteractionModelFault, match=r"xx-XX\.json.*No such file.*Remedy"):
        InteractionModel.read(tmp_path / "xx-XX.json")


def test_a_file_that_is_not_json_is_named_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "en-US.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InteractionModelFault, match=r"en-US\.json.*not JSON.*line 1"):
        InteractionModel.read(path)


def misspell_a_slot(model: dict[str, Any]) -> None:
    intents = language(model)["intents"]
    next(i for i in intents if i["name"] == "HowToIntent")["samples"].append("explain {exercize}")


def misspell_a_type(model: dict[str, Any]) -> None:
    intents = language(model)["intents"]
    next(i for i in intents if i["name"] == "HowToIntent")["slots"][0]["type"] = "EXERCIZE"


def declare_an_intent_twice(model: dict[str, Any]) -> None:
    language(model)["intents"].append({"name": "ReadyIntent", "samples": []})


def forget_the_invocation_name(model: dict[str, Any]) -> None:
    del language(model)["invocationName"]


def write_samples_as_a_text(model: dict[str, Any]) -> None:
    language(model)["intents"][0]["samples"] = "what's next"


def forget_an_intent_s_name(model: dict[str, Any]) -> None:
    del language(model)["intents"][3]["name"]


def forget_everything(model: dict[str, Any]) -> None:
    model.clear()


def write_types_as_an_object(model: dict[str, Any]) -> None:
    language(model)["types"] = {"EXERCISE": []}


@with_each(
    ("spoil", "complaint"),
    [
        (misspell_a_slot, r"intent HowToIntent: .*'exercize'.*Remedy.*\['exercise'\]"),
        (misspell_a_type, r"intent HowToIntent: .*'EXERCIZE'.*Remedy.*AMAZON.NUMBER"),
        (declare_an_intent_twice, r"intent ReadyIntent: is declared twice"),
        (forget_the_invocation_name, r"no text 'invocationName'"),
        (write_samples_as_a_text, r"intent WhatIsNextIntent: 'samples' is not a list of texts"),
        (forget_an_intent_s_name, r"intents\[3\]: has no text 'name'"),
        (forget_everything, r"no object 'interactionModel'"),
        (write_types_as_an_object, r"'types' is not a list"),
    ],
)
def test_a_fault_is_told_with_its_place_and_a_remedy(
    spoil: Callable[[dict[str, Any]], None], complaint: str
) -> None:
    model = document()
    spoil(model)
    with pytest.raises(InteractionModelFault, match=complaint) as caught:
        InteractionModel.parse(model, source="en-US.json")
    assert str(caught.value).startswith("en-US.json")
    assert caught.value.remedy


def test_anything_that_is_no_object_is_refused() -> None:
    with pytest.raises(InteractionModelFault, match="is not an object"):
        InteractionModel.parse([])
