"""Programmes from and for other programs."""

import json
import tomllib
from datetime import date

import pytest
from support.tables import with_each

from skill.data import read_data
from skill.errors import DataError, FileRefused
from skill.exchange.fit_names import FitNames
from skill.exchange.fit_sheet import read_fit_sheet
from skill.exchange.fit_workout import write_workout
from skill.exchange.sheet import Sheet, SheetItem, sheet_of, write_file
from skill.exchange.sheet_csv import read_sheet_csv, write_sheet_csv
from skill.exchange.timer_files import read_timer, write_timer
from skill.loaders import LOCALE, load_catalog, load_collection, voices_with
from skill.training.exercise import Measure
from skill.training.preferences import Preferences, Units
from skill.training.programme_planner import plan_programme
from skill.training.workout_files import Collection, read_collection

FOUND = load_collection()
PHRASES = read_data(f"phrases/{LOCALE}.toml")
NAMES = {
    **{id_: str(words["name"]) for id_, words in PHRASES["exercise"].items()},
    **{id_: names[0] for id_, names in FOUND.exercise_names.items()},
}
KNOWN = {id_: (name,) for id_, name in NAMES.items()}
PROGRAMMES = list(FOUND.catalog.programmes)


def shipped(id_: str) -> Sheet:
    programme = FOUND.catalog.programmes[id_]
    return sheet_of(programme, FOUND.catalog, FOUND.programme_names[id_][0], NAMES)


@pytest.mark.parametrize("id_", PROGRAMMES)
def test_a_programme_comes_back_from_csv_as_it_went(id_: str) -> None:
    sheet = shipped(id_)
    text = write_sheet_csv(sheet)
    assert read_sheet_csv("x.csv", text.encode(), sheet.title) == sheet
    semicolons = text.replace(",", ";").encode("utf-8-sig")
    assert read_sheet_csv("x.csv", semicolons, sheet.title) == sheet


@pytest.mark.parametrize("id_", PROGRAMMES)
def test_a_programme_comes_back_from_the_timer_with_its_seconds_sides_and_rests(id_: str) -> None:
    sheet = shipped(id_)
    back = read_timer("x.json", write_timer(sheet))
    assert (back.title, back.rounds) == (sheet.title, sheet.rounds)
    assert [(i.name, i.each_side, i.rest_s) for i in back.items] == [
        (i.name, i.each_side, i.rest_s) for i in sheet.items
    ]
    held = [i for i in sheet.items if i.measure is Measure.SECONDS]
    assert [i for i in back.items if i.name in {one.name for one in held}] == held


def test_the_timers_file_has_the_fields_of_its_version_2() -> None:
    tables = json.loads(write_timer(shipped("core")))
    assert set(tables) == {"title", "sets", "version", "position"}
    (group,) = tables["sets"]
    assert set(group) == {"id", "name", "repetitions", "exercises"}
    assert all(set(one) == {"id", "name", "duration"} for one in group["exercises"])


def test_a_plan_for_a_watch_comes_back_as_a_programme_that_works() -> None:
    catalog = FOUND.catalog
    plan = plan_programme(
        catalog, catalog.programmes["core"], (), date(2026, 11, 24), Preferences()
    )
    voice = voices_with(FOUND.words)(LOCALE)
    content = write_workout(
        plan, FitNames(read_data("fit.toml"), FOUND.fit), voice, Units.POUNDS, "Core"
    )
    sheet = read_fit_sheet("core.fit", content)
    assert sheet.rounds == 2
    written = write_file(sheet, KNOWN)
    assert written.incomplete == ()
    tables = tomllib.loads(written.text)
    assert tables["programme"]["exercises"] == list(catalog.programmes["core"].exercises)


def test_what_the_coach_does_not_know_has_to_be_completed_before_it_is_taken() -> None:
    sheet = Sheet(
        "my sheet",
        9,
        (
            SheetItem("squats", Measure.REPETITIONS, 15),
            SheetItem("clam shells", Measure.REPETITIONS, 12, each_side=True),
            SheetItem("7 ups", Measure.SECONDS, 30),
        ),
    )
    written = write_file(sheet, KNOWN)
    assert written.incomplete == ("clam shells", "7 ups")
    with pytest.raises(DataError, match=r"clam_shells: (cues|how_to) is missing"):
        read(written.text)
    filled = "\n".join(
        line.removeprefix("# ")
        for line in written.text.splitlines()
        if "Fill" not in line and "Check" not in line
    )
    found = read(filled)
    assert found.catalog.programmes["sheet"].exercises == ("squat", "clam_shells", "own_7_ups")
    assert found.catalog.programmes["sheet"].rounds == 5


def read(text: str) -> Collection:
    return read_collection(load_catalog(), {"sheet.toml": tomllib.loads(text)}, PHRASES)


@with_each(
    "content",
    [
        b"{}",
        b'{"title": 1}',
        b"{" * 5000,
        b'{"title": "x", "sets": [{"repetitions": 1, "exercises": [{"name": "a", "duration": "x"}]}]}',
        b'{"title": "x", "sets": [{"repetitions": 1, "exercises": [{"name": "plank", "duration": 30}]}]}',
        b'{"title": "x", "sets": [{"repetitions": 1, "exercises": [{"name": "a", "duration": 30}, '
        b'{"name": "b", "duration": 900}]}]}',
        b"\xff\xfe{",
    ],
)
def test_a_file_that_is_none_of_the_timers_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_timer("x.json", content)


@with_each(
    "text",
    [
        "",
        "exercise,reps\nsquats,3\n",
        "name,repetitions\nsquats,many\n",
        "name,repetitions\nsquats,15\n",
        "name,repetitions\nsquats,15\n,12\n",
        "name,repetitions\nsquats,15\nlunges,-3\n",
        "name,repetitions\nsquats,15\nlunges,21\n",
        "name,seconds\nsquats,15\nlunges,\n",
        "name,repetitions\n" + "".join(f"exercise {n},10\n" for n in "abcdefghi"),
    ],
)
def test_a_spreadsheet_that_is_no_programme_is_refused(text: str) -> None:
    with pytest.raises(FileRefused):
        read_sheet_csv("x.csv", text.encode(), "title")


@pytest.mark.parametrize("content", [b"", b"no fit", b"\x0e\x20" + b"0" * 40])
def test_a_damaged_fit_workout_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_fit_sheet("x.fit", content)


def test_names_are_cleaned_of_what_cannot_be_spoken() -> None:
    text = 'name,repetitions\n"=cmd|calc <b>",5\n"<script>alert(1)</script>",6\n'
    sheet = read_sheet_csv("x.csv", text.encode(), "../../{etc}")
    assert sheet.title == "etc"
    assert [item.name for item in sheet.items] == ["cmd calc b", "script alert 1 script"]
