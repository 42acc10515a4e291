"""Runners are heard in words that nobody wrote the samples by."""

import re
from collections import Counter

import pytest
from held_out import FOLDER, LANGUAGES, HeldOut, intents_of, measured, utterances

from skill.simulator.models import load_model

pytestmark = pytest.mark.slow

PLAYERS_OWN = {
    "AMAZON.LoopOffIntent",
    "AMAZON.LoopOnIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.ShuffleOffIntent",
    "AMAZON.ShuffleOnIntent",
}
"""What Amazon demands of a skill that plays sound, and understands by words of her own."""

OTHER_TONGUES = [language for language in LANGUAGES if language != "en-US"]
BREATHLESS = sorted(path.stem for path in (FOLDER / "breathless").glob("*.toml"))

each_tongue = pytest.mark.parametrize("tongue", OTHER_TONGUES)
"""One lot more for each language."""


@pytest.fixture(scope="session", params=LANGUAGES)
def locale(request: pytest.FixtureRequest) -> str:
    """Take the languages that have such sentences, one by one."""
    return str(request.param)


@pytest.fixture(scope="session")
def heard(locale: str) -> list[HeldOut]:
    return measured(locale)


def test_nineteen_of_twenty_sentences_come_to_the_right_act(heard: list[HeldOut]) -> None:
    assert len(heard) >= 300
    assert sum(one.act_is_right for one in heard) >= 0.95 * len(heard)
    assert sum(one.is_right for one in heard) >= 0.95 * len(heard)


def test_no_sentence_does_what_nobody_asked_for(heard: list[HeldOut]) -> None:
    assert [one.said for one in heard if one.is_wrong_order] == []


def test_pain_and_danger_always_stop_the_count(heard: list[HeldOut]) -> None:
    urgent = [one for one in heard if one.must_stop]
    assert len(urgent) >= 30
    assert [one.said for one in urgent if not one.stops] == []


@pytest.mark.parametrize("lot", ["idioms", "everyday"])
def test_in_a_turn_of_phrase_pain_stops_and_nothing_else_is_done(lot: str) -> None:
    heard = measured("en-US", lot)
    assert len(heard) >= 120
    assert [one.said for one in heard if one.must_stop and not one.stops] == []
    assert [one.said for one in heard if one.is_wrong_act] == []


@pytest.mark.parametrize(("lot", "share"), [("voices", 0.85), ("strangers", 0.85)])
def test_twenty_runners_who_speak_as_they_like_are_heard(lot: str, share: float) -> None:
    """What is not heard comes to nothing, and never to another order."""
    heard = measured("en-US", lot)
    assert len(heard) >= 150
    assert sum(one.act_is_right for one in heard) >= share * len(heard)
    assert [one.said for one in heard if one.is_wrong_act] == []
    assert [one.said for one in heard if one.must_stop and not one.stops] == []


def test_sixty_ways_to_tell_of_pain_and_danger_all_stop_the_count() -> None:
    heard = measured("en-US", "alarms")
    assert len(heard) >= 60
    assert [one.said for one in heard if not one.stops] == []
    assert [one.said for one in heard if not one.act_is_right] == []


@each_tongue
def test_everyday_speech_is_heard_in_every_language(tongue: str) -> None:
    """The sentences leave pain, loads and sets to the lots that have hundreds of each."""
    heard = measured(tongue, "everyday")
    assert len(heard) >= 60
    assert sum(one.act_is_right for one in heard) >= 0.9 * len(heard)
    assert [one.said for one in heard if one.is_wrong_act] == []


@each_tongue
def test_there_are_five_sentences_for_each_intent(tongue: str) -> None:
    lots = [path.parent for path in FOLDER.rglob(f"{tongue}.toml")]
    spoken = [one for lot in lots for one in utterances(tongue, lot.relative_to(FOLDER))]
    meant = Counter(intents_of(one)[0] for one in spoken)
    wanted = {intent.name for intent in load_model(tongue).intents} - PLAYERS_OWN
    assert {name: meant[name] for name in wanted if meant[name] < 5} == {}


@each_tongue
def test_each_intent_is_heard_in_words_that_are_no_samples(tongue: str) -> None:
    """The sentences that fill each intent up to five."""
    heard = measured(tongue, "each")
    assert sum(one.act_is_right for one in heard) >= 0.95 * len(heard)
    assert sum(one.is_right for one in heard) >= 0.95 * len(heard)
    assert [one.said for one in heard if one.is_wrong_order] == []
    assert [one.said for one in heard if one.must_stop and not one.stops] == []


@each_tongue
def test_fresh_sentences_stop_for_pain_and_do_nothing_else(tongue: str) -> None:
    heard = measured(tongue, "fresh")
    assert sum(one.act_is_right for one in heard) >= 0.9 * len(heard)
    assert [one.said for one in heard if one.is_wrong_act] == []
    assert [one.said for one in heard if one.must_stop and not one.stops] == []


@each_tongue
def test_sentences_from_many_countries_are_heard_with_their_slots(tongue: str) -> None:
    heard = measured(tongue, "unseen")
    assert len(heard) >= 120
    assert sum(one.is_right for one in heard) >= 0.95 * len(heard)
    assert [one.said for one in heard if one.is_wrong_order] == []
    urgent = [one for one in heard if one.must_stop]
    assert len(urgent) >= 15
    assert [one.said for one in urgent if not one.stops] == []


@pytest.mark.parametrize("tongue", BREATHLESS)
def test_who_is_out_of_breath_is_heard_with_the_slots(tongue: str) -> None:
    heard = measured(tongue, "breathless")
    assert len(heard) >= 200
    assert sum(one.is_right for one in heard) >= 0.95 * len(heard)
    assert [one.said for one in heard if one.is_wrong_order] == []
    urgent = [one for one in heard if one.must_stop]
    assert len(urgent) >= 55
    assert [one.said for one in urgent if not one.stops] == []


def test_what_the_body_says_is_heard_but_for_known_misses(locale: str) -> None:
    heard = measured(locale, "body")
    assert len(heard) >= 40
    assert [one.said for one in heard if not one.body_is_right] == [
        one.said for one in heard if one.known_miss
    ]
    urgent = [one for one in heard if one.must_stop and not one.known_miss]
    assert [one.said for one in urgent if not one.stops] == []


def test_no_held_out_sentence_is_a_sample(
    locale: str, heard: list[HeldOut], samples: dict[str, list[str]]
) -> None:
    known = {sample for ours in samples.values() for sample in ours}
    spoken = heard if locale == "en-US" else [*heard, *measured(locale, "everyday")]
    assert {re.sub("[^\\w' ]", "", one.said.lower()) for one in spoken} & known == set()
