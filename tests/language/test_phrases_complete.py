"""Every phrase that the code names has words in every language, and every phrase has its use."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from support.tables import with_each

import skill
from skill.coach.commands import Condition, DayPart, Topic
from skill.coach.decisions.account.privacy import MONTHS
from skill.coach.decisions.account.reminders import DAYS
from skill.coach.telling.display import AGREED, EFFORTS, RUNNING
from skill.data import locales_of, read_data
from skill.errors import Refusal
from skill.language.phrase_files import ELSEWHERE, flatten, is_phrase
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate, key_of
from skill.loaders import all_locales, load_collection, read_words
from skill.simulator.models import missing_files
from skill.training.catalog_files import read_catalog
from skill.training.exercise import Measure, Side, Sides
from skill.training.plan import LONGEST_REST_MS, SHORTEST_REST_MS
from skill.training.preferences import Units
from skill.training.record import Effort
from skill.training.rung import CHANGES, Why
from skill.training.runs import Strain
from skill.workout.cue import phrase
from skill.workout.question import Question
from skill.workout.timeline import GAP_MS

SOURCE = Path(skill.__file__).parent
LOCALES = sorted(
    {locale.name for locale in all_locales().values() if locale.base in locales_of("phrases")}
)
CATALOG = read_catalog(*map(read_data, ("exercises.toml", "stretches.toml", "warm_up.toml")))
KEY = re.compile(r"[a-z_]+(\.[a-z_]+)+")
BEAT_MS = 3_000
BREAK = "|"

EXERCISES = [*CATALOG.exercises]
STRETCHES = [*CATALOG.stretches]
MOVES = [*CATALOG.moves]
FILES = {"warm_up.toml", "launch.bundle"}
"""What is written like a key and is none."""
SIZES = ["rounds", "exercises"]

# What fills each phrase key that the code puts together: one list for each of its holes.
FAMILIES: dict[str, list[list[str]]] = {
    "exercise.|.name": [EXERCISES],
    "exercise.|.how_to": [EXERCISES],
    "exercise.|.cues": [EXERCISES],
    "exercise.|.calls": [EXERCISES],
    "warm_up.|.name": [MOVES],
    "warm_up.|.how_to": [MOVES],
    "warm_up.|.cue": [MOVES],
    "stretch.|.name": [STRETCHES],
    "stretch.|.what": [STRETCHES],
    "stretch.|.how_to": [STRETCHES],
    "stretch.|.cue": [STRETCHES],
    "muscle.|": [sorted({m for e in CATALOG.exercises.values() for m in e.muscles})],
    "need.|": [sorted({n for e in CATALOG.exercises.values() for n in (*e.needs, *e.tools)})],
    "condition.|": [[*Condition]],
    "easier_way.|": [["standing", "floor"]],
    "advice.|": [[*Topic]],
    "dose.|.|": [[*Measure], [*Sides]],
    "why.|": [[*Why]],
    "why.swap_|": [["joint", "wish", "light_day", "ease_in", "eyes_open", "off_back"]],
    "why.left_|": [[*Measure]],
    "why.now_|": [[*Measure]],
    "effort.|": [[*Effort]],
    "effort.named_|": [[*Effort]],
    "effort.workout_|": [[*Effort]],
    "effort.left_|": [[*Measure]],
    "effort.asked_|": [[*Measure]],
    "effort.heard_|": [[*Measure]],
    "set_done.|": [[*Measure]],
    "answer.|_left": [[*Measure]],
    "answer.did_|": [[*Measure]],
    "effort.did_|": [[*Measure]],
    "effort.did_side_|": [[*Measure]],
    "effort.too_many_|": [[*Measure]],
    "side.|": [[*Side]],
    "side.|_side": [[Side.LEFT, Side.RIGHT]],
    "ask.|": [[*Question]],
    "ask.|_again": [[*Question]],
    "reminder.refused_|": [[*Refusal]],
    "screen.|": [[*RUNNING, *EFFORTS, *AGREED.values()]],
    "weekday.|": [[*DAYS]],
    "clock.|": [[*DayPart]],
    "month.|": [[*MONTHS]],
    "done.|": [
        [
            *("slower", "slowest", "faster", "fastest"),
            *("rests_longer", "rests_longest", "rests_shorter", "rests_shortest", "rests_normal"),
            *("talk_less", "only_count", "talk_fully", "use_kilos", "use_pounds"),
        ]
    ],
    "done.|_exercise": [["slower", "slowest", "faster", "fastest"]],
    "done.|_first": [["left", "right"]],
    "done.|_first_next_time": [["left", "right"]],
    "joint.|": [sorted({j for e in CATALOG.exercises.values() for j in e.joints})],
    "tool.|": [sorted({n for e in CATALOG.exercises.values() for n in (*e.needs, *e.tools)})],
    "load.||": [[Units.KILOGRAMS, Units.POUNDS], ["", "_and_half"]],
    "load.half_|": [[Units.KILOGRAMS, Units.POUNDS]],
    "plan.too_many_|": [SIZES],
    "plan.too_few_|": [SIZES],
    "plan.eased_|": [SIZES],
    "programme.|.name": [["legs"]],
    "runs.|_|": [[*Strain], ["today", "yesterday"]],
    "where.|": [["announcing", "counting", "holding", "changing_sides"]],
    "history.|": [[Units.KILOGRAMS, Units.POUNDS]],
    "history.why.|": [sorted({*CHANGES, Why.FIRST_TIME} - {Why.JOINT, Why.NO_TOOL, Why.SPARE})],
    "where.|_side": [["counting", "holding"]],
}


# The keys of a family in which not every filling of one hole goes with every filling of the other.
PAIRED: dict[str, list[str]] = {
    "exercise.|.hold.|": [
        f"exercise.{e.id}.hold.{tool}" for e in CATALOG.exercises.values() for tool in e.tools
    ],
}


def tables(locale: str) -> dict[str, Any]:
    return read_words("phrases", locale)


@cache
def voice(locale: str) -> Phrasebook:
    return Phrasebook(locale, tables(locale), SpeechRate(**read_words("speech", locale)))


def sections() -> set[str]:
    return {name for locale in LOCALES for name in tables(locale)} - {"locale"}


@cache
def named_keys() -> tuple[frozenset[str], frozenset[str]]:
    """The phrase keys in the code: those written out, and those put together (holes as "|")."""
    literal, composed = set(), set()
    for path in SOURCE.rglob("*.py"):
        if "echo" in path.relative_to(SOURCE).parts:
            continue  # the pretend device speaks no phrase
        tree = ast.parse(path.read_text("utf-8"))
        parts = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                composed.add("".join(map(hole_or_text, node.values)))
            elif isinstance(node, ast.Constant) and id(node) not in parts:
                literal.add(str(node.value))
    known = sections()
    keys = frozenset(k for k in literal - FILES if KEY.fullmatch(k) and k.split(".")[0] in known)
    templates = frozenset(
        k for k in composed if KEY.fullmatch(k.replace(BREAK, "x")) and k.split(".")[0] in known
    )
    return keys, templates


def hole_or_text(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else BREAK


def filled(template: str, fillings: list[list[str]]) -> Iterator[str]:
    if not fillings:
        yield template
        return
    for filling in fillings[0]:
        yield from filled(template.replace(BREAK, filling, 1), fillings[1:])


def used_keys() -> set[str]:
    families = (filled(template, fillings) for template, fillings in FAMILIES.items())
    paired = (key for keys in PAIRED.values() for key in keys)
    return {*named_keys()[0], *(key for family in families for key in family), *paired}


@cache
def programme_keys() -> frozenset[str]:
    """The keys of what comes in the files of workouts, whose own words a phrase file may say in its language."""
    return frozenset(key for key, _ in flatten(load_collection().words))


def wordings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for form in value.values():
            yield from wordings(form)
    elif isinstance(value, list):
        yield from value
    else:
        yield value


def choices(value: Any) -> int:
    """Among how many wordings the coach can choose, for whatever number."""
    if isinstance(value, dict):
        return min(map(choices, value.values()))
    return len(value) if isinstance(value, list) else 1


def params_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_there_is_a_language_to_test() -> None:
    assert "en-US" in LOCALES


@with_each("locale", LOCALES)
def test_nothing_of_a_language_is_missing(locale: str) -> None:
    assert missing_files(all_locales()[locale]) == []


@pytest.mark.slow
def test_every_way_in_which_the_code_puts_a_key_together_is_known_here() -> None:
    assert named_keys()[1] == {*FAMILIES, *PAIRED}


@with_each("locale", LOCALES)
def test_every_phrase_that_the_code_names_has_words(locale: str) -> None:
    assert used_keys() - voice(locale).keys == set()


@with_each("locale", LOCALES)
def test_no_phrase_is_left_unused(locale: str) -> None:
    said = {key.removeprefix(ELSEWHERE) for key in voice(locale).keys}
    assert said - used_keys() - programme_keys() == set()


@with_each("locale", LOCALES)
def test_who_says_one_programme_in_the_words_of_the_locale_says_all_of_them(locale: str) -> None:
    """Their files have words in one language: a runner of another one would hear both in one sentence."""
    said = voice(locale).keys & programme_keys()
    assert said in (set(), programme_keys())


@with_each("locale", LOCALES)
def test_every_call_fits_between_two_counts_of_the_usual_beat(locale: str) -> None:
    book = voice(locale)
    longest_number_ms = max(book(phrase("count.number", n=n)).room_ms for n in range(1, 31))
    keys = [f"exercise.{id_}.calls" for id_ in EXERCISES]
    keys += ["call.halfway", "call.last_two", "call.last_one", "stretching.calls"]
    for key in keys:
        for variation in range(60):
            call = book(phrase(key, variation))
            assert longest_number_ms + call.room_ms < BEAT_MS, call.text


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_rest_begins_with_is_said_before_the_shortest_one_is_over(locale: str) -> None:
    book = voice(locale)
    seconds = range(SHORTEST_REST_MS // 1000, 2 * LONGEST_REST_MS // 1000)
    lines = (book(phrase("rest.begin", variation, n=n)) for variation in range(60) for n in seconds)
    assert max(line.room_ms for line in lines) + GAP_MS < SHORTEST_REST_MS


@with_each("locale", LOCALES)
def test_no_call_of_a_set_says_again_what_was_the_reminder_before_it(locale: str) -> None:
    said = dict(flatten(tables(locale)))
    reminded = {
        (id_, text) for id_ in EXERCISES for text in wordings(said.get(f"exercise.{id_}.cues", []))
    }
    assert reminded
    called = {(id_, text) for id_ in EXERCISES for text in wordings(said[f"exercise.{id_}.calls"])}
    assert reminded & called == set()


@with_each("locale", LOCALES)
def test_everything_on_the_beat_was_measured(locale: str) -> None:
    measured = read_words("speech", locale)["words"]
    said = dict(flatten(tables(locale)))
    keys = [f"exercise.{id_}.calls" for id_ in EXERCISES]
    keys += ["count.go", "count.hold", "call.halfway", "call.last_two", "call.last_one"]
    texts = [text for key in keys for text in wordings(said[key])]
    texts += tables(locale)["locale"]["numbers"][:61]
    assert {key_of(text) for text in texts} - set(measured) == set()
    assert {key for key in measured if key_of(key) != key} == set(), (
        "write it with the script again"
    )
    assert all(type(ms) is int and ms > 0 for ms in measured.values())


@with_each("locale", LOCALES)
def test_all_wordings_of_a_phrase_leave_the_same_things_to_be_filled_in(locale: str) -> None:
    optional = {"n"}  # "last round", "one second": the number may go without saying
    for key, value in flatten(tables(locale)):
        if is_phrase(key):
            params = [params_of(sentence) - optional for sentence in wordings(value)]
            if not key.startswith("ask."):  # a question need not name what it is about
                assert all(names == params[0] for names in params), key


@with_each("locale", LOCALES)
def test_no_language_has_fewer_wordings_than_english(locale: str) -> None:
    """A count that says the same again and again bores in every language."""
    ours, few = dict(flatten(tables(locale))), {}
    for key, value in flatten(tables("en-US")):
        wanted = choices(value) if is_phrase(key) and key in ours else 1
        if choices(ours.get(key, "")) < wanted:
            few[key] = wanted
    assert few == {}


@with_each("locale", LOCALES)
def test_every_question_ends_with_a_question_mark_and_no_other_phrase_does(locale: str) -> None:
    for key, value in flatten(tables(locale)):
        asks = key.startswith("ask.") and not key.endswith("_again")
        for sentence in wordings(value) if is_phrase(key) else ():
            assert sentence.rstrip().endswith("?") is asks, (key, sentence)


@with_each("locale", LOCALES)
def test_every_sentence_takes_time(locale: str) -> None:
    rate = SpeechRate(**read_words("speech", locale))
    for key, value in flatten(tables(locale)):
        if is_phrase(key):
            assert all(rate.duration_ms(sentence) > 0 for sentence in wordings(value))


@with_each("locale", LOCALES)
def test_the_words_cannot_be_taken_for_tags_and_hold_no_picture(locale: str) -> None:
    for key, value in flatten(tables(locale)):
        for sentence in wordings(value) if is_phrase(key) else ():
            words = re.sub(r"\{\w+(?::\w+)?\}", "", sentence)
            assert not re.search(r"[<>&*_/\\]|as shown|picture|see the", words), key
