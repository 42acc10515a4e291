"""Three independent decoders of FIT files, each made to say what it read in the same words."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, NamedTuple

import fitdecode
import fitparse
from garmin_fit_sdk import Decoder, Stream

NO_NAME = 65535


class ReadSet(NamedTuple):
    """A set as a decoder gives it, with numbers for names."""

    active: bool
    category: int | None
    name: int | None
    repetitions: int | None
    kg: float | None
    seconds: float
    start: datetime
    end: datetime


class ReadActivity(NamedTuple):
    """What a decoder makes of an activity file."""

    sets: tuple[ReadSet, ...]
    sessions: tuple[tuple[int, int, datetime, float, float], ...]
    titles: tuple[tuple[int, int | None, str | None], ...]
    offset: timedelta
    serial_number: int


class ReadStep(NamedTuple):
    """A step of a workout: timed, counted, or one that ``repeats`` the steps from an index on so many times."""

    index: int  # type: ignore[assignment] # the name that FIT gives it
    title: str | None
    notes: str | None
    repetitions: int | None
    seconds: float | None
    repeats: tuple[int, int] | None
    category: int | None
    name: int | None
    kg: float | None
    intensity: int | None


Messages = dict[str, list[dict[str, Any]]]


def by_garmin(content: bytes) -> Messages:
    """Garmin's own SDK."""
    decoder = Decoder(Stream.from_byte_array(bytearray(content)))
    messages: Any
    messages, errors = decoder.read(convert_types_to_strings=False)
    assert not errors
    return {
        name.removesuffix("_mesgs"): [{str(k): v for k, v in one.items()} for one in found]
        for name, found in messages.items()
    }


def by_fitdecode(content: bytes) -> Messages:
    """The reader that we use, all values raw but scaled."""
    found: Messages = {}
    with fitdecode.FitReader(BytesIO(content)) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                fields = {f.name: _unnamed(f) for f in frame.fields}
                found.setdefault(frame.name, []).append(fields)
    return found


def by_fitparse(content: bytes) -> Messages:
    """An older reader, with a profile of 2019."""
    found: Messages = {}
    for one in fitparse.FitFile(BytesIO(content)).get_messages():
        found.setdefault(one.name, []).append({f.name: _unnamed(f) for f in one.fields})
    return found


def _unnamed(field: Any) -> Any:
    """The value of a field; its number where the decoder has put a name to it."""
    value = field.value
    named = isinstance(value, str) and not isinstance(field.raw_value, str | bytes)
    return field.raw_value if named else value


JUDGES = (by_garmin, by_fitdecode, by_fitparse)


def _one(value: Any) -> Any:
    """The first of many values, or the only one; a category comes as an array or alone."""
    return value[0] if isinstance(value, list | tuple) else value


def _utc(moment: Any) -> datetime:
    if isinstance(moment, datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime(1989, 12, 31, tzinfo=UTC) + timedelta(seconds=moment)


def _text(value: Any) -> str | None:
    return value.decode() if isinstance(value, bytes) else value


def _name(value: Any) -> int | None:
    number = _one(value)
    return None if number == NO_NAME else number


def activity(messages: Messages) -> ReadActivity:
    """An activity in the words that all decoders share."""
    (head,) = messages["file_id"]
    (last,) = messages["activity"]
    return ReadActivity(
        sets=tuple(map(_set, messages["set"])),
        sessions=tuple(
            (
                s["sport"],
                s["sub_sport"],
                _utc(s["start_time"]),
                s["total_elapsed_time"],
                s["total_timer_time"],
            )
            for s in messages["session"]
        ),
        titles=tuple(
            (
                t["exercise_category"],
                _name(t.get("exercise_name")),
                _text(t["wkt_step_name"]),
            )
            for t in messages["exercise_title"]
        ),
        offset=_utc(last["local_timestamp"]) - _utc(last["timestamp"]),
        serial_number=head["serial_number"],
    )


def _set(one: dict[str, Any]) -> ReadSet:
    # Under "timestamp" or its number: fitparse's profile is older than the message's end.
    end = next(one[key] for key in ("timestamp", "unknown_254", "254") if key in one)
    return ReadSet(
        active=one["set_type"] == 1,
        category=_one(one.get("category")),
        name=_name(one.get("category_subtype")),
        repetitions=one.get("repetitions"),
        kg=one.get("weight"),
        seconds=one["duration"],
        start=_utc(one["start_time"]),
        end=_utc(end),
    )


def steps(messages: Messages) -> tuple[ReadStep, ...]:
    """The steps of a workout file in the words that all decoders share."""
    return tuple(map(_step, messages["workout_step"]))


def _step(one: dict[str, Any]) -> ReadStep:
    kind, value = one["duration_type"], one.get("duration_value")
    seconds = one.get("duration_time", value / 1000 if kind == 0 and value is not None else None)
    repeats: Any = None
    if kind == 6:
        target = one.get("repeat_steps", one.get("target_repeat_steps", one.get("target_value")))
        repeats = one.get("duration_step", value), target
    return ReadStep(
        index=one["message_index"],
        title=_text(one.get("wkt_step_name")),
        notes=_text(one.get("notes")),
        repetitions=one.get("duration_reps", value) if kind == 29 else None,
        seconds=seconds if kind == 0 else None,
        repeats=repeats,
        category=one.get("exercise_category"),
        name=_name(one.get("exercise_name")),
        kg=one.get("exercise_weight"),
        intensity=one.get("intensity"),
    )
