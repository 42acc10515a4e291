"""A slot whose resolution is missing, late, empty or wrong: the words themselves are looked up."""

from typing import Any

import pytest
from ask_sdk_model.slu.entityresolution import StatusCode
from hypothesis import given
from hypothesis import strategies as st
from requests_to_alexa import Json, Speaker, intent, launch
from support.examples import tried
from support.heard import slot
from support.tables import with_each

from skill.alexa.intents import INTENTS, command_of
from skill.alexa.said import LONGEST_TEXT, clean
from skill.coach import commands
from skill.coach.commands import HeardNumber, Named, NamedExercise
from skill.loaders import LOCALE, load_listener
from skill.simulator.models import load_model
from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.training.record import Effort

UNRESOLVED = (
    None,
    StatusCode.ER_SUCCESS_NO_MATCH,
    StatusCode.ER_ERROR_TIMEOUT,
    StatusCode.ER_ERROR_EXCEPTION,
    StatusCode.ER_SUCCESS_MATCH,  # with nothing that matched
)
SLOTS = (
    "exercise",
    "tool",
    "joint",
    "kind",
    "effort",
    "side",
    "words",
    "after",
    "amount",
    "duration",
)
MOST_NAMES = sorted(INTENTS)


def understood(name: str, code: StatusCode | None = None, **said: str | None) -> Any:
    slots = {key: slot(key, value, code=code) for key, value in said.items()}
    return command_of(name, slots, lambda: load_listener(LOCALE))


@with_each("code", UNRESOLVED)
def test_a_word_of_the_model_is_known_whatever_became_of_its_resolution(
    code: StatusCode | None,
) -> None:
    assert understood("EquipmentIntent", code, tool="kettlebell") == commands.Equipment(
        (Named("kettlebell", "kettlebell"),)
    )
    assert understood("RateExerciseIntent", code, effort="easy").effort is Effort.EASY
    go_to = understood("GoToExerciseIntent", code, exercise="step ups")
    assert go_to.exercise == NamedExercise("step_up", "step ups")
    assert understood("DidRepetitionsIntent", code, amount="9", side="left leg").side is Side.LEFT
    load = understood("LoadIntent", code, load="16", unit="kilos", exercise="the squats")
    assert (load.units, load.exercise.id) == (Units.KILOGRAMS, "squat")
    assert understood("PainIntent", code, joint="my left knee i think").joint.id == "knee"


def test_the_known_word_goes_where_it_names(speaker: Speaker) -> None:
    def unresolved(event: Json) -> None:
        for one in event["request"]["intent"]["slots"].values():
            one["resolutions"] = {
                "resolutionsPerAuthority": [
                    {"authority": "ours", "status": {"code": "ER_ERROR_TIMEOUT"}}
                ]
            }

    speaker.send(launch())
    said = speaker.says(intent("EquipmentIntent", tool="kettlebell"), unresolved, after_s=5)
    assert "don't know" not in said
    assert "kettlebell" in said
    speaker.send(intent("AMAZON.YesIntent"), after_s=15)
    said = speaker.says(intent("GoToExerciseIntent", exercise="lunge"), unresolved, after_s=90)
    assert "lunges with overhead reach, ten" in said
    assert "don't know" not in said


@with_each("number", ["2", "two", "Two", " 2 "])
def test_a_number_is_the_same_as_a_figure_and_as_a_word(number: str) -> None:
    assert understood("ChangePlanIntent", round_count=number).rounds == HeardNumber(2)
    assert understood("DidRepetitionsIntent", amount=number).repetitions == HeardNumber(2)
    assert understood("LoadIntent", load=number).amount == HeardNumber(2)


@with_each(
    ("load", "tool", "amount"),
    [
        ("120", "dumbbell", 20),
        ("116", "kettlebell", 16),
        ("100", "dumbbell", 100),
        ("20", "dumbbell", 20),
        ("120", "backpack", 120),
    ],
)
def test_one_twenty_pound_dumbbell_is_one_of_twenty_pounds(
    load: str, tool: str, amount: int
) -> None:
    heard = understood("LoadIntent", load=load, unit="pounds", tool=tool)
    assert heard.amount == HeardNumber(amount)


@pytest.mark.parametrize("muscles", ["thighs", "calves", "hamstrings"])
def test_a_question_about_sore_muscles_is_answered(muscles: str) -> None:
    asked = commands.AskAdvice(commands.Topic.SORENESS)
    assert (
        understood("SoreMusclesIntent", joint=muscles) == understood("SoreMusclesIntent") == asked
    )


@with_each("joint", ["knee", "back", "shin", "heel"])
def test_a_question_about_a_sore_joint_is_a_pain(joint: str) -> None:
    assert isinstance(understood("SoreMusclesIntent", joint=joint), commands.Pain)


@with_each("name", ["GoToExerciseIntent", "HowToIntent", "UnmatchedIntent"])
@with_each(
    ("text", "command"),
    [
        ("my knee really hurts", commands.Pain),
        ("i feel a bit faint", commands.RedFlag),
        ("a pain in my chest", commands.RedFlag),
        ("something popped in my knee", commands.Pain),
    ],
)
def test_pain_and_danger_are_heard_in_a_slot_for_something_else(
    name: str, text: str, command: type
) -> None:
    slots = {"words" if name == "UnmatchedIntent" else "exercise": text}
    assert isinstance(understood(name, **slots), command)


@pytest.mark.parametrize(
    "said",
    [
        {"words": "my shoulder", "after": "and i am dizzy"},
        {"words": "i am dizzy and my shoulder", "after": "a bit"},
    ],
)
def test_of_several_slots_the_worst_word_counts(said: dict[str, str]) -> None:
    assert isinstance(understood("PainIntent", **said), commands.RedFlag)


def test_what_gave_way_is_told_apart_from_what_hurts() -> None:
    injury = understood("UnmatchedIntent", words="my left ankle gave way")
    assert (injury.joint.id, injury.part, injury.injured) == ("ankle", "ankle", True)
    pain = understood("PainIntent", joint="jaw")
    assert (pain.joint.id, pain.part, pain.injured) == ("jaw", "jaw", False)


@with_each(
    ("part", "feared"),
    [
        ("chest", commands.RedFlag()),
        ("jaw", commands.Pain(commands.Named("jaw", "jaw"), "jaw")),
        ("shin", commands.Pain(commands.Named("ankle", "shin"), "shin")),
        ("blorb", None),
    ],
)
def test_what_a_part_that_is_fine_would_be_if_it_hurt_is_known(
    part: str, feared: commands.Command | None
) -> None:
    assert understood("BringBackIntent", joint=part).feared == feared


def test_a_word_that_turns_the_pain_into_none_is_not_overheard() -> None:
    assert isinstance(understood("PainIntent", words="my knee does not"), commands.NotUnderstood)
    assert isinstance(understood("RedFlagIntent", words="i am not"), commands.NotUnderstood)


@given(st.text())
def test_a_text_is_cleaned_before_it_is_said(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST_TEXT
    assert cleaned.isprintable()
    cleaned.encode()  # a lone half of a character could not be sent


@tried(150)
@given(
    st.sampled_from(MOST_NAMES),
    st.dictionaries(st.sampled_from(SLOTS), st.one_of(st.none(), st.text(max_size=60)), max_size=3),
)
def test_every_intent_is_a_command_whatever_its_slots_hold(
    name: str, said: dict[str, str | None]
) -> None:
    assert isinstance(understood(name, **said), commands.Command)


@pytest.mark.parametrize(
    "value",
    ["\ud800\udfff", "\x00\x1b[2J", "<speak>&", "9" * 400, "P" + "9" * 400 + "D", "a " * 400, "½"],
)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GoToExerciseIntent", "exercise"),
        ("PainIntent", "joint"),
        ("NoToolIntent", "tool"),
        ("DidRepetitionsIntent", "amount"),
        ("MinutesIntent", "duration"),
        ("MoreTimeIntent", "duration"),
        ("LoadIntent", "load"),
        ("RemindMeIntent", "day"),
        ("SkipExerciseIntent", "kind"),
    ],
)
def test_no_turn_ends_in_an_apology_whatever_a_slot_holds(
    speaker: Speaker, caplog: pytest.LogCaptureFixture, name: str, key: str, value: str
) -> None:
    speaker.send(launch())
    speaker.send(intent("AMAZON.YesIntent"), after_s=15)
    speaker.send(intent(name, **{key: value}), after_s=40)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


OWN_SLOTS = {
    one.name: [name for name, kind in one.slots.items() if not kind.startswith("AMAZON.")]
    for one in load_model(LOCALE).intents
}


@pytest.mark.parametrize("name", [name for name, slots in OWN_SLOTS.items() if slots])
def test_a_value_of_another_release_is_a_name_that_nobody_knows(
    speaker: Speaker, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    """The model and the skill are renewed one after the other, and own workouts may be taken away."""
    matched = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"id": "of_another"}}]}
    heard = intent(name, **dict.fromkeys(OWN_SLOTS[name], "wobbles"))
    for one in heard["intent"]["slots"].values():
        one["resolutions"] = {"resolutionsPerAuthority": [{"authority": "ours", **matched}]}
    speaker.send(launch())
    speaker.send(intent("AMAZON.YesIntent"), after_s=15)
    speaker.send(heard, after_s=40)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_an_exercise_of_another_release_is_answered_as_any_unknown_name(speaker: Speaker) -> None:
    def of_another(event: Json) -> None:
        value = {"value": {"name": "squad", "id": "of_another"}}
        matched = {"authority": "ours", "status": {"code": "ER_SUCCESS_MATCH"}, "values": [value]}
        exercise = event["request"]["intent"]["slots"]["exercise"]
        exercise["resolutions"] = {"resolutionsPerAuthority": [matched]}

    speaker.send(launch())
    said = speaker.says(intent("HowToIntent", exercise="squad"), of_another)
    assert said.startswith("I don't know squad. ")
