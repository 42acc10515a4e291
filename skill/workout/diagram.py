"""The state diagram, drawn from the table that the machine itself runs on."""

from skill.workout.machine import machine_settings
from skill.workout.states import State, Trigger


class _Drawn:
    """The model that a diagram is drawn of."""


def arrows() -> list[tuple[Trigger, State, State]]:
    """The transitions as trigger, source and destination, each once whatever its conditions."""
    rows = machine_settings()["transitions"]
    return list(dict.fromkeys((row["trigger"], row["source"], row["dest"]) for row in rows))


def state_diagram() -> str:
    """The states and their transitions in mermaid, each arrow once whatever its conditions."""
    from transitions.extensions import GraphMachine

    settings = machine_settings()
    settings["transitions"] = [list(arrow) for arrow in arrows()]
    machine = GraphMachine(
        model=_Drawn(), graph_engine="mermaid", title="title: A workout's states", **settings
    )
    source: str = machine.get_combined_graph().source  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
