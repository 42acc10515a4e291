"""Which modules of ours the bundle makes late: those that a launch does without, though it imports them."""

LATE = (
    "skill.alexa.body",
    "skill.alexa.durations",
    "skill.alexa.exercises",
    "skill.alexa.in_doubt",
    "skill.alexa.intents",
    "skill.alexa.loads",
    "skill.alexa.reminders",
    "skill.alexa.said",
    "skill.alexa.sdk.api_client",
    "skill.alexa.spoken_names",
    "skill.alexa.times",
    "skill.athlete.changing",
    "skill.athlete.merge",
    "skill.coach.decisions.yes_no",
    "skill.coach.decisions.account.",
    "skill.coach.decisions.flow.ending",
    "skill.coach.decisions.flow.how_far",
    "skill.coach.decisions.flow.length",
    "skill.coach.decisions.flow.moving",
    "skill.coach.decisions.flow.programmes",
    "skill.coach.decisions.flow.questions",
    "skill.coach.decisions.flow.why",
    "skill.coach.decisions.playback.",
    "skill.coach.decisions.runner.",
    "skill.coach.telling.display",
    "skill.coach.telling.position",
    "skill.coach.telling.this_week",
    "skill.coach.turn.replanning",
    "skill.figures.reading",
    "skill.language.alarm_words",
    "skill.language.body_parts",
    "skill.language.coverage",
    "skill.language.listener",
    "skill.language.phrase_checks",
    "skill.language.spelling",
    "skill.language.word_files",
    "skill.render.apl.datasource",
    "skill.telemetry.cloudwatch",
    "skill.training.fitting",
    "skill.training.runs",
    "skill.training.swaps",
    "skill.training.week",
    "skill.workout.machine",
    "skill.workout.reasons",
    "skill.workout.track",
)

LATE_CLASSES = frozenset(
    {
        "ask_sdk_model.interfaces.alexa.presentation.apl.RenderDocumentDirective",
        "ask_sdk_model.interfaces.audioplayer.AudioItem",
        "ask_sdk_model.interfaces.audioplayer.PlayBehavior",
        "ask_sdk_model.interfaces.audioplayer.PlayDirective",
        "ask_sdk_model.interfaces.audioplayer.StopDirective",
        "ask_sdk_model.interfaces.audioplayer.Stream",
        "ask_sdk_model.interfaces.display.PlainText",
        "ask_sdk_model.interfaces.display.RichText",
        "ask_sdk_model.interfaces.display.TextContent",
        "ask_sdk_model.services.ServiceClientFactory",  # all of Amazon's service clients hang on this one
        "ask_sdk_model.services.ups.UpsServiceClient",
        "skill.alexa.reminders.AmazonReminders",
        "skill.alexa.sdk.api_client.PunctualApiClient",
        "skill.language.listener.Listener",
        "skill.training.runs.LoggedRun",
        "skill.training.runs.Strain",
        "skill.workout.machine.Run",
    }
)
"""Classes that are imported at a start and made later or never, in flat packages and in late modules: a stand-in
takes the place of each until it is called. Where it was imported, none of them is asked for by ``isinstance``,
and no class is derived from it."""


def is_late(name: str) -> bool:
    """Whether a module runs only when something of it is used."""
    return any(name == late or (late.endswith(".") and name.startswith(late)) for late in LATE)
