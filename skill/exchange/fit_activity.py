"""A workout that was done, as the FIT activity that Garmin Connect, Strava and intervals.icu read.

Sets with their exercise, repetitions, weight and seconds, and the rests between them. The two sides of a set are
two sets, left and right, since the format has no field for a side. What we do not know, heart rate and
calories, is left out. The same workout gives the same bytes every time, so a second upload is seen to be one.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from itertools import pairwise

from fit_tool.message import Message
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    FileType,
    LapTrigger,
    SessionTrigger,
    SetType,
    Sport,
    SubSport,
)

from skill.exchange.done import DoneSet, DoneWorkout
from skill.exchange.fit_message import (
    built,
    fitting,
    message,
    milliseconds,
    opening,
    shown_in,
    wall_clock,
)
from skill.exchange.fit_names import NO_NAME, FitName, FitNames
from skill.training.preferences import Units

NameOf = Callable[[str], str]
"""What an exercise is called, by its id, in the runner's language."""


def write_activity(
    workout: DoneWorkout, owner: str, names: FitNames, name_of: NameOf, units: Units
) -> bytes:
    """The workout as a FIT file. ``owner`` is whose it is, as an opaque text; none of it can be read in the file.

    Raises:
        FileRefused: a date or a value does not fit into the format.
    """
    file = f"the workout of {workout.day}"
    return built(file, _messages(workout, owner, names, name_of, units))


def serial_number(owner: str, workout: DoneWorkout) -> int:
    """A number of 31 bits, never 0, that stays the same for one workout of one runner."""
    said = f"{owner} {workout.day} {workout.number}"
    return int.from_bytes(sha256(said.encode()).digest()[:4]) & 0x7FFFFFFF or 1


def _messages(
    workout: DoneWorkout, owner: str, names: FitNames, name_of: NameOf, units: Units
) -> Iterator[Message]:
    begins, ends = milliseconds(workout.begins), milliseconds(workout.ends)
    yield from opening(FileType.ACTIVITY, serial_number(owner, workout), workout.begins)
    yield from _titles(workout, names, name_of)
    yield message(
        EventMessage, timestamp=begins, event=Event.TIMER, event_type=EventType.START, event_group=0
    )
    yield from _sets(workout, names, units)
    yield message(
        EventMessage,
        timestamp=ends,
        event=Event.TIMER,
        event_type=EventType.STOP_ALL,
        event_group=0,
    )
    yield from _whole(workout, begins, ends)


def _whole(workout: DoneWorkout, begins: int, ends: int) -> Iterator[Message]:
    """What a file says of the workout as a whole: one lap, one session, one activity; moments in ms."""
    seconds = (ends - begins) / 1000
    kind = {"sport": Sport.TRAINING, "sub_sport": SubSport.STRENGTH_TRAINING}
    span = {
        "timestamp": ends,
        "start_time": begins,
        "total_elapsed_time": seconds,
        "total_timer_time": seconds,
        "message_index": 0,
        "event_type": EventType.STOP,
    }
    yield message(LapMessage, **span, event=Event.LAP, lap_trigger=LapTrigger.SESSION_END, **kind)
    yield message(
        SessionMessage,
        **span,
        event=Event.SESSION,
        trigger=SessionTrigger.ACTIVITY_END,
        first_lap_index=0,
        num_laps=1,
        **kind,
    )
    yield message(
        ActivityMessage,
        timestamp=ends,
        local_timestamp=wall_clock(workout.ends, workout.offset(workout.ends)),
        total_timer_time=seconds,
        num_sessions=1,
        type=Activity.MANUAL,
        event=Event.ACTIVITY,
        event_type=EventType.STOP,
    )


def _name(done: DoneSet, names: FitNames) -> FitName:
    return names.exercise(done.record.exercise_id, done.exercise, done.record.tool)


def _titles(workout: DoneWorkout, names: FitNames, name_of: NameOf) -> Iterator[Message]:
    """Our own names, once for each number: of an exercise that the profile does not have it is the only one."""
    titles: dict[FitName, str] = {}
    for done in workout.sets:
        titles.setdefault(_name(done, names), name_of(done.record.exercise_id))
    for index, (name, title) in enumerate(titles.items()):
        yield message(
            ExerciseTitleMessage,
            message_index=index,
            exercise_category=name.category,
            exercise_name=NO_NAME if name.name is None else name.name,
            workout_step_name=fitting(title),
        )


def _sets(workout: DoneWorkout, names: FitNames, units: Units) -> Iterator[Message]:
    """Sets and rests in the order of time, numbered through, with a record at each edge.

    The format asks for a record, and a service was seen to date an activity without one by its arrival.
    """
    index = 0
    for done, following in pairwise((*workout.sets, None)):
        assert done is not None  # noqa: S101 - None is only what comes after the last one
        yield _record(workout, done.begins_s)
        yield _active(workout, done, index, _name(done, names), units)
        index += 1
        if following is not None and following.begins_s > done.ends_s:
            yield _record(workout, done.ends_s)
            yield _rest(workout, done.ends_s, following.begins_s, index)
            index += 1
    yield _record(workout, workout.sets[-1].ends_s)


def _at(workout: DoneWorkout, second: int) -> int:
    return milliseconds(workout.begins + timedelta(seconds=second))


def _record(workout: DoneWorkout, second: int) -> Message:
    return message(RecordMessage, timestamp=_at(workout, second))


def _active(
    workout: DoneWorkout, done: DoneSet, index: int, name: FitName, units: Units
) -> Message:
    grams = done.record.load_grams
    return message(
        SetMessage,
        timestamp=_at(workout, done.ends_s),
        start_time=_at(workout, done.begins_s),
        duration=float(done.lasts_s),
        set_type=SetType.ACTIVE,
        category=[name.category],
        category_subtype=[NO_NAME if name.name is None else name.name],
        repetitions=done.repetitions,
        weight=grams / 1000 if grams else None,
        weight_display_unit=shown_in(units) if grams else None,
        message_index=index,
    )


def _rest(workout: DoneWorkout, begins_s: int, ends_s: int, index: int) -> Message:
    return message(
        SetMessage,
        timestamp=_at(workout, ends_s),
        start_time=_at(workout, begins_s),
        duration=float(ends_s - begins_s),
        set_type=SetType.REST,
        message_index=index,
    )
