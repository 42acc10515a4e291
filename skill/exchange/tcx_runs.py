"""Runs as TCX files have them: activities whose sport is Running, lap by lap."""

from typing import TYPE_CHECKING

from skill.errors import FileRefused
from skill.exchange.runs_found import FoundRun
from skill.exchange.xml_elements import Element, elements_of, moment, number

if TYPE_CHECKING:
    from datetime import datetime

RUNNING = "running"


def runs_of_tcx(name: str, content: bytes) -> list[FoundRun]:
    """Every run of a TCX file; of a multisport file the running part.

    Raises:
        FileRefused: the file is damaged, cut off, or holds no run.
    """
    found: list[FoundRun] = []
    seen: set[str] = set()
    laps = _Laps()
    for element in elements_of(name, content):
        seen.add(element.name)
        if element.parent == "Lap":
            laps.measure(element)
        elif element.name == "Lap":
            laps.end(element)
        elif element.name == "Activity":
            if element.attributes.get("Sport", "").lower() == RUNNING:
                found.append(laps.run)
            laps = _Laps()
    if not found:
        raise FileRefused(name, _what_it_holds(seen), "nothing of it was kept")
    return found


def _what_it_holds(seen: set[str]) -> str:
    """Why there is no run in a file, as the rest of a sentence."""
    if "Activity" in seen:
        return "holds no run but another sport"
    if "Course" in seen or "Workout" in seen:
        return "is a plan for a watch and no run"
    return "holds no run"


class _Laps:
    """The laps of an activity, summed up: a pause is in none of them."""

    def __init__(self) -> None:
        self._began: datetime | None = None
        self._seconds: float | None = None
        self._metres = 0.0

    def measure(self, element: Element) -> None:
        """Add what an element within a lap measures, if anything."""
        if element.name == "TotalTimeSeconds":
            self._seconds = (self._seconds or 0) + (number(element.text) or 0)
        elif element.name == "DistanceMeters":
            self._metres += number(element.text) or 0

    def end(self, lap: Element) -> None:
        """A lap is over."""
        began = moment(lap.attributes.get("StartTime", ""))
        if self._began is None and began is not None:
            self._began = began

    @property
    def run(self) -> FoundRun:
        """All of them as one run."""
        return FoundRun(self._began, self._seconds, self._metres)
