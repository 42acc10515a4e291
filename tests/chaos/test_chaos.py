"""Faults on real processes: only where ``STRIDE_CHAOS_S`` tells how many seconds each trial may take."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_line import bad_line
from random_turns import whatever_is_said
from trials import TRIALS, Trial

SECONDS = float(os.environ.get("STRIDE_CHAOS_S", "0"))


@pytest.mark.skipif(not SECONDS, reason="make e2e and make chaos run it")
@pytest.mark.parametrize("trial", [*TRIALS, whatever_is_said], ids=lambda trial: trial.__name__)
def test_no_fault_breaks_a_promise(trial: Callable[[Path, float], Trial], tmp_path: Path) -> None:
    found = trial(tmp_path, SECONDS)
    assert found.kept, found


@pytest.mark.skipif(not SECONDS, reason="make e2e and make chaos run it")
def test_a_line_that_fails_costs_no_repetition(dynamodb_folder: Path) -> None:
    found = bad_line(dynamodb_folder, SECONDS)
    assert found.kept, found
