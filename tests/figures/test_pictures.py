"""Pictures show the figure's own numbers: still, moving, on a sheet and at work."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from skill.cli.figures import SET, SHEET, drawn
from skill.figures.gallery import counted_set
from skill.figures.movement import repeated
from skill.figures.svg import moving, still
from skill.loaders import load_catalog, load_figures

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
FIGURES = load_figures(load_catalog())
SVG = "{http://www.w3.org/2000/svg}"


@cache
def pictures() -> dict[str, str]:
    """All pictures by their names; drawn where they are needed, not in every process that collects the tests."""
    return dict(drawn())


@pytest.mark.slow
def test_every_picture_is_sound_xml() -> None:
    for name, picture in pictures().items():
        assert ElementTree.fromstring(picture).tag == f"{SVG}svg", name  # noqa: S314 - our own


@pytest.mark.slow
@pytest.mark.parametrize("name", [SET, SHEET])
def test_the_pictures_of_the_documents_are_fresh(name: str) -> None:
    assert (PICTURES / name).read_text("utf-8") == pictures()[name], (
        f"make it again: stride figures --out docs/pictures --only {name}"
    )


def test_the_left_side_is_the_right_one_mirrored() -> None:
    figure = FIGURES["step_up"]
    plain = still(figure, figure.path[-1])
    mirrored = still(figure, figure.path[-1], mirrored=True)
    assert "scale(-1,1)" not in plain
    assert re.findall(r' d="[^"]*"', mirrored) == re.findall(r' d="[^"]*"', plain)
    assert "scale(-1,1)" in mirrored


def test_a_moving_picture_passes_the_movements_own_poses() -> None:
    figure = FIGURES["squat"]
    movement = repeated(figure, (2000, 0, 1000, 0))
    turns = re.findall(
        r'type="rotate" dur="3s" repeatCount="indefinite" values="([^"]*)"',
        moving(figure, movement),
    )
    pelvis = f"{movement.pose_at(1000).pelvis:.1f}"
    assert any(values.split(";")[10] == pelvis for values in turns)
    assert all(values.split(";")[0] == values.split(";")[-1] for values in turns)


def test_what_does_not_move_is_not_animated() -> None:
    figure = FIGURES["glute_bridge"]
    moved = moving(figure, repeated(figure, (1000, 1000, 1000, 0)))
    head = moved.count("animateTransform")
    assert 0 < head < 17


def test_a_set_counts_to_its_last_number_on_the_beat() -> None:
    figure = FIGURES["squat"]
    picture = counted_set(figure, repeated(figure, (1500, 0, 1500, 0)), 3000, 15)
    assert re.findall(r">(\d+)</text>", picture) == [str(n) for n in range(16)]
    begins = [float(times) for times in re.findall(r'keyTimes="0;([\d.]+)', picture)]
    ends_of_nought, *begins = begins
    assert ends_of_nought == begins[0]
    assert begins[:15] == pytest.approx([n / 16 for n in range(1, 16)], abs=1e-4)
    assert re.findall(r'<g opacity="1">.*?</g>', picture)[0].endswith(">0</text></g>")
    assert 'dur="48s"' in picture
