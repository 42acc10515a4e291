"""What the simulator suggests to say, and the intent that each must start: change both together."""

from skill.workout.question import Question
from skill.workout.states import State

CLOSED = {
    "open strong stride": "",
    "ask strong stride what's in today's workout": "WhatIsTodayIntent",
    "ask strong stride to make it short": "ChangePlanIntent",
}
"""What is said without a session, and its intent; none for a launch."""

PLAYING = {
    "pause": "AMAZON.PauseIntent",
    "resume": "AMAZON.ResumeIntent",
    "ask strong stride how many left": "HowManyLeftIntent",
}
"""What is said while a workout plays without a session, or is paused."""

TALKING = {
    "what's in today's workout": "WhatIsTodayIntent",
    "make it short": "ChangePlanIntent",
    "how am I doing": "HowIsItGoingIntent",
    "help": "AMAZON.HelpIntent",
    "stop": "AMAZON.StopIntent",
}

STATES = {
    State.WARMING_UP: {
        "skip the warm up": "SkipWarmUpIntent",
        "skip this one": "SkipExerciseIntent",
        "say that again": "SayAgainIntent",
        "how far am I": "HowFarIntent",
        "pause": "AMAZON.PauseIntent",
    },
    State.ANNOUNCING: {
        "say that again": "SayAgainIntent",
        "why so many": "WhyThisIntent",
        "which muscles does this work": "WhichMusclesIntent",
        "skip this one": "SkipExerciseIntent",
        "pause": "AMAZON.PauseIntent",
    },
    State.COUNTING: {
        "what's my next exercise": "WhatIsNextIntent",
        "how many left": "HowManyLeftIntent",
        "slower please": "SlowerIntent",
        "how do I do this": "HowToIntent",
        "that hurts": "PainIntent",
        "pause": "AMAZON.PauseIntent",
        "skip this one": "SkipExerciseIntent",
    },
    State.HOLDING: {
        "how much longer": "HowLongIntent",
        "what's my next exercise": "WhatIsNextIntent",
        "how do I do this": "HowToIntent",
        "that hurts": "PainIntent",
        "pause": "AMAZON.PauseIntent",
        "skip this one": "SkipExerciseIntent",
    },
    State.CHANGING_SIDES: {
        "what's my next exercise": "WhatIsNextIntent",
        "pause": "AMAZON.PauseIntent",
        "skip this one": "SkipExerciseIntent",
    },
    State.RESTING: {
        "that was easy": "RateExerciseIntent",
        "skip the rest": "SkipRestIntent",
        "I did twelve": "DidRepetitionsIntent",
        "fifteen more seconds": "MoreTimeIntent",
        "longer rests": "LongerRestsIntent",
        "something else instead": "SomethingElseIntent",
        "what's next": "WhatIsNextIntent",
        "how far am I": "HowFarIntent",
        "finish early": "FinishEarlyIntent",
    },
    State.STRETCHING: {
        "say that again": "SayAgainIntent",
        "skip the stretch": "SkipStretchIntent",
        "how far am I": "HowFarIntent",
        "pause": "AMAZON.PauseIntent",
    },
}

ON_TO_A_SET = {
    "ready": "ReadyIntent",
    "I need more time": "MoreTimeIntent",
    "what's next": "WhatIsNextIntent",
    "finish early": "FinishEarlyIntent",
}
YES_OR_NO = {"yes": "AMAZON.YesIntent", "no": "AMAZON.NoIntent"}

YES_OR_NO = {"yes": "AMAZON.YesIntent", "no": "AMAZON.NoIntent"}

ASKED = {
    Question.STRETCH_KINDLY: YES_OR_NO,
    Question.DANGER: YES_OR_NO,
    Question.HURT: YES_OR_NO,
    Question.HALF_HEARD: YES_OR_NO,
    Question.MEANT: YES_OR_NO,
    Question.CLEARED: YES_OR_NO,
    Question.BRING_BACK: YES_OR_NO,
    Question.WELL: {**YES_OR_NO, "I'm better": "BringBackIntent"},
    Question.BETTER: {"my knee is fine again": "BringBackIntent", "no": "AMAZON.NoIntent"},
    Question.READY: ON_TO_A_SET,
    Question.REST: ON_TO_A_SET,
    Question.OTHER_SIDE: {
        "ready": "ReadyIntent",
        "I need more time": "MoreTimeIntent",
        "skip this one": "SkipExerciseIntent",
    },
    Question.STRETCH: {
        "ready": "ReadyIntent",
        "skip the stretch": "SkipStretchIntent",
        "how far am I": "HowFarIntent",
    },
    Question.NEXT_STRETCH: {
        "ready": "ReadyIntent",
        "skip the stretch": "SkipStretchIntent",
        "stop": "AMAZON.StopIntent",
    },
    Question.SUM_UP: {"yes please": "AMAZON.YesIntent", "no thanks": "AMAZON.NoIntent"},
    Question.START: {
        **YES_OR_NO,
        "make it short": "ChangePlanIntent",
        "I've got fifteen minutes": "MinutesIntent",
        "I have a kettlebell": "EquipmentIntent",
        "what's in today's workout": "WhatIsTodayIntent",
        "two rounds": "ChangePlanIntent",
        "tomorrow is my long run": "LongRunTomorrowIntent",
    },
    Question.SORE_OR_NEW: {
        "no": "AMAZON.NoIntent",
        "I'm new to this": "NewToThisIntent",
        "my knee hurts": "PainIntent",
        "ready": "ReadyIntent",
    },
    Question.CARRY_ON: {**YES_OR_NO, "start over": "AMAZON.StartOverIntent"},
    Question.CARRY_ON_OR_FRESH: {
        "carry on": "AMAZON.ResumeIntent",
        "start over": "AMAZON.StartOverIntent",
    },
    Question.START_FRESH: YES_OR_NO,
    Question.GO_ON: {
        "carry on": "AMAZON.ResumeIntent",
        "how far am I": "HowFarIntent",
        "start over": "AMAZON.StartOverIntent",
        "stop": "AMAZON.StopIntent",
    },
    Question.WHICH_EXERCISE: {
        "squats": "GoToExerciseIntent",
        "calf raises": "GoToExerciseIntent",
        "good mornings": "GoToExerciseIntent",
    },
    Question.HOW_LARGE: {
        "three exercises": "ChangePlanIntent",
        "two rounds": "ChangePlanIntent",
        "make it short": "ChangePlanIntent",
    },
    Question.TOO_HARD: {
        "fewer": "FewerIntent",
        "slower": "SlowerIntent",
        "an easier one": "TooHardIntent",
        "give me a break": "MoreTimeIntent",
        "resume": "AMAZON.ResumeIntent",
    },
    Question.REALLY: {
        "yes": "AMAZON.YesIntent",
        "no": "AMAZON.NoIntent",
        "I did twelve": "DidRepetitionsIntent",
    },
    Question.HOW_MANY: {"I did twelve": "DidRepetitionsIntent", "no": "AMAZON.NoIntent"},
    Question.HOW_HEAVY: {
        "eight kilos": "LoadIntent",
        "ten pounds": "LoadIntent",
        "no": "AMAZON.NoIntent",
    },
    Question.SO_HEAVY: {
        "yes": "AMAZON.YesIntent",
        "no": "AMAZON.NoIntent",
        "eight kilos": "LoadIntent",
    },
    Question.WITH_WHAT: {
        "with the kettlebell": "LoadIntent",
        "with the dumbbells": "LoadIntent",
        "no": "AMAZON.NoIntent",
    },
    Question.WHAT_FOR: {"for the squats": "LoadIntent", "no": "AMAZON.NoIntent"},
    Question.INSTEAD: {**YES_OR_NO, "something else": "SomethingElseIntent"},
    Question.HOW_WAS_IT: {
        "easy": "RateExerciseIntent",
        "it was okay": "RateExerciseIntent",
        "hard": "RateExerciseIntent",
        "start": "StartWorkoutIntent",
    },
    Question.HOW_MUCH_TIME: {
        "thirty more seconds": "MoreTimeIntent",
        "give me a minute": "MoreTimeIntent",
    },
    Question.WHICH_DAYS: {
        "Tuesdays and Fridays": "RemindMeIntent",
        "every day": "RemindMeIntent",
        "no": "AMAZON.NoIntent",
    },
    Question.WHAT_TIME: {
        "at seven in the morning": "RemindMeIntent",
        "in the evening": "RemindMeIntent",
        "no": "AMAZON.NoIntent",
    },
    Question.REMIND: YES_OR_NO,
    Question.FORGET: YES_OR_NO,
    Question.FORGET_SURELY: YES_OR_NO,
    Question.FORGET_WHOSE: {
        "just my data": "ForgetMeIntent",
        "everyone": "ForgetEveryoneIntent",
        "no": "AMAZON.NoIntent",
    },
    Question.FORGET_ALL: YES_OR_NO,
    Question.FORGET_ALL_SURELY: YES_OR_NO,
}

CHOICES = {
    "pacing": {
        "keep_going": "KeepGoingIntent",
        "non_stop": "NonStopIntent",
        "wait_for_me": "WaitForMeIntent",
    },
    "rests": {
        "shorter": "ShorterRestsIntent",
        "usual": "NormalRestsIntent",
        "longer": "LongerRestsIntent",
    },
    "talk": {"full": "TalkFullyIntent", "short": "TalkLessIntent", "counts": "OnlyCountIntent"},
    "side": {"left": "LeftSideFirstIntent", "right": "RightSideFirstIntent"},
    "tools": dict.fromkeys(("kettlebell", "dumbbell", "mini_band", "step"), "EquipmentIntent"),
    "hurts": dict.fromkeys(("knee", "hip", "ankle", "back"), "PainIntent"),
    "speech": {"precise": "PreciseSpeechIntent", "simple": "SimpleSpeechIntent"},
}
"""The intent of each choice, by its id."""

TAKEN_BACK = {"tools": "NoToolIntent", "hurts": "BringBackIntent"}
"""The intent by which a choice is taken back."""
