"""What runners say in their own words reaches the intent that they mean."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from support.examples import all_are_tried, some_of
from support.heard import command_heard, slot, understanding

from skill.alexa.intents import command_of
from skill.bootstrap import load_listener, read_words
from skill.coach.commands import (
    BringBack,
    CallForHelp,
    Command,
    Despair,
    DidRepetitions,
    Faster,
    GoBack,
    HowAmIDoing,
    IsItSafe,
    Minutes,
    MoreTime,
    No,
    NoTool,
    Pain,
    RedFlag,
    RemindMe,
    Slower,
    TellCondition,
    TimeLeft,
)
from skill.echo import Understanding
from skill.simulator.models import heard_locales, load_model, number_words

LANGUAGES = sorted({locale.model for locale in heard_locales().values()})

FALLBACK = "AMAZON.FallbackIntent"
SLOT = re.compile(r"\{(\w+)\}")
FREE_SLOT = re.compile(r"\{(words|after)\}")
UNMATCHED = "UnmatchedIntent"
"""What the skill hears of a sentence that fits no other intent, as far as Alexa hands over its words."""

PUT_RIGHT = (
    "not the {other_joint} but the {joint}",
    "not my {other_joint} my {joint}",
    "nicht das {other_joint} sondern die {joint}",
)
"""Said after a pain that has stopped the count already; nothing in them tells of pain."""

FREE_TEXT = "AMAZON.SearchQuery"
FOLDER = Path(__file__).parent / "utterances"
Spoken = dict[str, Any]
SPOKEN: dict[str, list[Spoken]] = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["utterance"]
    for path in sorted(FOLDER.glob("*.toml"))
}

PUT_AROUND = {
    "en-US": ("stop {}", "oh {}", "{} right now", "help me {}", "sorry {} mate", "yeah so {}"),
    "de-DE": ("stopp {}", "oh {}", "hilfe {}"),
    "es-ES": ("ay {}", "ayuda {}"),
    "fr-FR": ("stop {}", "oh {}", "à l'aide {}"),
}
"""Words that are put before and behind what hurts, beside those that the language's hearing has."""


@cache
def said_instead(locale: str) -> dict[str, str]:
    """Something to be said for each type of slot."""
    model = load_model(locale)
    heard, numbers = read_words("hearing", locale), number_words(locale)
    return {
        **{name: values[-1].name for name, values in model.types.items()},
        "AMAZON.NUMBER": numbers[4][0],
        "AMAZON.TIME": next(iter(heard["times"]["words"].values()))[0],
        "AMAZON.DURATION": f"{numbers[2][0]} {heard['durations']['units']['m'][-1]}",
        FREE_TEXT: "the old curtain is very blue",
    }


def put_around(locale: str) -> tuple[str, ...]:
    """What may stand around a sentence: nothing that changes what it means."""
    hearing = load_model(locale).hearing
    said = [f"{before} {{}}" for before in hearing.before[:2]]
    said += [f"{{}} {after}" for after in hearing.after[:2]]
    return (*PUT_AROUND.get(locale, ()), *said)


def surrounded(sentences: Iterable[str], locale: str) -> Iterator[str]:
    """Every other sentence with one of what may stand around it, in turns; ``make e2e`` tries all with all."""
    puts = put_around(locale)
    around = cycle(puts)
    for sentence in some_of(sentences, 2):
        tries = len(puts) if all_are_tried() else 1
        yield from (put.format(sentence) for put in islice(around, tries))


@pytest.fixture
def listening(locale: str) -> Understanding:
    return understanding(locale)


def test_every_language_has_sentences_in_own_words() -> None:
    assert set(SPOKEN) == set(LANGUAGES)


def test_sentences_in_own_words_are_understood(listening: Understanding, locale: str) -> None:
    """Each comes to its intent with its slots. A failure names what was said, what was meant, what was heard."""
    strayed = []
    for spoken in SPOKEN[locale]:
        match = listening.understand(spoken["said"])
        heard = (match.intent, {name: value.meaning for name, value in match.slots.items()})
        if match.intent == UNMATCHED:
            heard = (FALLBACK, {})
        meant = (spoken["intent"], spoken.get("slots", {}))
        if heard != meant:
            strayed.append((spoken["said"], meant, heard))
    assert strayed == []


@pytest.mark.slow
def test_every_sample_is_understood_as_its_own_intent(
    samples: dict[str, list[str]],
    slots: dict[str, dict[str, str]],
    listening: Understanding,
    locale: str,
) -> None:
    """Also when two samples differ only by a contraction, a filler word or an article."""
    strayed = []
    for intent, ours in samples.items():
        said = said_instead(locale)
        fillings = {name: said[slot_type] for name, slot_type in slots[intent].items()}
        for sample in some_of(ours, 4):
            match = listening.understand(sample.format(**fillings))
            free = any(slots[intent][name] == FREE_TEXT for name in SLOT.findall(sample))
            hows = ("free text", "likeness") if free else ("sample",)
            if match.intent != intent or match.how not in hows:
                strayed.append((sample, intent, match))
    assert strayed == []


def test_own_words_are_not_samples(samples: dict[str, list[str]], locale: str) -> None:
    known = {sample for ours in samples.values() for sample in ours}
    assert known & {spoken["said"] for spoken in SPOKEN[locale]} == set()


def test_no_sentence_is_listed_twice(locale: str) -> None:
    said = Counter(spoken["said"] for spoken in SPOKEN[locale])
    assert [one for one, times in said.items() if times > 1] == []


def test_every_intent_is_tried_by_some_sentences_and_the_fallback_by_many(
    samples: dict[str, list[str]], locale: str
) -> None:
    """English by more than another language: the skill behind the models is the same."""
    fewest, fallbacks = (6, 25) if locale == "en-US" else (2, 3)
    tried = Counter(spoken["intent"] for spoken in SPOKEN[locale])
    ours = [one for one in samples if locale == "en-US" or not one.startswith("AMAZON.")]
    few = {one: tried[one] for one in ours if tried[one] < fewest and one != UNMATCHED}
    assert few == {}
    assert tried[FALLBACK] >= fallbacks


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
    plain = (
        sample
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


@pytest.mark.parametrize(
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


def test_expectations_name_only_intents_and_slots_of_the_model(
    slots: dict[str, dict[str, str]], locale: str
) -> None:
    for spoken in SPOKEN[locale]:
        assert set(spoken) <= {"said", "intent", "slots"}, spoken
        assert set(spoken.get("slots", {})) <= set(slots[spoken["intent"]]), spoken


NOT_ALONE = frozenset(
    {
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


@pytest.mark.parametrize("said", ["twelve", "five", "fifteen", "twelve reps"])
def test_a_bare_number_is_what_was_done_and_no_time_for_a_reminder(said: str) -> None:
    heard = command_heard(said, "en-US")
    assert isinstance(heard, DidRepetitions)
    assert heard.repetitions is not None


@pytest.mark.parametrize("said", ["two sets", "three sets", "do that one again", "twelve more"])
def test_no_number_of_sets_is_a_time_for_a_reminder(said: str) -> None:
    assert not isinstance(command_heard(said, "en-US"), RemindMe)


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


@pytest.mark.parametrize("said", ALL_OVER)
def test_where_everything_hurts_the_count_stops_and_nothing_is_cleared(said: str) -> None:
    command = command_heard(said)
    assert isinstance(command, Pain)
    assert command.joint is None


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("locale", "said", "faster"),
    [
        ("en-US", "that's not fast enough", True),
        ("en-US", "that's not slow enough", False),
        ("de-DE", "nicht schnell genug", True),
        ("de-DE", "nicht langsam genug", False),
        ("es-ES", "va un poco lento para mí", True),
        ("fr-FR", "pas assez vite", True),
        ("fr-FR", "pas assez lent", False),
    ],
)
def test_what_is_not_fast_or_slow_enough_turns_the_pace_the_other_way(
    locale: str, said: str, faster: bool
) -> None:
    assert isinstance(command_heard(said, locale), Faster if faster else Slower)


MEANT: dict[type[Command], dict[str, tuple[str, ...]]] = {
    GoBack: {
        "en-US": ("two back", "go back two"),
        "de-DE": ("zwei zurück", "zwei übungen zurück"),
        "es-ES": ("dos atrás", "dos ejercicios atrás"),
        "fr-FR": ("deux en arrière", "reviens de deux"),
    },
    HowAmIDoing: {
        "en-US": ("how are you",),
        "de-DE": ("wie geht's", "na wie geht's"),
        "es-ES": ("qué tal", "cómo estás"),
        "fr-FR": ("comment ça va",),
    },
    MoreTime: {
        "en-US": ("in ten minutes", "in half an hour"),
        "de-DE": ("in zehn minuten", "in einer halben stunde"),
        "es-ES": ("en diez minutos", "en media hora"),
        "fr-FR": ("dans dix minutes", "dans une demi-heure"),
    },
    TimeLeft: {
        "en-US": ("stop after this set",),
        "de-DE": ("nach diesem satz schluss",),
        "es-ES": ("después de esta serie paro", "en diez minutos tengo que irme"),
        "fr-FR": ("après cette série j'arrête",),
    },
    NoTool: {
        "en-US": ("no weights today", "bodyweight only"),
        "de-DE": ("heute ohne gewicht", "ohne gewicht heute", "nur körpergewicht"),
        "es-ES": ("hoy sin peso", "sin pesas hoy"),
        "fr-FR": ("aujourd'hui sans poids", "sans charge aujourd'hui"),
    },
    No: {
        "en-US": ("no it's fine", "no i'm fine", "no all good", "later"),
        "de-DE": ("nein geht schon", "nein alles gut", "nein nein alles gut"),
        "es-ES": ("no, todo bien", "no pasa nada", "más tarde"),
        "fr-FR": ("non ça va", "non tout va bien", "non je vais bien"),
    },
    TellCondition: {
        "en-US": ("i sometimes get dizzy", "i'm prone to dizziness"),
        "de-DE": (
            "ich hab manchmal schwindel",
            "mir ist oft schwindelig",
            "ich neige zu schwindel",
        ),
        "es-ES": ("a veces me mareo", "me mareo a menudo", "soy propenso a los mareos"),
        "fr-FR": ("j'ai parfois des vertiges", "il m'arrive d'avoir des vertiges"),
    },
}
"""The same meaning in each language, by what it comes to."""


@pytest.mark.parametrize(
    ("meant", "locale"), [(meant, locale) for meant, spoken in MEANT.items() for locale in spoken]
)
def test_the_same_is_understood_in_every_language(locale: str, meant: type[Command]) -> None:
    for said in MEANT[meant][locale]:
        assert isinstance(command_heard(said, locale), meant), said


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("locale", "alone", "until_then"),
    [
        ("en-US", "twenty minutes", "in twenty minutes"),
        ("de-DE", "zwanzig minuten", "in zwanzig minuten"),
    ],
)
def test_a_length_alone_is_that_of_the_session_and_no_time_to_come(
    locale: str, alone: str, until_then: str
) -> None:
    wanted = command_heard(alone, locale)
    assert isinstance(wanted, Minutes)
    assert wanted.minutes is not None
    assert wanted.minutes.value == 20
    assert command_heard(until_then, locale) == MoreTime(later=True)


def test_a_no_that_something_is_fine_is_no_danger() -> None:
    """Without its comma the Spanish sentence may mean either: it is asked about, and ends nothing."""
    assert command_heard("nah it's fine") == No()
    assert command_heard("no está bien", "es-ES") == Pain()
