"""What CloudWatch demands of a log line before it takes metrics out of it.

The rules are those of AWS's "Specification: Embedded metric format" and of the schema that stands in it.
"""

import json
from dataclasses import dataclass
from typing import Any

UNITS = {"Milliseconds", "Bytes", "Count"}
"""Those of CloudWatch's units that we use."""

MOST_METRICS, MOST_DIMENSIONS, LARGEST_LINE_BYTES = 100, 30, 256 * 1024


@dataclass(frozen=True)
class Metrics:
    """What CloudWatch takes out of one line."""

    namespace: str
    at_ms: int
    dimensions: dict[str, str]
    values: dict[str, float]
    units: dict[str, str]


def metrics_of(line: str) -> Metrics:
    """The metrics of a line; an assertion fails where CloudWatch would take none."""
    assert len(line.encode()) <= LARGEST_LINE_BYTES
    root: dict[str, Any] = json.loads(line)
    described = root["_aws"]
    assert set(described) == {"Timestamp", "CloudWatchMetrics"}
    assert type(described["Timestamp"]) is int
    (directive,) = described["CloudWatchMetrics"]
    assert set(directive) == {"Namespace", "Dimensions", "Metrics"}
    assert 1 <= len(directive["Namespace"]) <= 1024
    (names,) = directive["Dimensions"]
    assert 1 <= len(names) <= MOST_DIMENSIONS
    for name in names:
        assert type(root[name]) is str
        assert 1 <= len(root[name]) <= 1024
    metrics = directive["Metrics"]
    assert 1 <= len(metrics) <= MOST_METRICS
    for metric in metrics:
        assert set(metric) == {"Name", "Unit"}
        assert metric["Unit"] in UNITS
        assert type(root[metric["Name"]]) in (int, float)
    units = {metric["Name"]: metric["Unit"] for metric in metrics}
    assert len(units) == len(metrics)
    return Metrics(
        directive["Namespace"],
        described["Timestamp"],
        {name: root[name] for name in names},
        {name: root[name] for name in units},
        units,
    )
