"""A request's record is formatted as the one is that logging makes itself."""

import json
import logging

from skill.speed.request_record import RequestRecord
from skill.telemetry.lines import JsonLines

FIELDS = {"request": "IntentRequest", "ms": 1.5, "bytes": 700}


def own_record() -> logging.LogRecord:
    return logging.getLogger("skill.alexa").makeRecord(
        "skill.alexa",
        logging.INFO,
        __file__,
        1,
        "%(request)s in %(ms)s ms",
        (FIELDS,),
        None,
        extra=FIELDS,
    )


def test_its_line_tells_what_the_line_of_loggings_own_record_tells() -> None:
    records = RequestRecord("skill.alexa", "%(request)s in %(ms)s ms", FIELDS), own_record()
    ours, theirs = (json.loads(JsonLines().format(record)) for record in records)
    assert ours.pop("time")
    assert theirs.pop("time")
    assert ours == theirs
    assert ours["message"] == "IntentRequest in 1.5 ms"


def test_a_plain_formatter_writes_it_with_its_moment() -> None:
    record = RequestRecord("skill.alexa", "%(request)s", FIELDS)
    line = logging.Formatter("%(asctime)s.%(msecs)03d %(levelname)s %(name)s %(message)s").format(
        record
    )
    assert line.endswith("INFO skill.alexa IntentRequest")
    assert abs(record.created - own_record().created) < 60
    assert record.msecs == record.created % 1 * 1000


def test_it_keeps_the_fields_of_each_apart() -> None:
    first = RequestRecord("skill", "a", {"ms": 1})
    second = RequestRecord("skill", "b", {"bytes": 2})
    assert not hasattr(second, "ms")
    assert first.getMessage() == "a"
