"""What the page hears about a figure moves it as the figure's own movement does."""

from itertools import pairwise

import pytest
from at_the_desk import AtTheDesk
from pages_views import seen, views

from skill.figures.body import Pose
from skill.loaders import load_figure
from skill.simulator.figures import figure_view
from skill.training.exercise import Side


def test_a_figure_has_a_turn_for_every_part_and_a_whole_pose_for_every_step() -> None:
    drawn = figure_view(load_figure("squat"))
    assert {len(pose) for pose in drawn["poses"]} == {len(Pose._fields)}

    def turns(part: dict[str, object]) -> set[object]:
        inner = [one for one in part["drawn"] if "turn" in one]  # type: ignore[attr-defined]
        return {part["turn"]}.union(*map(turns, inner))

    assert turns(drawn["body"]) == set(range(2, len(Pose._fields)))


def test_every_frame_of_a_workout_has_its_figure_and_the_left_is_mirrored(
    runner: AtTheDesk,
) -> None:
    runner.begins()
    sides = set()
    for frame in seen(runner)["workout"]["frames"]:
        moved = frame["moved"]
        assert moved["every_ms"] > 0
        assert max(moved["number"]) <= len(figure_view(load_figure(moved["id"]))["poses"]) - 1
        if frame["side"]:
            sides.add((frame["side"].split()[0].lower(), moved["mirrored"]))
    assert sides <= {(Side.LEFT.value, True), (Side.RIGHT.value, False)}


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_rest_shows_the_side_that_begins_after_it(runner: AtTheDesk, side: str) -> None:
    workouts = [view["workout"] for view in views(runner, (f"make it {side} side first",))]
    frames = [frame for workout in workouts if workout for frame in workout["frames"]]
    later = set()
    for frame, then in pairwise(frames):
        if (frame["state"], then["state"]) == ("resting", "announcing"):
            assert frame["moved"]["mirrored"] == then["moved"]["mirrored"], then["title"]
            later.add(then["side"])
    assert f"{side.capitalize()} leg" in later


def test_a_count_falls_where_the_movement_begins(runner: AtTheDesk) -> None:
    runner.begins()
    frames = seen(runner)["workout"]["frames"]
    counted = [f for f in frames if f["state"] == "counting" and f["every_ms"]]
    assert counted
    for frame in counted:
        moved = frame["moved"]
        assert moved["every_ms"] % frame["every_ms"] < 1
        assert moved["ahead_ms"] % moved["every_ms"] < 1
