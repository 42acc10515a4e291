"""Runs as GPX files have them: tracks, which are points with their times. Nobody has measured anything else.

A track that does not say its sport is taken for a run: who hands it over knows it.
"""

from collections.abc import Mapping
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from skill.errors import FileRefused
from skill.exchange.runs_found import FoundRun, utc
from skill.exchange.xml_elements import elements_of, moment, number

RUNNING = "run"
"""What a running sport has in its name, such as trail_running."""

RUNNING_NUMBER = "9"
"""What Strava once wrote instead."""

PAUSE_S = 60
PAUSE_M_S = 0.5
"""Two points more than so many seconds apart are a pause if the way between them is slower than this."""

EARTH_M = 6_371_009
"""The Earth's mean radius."""


class _Point(NamedTuple):
    at: datetime
    latitude: float
    longitude: float


def runs_of_gpx(name: str, content: bytes) -> list[FoundRun]:
    """Every run of a GPX file.

    Raises:
        FileRefused: the file is damaged, cut off, or holds no run.
    """
    tracks = [_Track()]
    for element in elements_of(name, content):
        match element.parent, element.name:
            case "trkpt", "time":
                tracks[-1].time = moment(element.text)
            case _, "trkpt":
                tracks[-1].reach(element.attributes)
            case _, "trkseg":
                tracks[-1].pause()
            case "trk", "type":
                tracks[-1].sport = element.text.strip().lower()
            case _, "trk":
                tracks.append(_Track())
    timed = [track for track in tracks if track.run.began is not None]
    if not timed:
        raise FileRefused(
            name, "has no times or places of a run", "export what was recorded, not a route"
        )
    if not any(track.is_run for track in timed):
        raise FileRefused(name, "holds no run but another sport", "nothing of it was kept")
    return [track.run for track in timed if track.is_run]


class _Track:
    """A track as far as it has been read."""

    def __init__(self) -> None:
        self.sport = ""
        self.time: datetime | None = None
        self._began: datetime | None = None
        self._last: _Point | None = None
        self._seconds = 0.0
        self._metres = 0.0

    @property
    def is_run(self) -> bool:
        """Whether it says that it is a run, or nothing."""
        return not self.sport or RUNNING in self.sport or self.sport == RUNNING_NUMBER

    @property
    def run(self) -> FoundRun:
        """The run so far."""
        return FoundRun(self._began, self._seconds, self._metres)

    def reach(self, place: Mapping[str, str]) -> None:
        """Go on to the next point, at the time that was read in it; without a time or a place it is none."""
        latitude, longitude = number(place.get("lat", "")), number(place.get("lon", ""))
        time, self.time = self.time, None
        if time is None or latitude is None or longitude is None:
            return
        point = _Point(utc(time), latitude, longitude)
        self._began = self._began or point.at
        if self._last is not None:
            self._go(self._last, point)
        self._last = point

    def pause(self) -> None:
        """A segment is over: what lies between it and the next was not recorded."""
        self._last = None

    def _go(self, last: _Point, point: _Point) -> None:
        seconds, metres = (point.at - last.at).total_seconds(), _metres(last, point)
        if seconds > PAUSE_S and metres < seconds * PAUSE_M_S:
            return
        self._seconds += max(0, seconds)
        self._metres += metres


def _metres(one: _Point, other: _Point) -> float:
    """How far two points are apart on the ground."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    both = cos(radians(one.latitude)) * cos(radians(other.latitude))
    half = sin(north / 2) ** 2 + both * sin(east / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(min(1, half)))
