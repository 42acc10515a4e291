"""The state diagram, drawn from the table that the machine itself runs on."""

from skill.workout.machine import machine_settings


class _Drawn:
    """The model that a diagram is drawn of."""


def state_diagram() -> str:
    """The states and their transitions in mermaid, each arrow once whatever its conditions."""
    from transitions.extensions import GraphMachine

    settings = machine_settings()
    arrows = {(row["trigger"], row["source"], row["dest"]): None for row in settings["transitions"]}
    settings["transitions"] = [list(arrow) for arrow in arrows]
    machine = GraphMachine(
        model=_Drawn(), graph_engine="mermaid", title="title: A workout's states", **settings
    )
    source: str = machine.get_combined_graph().source  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
