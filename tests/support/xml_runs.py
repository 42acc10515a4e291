"""TCX and GPX files of every kind that somebody may hand to us, written here line by line."""

import gzip
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from support.fit_inputs import BEGAN

TCX = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
GPX = "http://www.topografix.com/GPX/1/1"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DEGREE_M = 111_195.08
"""A degree of latitude, on a ball of the Earth's mean radius."""


def stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z"


def lap(seconds: str = "2850.5", metres: str = "9000.2", began: datetime = BEGAN) -> str:
    """A lap as a watch writes it: its sums, a heart rate, a point of its way with a distance of its own."""
    return (
        f'<Lap StartTime="{stamp(began)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Calories>300</Calories>"
        "<AverageHeartRateBpm><Value>151</Value></AverageHeartRateBpm>"
        f"<Track><Trackpoint><Time>{stamp(began)}</Time>"
        "<DistanceMeters>4711.0</DistanceMeters></Trackpoint></Track></Lap>"
    )


def laps() -> str:
    return lap() + lap("2849.5", "8999.8", BEGAN + timedelta(seconds=3000))


def activity(inside: str, sport: str = "Running") -> str:
    return f'<Activity Sport="{sport}"><Id>{stamp(BEGAN)}</Id>{inside}</Activity>'


def tcx(inside: str) -> bytes:
    database = f'<TrainingCenterDatabase xmlns="{TCX}">{inside}</TrainingCenterDatabase>'
    return (HEAD + database).encode()


def tcx_run(inside: str | None = None, sport: str = "Running") -> bytes:
    return tcx(f"<Activities>{activity(laps() if inside is None else inside, sport)}</Activities>")


def point(metres: float, seconds: float | None, began: datetime = BEGAN) -> str:
    """A point so far north of the start, with its time if it has one."""
    time = "" if seconds is None else f"<time>{stamp(began + timedelta(seconds=seconds))}</time>"
    return f'<trkpt lat="{48 + metres / DEGREE_M:.9f}" lon="11.5"><ele>520.0</ele>{time}</trkpt>'


def segment(*points: str) -> str:
    return f"<trkseg>{''.join(points)}</trkseg>"


def gpx(inside: str) -> bytes:
    return f'{HEAD}<gpx version="1.1" xmlns="{GPX}">{inside}</gpx>'.encode()


def gpx_run(*segments: str, sport: str | None = "running") -> bytes:
    kind = "" if sport is None else f"<type>{sport}</type>"
    way = "".join(segments) or segment(point(0, 0), point(9_000, 2_850), point(18_000, 5_700))
    return gpx(f"<metadata><name>Home</name></metadata><trk>{kind}{way}</trk>")


def with_entities(document: bytes) -> bytes:
    """The document with a document type that defines an entity: a harmless one, and used nowhere."""
    head, _, rest = document.decode().partition("\n")
    return f'{head}\n<!DOCTYPE run [<!ENTITY greeting "hello">]>\n{rest}'.encode()


WHOLE = [(18_000, 5_700)]

READ: dict[str, tuple[Callable[[], bytes], list[tuple[int, int]]]] = {
    "a TCX run of two laps with a pause between them": (tcx_run, WHOLE),
    "a TCX with blanks in front": (lambda: b"          " + tcx_run(), WHOLE),
    "a TCX packed with gzip": (lambda: gzip.compress(tcx_run()), WHOLE),
    "a TCX of a treadmill without a distance": (
        lambda: tcx_run(lap().replace("<DistanceMeters>9000.2</DistanceMeters>", "")),
        [(0, 2_850)],
    ),
    "a TCX of a triathlon": (
        lambda: tcx(
            "<Activities><MultiSportSession>"
            f"<FirstSport>{activity(lap('3600', '40000'), 'Biking')}</FirstSport>"
            f"<NextSport>{activity(laps())}</NextSport></MultiSportSession></Activities>"
        ),
        WHOLE,
    ),
    "a TCX whose names have a prefix": (
        lambda: re.sub(rb"<(/?)(?=[A-Z])", rb"<\1t:", tcx_run()).replace(b"xmlns=", b"xmlns:t="),
        WHOLE,
    ),
    "a GPX run": (gpx_run, WHOLE),
    "a GPX trail run": (lambda: gpx_run(sport="trail_running"), WHOLE),
    "a GPX run as Strava once numbered it": (lambda: gpx_run(sport="9"), WHOLE),
    "a GPX that does not say its sport": (lambda: gpx_run(sport=None), WHOLE),
    "a GPX with a pause between two segments": (
        lambda: gpx_run(
            segment(point(0, 0), point(9_000, 2_850)),
            segment(point(9_500, 3_600), point(18_500, 6_450)),
        ),
        WHOLE,
    ),
    "a GPX with a pause at the traffic lights": (
        lambda: gpx_run(
            segment(point(0, 0), point(9_000, 2_850), point(9_001, 3_000), point(18_001, 5_850))
        ),
        WHOLE,
    ),
    "a GPX of which some points have no time": (
        lambda: gpx_run(segment(point(0, 0), point(70, None), point(18_000, 5_700))),
        WHOLE,
    ),
    "a GPX of two runs": (
        lambda: gpx(
            f"<trk>{segment(point(0, 0), point(5_000, 1_500))}</trk>"
            f"<trk>{segment(point(0, 9_000), point(3_000, 9_900))}</trk>"
        ),
        [(5_000, 1_500), (3_000, 900)],
    ),
}
"""What is read, and the metres and seconds of its runs."""

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a TCX ride": (lambda: tcx_run(sport="Biking"), "another sport"),
    "a TCX course": (
        lambda: tcx("<Courses><Course><Name>Lake</Name></Course></Courses>"),
        "is a plan for a watch",
    ),
    "a TCX with nothing in it": (lambda: tcx(""), "holds no run"),
    "a TCX without laps": (lambda: tcx_run(""), "without a date or a duration"),
    "a TCX whose times are none": (
        lambda: tcx_run(lap().replace(stamp(BEGAN), "yesterday")),
        "without a date or a duration",
    ),
    "a TCX whose duration is no number": (
        lambda: tcx_run(lap(seconds="47:30")),
        "without a date or a duration",
    ),
    "a TCX whose duration is endless": (
        lambda: tcx_run(lap(seconds="INF")),
        "without a date or a duration",
    ),
    "a TCX with minutes for seconds": (
        lambda: tcx_run(lap(seconds="47.5")),
        "faster than anybody runs",
    ),
    "a TCX cut off": (lambda: tcx_run()[:-40], "is cut off"),
    "a TCX cut off within a letter": (
        lambda: tcx_run("<Notes>Läufe").partition("Lä".encode())[0] + b"L\xc3",
        "is cut off",
    ),
    "a TCX with a tag that nobody opened": (lambda: tcx_run("</Lap>"), "is damaged"),
    "a TCX with entities": (lambda: with_entities(tcx_run()), "has a document type"),
    "a GPX with entities": (lambda: with_entities(gpx_run()), "has a document type"),
    "a GPX ride": (lambda: gpx_run(sport="cycling"), "another sport"),
    "a GPX route": (lambda: gpx('<rte><rtept lat="48" lon="11.5"/></rte>'), "has no times"),
    "a GPX without times": (
        lambda: gpx_run(segment(point(0, None), point(18_000, None))),
        "has no times",
    ),
    "a GPX of a single point": (
        lambda: gpx_run(segment(point(0, 0))),
        "without a date or a duration",
    ),
    "a GPX whose places are none": (
        lambda: gpx_run().replace(b'lon="11.5"', b'lon="east"'),
        "has no times or places",
    ),
    "a GPX cut off": (lambda: gpx_run()[:-40], "is cut off"),
    "a ZIP archive": (lambda: b"PK\x03\x04" + bytes(40), "is a ZIP archive"),
    "a page of a website": (lambda: b"<!doctype html><html></html>", "is no FIT, TCX or GPX file"),
}
"""What is refused, and what its sentence says."""
