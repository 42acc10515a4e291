"""FIT messages with their fields, and files made of them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from fit_tool.exceptions import FitError
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.message import Message
from fit_tool.profile.messages.file_creator_message import FileCreatorMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.profile_type import FileType, FitBaseUnit, Manufacturer

from skill.errors import FileRefused
from skill.training.preferences import Units

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
"""When FIT's seconds begin (FIT protocol)."""

EARLIEST, LATEST = EPOCH + timedelta(seconds=0x10000000), EPOCH + timedelta(seconds=0xFFFFFFF0)
"""The moments that a file can hold: earlier numbers mean seconds since a watch was switched on."""

LONGEST_TEXT = 254
"""Bytes of UTF-8 that a text field takes."""

SOFTWARE_VERSION = 100
"""Which form of our files this is."""

M = TypeVar("M", bound=Message)


def message(kind: type[M], **fields: Any) -> M:
    """A message with these fields, set in the order in which they are given; None leaves one out.

    The order matters: the writer scales a duration by the type that was set before it.

    Raises:
        AttributeError: the message has no such field. The writer itself would keep it as a dead attribute.
    """
    made: M = kind()
    for name, value in fields.items():
        if not isinstance(getattr(kind, name, None), property):
            raise AttributeError(f"{kind.__name__} has no field {name}")
        if value is not None:
            setattr(made, name, value)
    return made


def opening(kind: FileType, serial_number: int, created: datetime) -> tuple[Message, ...]:
    """The messages that begin every file of ours; ``serial_number`` tells it apart from all others."""
    return (
        message(
            FileIdMessage,
            type=kind,
            manufacturer=Manufacturer.DEVELOPMENT.value,
            product=0,
            serial_number=serial_number,
            time_created=milliseconds(created),
        ),
        message(FileCreatorMessage, software_version=SOFTWARE_VERSION),
    )


def built(name: str, messages: Iterable[Message]) -> bytes:
    """The file of these messages; ``name`` is what a refusal calls it.

    Raises:
        FileRefused: a value does not fit into its field.
    """
    builder = FitFileBuilder()
    try:
        builder.add_all(list(messages))
        return bytes(builder.build_bytes())
    except (FitError, ValueError, OverflowError) as error:
        raise FileRefused(
            name, f"has a value that FIT cannot hold ({error})", "correct it"
        ) from error


def milliseconds(moment: datetime) -> int:
    """A moment as the writer wants it: ms since 1970.

    Raises:
        FileRefused: FIT has no number for it.
    """
    if not EARLIEST <= moment <= LATEST:
        remedy = "leave it out with --since"
        raise FileRefused(f"the workout of {moment:%Y-%m-%d}", "is outside FIT's years", remedy)
    return int(moment.timestamp()) * 1000


def wall_clock(moment: datetime, offset: timedelta) -> int:
    """What the runner's clock showed at a moment, in seconds since FIT's beginning."""
    return int((moment - EPOCH + offset).total_seconds())


def fitting(text: str) -> str:
    """A text for a text field.

    Raises:
        FileRefused: it is too long.
    """
    if len(text.encode()) > LONGEST_TEXT:
        raise FileRefused(f"{text[:30]}…", "is too long for a watch", "shorten the name")
    return text


def shown_in(units: Units) -> FitBaseUnit:
    """The unit in which a watch shows weights."""
    imperial = units.of_new_loads is Units.POUNDS
    return FitBaseUnit.POUND if imperial else FitBaseUnit.KILOGRAM
