"""Reading figures: from the tables of figures.toml to figures, each checked for what no body can do."""

from collections.abc import Iterable, Mapping
from typing import Any

from skill.errors import DataError
from skill.figures.body import SIDES, Lengths, Point, Pose, View
from skill.figures.entry import FILE, Entry
from skill.figures.figure import (
    Figure,
    Prop,
    Stance,
    Strained,
    lengths_of,
    path_of,
)
from skill.figures.limits import check
from skill.figures.props import KINDS

MOST_POSES = 8

_ANGLES = {"leg": (2, 4), "arm": (2, 2)}
"""How many angles a limb has at least and at most."""

_POSE = ["trunk", "head", "legs", "right_leg", "left_leg", "arms", "right_arm", "left_arm", "lift"]
_POSE += ["anchor", "place", "still", "holds", "at"]
_FIGURE = ["view", "above", "like", "anchor", "place", "still", "holds", "props", "lengths"]
_FIGURE += ["changes_sides", "eyes_closed", "beat_ms", "poses"]


def read_figures(tables: Mapping[str, object], needed: Iterable[str] = ()) -> dict[str, Figure]:
    """All figures by their ids, from the parsed tables of figures.toml.

    ``needed`` are the ids that have to have one.

    Raises:
        DataError: a field is missing, unknown or out of range, or a pose cannot be taken; names entry and remedy.
    """
    for name in needed:
        if name not in tables:
            raise DataError(FILE, name, "(all)", "is missing", "draw how it is done")
    return {name: read_figure(name, tables) for name in tables}


def read_figure(name: str, tables: Mapping[str, object]) -> Figure:
    """One figure, from the parsed tables of figures.toml.

    Raises:
        DataError: as ``read_figures`` does.
        KeyError: there is no such figure.
    """
    return _figure(_whole(Entry(name, tables[name]), tables))


def _whole(entry: Entry, tables: Mapping[str, object]) -> Entry:
    """An entry with what it takes from the figure that it is like."""
    entry.known(entry.table, _FIGURE)
    like = entry.table.get("like")
    if like is None:
        return entry
    other = tables.get(like) if isinstance(like, str) and like != entry.name else None
    if not isinstance(other, dict) or "like" in other:
        entry.refuse("like", f"cannot be {like!r}", "name a figure that is like no other")
    return Entry(entry.name, {**other, **entry.table})


def _figure(entry: Entry) -> Figure:
    table = entry.table
    try:
        view = View(str(table.get("view")))
    except ValueError:
        entry.refuse("view", f"cannot be {table.get('view')!r}", 'write "side" or "front"')
    lengths = _lengths(entry, view)
    stances = _stances(entry, view)
    try:
        path = path_of(stances, lengths)
    except Strained as error:
        problem = f"leaves the {error.limb} {error.by_cm:.0f} cm short of where it should be"
        entry.refuse(f"pose {error.pose}", problem, "bring the body nearer to it")
    times = _times(entry, stances)
    steps = (len(path) - 1) // max(1, len(stances) - 1)
    figure = Figure(
        id=entry.name,
        view=view,
        lengths=lengths,
        props=_props(entry),
        path=path,
        stops=tuple(number * steps for number in range(len(stances))),
        times=times,
        beat_ms=_beat(entry),
        changes_sides=_yes(entry, "changes_sides"),
        eyes_closed=_yes(entry, "eyes_closed"),
        above=_yes(entry, "above"),
    )
    check(entry, figure, stances)
    return figure


def _yes(entry: Entry, field: str) -> bool:
    value = entry.table.get(field, False)
    if not isinstance(value, bool):
        entry.refuse(field, f"cannot be {value!r}", "write true or false")
    return value


def _beat(entry: Entry) -> int | None:
    value = entry.table.get("beat_ms")
    if value is not None and (type(value) is not int or not 300 <= value <= 10_000):
        entry.refuse("beat_ms", f"cannot be {value!r}", "write milliseconds, 300 to 10000")
    return value


def _lengths(entry: Entry, view: View) -> Lengths:
    given = entry.table.get("lengths", {})
    entry.known(given, list(Lengths._fields), "lengths.")
    usual = lengths_of(view, {})
    changed = {name: entry.number(value, f"lengths.{name}") for name, value in given.items()}
    for name, value in changed.items():
        if not 0 <= value <= max(getattr(usual, name), 20):
            entry.refuse(f"lengths.{name}", f"cannot be {value:g}", "a part is drawn shorter only")
    return lengths_of(view, changed)


def _props(entry: Entry) -> tuple[Prop, ...]:
    given = entry.table.get("props", {})
    entry.known(given, sorted(KINDS), "props.")
    return tuple(Prop(kind, entry.number(at, f"props.{kind}")) for kind, at in given.items())


def _times(entry: Entry, stances: list[Stance]) -> tuple[float, ...] | None:
    times = tuple(stance.at for stance in stances if stance.at is not None)
    if not times:
        return None
    if len(times) < len(stances) or times[0] or sorted(set(times)) != list(times) or times[-1] > 1:
        entry.refuse("at", "is not in order", "give it to every pose, from 0 up to 1, or to none")
    return times


def _stances(entry: Entry, view: View) -> list[Stance]:
    table = entry.table
    poses = table.get("poses")
    if not isinstance(poses, list) or not 2 <= len(poses) <= MOST_POSES:
        entry.refuse("poses", "are too few or too many", f"write 2 to {MOST_POSES} poses")
    field: dict[str, Any] = {"place": [0, 0], "still": {}, "holds": {}, "trunk": 0, "head": 0}
    field |= {name: table[name] for name in ("anchor", "place", "still", "holds") if name in table}
    found = []
    for number, given in enumerate(poses, 1):
        entry.known(given, _POSE, f"pose {number}: ")
        # What a pose leaves out is as in the pose before.
        field = {**field, **_both(entry, given, number), **given} | {"at": given.get("at")}
        found.append(_stance(entry, view, field, number))
    return found


def _both(entry: Entry, given: Mapping[str, Any], number: int) -> dict[str, Any]:
    """What a pose says of both legs or both arms at once, for each of them."""
    found: dict[str, Any] = {}
    for limb, (fewest, most) in _ANGLES.items():
        if (both := f"{limb}s") in given:
            entry.numbers(given[both], f"pose {number}: {both}", fewest, most)
            found |= {f"{side}_{limb}": given[both] for side in SIDES}
    return found


def _stance(entry: Entry, view: View, field: Mapping[str, Any], number: int) -> Stance:
    def named(name: str) -> str:
        return f"pose {number}: {name}"

    for name in ("anchor", *(f"{side}_{limb}" for limb in ("leg", "arm") for side in SIDES)):
        if name not in field:
            entry.refuse(named(name), "is missing", "say it in the first pose")
    x, y = entry.point(field["place"], named("place"))
    lift = entry.number(field.get("lift", 0), named("lift"))
    holds = {
        entry.bodily(hand, named("holds")): entry.bodily(target, named("holds"))
        if isinstance(target, str)
        else entry.point(target, named("holds"))
        for hand, target in entry.fields(field["holds"], named("holds")).items()
    }
    at = field["at"]
    return Stance(
        number=number,
        pose=_pose(entry, view, field, named),
        anchor=entry.bodily(field["anchor"], named("anchor")),
        place=(x, y - lift),
        still=_still(entry, field["still"], named("still")),
        holds=holds,
        at=None if at is None else entry.number(at, named("at")),
    )


def _still(entry: Entry, given: object, field: str) -> dict[str, Point | None]:
    if isinstance(given, list):
        return {entry.bodily(foot, field): None for foot in given}
    if isinstance(given, dict):
        return {entry.bodily(foot, field): entry.point(at, field) for foot, at in given.items()}
    remedy = 'write ["right_ball"] or { right_ball = [0, 0] }'
    return entry.refuse(field, f"cannot be {given!r}", remedy)


def _pose(entry: Entry, view: View, field: Mapping[str, Any], named: Any) -> Pose:
    trunk = field["trunk"] if isinstance(field["trunk"], list) else [field["trunk"]] * 2
    low, high = entry.numbers(trunk, named("trunk"), 2, 2)
    angles = {"pelvis": low, "chest": high - low}
    angles["head"] = entry.number(field["head"], named("head"))
    for side, outward in zip(SIDES, (1, -1), strict=True):
        arm, leg = (
            entry.numbers(field[f"{side}_{limb}"], named(f"{side}_{limb}"), *_ANGLES[limb])
            for limb in ("arm", "leg")
        )
        turns = _side_turns(low, high, arm, leg) if view is View.SIDE else _front_turns(arm, leg)
        sign = 1 if view is View.SIDE else outward
        parts = ("arm", "forearm", "thigh", "shin", "foot", "toes")
        for part, turn in zip(parts, turns, strict=True):
            angles[f"{side}_{part}"] = sign * turn
    return Pose(0, 0, **angles)


def _side_turns(
    low: float, high: float, arm: tuple[float, ...], leg: tuple[float, ...]
) -> tuple[float, ...]:
    """From angles against the vertical to turns of each part against the one before."""
    raised, elbow = arm
    thigh, shin, *rest = leg
    foot = rest[0] if rest else 0.0
    toes = rest[1] if len(rest) > 1 else foot
    return (-raised - high, -elbow, -thigh - low, shin + thigh, foot - shin, toes - foot)


def _front_turns(arm: tuple[float, ...], leg: tuple[float, ...]) -> tuple[float, ...]:
    """From angles outwards to turns of each part against the one before."""
    return (*arm, *leg, *(0.0,) * (4 - len(leg)))
