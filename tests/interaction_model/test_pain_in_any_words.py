"""Pain and danger are heard in whatever words they are told, and what tells of neither stops nothing."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from support.heard import command_heard, slot, understanding
from support.tables import with_each

from skill.alexa.intents import command_of
from skill.coach.commands import (
    BringBack,
    CallForHelp,
    Despair,
    IsItSafe,
    No,
    Pain,
    RedFlag,
)
from skill.loaders import load_listener, read_words
from skill.simulator.models import load_model

SLOT = re.compile(r"\{(\w+)\}")

FREE_SLOT = re.compile(r"\{(words|after)\}")

PUT_RIGHT = (
    "not the {other_joint} but the {joint}",
    "not my {other_joint} my {joint}",
    "nicht das {other_joint} sondern die {joint}",
)
"""Said after a pain that has stopped the count already; nothing in them tells of pain."""

PUT_AROUND = {
    "en-US": ("stop {}", "oh {}", "{} right now", "help me {}", "sorry {} mate", "yeah so {}"),
    "de-DE": ("stopp {}", "oh {}", "hilfe {}"),
    "es-ES": ("ay {}", "ayuda {}"),
    "fr-FR": ("stop {}", "oh {}", "à l'aide {}"),
}
"""Words that are put before and behind what hurts, beside those that the language's hearing has."""


def put_around(locale: str) -> tuple[str, ...]:
    """What may stand around a sentence: nothing that changes what it means."""
    hearing = load_model(locale).hearing
    said = [f"{before} {{}}" for before in hearing.before[:2]]
    said += [f"{{}} {after}" for after in hearing.after[:2]]
    return (*PUT_AROUND.get(locale, ()), *said)


def surrounded(sentences: Iterable[str], locale: str) -> Iterator[str]:
    """Every sentence with each of what may stand around it."""
    return (put.format(one) for one, put in product(sentences, put_around(locale)))


@pytest.mark.slow
def test_a_red_flag_stops_the_count_whatever_word_is_put_before_or_behind_it(
    samples: dict[str, list[str]], locale: str
) -> None:
    said = surrounded((one for one in samples["RedFlagIntent"] if "{" not in one), locale)
    assert [one for one in said if not holds(one, locale)] == []


@pytest.mark.slow
def test_pain_stops_the_count_whatever_word_is_put_before_or_behind_it(
    samples: dict[str, list[str]], wordings: dict[str, dict[str, list[str]]], locale: str
) -> None:
    joint = wordings["JOINT"]["ankle"][0]
    exercise = wordings["EXERCISE"]["squat"][0]
    plain = (
        sample.replace("{exercise}", exercise)
        for intent in ("PainIntent", "InjuryIntent")
        for sample in samples[intent]
        if sample not in PUT_RIGHT and not FREE_SLOT.search(sample)
    )
    said = surrounded((SLOT.sub(joint, one) for one in plain), locale)
    assert [one for one in said if not holds(one, locale)] == []


def test_nothing_said_behind_pain_or_danger_takes_it_back(
    samples: dict[str, list[str]], locale: str
) -> None:
    turned = read_words("alarms", locale)["turned"]
    for intent in ("PainIntent", "InjuryIntent", "RedFlagIntent"):
        assert [sample for sample in samples[intent] if re.search(r". \{words\}$", sample)] == []
        for word in turned:
            behind = {"after": slot("after", word)}
            heard = command_of(intent, behind, lambda: load_listener(locale))
            assert isinstance(heard, (Pain, RedFlag)), (intent, word)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "my ankle is no longer like before it hurts"),
        ("de-DE", "mein knie ist nicht mehr stabil es tut sehr weh"),
        ("de-DE", "mein knöchel ist nicht mehr wie früher er tut weh"),
        ("es-ES", "mi rodilla ya no está estable me duele mucho"),
        ("es-ES", "ay no me encuentro bien"),
        ("es-ES", "para me duele no puedo"),
        ("es-ES", "para la rodilla está mal"),
        ("es-ES", "mi tobillo ya no está como antes me duele"),
        ("fr-FR", "mon genou n'est plus stable j'ai très mal"),
        ("fr-FR", "ma cheville n'est plus comme avant elle me fait mal"),
    ],
)
def test_pain_beside_a_negation_is_no_all_clear(said: str, locale: str) -> None:
    assert stops(said, locale)


def stops(said: str, locale: str) -> bool:
    """Whether a sentence holds the count."""
    return isinstance(command_heard(said, locale), (Despair, Pain, RedFlag))


def holds(said: str, locale: str) -> bool:
    """Whether a sentence stops the count, or holds it to ask whether the runner is hurt: "à l'aide" does."""
    return stops(said, locale) or isinstance(command_heard(said, locale), CallForHelp)


NOT_ALONE = frozenset(
    {
        "legs gone to sleep",
        "leg gone to sleep",
        "legs fallen asleep",
        "have no feeling",
        "got no feeling",
        "has no feeling",
        "out of place",
        "kneecap slid",
        "knee cap moved",
        "sugar is low",
        "is locking",
        "keeps locking",
        "are locking",
        "made a crack",
        "cut my hand open",
        "spasming",
        "cut my finger",
        "cut my hand",
        "cut my foot",
        "cut my toe",
        "cut my leg",
        "cut my knee",
        "cut my shin",
        "cut myself",
        "cant lift my leg",
        "sugar is too low",
        "a hypo",
        "nine one one",
        "nine nine nine",
        "something go in my",
        "something went in my",
        "something give in my",
        "whacked my",
        "bumped my",
        "knocked my",
        "smacked my",
        "bashed my",
        "went over on",
        "rolled over on",
        "hearts",
        "no feeling in",
        "face feels",
        "side of my face",
        "coming out wrong",
        "come out wrong",
        "come over funny",
        "come over all funny",
        "any air",
        "enough air",
        "walls are moving",
        "rooms moving",
        "floors moving",
        "heads swimming",
        "broke my",
        "crack in my",
        "cant bend my",
        "cant straighten my",
        "cant move my",
        "is locked",
        "is stuck",
        "rolled my",
        "banged my",
        "hit my",
        "wrong with my",
        "bad left",
        "bad right",
        "did something to my",
        "done something to my",
        "is worse",
        "isnt right",
        "no better",
        "grumpy",
        "acting up",
        "playing up",
        "killing me",
    }
)
"""Pieces of sentences, which nobody says without the rest; and "killing me", which tells how hard it was."""


def test_a_word_of_pain_or_danger_is_heard_though_nothing_else_is_said() -> None:
    """Alexa hands over no word of a sentence that fits no sample, not even of one word."""
    alarms = read_words("alarms", "en-US")
    unheard = [
        said
        for grade in ("danger", "injury", "pain")
        for said in alarms[grade]
        if said not in NOT_ALONE and not _is_heard(command_heard(said, "en-US"), grade)
    ]
    assert unheard == []


def _is_heard(heard: object, grade: str) -> bool:
    if isinstance(heard, Pain):
        return heard.injured if grade == "injury" else grade == "pain"
    return isinstance(heard, RedFlag)


BEFORE_A_PART = ("my {}", "it's my {}", "ouch it's my {}")
"""How a part of the body is named in answer to "which part hurts?"."""


def test_a_part_of_the_body_named_alone_is_pain_and_never_an_all_clear() -> None:
    """But "back" means "go back", as it does to Alexa."""
    values = load_model("en-US").types["JOINT"]
    parts = [said for value in values for said in (value.name, *value.synonyms)]
    cleared = [
        part for part in parts if isinstance(command_heard(part, "en-US"), (BringBack, IsItSafe))
    ]
    single = [value.name for value in values]
    named = [put.format(part) for part in single for put in BEFORE_A_PART]
    alone = [part for part in (*single, *named) if part != "back" and not stops(part, "en-US")]
    assert (cleared, alone) == ([], [])


@pytest.mark.parametrize("said", ["the pain is gone", "ok the pain is gone", "my pain is gone"])
def test_a_pain_that_is_gone_is_no_new_pain(said: str) -> None:
    assert isinstance(command_heard(said, "en-US"), BringBack)


@pytest.mark.parametrize(
    "said", ["the pain is not gone", "the pain is gone but now my knee hurts", "pain in my knee"]
)
def test_a_pain_that_is_not_gone_stops_the_count(said: str) -> None:
    assert stops(said, "en-US")


ALL_OVER = (
    "everything hurts",
    "it all hurts",
    "all of me hurts",
    "everything is sore",
    "my whole body hurts",
    "i ache all over",
    "i'm in agony",
    "oh everything hurts mate",
)


@with_each("said", ALL_OVER)
def test_where_everything_hurts_the_count_stops_and_nothing_is_cleared(said: str) -> None:
    command = command_heard(said)
    assert isinstance(command, Pain)
    assert command.joint is None


@with_each(
    ("locale", "said", "intent"),
    [
        ("en-US", "heartburn since i started", "RedFlagIntent"),
        ("en-US", "dizziness all morning", "RedFlagIntent"),
        ("en-US", "chest pain when i go down", "RedFlagIntent"),
        ("en-US", "cramps again on that side", "PainIntent"),
        ("en-US", "swelling below it since monday", "InjuryIntent"),
        ("en-US", "my calf is hot", "InjuryIntent"),
        ("en-US", "my knee is red and hot", "InjuryIntent"),
        ("en-US", "my urine is brown", "InjuryIntent"),
        ("en-US", "my lips are blue", "RedFlagIntent"),
        ("en-US", "my waters broke", "RedFlagIntent"),
        ("en-US", "my left side feels weak", "RedFlagIntent"),
        ("en-US", "acid reflux since i began", "RedFlagIntent"),
        ("de-DE", "meine lippen sind blau", "RedFlagIntent"),
        ("de-DE", "langsamer mir ist schlecht", "RedFlagIntent"),
        ("de-DE", "ich kann nicht auftreten", "InjuryIntent"),
        ("es-ES", "acidez desde que empecé", "RedFlagIntent"),
        ("es-ES", "he roto aguas", "RedFlagIntent"),
        ("fr-FR", "brûlures d'estomac depuis le début", "RedFlagIntent"),
        ("fr-FR", "j'ai perdu les eaux", "RedFlagIntent"),
        ("de-DE", "sodbrennen seit ich angefangen habe", "RedFlagIntent"),
        ("de-DE", "herzrasen seit dem letzten satz", "RedFlagIntent"),
        ("de-DE", "meine wade ist heiß", "InjuryIntent"),
        ("de-DE", "mein urin ist braun", "InjuryIntent"),
        ("es-ES", "mi orina es oscura", "InjuryIntent"),
        ("es-ES", "tengo el gemelo caliente", "InjuryIntent"),
        ("fr-FR", "mes urines sont foncées", "InjuryIntent"),
        ("fr-FR", "mon mollet est chaud", "InjuryIntent"),
    ],
)
def test_a_sign_of_harm_that_begins_a_sentence_is_heard_whatever_follows(
    locale: str, said: str, intent: str
) -> None:
    assert understanding(locale).understand(said).intent == intent


@with_each(
    ("said", "injured"),
    [
        ("something went crack", True),
        ("my knee made a pop", True),
        ("i felt something tear", True),
        ("my ankle is huge", True),
        ("i've put my back out", False),
    ],
)
def test_what_gave_way_is_heard_in_everyday_words(said: str, injured: bool) -> None:
    heard = command_heard(said)
    assert isinstance(heard, Pain)
    assert heard.injured is injured


@with_each(
    ("said", "parts"),
    [
        ("no my knee hurts", ["knee"]),
        ("no i meant the knee", ["knee"]),
        ("stop i meant my ankle", ["ankle"]),
        ("no i have a pain in my back", ["back"]),
        ("no wait my knee hurts", ["knee"]),
        ("knee and back", ["knee", "back"]),
        ("calf and shin", ["calf", "shin"]),
        ("not my knee my hip hurts", ["hip"]),
        ("terrible headache", ["headache"]),
    ],
)
def test_every_part_that_hurts_is_heard_and_no_other(said: str, parts: list[str]) -> None:
    command = command_heard(said)
    assert isinstance(command, Pain)
    assert [one.joint.said for one in (command, *command.besides) if one.joint] == parts


def test_pain_that_is_denied_is_no_pain() -> None:
    for said in (
        "no more pain",
        "i have no more pain in my knee",
        "my knee is all good now",
        "my knee's alright now",
        "my knee's ok now",
    ):
        assert isinstance(command_heard(said), BringBack), said


@with_each(
    ("locale", "said"),
    [
        ("en-US", "my knee's gone"),
        ("en-US", "knee's gone mate"),
        ("en-US", "my hip's gone again"),
        ("en-US", "my left leg is dead"),
        ("en-US", "pins and needles in my foot"),
        ("en-US", "my achilles is giving me grief"),
        ("en-US", "something's not right with my hip"),
        ("fr-FR", "genou gauche"),
        ("es-ES", "rodilla izquierda"),
        ("es-ES", "tengo la rodilla tocada"),
    ],
)
def test_a_part_that_is_gone_dead_or_not_right_is_pain(locale: str, said: str) -> None:
    assert stops(said, locale)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "no i'm not fine"),
        ("en-US", "i'm not okay"),
        ("en-US", "no not good"),
        ("en-US", "it's not fine"),
        ("en-US", "i'm dizzy"),
        ("de-DE", "nein mir geht's nicht gut"),
        ("de-DE", "nein nicht gut"),
        ("de-DE", "mir ist schwindelig"),
        ("es-ES", "no estoy bien"),
        ("es-ES", "no todo va bien"),
        ("es-ES", "no muy bien"),
        ("es-ES", "me mareo"),
        ("fr-FR", "non pas bien"),
        ("fr-FR", "non je ne vais pas bien"),
        ("fr-FR", "j'ai des vertiges"),
    ],
)
def test_who_is_not_well_is_never_taken_for_one_who_says_no(locale: str, said: str) -> None:
    assert stops(said, locale)


def test_a_no_that_something_is_fine_is_no_danger() -> None:
    """Without its comma the Spanish sentence may mean either: it is asked about, and ends nothing."""
    assert command_heard("nah it's fine") == No()
    assert command_heard("no está bien", "es-ES") == Pain()
