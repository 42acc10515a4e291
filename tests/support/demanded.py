"""Skips turned into failures where ``STRIDE_DEMAND_ALL`` is set: there, everything has to be tried.

A test that needs something that not every machine has (a browser, a database, an interpreter) skips itself with
a reason. ``make e2e`` brings all of it along and sets the variable. Importing the two hooks into a conftest arms
them.
"""

import os
from typing import Any

import pytest

VARIABLE = "STRIDE_DEMAND_ALL"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Any:
    """The report of a test's setup, call or teardown."""
    return _demanded((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Any:
    """The report of a file that was read, or that skipped itself as a whole."""
    return _demanded((yield))


def _demanded(report: Any) -> Any:
    expected_to_fail = hasattr(report, "wasxfail")
    if report.skipped and not expected_to_fail and os.environ.get(VARIABLE):
        *_, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason} ({VARIABLE} is set, so it may not be skipped)"
    return report
