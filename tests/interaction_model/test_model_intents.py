"""The intents and their slots are those that the skill handles."""

from typing import Any

NUMBER = "AMAZON.NUMBER"
FREE_TEXT = "AMAZON.SearchQuery"
PLAN = {"exercise_count": NUMBER, "round_count": NUMBER}
EXERCISE = {"exercise": "EXERCISE"}
SPARE = {"amount": NUMBER, "duration": "AMAZON.DURATION"}

CUSTOM: dict[str, dict[str, str]] = {
    "StartWorkoutIntent": PLAN,
    "ChangePlanIntent": {**PLAN, "length": "PLAN_LENGTH"},
    "WhatIsNextIntent": {},
    "WhatIsThisIntent": {},
    "HowToIntent": EXERCISE,
    "WhichMusclesIntent": EXERCISE,
    "HowManyLeftIntent": {},
    "HowFarIntent": {},
    "HowLongIntent": {},
    "WhatIsTodayIntent": {},
    "WhyThisIntent": {**EXERCISE, "amount": NUMBER},
    "RateExerciseIntent": {"effort": "EFFORT", **EXERCISE},
    "TooHardIntent": EXERCISE,
    "TooEasyIntent": EXERCISE,
    "FewerIntent": EXERCISE,
    "SpareRepetitionsIntent": {**SPARE, **EXERCISE},
    "DidRepetitionsIntent": {**SPARE, "side": "SIDE", **EXERCISE},
    "WhenLastIntent": {},
    "HowAmIDoingIntent": {},
    "LongRunTomorrowIntent": {},
    "SkipWarmUpIntent": {},
    "NoWarmUpIntent": {},
    "WithWarmUpIntent": {},
    "SkipExerciseIntent": {**EXERCISE, "kind": "EXERCISE_KIND"},
    "GoToExerciseIntent": EXERCISE,
    "ReadyIntent": {},
    "MoreTimeIntent": {"duration": "AMAZON.DURATION", "seconds": NUMBER},
    "SkipRestIntent": {},
    "SlowerIntent": EXERCISE,
    "FasterIntent": EXERCISE,
    "FinishEarlyIntent": {},
    "SkipStretchIntent": {},
    "WaitForMeIntent": {},
    "KeepGoingIntent": {},
    "NonStopIntent": {},
    "StartTicksIntent": {},
    "StopTicksIntent": {},
    "SimpleSpeechIntent": {},
    "VolumeIntent": {"level": NUMBER},
    "PreciseSpeechIntent": {},
    "EquipmentIntent": {"tool": "TOOL", "second_tool": "TOOL", "third_tool": "TOOL"},
    "NoToolIntent": {"tool": "TOOL"},
    "LoadIntent": {"load": NUMBER, "unit": "WEIGHT_UNIT", **EXERCISE, "tool": "TOOL"},
    "PainIntent": {"joint": "JOINT", "words": FREE_TEXT},
    "RedFlagIntent": {"words": FREE_TEXT},
    "SomethingElseIntent": EXERCISE,
    "BringBackIntent": {**EXERCISE, "joint": "JOINT"},
    "IsItSafeIntent": {**EXERCISE, "joint": "JOINT"},
    "TalkFullyIntent": {},
    "TalkLessIntent": {},
    "OnlyCountIntent": {},
    "LongerRestsIntent": {},
    "ShorterRestsIntent": {},
    "NormalRestsIntent": {},
    "UseKilosIntent": {},
    "UsePoundsIntent": {},
    "LeftSideFirstIntent": {},
    "RightSideFirstIntent": {},
    "MinutesIntent": {"duration": "AMAZON.DURATION"},
    "UsualLengthIntent": {},
    "RemindMeIntent": {
        "day": "WEEKDAY",
        "second_day": "WEEKDAY",
        "third_day": "WEEKDAY",
        "time": "AMAZON.TIME",
    },
    "WhichProgrammesIntent": {},
    "StartProgrammeIntent": {"programme": "PROGRAMME"},
    "SwitchProgrammeIntent": {"programme": "PROGRAMME"},
    "WhichRemindersIntent": {},
    "CancelRemindersIntent": {},
    "WhatDoYouKnowIntent": {},
    "ForgetMeIntent": {},
    "ForgetEveryoneIntent": {},
    "UnmatchedIntent": {"words": FREE_TEXT},
}
URGENT = {"PainIntent", "RedFlagIntent", "UnmatchedIntent"}
BUILT_IN = {
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.PauseIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.LoopOnIntent",
    "AMAZON.LoopOffIntent",
    "AMAZON.ShuffleOnIntent",
    "AMAZON.ShuffleOffIntent",
}


def test_the_intents_are_those_that_the_skill_handles(samples: dict[str, list[str]]) -> None:
    assert set(samples) == set(CUSTOM) | BUILT_IN


def test_the_slots_are_those_that_the_skill_reads(slots: dict[str, dict[str, str]]) -> None:
    assert {intent: types for intent, types in slots.items() if intent in CUSTOM} == CUSTOM


def test_a_built_in_intent_has_no_slots_of_ours(slots: dict[str, dict[str, str]]) -> None:
    assert [intent for intent in BUILT_IN if slots[intent]] == []


def test_every_custom_intent_can_be_said_in_12_to_90_ways(samples: dict[str, list[str]]) -> None:
    counts = {intent: len(samples[intent]) for intent in CUSTOM if intent not in URGENT}
    assert {intent: n for intent, n in counts.items() if not 12 <= n <= 90} == {}


def test_what_must_not_be_missed_can_be_said_in_60_ways_at_least(
    samples: dict[str, list[str]],
) -> None:
    assert {intent: len(samples[intent]) for intent in URGENT if len(samples[intent]) < 60} == {}


def test_every_slot_type_is_amazons_or_declared_and_every_declared_one_is_used(
    slots: dict[str, dict[str, str]], language_model: dict[str, Any]
) -> None:
    used = {slot_type for types in slots.values() for slot_type in types.values()}
    declared = {slot_type["name"] for slot_type in language_model["types"]}
    assert used - declared == {NUMBER, FREE_TEXT, "AMAZON.DURATION", "AMAZON.TIME"}
    assert declared <= used
