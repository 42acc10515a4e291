"""Asked what is known, the coach tells of everything: also of what is kept as sums alone."""

from runner import MONDAY, RUNNER, Runner
from support.remembered_runner import remembered
from support.simulated_runner import always_right

from skill.athlete.stored.document import write_document
from skill.coach.commands import OpenCoach, WhatDoYouKnow

WEEKS = 60
"""More than are kept workout by workout."""


def test_days_that_are_kept_as_sums_alone_are_told_with_the_others(runner: Runner) -> None:
    athlete = remembered(always_right, WEEKS, MONDAY.date())
    kept = {record.day for record in athlete.history}
    assert 0 < len(kept) < 2 * WEEKS
    runner.coach.store.save(RUNNER, write_document(athlete), 0)
    runner.tell(OpenCoach())
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert f"I know of {2 * WEEKS} days on which you trained, since June 2025." in runner.words()


def test_who_has_nothing_but_sums_left_is_not_said_to_have_never_trained(runner: Runner) -> None:
    athlete = remembered(always_right, WEEKS, MONDAY.date())._replace(history=())
    runner.coach.store.save(RUNNER, write_document(athlete), 0)
    runner.tell(OpenCoach())
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert "privacy.workouts" in runner.said()
    assert "privacy.no_workouts" not in runner.said()
