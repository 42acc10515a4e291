"""Figures show what the exercise is, and a figure that no body could take is refused."""

from collections.abc import Iterator
from copy import deepcopy
from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.data import read_data
from skill.errors import DataError
from skill.figures.avg import graphic, rig_name
from skill.figures.body import LENGTHS, Lengths, Point, Pose, View, distance, joints
from skill.figures.figure import Figure, blend
from skill.figures.movement import held, repeated
from skill.figures.reading import read_figure, read_figures
from skill.figures.rig import Stroke, lines
from skill.loaders import load_catalog, load_figures

CATALOG = load_catalog()
FIGURES = load_figures(CATALOG)
WARM_UP = tuple(CATALOG.moves)
TABLES: dict[str, Any] = read_data("figures.toml")


def at_the_end(name: str) -> tuple[Pose, dict[str, Point]]:
    figure = FIGURES[name]
    return figure.path[-1], joints(figure.path[-1], figure.lengths)


def moments(figure: Figure, count: int = 21) -> Iterator[tuple[Pose, dict[str, Point]]]:
    """Moments of the way from the first pose to the last, between the steps that are kept, too."""
    for step in range(count):
        onward = step / (count - 1) * (len(figure.path) - 1)
        before = min(int(onward), len(figure.path) - 2)
        pose = blend(figure.path[before], figure.path[before + 1], onward - before)
        yield pose, joints(pose, figure.lengths)


@with_each("name", [*CATALOG.exercises, *CATALOG.stretches, *WARM_UP])
def test_everything_that_is_done_has_a_figure(name: str) -> None:
    assert name in FIGURES


def test_an_exercise_without_a_figure_is_named() -> None:
    tables = {name: table for name, table in TABLES.items() if name != "lunge"}
    with pytest.raises(DataError, match=r"^figures\.toml: lunge is missing; draw"):
        read_figures(tables, CATALOG.exercises)


@with_each("name", ["squat", "good_morning", "calf_raise", "hinge", "half_squat"])
def test_feet_that_stand_do_not_slide(name: str) -> None:
    places = [found["right_ball"] for _, found in moments(FIGURES[name])]
    assert max(distance(places[0], place) for place in places) < 1


@pytest.mark.parametrize("name", ["glute_bridge", "single_leg_bridge"])
def test_in_a_bridge_the_shoulders_stay_down_and_the_foot_stays_where_it_is(name: str) -> None:
    found = [points for _, points in moments(FIGURES[name])]
    for point in ("shoulders", "right_ball"):
        assert max(distance(found[0][point], one[point]) for one in found) < 1
    assert -found[-1]["seat"][1] > 25 > -found[0]["seat"][1]
    shoulder, hip, knee = (found[-1][name] for name in ("shoulders", "seat", "right_knee"))
    assert hypot(*(a - b for a, b in zip(shoulder, knee, strict=True))) == pytest.approx(
        distance(shoulder, hip) + distance(hip, knee), abs=0.5
    ), "shoulders, hips and knee make one line"


def test_a_good_morning_hinges_at_the_hips_with_a_straight_back() -> None:
    poses = [pose for pose, _ in moments(FIGURES["good_morning"])]
    assert all(abs(pose.chest) < 1 for pose in poses)
    assert poses[-1].pelvis - poses[0].pelvis > 55
    assert poses[-1].right_shin < 25, "the knees are soft, it is no squat"


def test_a_lunge_bends_both_knees_to_about_a_right_angle() -> None:
    pose, found = at_the_end("lunge")
    assert pose.right_shin == pytest.approx(90, abs=10)
    assert pose.left_shin == pytest.approx(90, abs=10)
    assert 5 < -found["left_knee"][1] < 25, "the back knee is a hand above the floor"
    assert abs(found["right_knee"][0] - found["right_ankle"][0]) < 10
    assert abs(pose.pelvis) < 5


def test_a_squat_has_level_thighs_and_a_jump_leaves_the_floor() -> None:
    _, found = at_the_end("squat")
    assert abs(found["right_knee"][1] - found["right_hip"][1]) < 10
    jump = FIGURES["jump_squat"]
    highest = joints(jump.path[jump.stops[3]], jump.lengths)
    assert -highest["right_toes"][1] > 10
    assert jump.path[jump.stops[-1]].right_thigh == jump.path[0].right_thigh


def test_closed_eyes_are_drawn_closed() -> None:
    def face(name: str) -> list[Stroke]:
        figure = FIGURES[name]
        return [one for one in lines(figure, figure.path[-1]) if one.tone == "face"]

    assert face("eyes_closed_stand") != face("single_leg_stand")


def test_a_count_falls_on_the_pose_that_a_repetition_begins_with() -> None:
    figure = FIGURES["squat"]
    moved = repeated(figure, (2000, 0, 1000, 0))
    for count in range(4):
        assert moved.pose_at(3000 * count) == figure.path[0]
    lowest = max(range(3000), key=lambda ms: moved.pose_at(ms).y)
    assert lowest == pytest.approx(2000, abs=1), "two seconds down, one second up"


def test_a_halt_of_the_tempo_is_a_halt_of_the_figure() -> None:
    figure = FIGURES["pause_squat"]
    moved = repeated(figure, (1500, 2000, 1500, 0))
    assert moved.pose_at(1500) == moved.pose_at(2500) == moved.pose_at(3500) == figure.path[-1]


def test_every_other_repetition_of_a_lunge_is_the_other_legs() -> None:
    moved = repeated(FIGURES["lunge"], (1500, 0, 1500, 0))
    first, second = moved.pose_at(1500), moved.pose_at(4500)
    assert moved.every_ms == 6000
    assert first.right_shin == pytest.approx(second.left_shin)
    assert first.left_thigh == pytest.approx(second.right_thigh)
    assert moved.pose_at(2999).y == pytest.approx(moved.pose_at(3001).y, abs=0.1)


@with_each("name", ["wall_sit", "single_leg_stand", *CATALOG.stretches])
def test_who_holds_breathes_and_does_not_wander(name: str) -> None:
    figure = FIGURES[name]
    breath = held(figure)
    still, out = (joints(breath.pose_at(ms), figure.lengths) for ms in (0, 2000))
    assert breath.pose_at(0) == figure.path[-1] == breath.pose_at(4000)
    assert all(distance(still[point], out[point]) < 8 for point in still)


@given(
    st.lists(st.floats(-170, 170), min_size=15, max_size=15),
    st.sampled_from(["squat", "shoulders"]),
)
def test_lines_are_where_the_joints_are_in_any_pose(turns: list[float], name: str) -> None:
    figure = FIGURES[name]
    pose = Pose(12, -90, *turns)
    found = joints(pose, figure.lengths)
    ends = [point for line in lines(figure, pose) for point in line.points]
    for joint in ("right_elbow", "left_knee", "right_ankle", "seat"):
        assert min(distance(found[joint], end) for end in ends) < 1e-6, joint


@given(st.floats(0, 1), st.sampled_from(sorted(FIGURES)))
def test_no_limb_changes_its_length_on_the_way(share: float, name: str) -> None:
    figure = FIGURES[name]
    onward = share * (len(figure.path) - 1)
    before = min(int(onward), len(figure.path) - 2)
    pose = blend(figure.path[before], figure.path[before + 1], onward - before)
    found = joints(pose, figure.lengths)
    for side in ("right", "left"):
        length = distance(found[f"{side}_hip"], found[f"{side}_knee"])
        assert length == pytest.approx(getattr(figure.lengths, f"{side}_thigh"))


def changed(name: str, **fields: Any) -> dict[str, Any]:
    tables = deepcopy(TABLES)
    tables[name] = {**tables[name], **fields}
    return tables


UP: dict[str, Any] = {"trunk": 0, "legs": [0, 0], "arms": [0, 0]}


@with_each(
    ("fields", "told"),
    [
        ({"view": "above"}, r"view cannot be 'above'; write \"side\" or \"front\""),
        ({"anker": 1}, "anker is unknown; use one of: view"),
        ({"anchor": "tail"}, "pose 1: anchor cannot be 'tail'; name one of: seat"),
        ({"poses": [UP]}, "poses are too few or too many; write 2 to"),
        ({"poses": [UP, {"legs": [0]}]}, r"pose 2: legs cannot be \[0\]; write 2 to 4"),
        ({"poses": [UP, {"legs": [-20, 0]}]}, "right_shin turns by .* a body turns it by -5 to"),
        ({"poses": [UP, {"trunk": True}]}, "pose 2: trunk cannot be True; write a number"),
        ({"poses": [UP, 7]}, "pose 2 cannot be 7; write a table"),
        ({"props": ["wall"]}, r"props cannot be \['wall'\]; write a table"),
        ({"poses": [UP, {"holds": "knee"}]}, "pose 2: holds cannot be 'knee'; write a table"),
        ({"poses": [UP, {"leg": [0, 0]}]}, "pose 2: leg is unknown; use one of: trunk"),
        ({"poses": [UP, {"lift": -6}]}, "pose 2 puts the .* below the floor; lift it"),
        ({"poses": [UP, {"holds": {"right_hand": [90, 150]}}]}, "pose 2 leaves the right hand"),
        ({"poses": [{"at": 0, **UP}, UP]}, "at is not in order; give it to every pose"),
        ({"poses": [{"trunk": 0, "legs": [0, 0]}, UP]}, "pose 1: right_arm is missing; say it"),
        ({"props": {"sofa": 1}}, "props.sofa is unknown; use one of: chair"),
        ({"lengths": {"arm": 50}}, "lengths.arm cannot be 50; a part is drawn shorter only"),
        ({"beat_ms": 10}, "beat_ms cannot be 10; write milliseconds"),
        ({"changes_sides": "no"}, "changes_sides cannot be 'no'; write true or false"),
        ({"like": "pause_squat"}, "like cannot be 'pause_squat'; name a figure that is like no"),
        ({"still": 3}, "pose 1: still cannot be 3; write"),
        (
            {"above": True, "anchor": "right_hand", "poses": [UP, {"arms": [180, 0]}]},
            "pose 2 moves the right_hand by .* cm; add a pose between",
        ),
    ],
)
def test_a_wrong_figure_names_file_entry_field_and_remedy(
    fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(DataError, match=rf"^figures\.toml: squat: .*{told}"):
        read_figure("squat", changed("squat", **fields))


def test_a_figure_that_is_no_table_is_refused() -> None:
    with pytest.raises(DataError, match=r"^figures\.toml: squat is not a table"):
        read_figures({"squat": 3})


def test_a_body_is_as_tall_as_it_says() -> None:
    upright = joints(Pose(*[0.0] * 17), Lengths())
    assert upright["right_heel"][1] - upright["head"][1] + 10.5 == pytest.approx(171, abs=2)
    assert set(LENGTHS) == set(View)


def test_figures_that_are_drawn_the_same_share_one_graphic() -> None:
    drawn: dict[str, set[str]] = {}
    for figure in FIGURES.values():
        drawn.setdefault(repr(graphic(figure)), set()).add(rig_name(figure))
    assert [names for names in drawn.values() if len(names) > 1] == []
    assert len(set().union(*drawn.values())) == len(drawn), "no name stands for two"
