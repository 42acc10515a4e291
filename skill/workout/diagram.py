"""The state diagram, drawn from the table that the machine itself runs on.

Only the clock's way is drawn. With all the runner's words the picture is more than 3 000 pixels wide, so its
letters cannot be read on a page. Those words stand in the table of ``docs/states.md``, and the simulator
draws them for the state of the moment.
"""

from skill.workout.states import TRANSITIONS, State, Transition, Trigger

_DRAWN = (Trigger.START, Trigger.ADVANCE)

# Mermaid places the states in the order in which it meets them. Resting comes first: then it stands beside
# the work, and no label lies on another.
_ORDER = (State.RESTING, *(state for state in State if state is not State.RESTING))


def arrows() -> list[tuple[Trigger, State, State]]:
    """The transitions as trigger, source and destination, each once whatever its conditions."""
    every = ((row.trigger, source, row.dest) for row in TRANSITIONS for source in row.sources)
    return list(dict.fromkeys(every))


def state_diagram() -> str:
    """How the clock leads from state to state, and on what conditions, in mermaid.

    An arrow is ``advance``, unless it says ``start``.
    """
    drawn = [
        (row, source) for row in TRANSITIONS for source in row.sources if row.trigger in _DRAWN
    ]
    met = {state for row, source in drawn for state in (source, row.dest)}
    nodes = [f'state "{_spoken(state)}" as {state}' for state in _ORDER if state in met]
    ways = [f"{source} --> {row.dest}{_label(row, source)}" for row, source in drawn]
    lines = ["stateDiagram-v2", "direction TB", *nodes, f"[*] --> {State.IDLE}", *ways]
    return "\n  ".join(lines)


def _label(row: Transition, source: State) -> str:
    words = [] if row.trigger is Trigger.ADVANCE else [row.trigger.value]
    if row.when:
        words.append(f"[{' and '.join(map(_asked, row.when))}]")
    elif any(row.trigger is other.trigger and source in other.sources for other in _before(row)):
        words.append("[otherwise]")
    return f": {' '.join(words)}" if words else ""


def _before(row: Transition) -> tuple[Transition, ...]:
    return TRANSITIONS[: TRANSITIONS.index(row)]


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _asked(condition: str) -> str:
    """A condition in few words, for letters of 13 pixels in a README: "next set" of ``has_next_set``."""
    return _spoken(condition.removeprefix("has_").removeprefix("is_"))
