"""FIT files of every kind that somebody may hand to us, made here byte by byte or by a writer."""

import gzip
import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.profile_type import FileType, Sport, SubSport
from fitdecode.utils import compute_crc

from skill.exchange.fit_message import EPOCH, message, wall_clock

BEGAN = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def session(
    sport: Sport = Sport.RUNNING,
    began: datetime = BEGAN,
    metres: float | None = 18_000.0,
    seconds: float = 5_700.0,
    sub_sport: SubSport = SubSport.GENERIC,
) -> Any:
    return message(
        SessionMessage,
        timestamp=ms(began + timedelta(seconds=seconds)),
        start_time=ms(began),
        total_elapsed_time=seconds + 60,
        total_timer_time=seconds,
        total_distance=metres,
        sport=sport,
        sub_sport=sub_sport,
    )


def activity_file(*sessions: Any, offset: timedelta | None = None, records: int = 3) -> bytes:
    """An activity of these sessions, with some records as a watch writes them."""
    builder = FitFileBuilder()
    builder.add(message(FileIdMessage, type=FileType.ACTIVITY, time_created=ms(BEGAN)))
    for second in range(records):
        builder.add(message(RecordMessage, timestamp=ms(BEGAN) + 1000 * second, heart_rate=140))
    for one in sessions:
        builder.add(one)
    there = wall_clock(BEGAN, offset) if offset is not None else None
    builder.add(
        message(ActivityMessage, timestamp=ms(BEGAN), local_timestamp=there, num_sessions=1)
    )
    return bytes(builder.build_bytes())


def by_hand(*records: bytes, header_crc: bool = True) -> bytes:
    """A file of these records, with its checksums."""
    body = b"".join(records)
    head = struct.pack("<BBHI4s", 14, 0x20, 2100, len(body), b".FIT")
    head += struct.pack("<H", compute_crc(head) if header_crc else 0)
    return head + body + struct.pack("<H", compute_crc(head + body))


def definition(local: int, number: int, fields: list[tuple[int, int, int]], *, big: bool) -> bytes:
    order = ">" if big else "<"
    head = struct.pack(f"{order}BBBHB", 0x40 | local, 0, int(big), number, len(fields))
    return head + b"".join(struct.pack("BBB", *field) for field in fields)


def raw_session(began_s: int, *, big: bool, distance_type: int = 0x86) -> bytes:
    """A session by hand: start, timer time, distance, sport; its numbers big-endian or little."""
    order = ">" if big else "<"
    fields = [(253, 4, 0x86), (2, 4, 0x86), (8, 4, 0x86), (9, 4, distance_type), (5, 1, 0x00)]
    values = struct.pack(
        f"{order}BIIIIB", 0, began_s + 5700, began_s, 5_700_000, 1_800_000, Sport.RUNNING.value
    )
    return definition(0, 18, fields, big=big) + values


def compressed_records() -> bytes:
    """Two records whose time stands in their header, behind one with a whole time stamp."""
    began = wall_clock(BEGAN, timedelta())
    full = definition(1, 20, [(253, 4, 0x86), (3, 1, 0x02)], big=False)
    full += struct.pack("<BIB", 1, began, 140)
    short = definition(2, 20, [(3, 1, 0x02)], big=False)
    return full + short + bytes([0x80 | 2 << 5 | (began + 1) & 0x1F, 141])


def began_s() -> int:
    return int((BEGAN - EPOCH).total_seconds())


def damaged(content: bytes) -> bytes:
    return content[:-20] + bytes([content[-20] ^ 0xFF]) + content[-19:]


READ: dict[str, tuple[Callable[[], bytes], list[tuple[int, int]]]] = {
    "a run": (lambda: activity_file(session()), [(18_000, 5_700)]),
    "a trail run": (
        lambda: activity_file(session(sub_sport=SubSport.TRAIL)),
        [(18_000, 5_700)],
    ),
    "a treadmill without a distance": (
        lambda: activity_file(session(metres=None, sub_sport=SubSport.TREADMILL)),
        [(0, 5_700)],
    ),
    "a triathlon": (
        lambda: activity_file(
            session(Sport.CYCLING, metres=40_000.0),
            session(began=BEGAN + timedelta(hours=2), metres=10_000.0, seconds=3_000.0),
        ),
        [(10_000, 3_000)],
    ),
    "two runs in one file": (
        lambda: activity_file(session(), session(began=BEGAN + timedelta(hours=3), metres=5_000.0)),
        [(18_000, 5_700), (5_000, 5_700)],
    ),
    "packed with gzip": (lambda: gzip.compress(activity_file(session())), [(18_000, 5_700)]),
    "compressed time stamps": (
        lambda: by_hand(compressed_records(), raw_session(began_s(), big=False)),
        [(18_000, 5_700)],
    ),
    "a header without a checksum": (
        lambda: by_hand(raw_session(began_s(), big=False), header_crc=False),
        [(18_000, 5_700)],
    ),
    "a distance that is no number": (
        lambda: by_hand(raw_session(began_s(), big=False, distance_type=0x07)),
        [(0, 5_700)],
    ),
    "big-endian numbers": (
        lambda: by_hand(raw_session(began_s(), big=True)),
        [(18_000, 5_700)],
    ),
    "a message that no profile has": (
        lambda: by_hand(
            definition(3, 0xFF42, [(7, 2, 0x84)], big=False) + b"\x03\x01\x02",
            raw_session(began_s(), big=False),
        ),
        [(18_000, 5_700)],
    ),
}
"""What is read, and the metres and seconds of its runs."""

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a ride": (lambda: activity_file(session(Sport.CYCLING)), "another sport"),
    "no session at all": (lambda: activity_file(), "holds no run"),
    "an empty file": (lambda: b"", "is empty"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 100, "is no FIT, TCX or GPX file"),
    "cut off": (lambda: activity_file(session())[:-30], "is cut off"),
    "a flipped byte": (lambda: damaged(activity_file(session())), "is damaged"),
    "half of a gzip": (lambda: gzip.compress(activity_file(session()))[:-20], "is damaged"),
    "seconds since the watch was switched on": (
        lambda: by_hand(raw_session(4_711, big=False)),
        "without a date",
    ),
    "a run of the year after next": (
        lambda: activity_file(session(began=BEGAN + timedelta(days=700))),
        "without a date",
    ),
    "a run that lasted no time": (lambda: activity_file(session(seconds=0.0)), "without a date"),
}
"""What is refused, and what its sentence says."""
