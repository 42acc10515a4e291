"""A small interaction model in Amazon's shape, with one of everything that the tests need."""

from typing import Any

from skill.data import read_data
from skill.simulator.models import number_words
from skill.understanding import Hearing, InteractionModel

EXERCISES = {
    "squat": ["squats", "squat", "air squats"],
    "calf_raise": ["calf raises", "calf raise", "calf lifts"],
    "single_leg_stand": ["single leg stand", "one leg stand", "balance"],
}


HEARING = Hearing.of(
    {
        **read_data("hearing/en-US.toml"),
        "fillers": ["um", "uh", "er", "please", "just", "like"],
        "before": ["so", "right", "could you", "hang on", "yeah"],
        "after": ["then", "now", "mate", "for a second"],
        "small": [
            "a",
            "an",
            "the",
            "my",
            "this",
            "of",
            "to",
            "i",
            "am",
            "is",
            "are",
            "me",
            "we",
            "do",
            "these",
            "it",
        ],
        "articles": ["a", "an", "the", "some", "my"],
        "asking": ["is", "are", "what", "how"],
        "turning": ["not", "asking"],
        "telling": {
            "not": ["not", "never", "no"],
            "fast": ["fast", "faster"],
            "slow": ["slow", "slower"],
        },
    },
    number_words("en-US"),
)


def document() -> dict[str, Any]:
    """Write the model as parsed JSON, fresh for every caller."""
    samples: dict[str, list[str]] = {
        "WhatIsNextIntent": ["what's my next exercise", "what comes next", "what's after this"],
        "HowManyLeftIntent": ["how many left", "how many more", "how many reps to go"],
        "SkipExerciseIntent": ["skip this one", "not this one"],
        "FinishEarlyIntent": ["go to the stretch", "that's enough for today"],
        "ReadyIntent": ["ready", "i'm ready", "let's go"],
        "AMAZON.HelpIntent": [],
        "AMAZON.StopIntent": [],
        "AMAZON.NextIntent": ["next one"],
        "AMAZON.PreviousIntent": [],
        "AMAZON.PauseIntent": [],
        "AMAZON.ResumeIntent": ["carry on"],
        "AMAZON.RepeatIntent": [],
        "AMAZON.StartOverIntent": [],
        "AMAZON.NavigateHomeIntent": [],
        "AMAZON.CancelIntent": [],
        "AMAZON.YesIntent": [],
        "AMAZON.NoIntent": [],
        "AMAZON.FallbackIntent": [],
    }
    intents: list[dict[str, Any]] = [
        {"name": name, "samples": texts} for name, texts in samples.items()
    ]
    intents += [
        {
            "name": "HowToIntent",
            "slots": [{"name": "exercise", "type": "EXERCISE"}],
            "samples": ["how do i do {exercise}", "how do i do it", "explain {exercise}"],
        },
        {
            "name": "GoToExerciseIntent",
            "slots": [{"name": "exercise", "type": "EXERCISE"}],
            "samples": ["go to {exercise}", "take me to the {exercise}", "{exercise}"],
        },
        {
            "name": "MoreTimeIntent",
            "slots": [
                {"name": "seconds", "type": "AMAZON.NUMBER"},
                {"name": "duration", "type": "AMAZON.DURATION"},
            ],
            "samples": [
                "i need more time",
                "give me {seconds} more seconds",
                "{seconds} more seconds",
                "give me {duration}",
                "wait {duration}",
            ],
        },
        {
            "name": "DoRepsIntent",
            "slots": [
                {"name": "count", "type": "AMAZON.NUMBER"},
                {"name": "exercise", "type": "EXERCISE"},
            ],
            "samples": ["i did {count}", "give me {count} {exercise} today"],
        },
    ]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": "strong stride",
                "intents": intents,
                "types": [
                    {
                        "name": "EXERCISE",
                        "values": [
                            {"id": key, "name": {"value": names[0], "synonyms": names[1:]}}
                            for key, names in EXERCISES.items()
                        ],
                    }
                ],
            },
            "dialog": {"intents": [{"name": "DoRepsIntent"}]},
        },
        "version": "1",
    }


MODEL = InteractionModel.parse(document(), hearing=HEARING)
