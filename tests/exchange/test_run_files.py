"""Runs from FIT, TCX and GPX files: read right, or refused with a reason."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import fit_inputs, xml_runs
from support.fit_inputs import BEGAN, activity_file, began_s, by_hand, raw_session, session
from support.tables import with_each

from skill.errors import FileRefused
from skill.exchange.run_files import read_runs

READ = fit_inputs.READ | xml_runs.READ
REFUSED = fit_inputs.REFUSED | xml_runs.REFUSED
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@with_each("kind", READ)
def test_every_kind_of_run_is_read(kind: str) -> None:
    make, expected = READ[kind]
    runs = read_runs("run.fit", make(), UTC, NOW)
    assert [(run.metres, run.seconds) for run in runs] == expected
    assert runs[-1].day == date(2026, 11, 22)


@with_each("kind", REFUSED)
def test_what_holds_no_run_is_refused_with_a_reason(kind: str) -> None:
    make, reason = REFUSED[kind]
    with pytest.raises(FileRefused, match=reason) as refusal:
        read_runs("the/run.fit", make(), UTC, NOW)
    assert str(refusal.value).startswith("the/run.fit ")


def test_the_day_is_that_of_the_watch() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    content = activity_file(session(began=late), offset=timedelta(hours=-7))
    (run,) = read_runs("run.fit", content, ZoneInfo("Asia/Kathmandu"), NOW)
    assert run.day == date(2026, 11, 22)


def test_without_the_watchs_clock_the_day_is_that_of_the_runners_zone() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    content = activity_file(session(began=late))
    (run,) = read_runs("run.fit", content, ZoneInfo("Asia/Kathmandu"), NOW)
    assert run.day == date(2026, 11, 23)
    assert run.began == late.timestamp()


@pytest.mark.parametrize("content", [xml_runs.tcx_run(), xml_runs.gpx_run()], ids=["TCX", "GPX"])
def test_a_run_told_in_utc_is_on_the_runners_own_day(content: bytes) -> None:
    (run,) = read_runs("run", content, ZoneInfo("Pacific/Honolulu"), NOW)
    assert (run.began, run.day) == (BEGAN.timestamp(), date(2026, 11, 21))


WHOLE = [activity_file(session()), xml_runs.tcx_run(), xml_runs.gpx_run()]


@given(st.sampled_from(WHOLE), st.data())
def test_a_file_with_any_byte_changed_or_cut_is_read_or_refused(
    whole: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(at, len(whole)))
    content = whole[:at] + bytes([byte]) + whole[at + 1 : end]
    try:
        runs = read_runs("run.fit", content, UTC, NOW)
    except FileRefused:
        return
    assert all(run.seconds > 0 and run.began <= BEGAN.timestamp() + 10**9 for run in runs)


@given(st.dictionaries(st.integers(0, 40), st.integers(0, 255), min_size=1, max_size=4))
def test_a_run_of_whatever_fields_is_read_or_refused(changed: dict[int, int]) -> None:
    """Watches write fields of their own making, with checksums that are right."""
    record = bytearray(raw_session(began_s(), big=False))
    for at, byte in changed.items():
        record[at % len(record)] = byte
    try:
        runs = read_runs("run.fit", by_hand(bytes(record)), UTC, NOW)
    except FileRefused:
        return
    assert all(run.seconds > 0 and run.metres >= 0 for run in runs)
