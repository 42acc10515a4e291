"""A stretch that was skipped does not look done."""

from at_the_desk import AtTheDesk


def to_the_stretch(runner: AtTheDesk) -> None:
    """Train until the first stretch is held."""
    runner.says("open strong stride")
    for _ in range(60):
        if "stretching" in states(runner):
            return
        runner.says("yes")
    raise AssertionError("no stretch is reached")


def states(runner: AtTheDesk) -> set[str]:
    workout = runner.view()["workout"] or {"frames": []}
    return {frame["state"] for frame in workout["frames"]}


def led(runner: AtTheDesk) -> list[float]:
    """The share of each stretch that was done, or will be."""
    return [share for stretch in runner.view()["workout"]["stretches"] for share in stretch["led"]]


def test_a_stretch_that_is_held_to_its_end_is_done(runner: AtTheDesk) -> None:
    to_the_stretch(runner)
    runner.says("yes")
    assert set(led(runner)) == {1.0}


def test_a_stretch_that_is_skipped_is_shown_as_left_out(runner: AtTheDesk) -> None:
    to_the_stretch(runner)
    frame = next(f for f in runner.view()["workout"]["frames"] if f["state"] == "stretching")
    runner.says_at(max(runner.desk.now_ms, frame["from_ms"]) + 8_000, "skip this one")
    shares = led(runner)
    assert shares[0] < 1
    assert set(shares[1:]) == {1.0}
    workout = runner.view()["workout"]
    assert workout["led"][workout["units"]] == 0
