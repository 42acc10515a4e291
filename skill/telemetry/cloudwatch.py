"""The log on AWS Lambda: JSON lines, of which a request's record is a set of CloudWatch metrics as well.

CloudWatch takes metrics out of any log line with a member ``_aws`` that says which other members are values
(AWS: Specification: Embedded metric format). So the record of a request needs no second line, and no call.
"""

import logging
from typing import Any

from skill.telemetry.events import Event
from skill.telemetry.lines import JsonLines

NAMESPACE = "StrongStride"

DIMENSION = "function"
"""The only dimension: CloudWatch charges each further value of a dimension as a metric."""

METRICS = {
    "milliseconds": "Milliseconds",
    "response_bytes": "Bytes",
    "cold_start": "Count",
    **{event.value: "Count" for event in Event},
}
"""The units of the metrics, by the fields of a request's record that are their values.

How many turns there were is the number of samples of any of them.
"""

_DIRECTIVE = {
    "Namespace": NAMESPACE,
    "Dimensions": [[DIMENSION]],
    "Metrics": [{"Name": name, "Unit": unit} for name, unit in METRICS.items()],
}


class CloudWatchLines(JsonLines):
    """JSON lines. That of a request also names the function, whether it was a cold start, and its metrics.

    ``function`` is the name of the Lambda function. The first record of a process is its cold start; so is the
    first one after a process was restored from a snapshot, which was taken before any request.
    """

    def __init__(self, function: str) -> None:
        super().__init__()
        self._function = function
        self._cold = True

    def format(self, record: logging.LogRecord) -> str:
        """The line with its end, which Lambda's handler does not write."""
        return f"{super().format(record)}\n"

    def fields(self, record: logging.LogRecord) -> dict[str, Any]:
        """What the line says; a request's line has the metrics as well."""
        fields = super().fields(record)
        if "request_id" not in fields:
            return fields
        described = {"Timestamp": int(record.created * 1000), "CloudWatchMetrics": [_DIRECTIVE]}
        cold, self._cold = self._cold, False
        return {**fields, DIMENSION: self._function, "cold_start": int(cold), "_aws": described}


def log_to_cloudwatch(function: str) -> None:
    """Let all records be lines for CloudWatch from now on: ours from INFO up, of libraries from WARNING up.

    Lambda's runtime has put a handler of its own on the root logger. It knows the id of the invocation and how to
    hand a line over, so it stays, and only what it writes is ours.
    """
    root = logging.getLogger()
    lines = CloudWatchLines(function)
    for handler in root.handlers:
        handler.setFormatter(lines)
    root.setLevel(logging.WARNING)
    logging.getLogger("skill").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
