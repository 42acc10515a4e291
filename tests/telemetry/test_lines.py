"""A line tells what was logged, whatever was logged."""

import json
import logging
from pathlib import Path
from typing import Any

from support.tables import with_each

from skill.telemetry.lines import JsonLines


def line_of(**added: Any) -> dict[str, Any]:
    """The fields of a record with these."""
    record = logging.getLogger("skill").makeRecord(
        "skill", logging.INFO, __file__, 1, "said", (), None, extra=added
    )
    fields: dict[str, Any] = json.loads(JsonLines().format(record))
    return fields


def test_a_line_tells_what_was_added_and_nothing_that_every_record_has() -> None:
    line = line_of(sets=3, tenant_id=None)
    assert set(line) == {"time", "level", "logger", "message", "sets"}


@with_each("value", [Path("legs"), {1, 2}, b"\xff", "\ud800"])
def test_what_json_has_no_form_for_is_still_one_line(value: object) -> None:
    assert isinstance(line_of(value=value)["value"], str)


def test_a_formatter_that_was_there_before_leaves_no_trace() -> None:
    record = logging.makeLogRecord({"msg": "said", "levelname": "INFO", "name": "skill"})
    logging.Formatter("%(asctime)s %(message)s").format(record)
    assert set(json.loads(JsonLines().format(record))) == {"time", "level", "logger", "message"}
