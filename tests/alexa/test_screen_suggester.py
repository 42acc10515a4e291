"""Amazon's own validator finds nothing to complain of in what a screen is sent."""

import json
import os
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from show import Show, started

Json = dict[str, Any]
SCRIPT = Path(__file__).with_name("suggest.cjs")


@pytest.fixture(scope="module")
def folder() -> str:
    found = os.environ.get("STRIDE_APL_SUGGESTER", "")
    if not found:
        pytest.skip("needs npm's apl-suggester: make e2e")
    return found


def complaints(folder: str, document: Json) -> list[Json]:
    done = subprocess.run(  # noqa: S603
        ["node", str(SCRIPT), folder],  # noqa: S607
        input=json.dumps(document),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[Json] = json.loads(done.stdout)
    return found


def shown(show: Show) -> Json:
    assert show.shown is not None
    document: Json = show.shown["document"]
    return document


def test_the_documents_of_a_workout_are_sound(folder: str) -> None:
    show = Show()
    show.launch()
    documents = [shown(show)]
    show.touch("start")
    while show.shown and show.data["runs"]:
        documents.append(shown(show))
        show.end()
    assert len(documents) > 10
    assert [complaints(folder, document) for document in documents[:3] + documents[-2:]] == [[]] * 5


def test_it_would_have_found_a_slip(folder: str) -> None:
    document = deepcopy(shown(started()))
    document["mainTemplate"]["item"]["item"]["items"][1]["justifyContent"] = "middle"
    assert "justifyContent" in complaints(folder, document)[0]["path"]
