"""Words that Alexa keeps for herself.

Source: Amazon: Design the Invocation Name for Your Skill.
"""

LAUNCH_WORDS = frozenset(
    [
        "run",
        "start",
        "play",
        "resume",
        "use",
        "launch",
        "ask",
        "open",
        "tell",
        "load",
        "begin",
        "enable",
    ]
)
WAKE_WORDS = frozenset(["alexa", "amazon", "echo", "computer", "ziggy", "skill", "app"])
CONNECTING_WORDS = frozenset(
    [
        "to",
        "from",
        "in",
        "using",
        "with",
        "about",
        "for",
        "that",
        "by",
        "if",
        "and",
        "whether",
        "the",
        "a",
        "an",
        "of",
        "on",
        "at",
        "as",
    ]
)
