"""Several people, one speaker: each voice that Alexa tells apart has a record of its own, and sees no other."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requests_to_alexa import EVENING, Json, Speaker, intent, launch
from support.examples import tried
from support.flaky_store import FlakyStore
from support.kept import held
from support.straight_to_work import catalog_without_warm_up

from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id, athlete_id
from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.loaders import load_phrasebook
from skill.training.preferences import Pacing
from skill.workout.states import State

USER = "amzn1.ask.account.RUNNER"
ANNA, BEN = "amzn1.ask.person.ANNA", "amzn1.ask.person.BEN"
NOBODY = ""
NEXT, YES = intent("WhatIsNextIntent"), intent("AMAZON.YesIntent")
START = intent("StartWorkoutIntent")


def id_of(speaker: Speaker, skill: AlexaSkill, voice: str) -> str:
    """The id of a voice's record."""
    speaker.voice, before = voice, speaker.voice
    try:
        from skill.alexa.sdk.envelope import read_envelope

        envelope = read_envelope(speaker.event(launch()))
        assert envelope is not None
        return athlete_id(envelope)
    finally:
        speaker.voice = before


@pytest.fixture
def whose(speaker: Speaker, skill: AlexaSkill, coach: Coach) -> Callable[[str], Athlete | None]:
    """The stored athlete of a voice."""
    return lambda voice: coach.peek(id_of(speaker, skill, voice))


Whose = Callable[[str], Athlete | None]


def begins(speaker: Speaker, voice: str) -> None:
    """Open the skill in a voice and start the workout."""
    speaker.opens(voice)
    speaker.send(START, after_s=20)


def state_of(athlete: Athlete | None) -> State:
    assert athlete is not None
    assert athlete.workout is not None
    return athlete.workout.place.active


def test_two_voices_are_two_runners(speaker: Speaker, whose: Whose) -> None:
    begins(speaker, ANNA)
    speaker.send(intent("SlowerIntent"), after_s=30)
    assert "Welcome to Strong Stride" in speaker.opens(BEN, after_s=600)
    assert "You were on" in speaker.opens(ANNA, after_s=600)
    ben = whose(BEN)
    assert ben is not None
    assert ben.preferences.beat_percent == 100
    assert whose(NOBODY) is None


def test_a_voice_that_nobody_knows_trains_with_the_account(speaker: Speaker, whose: Whose) -> None:
    begins(speaker, NOBODY)
    assert whose(NOBODY) is not None
    assert "Welcome to Strong Stride" in speaker.opens(ANNA, after_s=600)


def test_a_voice_is_somebody_else_on_another_account(skill: AlexaSkill) -> None:
    here, there = Speaker(skill), Speaker(skill, user="amzn1.ask.account.FRIEND")
    here.opens(ANNA)
    assert "Welcome to Strong Stride" in there.opens(ANNA, after_s=60)
    assert "Welcome to Strong Stride" not in here.opens(ANNA, after_s=120)


def test_a_breathless_voice_that_is_not_told_goes_on_with_the_workout(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, ANNA)
    speaker.voice = NOBODY
    answer = speaker.send(NEXT, after_s=45)
    assert "directives" in answer["response"]
    assert state_of(whose(ANNA)) is State.COUNTING
    assert whose(NOBODY) is None


def test_a_voice_that_is_told_only_now_goes_on_with_the_workout_that_the_account_began(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, NOBODY)
    speaker.voice = ANNA
    assert "directives" in speaker.send(NEXT, after_s=45)["response"]
    assert state_of(whose(NOBODY)) is State.COUNTING
    assert whose(ANNA) is None


def test_before_a_workout_a_voice_that_is_told_is_greeted_as_itself(
    speaker: Speaker, whose: Whose
) -> None:
    speaker.opens(NOBODY)
    speaker.voice = ANNA
    speaker.send(START, after_s=20)
    assert state_of(whose(ANNA)) is State.ANNOUNCING
    nobody = whose(NOBODY)
    assert nobody is not None
    assert nobody.workout is None or not nobody.workout.under_way


def test_who_interrupts_a_workout_in_another_voice_gets_an_answer_of_their_own(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, ANNA)
    speaker.voice = BEN
    said = speaker.says(NEXT, after_s=45)
    assert "We begin with" in said  # Ben has not begun
    anna = whose(ANNA)
    assert anna is not None
    assert anna.workout is not None
    assert anna.workout.place.state is State.IDLE
    assert anna.workout.tally[0] > 0


def test_and_the_first_one_carries_on_from_the_same_repetition(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, ANNA)
    speaker.voice = BEN
    speaker.send(intent("AMAZON.PauseIntent"), after_s=45)
    anna = whose(ANNA)
    assert anna is not None
    assert anna.workout is not None
    done = anna.workout.tally[0]
    speaker.voice = ANNA
    answer = speaker.send(intent("AMAZON.ResumeIntent"), after_s=300)
    assert "directives" in answer["response"]
    resumed = whose(ANNA)
    assert resumed is not None
    assert resumed.workout is not None
    assert resumed.workout.tally[0] == done
    assert resumed.workout.place.done == done


def test_a_stop_in_another_voice_keeps_the_place_and_ends_the_session(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, ANNA)
    speaker.voice = BEN
    response = speaker.send(intent("AMAZON.StopIntent"), after_s=45)["response"]
    assert response["shouldEndSession"] is True
    assert state_of(whose(ANNA)) is State.COUNTING


def test_the_end_of_a_session_that_names_no_voice_is_of_whose_session_it_was(
    speaker: Speaker, whose: Whose
) -> None:
    begins(speaker, ANNA)
    speaker.voice = NOBODY
    speaker.send({"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"}, after_s=45)
    anna = whose(ANNA)
    assert anna is not None
    assert anna.workout is not None
    assert anna.workout.place.state is State.IDLE
    assert whose(NOBODY) is None


def test_what_one_did_while_the_store_was_down_is_never_taken_for_anothers() -> None:
    store = FlakyStore()
    coach = Coach(catalog_without_warm_up(), store, load_phrasebook)
    skill = AlexaSkill(coach, clock=lambda: EVENING)
    speaker = Speaker(skill)
    begins(speaker, ANNA)
    store.writes = False
    speaker.send(intent("SlowerIntent"), after_s=45)
    assert speaker.session is not None
    assert speaker.session.attributes["saved"] is False
    speaker.voice = BEN
    speaker.send(NEXT, after_s=10)
    store.writes = True
    speaker.send(NEXT, after_s=10)
    ben = coach.peek(id_of(speaker, skill, BEN))
    assert ben is not None
    assert ben.preferences.beat_percent == 100
    assert ben.workout is None or not ben.workout.under_way


def test_a_copy_of_somebody_else_in_the_session_is_not_read(speaker: Speaker, whose: Whose) -> None:
    begins(speaker, ANNA)
    assert speaker.session is not None
    forged = {**speaker.session.attributes, "saved": False, "owner": "somebody else"}
    speaker.opens(BEN, after_s=600)
    speaker.session.attributes = forged
    speaker.send(NEXT, after_s=10)
    ben = whose(BEN)
    assert ben is not None
    assert ben.workout is None or not ben.workout.under_way


# Privacy in a household.


def test_what_is_known_of_one_is_told_to_no_voice_that_is_not_recognized(speaker: Speaker) -> None:
    begins(speaker, ANNA)
    speaker.opens(ANNA, after_s=600)
    speaker.voice = NOBODY
    for request in (intent("WhatDoYouKnowIntent"), intent("ForgetMeIntent")):
        assert "I can't tell whose voice that is" in speaker.says(request, after_s=10)
    speaker.voice = ANNA
    assert "your place in the workout" in speaker.says(intent("WhatDoYouKnowIntent"), after_s=10)


def test_a_yes_that_is_not_recognized_is_taken_for_whoever_was_asked(
    speaker: Speaker, whose: Whose
) -> None:
    speaker.opens(ANNA)
    speaker.send(intent("ForgetMeIntent"), after_s=20)
    speaker.voice = NOBODY
    speaker.send(YES, after_s=5)
    assert "deleted" in speaker.says(YES, after_s=5)
    assert whose(ANNA) is None


def test_a_yes_of_another_voice_deletes_nobody(speaker: Speaker, whose: Whose) -> None:
    speaker.opens(ANNA)
    speaker.send(intent("ForgetMeIntent"), after_s=20)
    speaker.send(YES, after_s=5)
    speaker.voice = BEN
    speaker.send(YES, after_s=5)
    assert whose(ANNA) is not None


def test_one_is_forgotten_and_the_others_are_kept(speaker: Speaker, whose: Whose) -> None:
    for voice in (NOBODY, ANNA, BEN):
        speaker.opens(voice, after_s=600)
    assert "just you, or everyone?" in speaker.says(intent("ForgetMeIntent"), after_s=20)
    speaker.send(intent("ForgetMeIntent"), after_s=5)
    assert "Everything about you is deleted." in speaker.says(YES, after_s=5)
    assert whose(BEN) is None
    assert whose(ANNA) is not None
    assert whose(NOBODY) is not None


@pytest.mark.parametrize("asking", [NOBODY, ANNA])
def test_everyone_is_forgotten_at_once(
    speaker: Speaker, whose: Whose, coach: Coach, asking: str
) -> None:
    for voice in (NOBODY, BEN, ANNA):
        speaker.opens(voice, after_s=600)
    speaker.opens(asking, after_s=600)
    speaker.send(intent("ForgetEveryoneIntent"), after_s=20)
    speaker.send(YES, after_s=5)
    assert "all of you is deleted" in speaker.says(YES, after_s=5)
    assert [whose(voice) for voice in (NOBODY, ANNA, BEN)] == [None, None, None]
    assert held(coach.store) == {}


def test_disabling_the_skill_deletes_every_profile_of_the_account_and_of_no_other(
    speaker: Speaker, skill: AlexaSkill, coach: Coach
) -> None:
    friend = Speaker(skill, user="amzn1.ask.account.FRIEND")
    friend.opens(ANNA)
    for voice in (NOBODY, ANNA, BEN):
        speaker.opens(voice, after_s=600)
    speaker.voice, speaker.session = NOBODY, None
    speaker.send({"type": "AlexaSkillEvent.SkillDisabled"})
    left = held(coach.store)
    assert {*left} == {
        id_of(friend, skill, ANNA),
        f"{account_id('amzn1.ask.account.FRIEND')}.household",
    }


def test_the_store_holds_neither_an_account_nor_a_voice_by_name(
    speaker: Speaker, coach: Coach
) -> None:
    begins(speaker, ANNA)
    written = repr(held(coach.store))
    assert "amzn1" not in written
    assert "ANNA" not in written


# Whatever is said in turn by whom.

WISHES: dict[str, Json] = {
    ANNA: intent("SlowerIntent"),
    BEN: intent("WaitForMeIntent"),
    "amzn1.ask.person.CARLA": intent("SimpleSpeechIntent"),
}
"""What only one of them ever preferences."""


def is_theirs_alone(voice: str, athlete: Athlete) -> bool:
    preferences = athlete.preferences
    return (
        (voice == ANNA or preferences.beat_percent == 100)
        and (voice == BEN or preferences.pacing is Pacing.KEEP_GOING)
        and (voice not in (ANNA, BEN) or not preferences.simple_speech)
    )


STEPS = st.tuples(
    st.sampled_from([*WISHES]),
    st.sampled_from(["opens", "preferences", "starts", "asks", "ends"]),
    st.booleans(),
)


@tried(60)
@given(st.lists(STEPS, min_size=1, max_size=12))
def test_no_wish_of_one_is_ever_found_with_another(steps: list[tuple[str, str, bool]]) -> None:
    store = FlakyStore()
    coach = Coach(catalog_without_warm_up(), store, load_phrasebook)
    skill = AlexaSkill(coach, clock=lambda: EVENING)
    speaker = Speaker(skill)
    doing: dict[str, Callable[[str], Any]] = {
        "opens": lambda voice: speaker.opens(voice, after_s=30),
        "preferences": lambda voice: speaker.send(WISHES[voice], after_s=30),
        "starts": lambda _: speaker.send(START, after_s=30),
        "asks": lambda _: speaker.send(NEXT, after_s=30),
        "ends": lambda _: speaker.send(
            {"type": "SessionEndedRequest", "reason": "USER_INITIATED"}, after_s=30
        ),
    }
    for voice, what, store_is_up in steps:
        store.reads = store.writes = store_is_up
        speaker.voice = voice
        doing[what](voice)
    store.reads = store.writes = True
    for voice in WISHES:
        athlete = coach.peek(id_of(speaker, skill, voice))
        assert athlete is None or is_theirs_alone(voice, athlete)
