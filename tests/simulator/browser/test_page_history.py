"""The history on the page: what was done, as bars and as words, for everybody."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from desk_page import DeskPage
from playwright.sync_api import expect
from support.remembered_runner import keep, remembered
from support.simulated_runner import always_easy

from skill.echo import PRETEND_USER


@pytest.fixture
def trained(home: Path, runner: str, desk: DeskPage) -> DeskPage:
    """The page of somebody with eight weeks behind them, the history unfolded."""
    athlete = remembered(always_easy, 8, datetime.now(UTC).date())
    store = home / "strong-stride" / "stride.db"
    keep(athlete, f"sqlite:///{store}", f"{PRETEND_USER}.{runner}")
    desk.open()
    unfold(desk)
    expect(desk.hook("history")).to_contain_text("Eight weeks in a row")
    return desk


def unfold(desk: DeskPage) -> None:
    desk.page.evaluate(
        "for (const id of ['bench', 'history-panel']) document.getElementById(id).open = true"
    )


def test_somebody_new_reads_a_kind_sentence(desk: DeskPage) -> None:
    desk.open()
    unfold(desk)
    expect(desk.hook("history")).to_have_text("No workout yet. The first one will be told here.")


def test_the_bars_are_told_as_a_table_as_well(trained: DeskPage) -> None:
    history = trained.hook("history")
    pictures = history.get_by_role("img")
    expect(pictures).to_have_count(2)
    bars = pictures.first.locator("rect")
    history.get_by_text("As a table").click()
    rows = history.get_by_role("table", name="Week by week").get_by_role("row")
    assert rows.count() - 1 == bars.count() == 9
    figures = [row.split("\t") for row in rows.all_inner_texts()[1:]]
    titles = bars.locator("title").all_text_contents()
    assert titles == [f"Week of {week}: {reps}" for week, _, _, reps, _ in figures]


def test_the_steps_of_an_exercise_are_read_by_keyboard(trained: DeskPage) -> None:
    fold = trained.page.locator("details[data-name='Glute bridges']")
    fold.locator("summary").focus()
    trained.page.keyboard.press("Enter")
    expect(fold.get_by_role("listitem").first).to_contain_text("The beginning")
    expect(fold.get_by_role("listitem").last).to_contain_text("3 or more to spare")


def test_a_set_that_is_done_is_told_and_what_was_unfolded_stays_so(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.begin()
    desk.skip_to(desk.begins_ms("resting"))
    desk.draw()
    assert desk.lit() == "resting"
    desk.say("what's my next exercise")
    expect(desk.hook("history")).to_contain_text("15 reps")
    desk.page.locator("details[data-name='Squats'] summary").click()
    desk.say("how many left")
    expect(desk.page.locator("details[data-name='Squats'] .steps")).to_be_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_is_wider_than_the_page(trained: DeskPage, width: int) -> None:
    trained.page.set_viewport_size({"width": width, "height": 800})
    unfold(trained)
    trained.page.evaluate(
        "document.querySelectorAll('#history details').forEach(d => (d.open = true))"
    )
    assert trained.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_history_breaks_none_of_the_rules_for_accessible_pages(trained: DeskPage) -> None:
    from axe_playwright_python.sync_playwright import Axe

    trained.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
    for scheme in ("dark", "light"):
        trained.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found: Any = Axe().run(trained.page)
        assert found.violations_count == 0, found.generate_report()
