"""The first and the last words of a workout, in every language: nothing is said twice, or twice in a row."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import combinations, pairwise, product
from typing import Any

import pytest
from runner import Runner
from support.tables import with_each

from skill.coach.commands import FinishEarly, LeaveSession, LongRunTomorrow
from skill.coach.telling.this_week import HOW_OFTEN
from skill.loaders import offered_locales, read_words

WEEKS = 9
TODAY = {"en": "today", "de": "heute", "es": "hoy", "fr": "aujourd'hui"}
BEFORE_THE_PLAN = {
    "launch": ("first_time", "again", "same_day", "lapse", "easier"),
    "programme": ("today",),
    "runs": ("long_yesterday", "long_today", "hard_yesterday", "hard_today", "two_days"),
}


def _wordings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in _wordings(part)]


def _words(sentence: str) -> set[str]:
    """The longer words of a sentence, without those that stand for a number or a name."""
    return set(re.findall(r"[^\W\d_]{4,}", re.sub(r"{.*?}", "", sentence).lower()))


def _closings(locale: str) -> Iterator[tuple[list[str], ...]]:
    """The sentences that can stand in one closing: for each of its places all that may be said there."""
    tables = read_words("phrases", locale)
    closing, week = tables["closing"], tables["week"]
    tips = [*closing["tip"], *closing["run_tip"]]
    for key in ("first_workout", "target_met", "beyond_target", "grace", "streak"):
        rest = [] if f"week.{key}" in HOW_OFTEN else closing["rest_tip"]
        yield closing["done"], _wordings(week[key]), [*tips, *rest], closing["goodbye"]


@with_each("locale", offered_locales())
def test_no_two_sentences_of_a_closing_share_two_words(locale: str) -> None:
    for closing in _closings(locale):
        for one, other in combinations(closing, 2):
            for said, after in product(one, other):
                assert len(_words(said) & _words(after)) < 2, (said, after)


@with_each("locale", offered_locales())
def test_the_plan_says_today_and_nothing_before_it_does(locale: str) -> None:
    tables, today = read_words("phrases", locale), TODAY[locale[:2]]
    assert any(today in plan.lower() for plan in tables["launch"]["plan"])
    for room, keys in BEFORE_THE_PLAN.items():
        for said in _wordings([tables[room][key] for key in keys]):
            assert today not in said.lower(), said


def _closing_after(runner: Runner, days: int) -> list[tuple[str, str]]:
    """The key and the text of each sentence at the end of a short workout, so many days after the last."""
    runner.now += timedelta(days=days)
    runner.does_seven()
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    segment = runner.replies[-1].segment
    assert segment is not None
    runner.tell(LeaveSession())
    return [
        (cue.line.key, cue.line.text)
        for cue in segment.cues
        if cue.line.key.startswith(("week.", "closing."))
    ]


def _twice_a_week(runner: Runner) -> list[list[tuple[str, str]]]:
    return [_closing_after(runner, days) for _ in range(WEEKS) for days in (3, 4)]


def test_who_was_told_how_often_to_train_is_not_told_so_again_in_a_tip(runner: Runner) -> None:
    rested = 0
    for closing in _twice_a_week(runner):
        keys = [key for key, _ in closing]
        rested += "closing.rest_tip" in keys
        assert "closing.rest_tip" not in keys or not HOW_OFTEN & set(keys)
    assert rested


def _twice_a_day(runner: Runner) -> list[list[tuple[str, str]]]:
    return [_closing_after(runner, days) for _ in range(WEEKS) for days in (3, 0)]


@pytest.mark.parametrize("closings", [_twice_a_week, _twice_a_day])
def test_no_sentence_of_a_closing_comes_twice_in_a_row(
    runner: Runner, closings: Callable[[Runner], list[list[tuple[str, str]]]]
) -> None:
    for before, after in pairwise(closings(runner)):
        texts = {text for key, text in before if not key.endswith((".done", ".streak"))}
        assert not texts & {text for _, text in after}


def test_whoever_runs_far_tomorrow_gets_no_tip_for_a_run(runner: Runner) -> None:
    tips = set()
    for _ in range(6):
        runner.now += timedelta(days=1)
        runner.starts()
        runner.tell(LongRunTomorrow())
        tips |= {key for key, _ in _closing_after(runner, 0) if key.endswith("tip")}
    assert "closing.run_tip" not in tips
    assert "closing.tip" in tips
