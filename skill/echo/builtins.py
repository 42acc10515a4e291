"""What Alexa itself understands by each built-in intent, without samples in the model.

Amazon does not publish its lists; these are the utterances of its page and everyday words
(Amazon: Standard Built-in Intents).
"""

from collections.abc import Mapping
from types import MappingProxyType

FALLBACK = "AMAZON.FallbackIntent"

USUAL_UTTERANCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AMAZON.CancelIntent": ("cancel", "cancel that", "never mind", "forget it"),
        "AMAZON.HelpIntent": (
            "help",
            "help me",
            "can you help me",
            "what can i say",
            "what can i do",
        ),
        "AMAZON.LoopOffIntent": (
            "loop off",
            "turn loop off",
            "turn off loop",
            "stop looping",
            "no loop",
            "stop the loop",
        ),
        "AMAZON.LoopOnIntent": (
            "loop",
            "loop on",
            "turn on loop",
            "turn loop on",
            "loop this",
            "loop it",
        ),
        "AMAZON.NavigateHomeIntent": ("go home", "home", "go to the home screen", "show home"),
        "AMAZON.NextIntent": ("next", "skip", "skip forward", "go forward"),
        "AMAZON.NoIntent": ("no", "no thanks", "no thank you", "nope", "nah", "no way"),
        "AMAZON.PauseIntent": ("pause", "pause that", "pause it"),
        "AMAZON.PreviousIntent": ("previous", "go back", "back", "back up", "skip back"),
        "AMAZON.RepeatIntent": ("repeat", "repeat that", "say that again", "say it again"),
        "AMAZON.ResumeIntent": ("resume", "continue", "keep going"),
        "AMAZON.ShuffleOffIntent": (
            "shuffle off",
            "turn shuffle off",
            "turn off shuffle",
            "stop shuffling",
            "no shuffle",
            "stop the shuffle",
        ),
        "AMAZON.ShuffleOnIntent": (
            "shuffle",
            "shuffle on",
            "turn on shuffle",
            "turn shuffle on",
            "shuffle this",
            "shuffle it",
        ),
        "AMAZON.StartOverIntent": ("start over", "restart", "start again", "begin again"),
        "AMAZON.StopIntent": ("stop", "stop it", "stop that", "off", "shut up", "be quiet"),
        "AMAZON.YesIntent": ("yes", "yes please", "yeah", "yep", "yup", "sure", "ok", "of course"),
    }
)

WITHOUT_A_NAME: Mapping[str, str] = MappingProxyType(
    {
        **{
            f"AMAZON.{name}Intent": f"AMAZON.{name}Intent"
            for name in (
                *("Pause", "Resume", "Cancel", "Next", "Previous", "Repeat", "StartOver"),
                *("LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff"),
            )
        },
        "AMAZON.StopIntent": "AMAZON.PauseIntent",
    }
)
"""What reaches the skill whose audio was played last without its name, and as which intent.

(Amazon: AudioPlayer Interface Reference. "Stop" arrives as a pause: johnwheeler/flask-ask, issue 133.)
"""
