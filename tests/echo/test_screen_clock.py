"""What a screen does on the device's clock: shots, the end with or without sound, signs of life, touch."""

import json
from typing import Any

import pytest
from support.tables import with_each

from skill.echo.errors import NoButton
from skill.echo.screen.document import check_document
from skill.echo.screen.expression import evaluated
from skill.echo.screen.screen import Screen
from skill.figures.movement import repeated
from skill.loaders import load_catalog, load_figure
from skill.render.apl.datasource import MOST_BYTES, render_display
from skill.workout.display import Button, Display, Moves, Shot

VIEWPORT = {"pixelWidth": 1280, "pixelHeight": 800, "shape": "RECTANGLE"}
SHOTS = (
    Shot(0, "squat", title="Squats"),
    Shot(
        3_000, "squat", Moves.REPEATED, (1500.0, 0.0, 1500.0, 0.0), total=3, every_ms=3_000, done=0
    ),
    Shot(
        12_500, "lunge", title="Rest", total=20_000, counts_down=True, asks_effort=True, share=0.5
    ),
)
DISPLAY = Display(
    "one",
    True,
    30_000,
    SHOTS,
    (Button("pause", "Pause"), Button("skip", "Skip")),
    (Button("easy", "Easy"),),
)
BEGINS = 500_000


def screen(sound_ms: int, display: Display = DISPLAY) -> Screen:
    made = render_display(display, (), load_figure)
    directive: dict[str, Any] = {
        "token": "one",
        "document": made.document,
        "datasources": made.datasources,
    }
    return Screen(directive, VIEWPORT, BEGINS, sound_ms)


def told(shown: Screen, until_ms: float) -> list[tuple[float, list[Any]]]:
    """All that a screen tells by itself until then, each with its moment since it began."""
    found = []
    while (due := shown.next_ms) is not None and due <= BEGINS + until_ms:
        found += [(due - BEGINS, event["arguments"]) for event in shown.act(due)]
    return found


@pytest.mark.parametrize(
    ("sound_ms", "ends_ms", "heard_ms"),
    [(29_000, 30_000, 29_000), (32_000, 32_000, 32_000), (0, 30_000, 0)],
)
def test_the_end_is_told_once_with_the_time_that_was_heard(
    sound_ms: int, ends_ms: int, heard_ms: int
) -> None:
    """Without a sound it does not run away: the time of the segment passes all the same."""
    events = told(screen(sound_ms), 40_000)
    done = [(at, arguments) for at, arguments in events if arguments[0] == "done"]
    assert done == [(ends_ms, ["done", "one", ends_ms, heard_ms, 0])]


def test_it_tells_that_it_is_there_every_fifteen_seconds() -> None:
    events = told(screen(29_000), 61_000)
    assert [at for at, arguments in events if arguments == ["ping", "one"]] == [
        15_000,
        30_000,
        45_000,
        60_000,
    ]


@with_each(
    ("ms", "count", "title"),
    [
        (0, "", "Squats"),
        (2_999, "", "Squats"),
        (3_000, "0", ""),
        (5_999, "0", ""),
        (6_000, "1", ""),
        (9_000, "2", ""),
        (11_999, "2", ""),
        (12_000, "3", ""),
        (12_499, "3", ""),
        (12_500, "20", "Rest"),
        (13_501, "19", "Rest"),
        (32_500, "0", "Rest"),
    ],
)
def test_a_number_changes_in_the_very_ms_of_its_count(ms: int, count: str, title: str) -> None:
    shown = screen(29_000)
    told(shown, ms)
    texts = shown.at(BEGINS + ms).texts
    assert (texts["count"], texts["title"]) == (count, title)


def test_the_figure_is_the_one_that_the_movement_says() -> None:
    """In steps of 40 ms, from the same poses: to a tenth of a degree, as they are sent."""
    shown = screen(29_000)
    figure = load_figure("squat")
    movement = repeated(figure, (1500, 0, 1500, 0))
    for ms in range(3_000, 12_000, 40):
        told(shown, ms)
        turns = shown.at(BEGINS + ms + 7).turns["figure_0"]
        pose = movement.pose_at(ms - 3_000)
        assert turns[0] == pytest.approx(pose.pelvis, abs=0.2)
        for turn in (pose.chest, pose.right_thigh, pose.right_shin, pose.left_arm):
            assert min(abs(turn - one) for one in turns) < 0.2


def test_a_touch_tells_the_moment_and_stops_everything() -> None:
    shown = screen(29_000)
    told(shown, 7_000)
    (event,) = shown.touch("touch_pause", BEGINS + 7_123)
    assert event["arguments"] == ["touch", "one", 7_123, "pause"]
    assert event["source"]["handler"] == "Press"
    assert shown.next_ms is None
    assert shown.at(BEGINS + 60_000).texts["count"] == "1"
    with pytest.raises(NoButton):
        shown.touch("touch_pause", BEGINS + 7_200)


def test_effort_can_be_touched_only_where_it_is_asked() -> None:
    shown = screen(29_000)
    told(shown, 7_000)
    with pytest.raises(NoButton):
        shown.touch("touch_easy", BEGINS + 7_000)
    told(shown, 15_000)
    (event,) = shown.touch("touch_easy", BEGINS + 15_000)
    assert event["arguments"][3] == "easy"


def test_a_display_that_does_not_run_tells_nothing_by_itself() -> None:
    shown = screen(0, DISPLAY._replace(runs=False))
    assert shown.next_ms is None


def test_an_exercise_without_a_figure_is_counted_without_one() -> None:
    shots = tuple(shot._replace(figure="my_own_exercise") for shot in SHOTS)
    shown = screen(29_000, DISPLAY._replace(shots=shots))
    told(shown, 6_000)
    seen = shown.at(BEGINS + 6_000)
    assert seen.texts["count"] == "1"
    assert not seen.turns.keys() - {""}
    assert len(seen.buttons) == 2


ROUND = {"pixelWidth": 480, "pixelHeight": 480, "shape": "ROUND"}
SIZES = {
    "small": {**VIEWPORT, "pixelWidth": 960, "pixelHeight": 480},
    "hub": VIEWPORT,
    "large": {**VIEWPORT, "pixelWidth": 1920, "pixelHeight": 1080},
    "upright": {**VIEWPORT, "pixelWidth": 800, "pixelHeight": 1280},
    "television": {**VIEWPORT, "pixelWidth": 960, "pixelHeight": 540},
    "round": ROUND,
}


LINE = 1.2
"""The height of a line of text, in its size."""


@with_each("size", SIZES)
@with_each("ms", [7_000, 15_000])
def test_words_and_buttons_fit_the_height_of_every_screen(size: str, ms: int) -> None:
    made = render_display(DISPLAY, (), load_figure)
    directive = {"token": "one", "document": made.document, "datasources": made.datasources}
    shown = Screen(directive, SIZES[size], BEGINS, 29_000)
    told(shown, ms)
    values = shown.values_at(BEGINS + ms)
    column = made.document["mainTemplate"]["item"]["item"]["items"][1]
    whole = length(column["height"], values) - length(column["paddingBottom"], values)
    assert sum(tall(one, values) for one in column["items"]) <= whole


def length(written: Any, values: dict[str, Any]) -> float:
    value = evaluated(written, values)
    if isinstance(value, str) and value.endswith("vh"):
        return float(value[:-2]) / 100 * float(values["viewport"]["height"])
    return float(value)


def tall(component: dict[str, Any], values: dict[str, Any]) -> float:
    if evaluated(component.get("display", "normal"), values) == "none":
        return 0
    if "height" in component:
        return length(component["height"], values)
    if component["type"] == "Text":
        lines = component["maxLines"] if evaluated(component["text"], values) else 1
        return LINE * lines * length(component["fontSize"], values)
    return length(component["item"]["item"]["height"], values)


def test_a_display_without_any_figure_names_nothing_that_is_not_there() -> None:
    bare = DISPLAY._replace(shots=(Shot(0, title="All done", share=1),))
    check_document(render_display(bare, (), load_figure).document)


@with_each("first", [*load_catalog().exercises])
def test_the_warm_up_and_any_exercise_after_it_leave_room_in_one_answer(first: str) -> None:
    """The largest answers of the workouts tried: three moves of the warm-up and the steps of a first exercise.

    Longer names than any language has, and 3 kB for the runner's record and cues, fit into 24 kB with them.
    """
    title, caption = (
        "A name of thirty characters  .",
        "A caption with fifty characters, side and round.  ",
    )
    moves = ("leg_swing", "hinge", "half_squat", first)
    shots = [
        Shot(
            from_ms,
            id_,
            done_as,
            (750.0, 0.0, 750.0, 0.0),
            title=title,
            caption=caption,
            coming=title + id_,
            total=8,
            every_ms=1_500,
        )
        for number, id_ in enumerate(moves)
        for from_ms, done_as in (
            (20_000 * number, Moves.SHOWN),
            (20_000 * number + 5_000, Moves.REPEATED),
        )
    ]
    buttons = tuple(Button(wish, "Ten chars.") for wish in ("pause", "skip", "slower", "faster"))
    made = render_display(Display("one", True, 80_000, tuple(shots), buttons, ()), (), load_figure)
    size = len(json.dumps([made.document, made.datasources], separators=(",", ":")))
    assert size < 24 * 1024 - 3_000
    assert len(made.datasources["segment"]["properties"]["figures"]) == len({*moves})


def test_a_display_that_would_weigh_too_much_shows_its_first_figures_and_all_its_words() -> None:
    exercises = [*load_catalog().exercises][:10]
    shots = tuple(Shot(9_000 * n, id_, title=id_) for n, id_ in enumerate(exercises))
    made = render_display(Display("one", True, 200_000, shots, (), ()), (), load_figure)
    shown = made.datasources["segment"]["properties"]
    drawn = [frame["figure"] for frame in shown["frames"]]
    last = len(shown["figures"])
    assert 2 <= last < len(exercises)
    assert drawn == [*range(last), *[-1] * (len(exercises) - last)]
    assert [shown["words"][frame["words"]]["title"] for frame in shown["frames"]] == exercises
    assert len(json.dumps(made, separators=(",", ":"))) <= MOST_BYTES
    check_document(made.document)
