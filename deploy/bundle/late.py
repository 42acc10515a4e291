"""Which modules of ours the bundle makes late: those that a launch does without, though it imports them."""

LATE = (
    "skill.alexa.intents",
    "skill.athlete.changing",
    "skill.athlete.merge",
    "skill.coach.decisions.yes_no",
    "skill.coach.decisions.account.",
    "skill.coach.decisions.flow.moving",
    "skill.coach.decisions.flow.programmes",
    "skill.coach.decisions.flow.questions",
    "skill.coach.decisions.flow.why",
    "skill.coach.decisions.playback.",
    "skill.coach.decisions.runner.",
    "skill.coach.telling.position",
    "skill.coach.turn.replanning",
    "skill.training.fitting",
    "skill.training.swaps",
    "skill.training.week",
    "skill.workout.reasons",
)


def is_late(name: str) -> bool:
    """Whether a module runs only when something of it is used."""
    return any(name == late or (late.endswith(".") and name.startswith(late)) for late in LATE)
