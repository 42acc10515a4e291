"""A whole workout on the pretend Echo's screen: seen and counted to its end without a word."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice, pairwise
from random import Random
from typing import Any

import pytest
from conversation import MODEL
from support.straight_to_work import catalog_without_warm_up
from support.touching import WORDS, cuts_by_touch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.echo import Echo
from skill.echo.errors import NeverHeard
from skill.echo.screen.screen import Seen
from skill.loaders import load_catalog, load_figure, load_phrasebook
from skill.store.memory import MemoryStore

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
SCREEN: dict[str, Any] = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
VIEWPORTS = {
    "small": ("HUB", "RECTANGLE", 960, 480),
    "hub": ("HUB", "RECTANGLE", 1280, 800),
    "upright": ("HUB", "RECTANGLE", 800, 1280),
    "round": ("HUB", "ROUND", 480, 480),
    "television": ("TV", "RECTANGLE", 960, 540),
}


def show(kind: str = "hub") -> Echo:
    mode, shape, width, height = VIEWPORTS[kind]
    viewport = {
        "mode": mode,
        "shape": shape,
        "pixelWidth": width,
        "pixelHeight": height,
        "dpi": 160,
    }
    coach = Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook)
    skill = AlexaSkill(coach, figures=load_figure)
    return Echo(skill, MODEL, clock=MONDAY, interfaces=SCREEN, viewport=viewport)


def begun(kind: str = "hub") -> Echo:
    echo = show(kind)
    echo.open()
    echo.wait(3_000)
    echo.touch("touch_start")
    return echo


def kinds(echo: Echo) -> list[str]:
    return [turn.request["request"]["type"].rpartition(".")[2] for turn in echo.turns]


@pytest.fixture(scope="module")
def whole() -> Echo:
    """A workout of which every count was compared with what was on the screen."""
    echo = begun()
    for _ in range(400):
        if not echo.in_session:
            break
        echo.wait(10_000)
    return echo


def test_a_whole_workout_takes_one_touch_and_no_word(whole: Echo) -> None:
    assert not whole.in_session
    assert kinds(whole)[0] == "LaunchRequest"
    assert set(kinds(whole)[1:]) == {"UserEvent"}
    said = " ".join(heard.text for heard in whole.heard)
    assert "calf stretch" in said
    assert "That's" in said or "Today" in said


def test_the_session_is_never_left_alone_for_longer_than_twenty_seconds(whole: Echo) -> None:
    stamps = [
        datetime.fromisoformat(turn.request["request"]["timestamp"]) for turn in whole.turns[1:]
    ]
    gaps = [(b - a).total_seconds() for a, b in pairwise(stamps)]
    assert max(gaps) <= 20


def seen(echo: Echo) -> Seen:
    assert echo.seen is not None
    return echo.seen


def test_every_count_is_on_the_screen_in_the_very_moment_in_which_it_is_heard() -> None:
    echo = begun()
    compared = 0
    while compared < 60:
        try:
            heard = echo.wait_for(lambda sound: sound.text in WORDS)
        except NeverHeard:
            echo.wait(5_000)
            continue
        texts = seen(echo).texts
        if texts["of"]:  # a count-in and a hold count down
            assert texts["count"] == str(WORDS[heard.text])
            compared += 1
    assert compared == 60


@pytest.mark.parametrize("kind", VIEWPORTS)
def test_every_screen_shows_figure_number_and_buttons(kind: str) -> None:
    echo = begun(kind)
    echo.wait_for("seven")
    shown = seen(echo)
    assert shown.texts["title"] == "Squats"
    assert shown.texts["count"] == "7"
    preferences = ("pause", "skip") if kind == "round" else ("pause", "skip", "slower", "faster")
    assert [one.id for one in shown.buttons] == [f"touch_{wish}" for wish in preferences]
    assert all(one.label for one in shown.buttons)
    assert "figure_0" in shown.turns


def test_the_figure_stands_on_the_count_and_is_low_between_two() -> None:
    echo = begun()
    echo.wait_for("five")
    standing = seen(echo).turns["figure_0"]
    assert max(map(abs, standing)) < 12
    echo.wait(1_500)
    low = seen(echo).turns["figure_0"]
    assert max(map(abs, low)) > 80


def test_a_pause_by_touch_freezes_everything_and_goes_on_from_there() -> None:
    echo = begun()
    echo.wait_for("seven")
    echo.wait(400)
    (turn,) = echo.touch("touch_pause")
    assert "shouldEndSession" not in turn.response["response"]
    echo.wait(2_000)
    assert [one.id for one in seen(echo).buttons] == ["touch_go_on"]
    echo.touch("touch_go_on")
    assert echo.wait_for("eight")


def test_pauses_by_touch_at_any_moment_lose_no_repetition() -> None:
    cuts = [*islice(cuts_by_touch(begun, Random(7)), 30)]  # noqa: S311
    assert [cut for cut in cuts if cut.loses_one] == []
    assert any(cut.shown > 1 for cut in cuts)


def test_a_word_at_any_time_is_heard_as_before() -> None:
    echo = begun()
    echo.wait_for("seven")
    echo.say("alexa what's my next exercise")
    assert echo.wait_for("good mornings")
    assert echo.wait_for("eight")


def test_a_workout_skipped_through_by_touch_has_no_answer_that_is_too_large() -> None:
    """The pretend Echo refuses an answer beyond 24 kB."""
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    echo = Echo(AlexaSkill(coach, figures=load_figure), MODEL, clock=MONDAY, interfaces=SCREEN)
    echo.open()
    echo.wait(3_000)
    touched = []
    while echo.in_session:
        names = [one.id for one in seen(echo).buttons] if echo.seen else []
        wish = next(
            (one for one in ("touch_skip", "touch_start", "touch_go_on") if one in names), ""
        )
        if wish:
            touched.append(wish)
            echo.touch(wish)
        echo.wait(6_000)
    assert touched.count("touch_skip") > 10


def moves(random: Random) -> Iterator[str]:
    preferences = ("pause", "go_on", "skip", "slower", "faster", "easy", "right", "hard", "start")
    for _ in range(40):
        yield random.choice([*preferences, "wait", "wait", "what is next", "how many left"])


@pytest.mark.parametrize("seed", range(6))
def test_any_mix_of_touches_and_words_is_answered_lawfully(seed: int) -> None:
    """The pretend Echo raises at the first document, answer or session that Amazon would refuse."""
    random = Random(seed)  # noqa: S311 - a test's choice
    echo = begun()
    for move in moves(random):
        if not echo.in_session:
            echo.open()
        echo.wait(random.randrange(200, 30_000))
        buttons = [one.id for one in echo.seen.buttons] if echo.seen else []
        if f"touch_{move}" in buttons:
            echo.touch(f"touch_{move}")
        elif " " in move and echo.in_session:
            echo.say(move)
