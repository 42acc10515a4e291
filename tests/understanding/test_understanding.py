import time

from hypothesis import given
from hypothesis import strategies as st
from support.small_model import MODEL, document
from support.tables import with_each

from skill.understanding import InteractionModel, Match, Understanding

UNDERSTANDING = Understanding(MODEL)


def meanings(match: Match) -> dict[str, str]:
    return {name: slot.meaning for name, slot in match.slots.items()}


@with_each(
    ("said", "intent", "slots"),
    [
        ("what's my next exercise", "WhatIsNextIntent", {}),
        ("What\u2019s my next exercise?", "WhatIsNextIntent", {}),
        ("um, what comes next, please", "WhatIsNextIntent", {}),
        ("give me fifteen more seconds", "MoreTimeIntent", {"seconds": "15"}),
        ("105 more seconds", "MoreTimeIntent", {"seconds": "105"}),
        ("give me a minute and a half", "MoreTimeIntent", {"duration": "PT1M30S"}),
        ("give me fifteen seconds", "MoreTimeIntent", {"duration": "PT15S"}),
        ("wait half a minute", "MoreTimeIntent", {"duration": "PT30S"}),
        ("i did a hundred", "DoRepsIntent", {"count": "100"}),
        ("i did minus three", "DoRepsIntent", {"count": "-3"}),
        ("how do i do it", "HowToIntent", {}),
        ("how do i do air squats", "HowToIntent", {"exercise": "squat"}),
        ("calf lifts", "GoToExerciseIntent", {"exercise": "calf_raise"}),
        ("how do i do one leg stand", "HowToIntent", {"exercise": "single_leg_stand"}),
        (
            "give me twelve squats today",
            "DoRepsIntent",
            {"count": "12", "exercise": "squat"},
        ),
        ("go to the stretch", "FinishEarlyIntent", {}),
        ("skip this one", "SkipExerciseIntent", {}),
    ],
)
def test_a_sentence_of_a_sample_is_understood(
    said: str, intent: str, slots: dict[str, str]
) -> None:
    match = UNDERSTANDING.understand(said)
    assert (match.intent, meanings(match), match.how) == (intent, slots, "sample")
    assert match.confidence == 100


@with_each(
    ("said", "intent"),
    [
        ("stop", "AMAZON.StopIntent"),
        ("Cancel!", "AMAZON.CancelIntent"),
        ("help", "AMAZON.HelpIntent"),
        ("next", "AMAZON.NextIntent"),
        ("next one", "AMAZON.NextIntent"),
        ("previous", "AMAZON.PreviousIntent"),
        ("go back", "AMAZON.PreviousIntent"),
        ("pause please", "AMAZON.PauseIntent"),
        ("resume", "AMAZON.ResumeIntent"),
        ("continue", "AMAZON.ResumeIntent"),
        ("carry on", "AMAZON.ResumeIntent"),
        ("repeat", "AMAZON.RepeatIntent"),
        ("start over", "AMAZON.StartOverIntent"),
        ("yeah", "AMAZON.YesIntent"),
        ("okay", "AMAZON.YesIntent"),
        ("nope", "AMAZON.NoIntent"),
        ("go home", "AMAZON.NavigateHomeIntent"),
    ],
)
def test_built_in_intents_know_their_usual_utterances_and_the_model_s(
    said: str, intent: str
) -> None:
    assert UNDERSTANDING.understand(said).intent == intent


def test_a_built_in_intent_that_the_model_leaves_out_is_not_understood() -> None:
    model = document()
    language = model["interactionModel"]["languageModel"]
    language["intents"] = [i for i in language["intents"] if i["name"] != "AMAZON.YesIntent"]
    match = Understanding(InteractionModel.parse(model)).understand("yeah")
    assert match.intent == "AMAZON.FallbackIntent"


def test_a_sample_of_the_model_takes_an_utterance_from_a_built_in_intent() -> None:
    model = document()
    model["interactionModel"]["languageModel"]["intents"][2]["samples"].append("skip")
    match = Understanding(InteractionModel.parse(model)).understand("skip")
    assert match.intent == "SkipExerciseIntent"


@with_each(
    ("said", "intent", "slots"),
    [
        ("wats my next exersise", "WhatIsNextIntent", {}),
        ("what's the next exercise", "WhatIsNextIntent", {}),
        ("how many more of these", "HowManyLeftIntent", {}),
        ("i'm ready now", "ReadyIntent", {}),
        ("give me like fifteen more secs", "MoreTimeIntent", {"seconds": "15"}),
        ("just give me another minute", "MoreTimeIntent", {"duration": "PT1M"}),
        ("take me to calf raises", "GoToExerciseIntent", {"exercise": "calf_raise"}),
        ("go to the strech", "FinishEarlyIntent", {}),
        ("could you just take me to calf lifts", "GoToExerciseIntent", {"exercise": "calf_raise"}),
        ("so i am ready then", "ReadyIntent", {}),
    ],
)
def test_slips_and_other_wordings_are_understood_by_likeness(
    said: str, intent: str, slots: dict[str, str]
) -> None:
    match = UNDERSTANDING.understand(said)
    assert (match.intent, meanings(match)) == (intent, slots)
    assert match.how in ("likeness", "sample")
    assert 72 <= match.confidence <= 100


@with_each(
    "said", ["what's the weather", "tell me a joke", "play some music", "what is love", "", "?!"]
)
def test_what_resembles_nothing_is_the_fallback_intent(said: str) -> None:
    match = UNDERSTANDING.understand(said)
    assert (match.intent, dict(match.slots), match.how) == ("AMAZON.FallbackIntent", {}, "fallback")


def test_a_value_outside_the_type_reaches_the_skill_unresolved() -> None:
    slot = UNDERSTANDING.understand("how do i do juggling").slots["exercise"]
    assert (slot.value, slot.resolved, slot.id) == ("juggling", False, "")


def test_a_synonym_is_sent_as_said_and_resolved_to_its_value() -> None:
    slot = UNDERSTANDING.understand("how do i do one leg stand").slots["exercise"]
    assert (slot.value, slot.resolved) == ("one leg stand", True)
    assert (slot.id, slot.name) == ("single_leg_stand", "single leg stand")


@with_each("said", ["the calf raise", "claf raises", "a calf raise", "calf rases"])
def test_an_article_or_a_slip_does_not_hide_a_value_of_the_type(said: str) -> None:
    match = UNDERSTANDING.understand(f"how do i do {said}")
    assert meanings(match) == {"exercise": "calf_raise"}
    assert match.slots["exercise"].resolved


def test_another_exercise_with_a_similar_name_is_not_a_slip() -> None:
    assert UNDERSTANDING.understand("how do i do leg raises").slots["exercise"].resolved is False


def test_an_open_slot_does_not_swallow_a_whole_story() -> None:
    four, five = "the one armed bandit", "the famous one armed bandit"
    assert UNDERSTANDING.understand(f"how do i do {four}").intent == "HowToIntent"
    assert UNDERSTANDING.understand(f"how do i do {five}").intent == "AMAZON.FallbackIntent"


def test_of_two_values_with_the_same_wording_the_first_has_it() -> None:
    model = document()
    values = model["interactionModel"]["languageModel"]["types"][0]["values"]
    values.append({"id": "pistol", "name": {"value": "pistols", "synonyms": ["squats"]}})
    match = Understanding(InteractionModel.parse(model)).understand("how do i do squats")
    assert match.slots["exercise"].id == "squat"


def test_built_in_slot_types_bring_no_resolution() -> None:
    assert UNDERSTANDING.understand("i did twelve").slots["count"].resolved is None


def test_a_whole_sentence_beats_an_open_slot_even_when_the_slot_comes_first_in_the_model() -> None:
    model = document()
    model["interactionModel"]["languageModel"]["intents"].reverse()
    match = Understanding(InteractionModel.parse(model)).understand("how do i do it")
    assert (match.how, dict(match.slots)) == ("sample", {})


def test_a_bare_slot_swallows_nothing() -> None:
    assert UNDERSTANDING.understand("juggling").intent == "AMAZON.FallbackIntent"


@given(st.text(max_size=60))
def test_anything_can_be_said_and_is_understood_the_same_way_twice(text: str) -> None:
    assert UNDERSTANDING.understand(text) == UNDERSTANDING.understand(text)


@given(st.sampled_from([s for i in MODEL.intents for s in i.samples if "{" not in s]))
def test_every_plain_sample_leads_to_its_intent(sample: str) -> None:
    intent = UNDERSTANDING.understand(sample.upper()).intent
    assert sample in next(each for each in MODEL.intents if each.name == intent).samples


def test_understanding_takes_less_than_five_milliseconds() -> None:
    sentences = ["how do i do juggling", "tell me a joke", "what's next then", "i did twelve"]
    times = []
    for sentence in sentences * 5:
        begun = time.thread_time()
        UNDERSTANDING.understand(sentence)
        times.append(time.thread_time() - begun)
    assert sorted(times)[len(times) // 2] < 0.005
