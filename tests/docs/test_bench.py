"""What `make bench` says of a figure beside its aim, and beside what was kept of it."""

import json
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.figures import Measured

TURN = Measured("a turn", 1.2, "x", aim=1.1)
RENDERING = Measured("a rendering", 800, "x", least=900)
WRITERS = Measured("writers", 350, "ms", aim=300)
SPEED = Measured("a speed", 40, "x", more_is_better=True)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (TURN, "aim ≤ 1.1: NOT met"),
        (RENDERING, "aim ≥ 900: NOT met"),
        (Measured("a turn", 1.1, "x", aim=1.1), "aim ≤ 1.1: met"),
        (SPEED, "40.00 x"),
    ],
)
def test_a_figure_is_told_beside_its_aim(figure: Measured, told: str) -> None:
    assert str(figure).rstrip().endswith(told)


@pytest.mark.parametrize(
    ("figure", "kept", "is_worse"),
    [
        (TURN, 1.0, True),
        (TURN, 1.1, False),  # within its tolerance
        (RENDERING, 1_000, True),
        (RENDERING, 500, False),
        (SPEED, 60, True),
        (SPEED, 20, False),
        (WRITERS, 10, False),  # a figure of the machine
    ],
)
def test_what_got_worse_by_more_than_its_tolerance_is_told(
    figure: Measured, kept: float, is_worse: bool
) -> None:
    told = figure.worse_than({figure.what: kept})
    assert (told is not None) == is_worse
    if told:
        assert f"was {kept:.2f}" in told


@pytest.mark.parametrize(
    ("figure", "kept", "is_lost"),
    [
        (TURN, {"a turn": 1.09}, True),  # though within its tolerance of what it was
        (TURN, {"a turn": 1.15}, False),  # it was not met when it was kept
        (TURN, {}, True),
        (RENDERING, {"a rendering": 901}, True),
        (RENDERING, {"a rendering": 700}, False),
        (WRITERS, {}, True),
        (Measured("units of a save", 2, "", aim=1), {}, True),
        (Measured("a turn", 1.1, "x", aim=1.1), {"a turn": 0.5}, False),
        (SPEED, {"a speed": 60}, False),  # it has none
    ],
)
def test_an_aim_that_was_met_and_is_missed_is_lost(
    figure: Measured, kept: dict[str, float], is_lost: bool
) -> None:
    assert (figure.aim_lost(kept) is not None) == is_lost


def test_the_run_ends_with_what_got_worse_and_which_aims_are_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "figures.json"
    kept.write_text(json.dumps({"a turn": 1.0, "a rendering": 700}))
    monkeypatch.setattr("benchmarks.figures.KEPT", kept)
    figures = [TURN, RENDERING, WRITERS]
    monkeypatch.setattr(run, "PARTS", {"turns": lambda: iter(figures)})
    monkeypatch.setattr("sys.argv", ["bench", "turns"])
    assert run.main() == 1
    assert capsys.readouterr().out.splitlines()[3:] == [
        "WORSE than kept: a turn: 1.20 x, was 1.00",
        "AIM lost: a turn: 1.20 x, aim ≤ 1.1",
        "AIM lost: writers: 350.00 ms, aim ≤ 300",
    ]
    figures[:] = [RENDERING]
    assert run.main() == 0
