"""Whatever is in the catalog has words, or is refused by name before a runner meets it."""

import json
from copy import deepcopy

import pytest
from support.tables import with_each

from deploy.alexa_locales import LOCALES, PLURALS
from deploy.compare import (
    check_files,
    check_locales,
    check_model,
    check_plural_rule,
    check_voices,
)
from skill.data import locales_of, read_data
from skill.errors import DataError
from skill.language.coverage import check_coverage, differences, names_given
from skill.language.locales import Locale
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.loaders import (
    LOCALE,
    all_locales,
    load_catalog,
    load_phrasebook,
    read_words,
    written_in,
)
from skill.simulator.lacks import (
    LIKE,
    lacks,
    model_lacks,
    phrase_lacks,
    read_model,
    table_lacks,
    text_lacks,
)
from skill.simulator.models import MODELS, PAGE_WORDS

CATALOG = load_catalog()
FILE = "phrases/en-US.toml"


def book_without(room: str, entry: str) -> Phrasebook:
    tables = dict(read_data(FILE))
    tables[room] = {key: value for key, value in tables[room].items() if key != entry}
    return Phrasebook("en-US", tables, SpeechRate(**read_data("speech/en-US.toml")))


def test_every_entry_of_the_catalog_has_words() -> None:
    check_coverage(CATALOG, load_phrasebook("en-US"))


@with_each(
    ("room", "entry", "key"),
    [
        ("exercise", "squat", "exercise.squat.name"),
        ("stretch", next(iter(CATALOG.stretches)), None),
        ("joint", "knee", "joint.knee"),
        ("tool", "kettlebell", "tool.kettlebell"),
        ("need", "kettlebell", "need.kettlebell"),
        ("muscle", next(iter(CATALOG.exercises["squat"].muscles)), None),
    ],
)
def test_what_has_no_words_is_refused_with_file_entry_and_remedy(
    room: str, entry: str, key: str | None
) -> None:
    with pytest.raises(DataError) as refused:
        check_coverage(CATALOG, book_without(room, entry))
    assert refused.value.file == FILE
    assert entry in refused.value.field
    assert key in (None, refused.value.field)
    assert refused.value.field in refused.value.remedy


def model_of(**ids: list[str]) -> dict[str, object]:
    types = [
        {"name": kind, "values": [{"id": id_} for id_ in values]} for kind, values in ids.items()
    ]
    return {"interactionModel": {"languageModel": {"types": types}}}


NAMES = {
    "EXERCISE": [*CATALOG.exercises],
    "TOOL": sorted({t for e in CATALOG.exercises.values() for t in (*e.needs, *e.tools)}),
    "JOINT": sorted({j for e in CATALOG.exercises.values() for j in e.joints}),
}


@pytest.mark.parametrize("kind", NAMES)
def test_what_no_runner_can_name_is_refused(kind: str) -> None:
    check_model(CATALOG, "en-US.json", model_of(**NAMES))
    lacking = NAMES | {kind: NAMES[kind][1:]}
    with pytest.raises(DataError) as refused:
        check_model(CATALOG, "en-US.json", model_of(**lacking))
    assert (refused.value.file, refused.value.entry) == ("en-US.json", NAMES[kind][0])
    assert kind in refused.value.remedy


def test_a_value_that_names_no_exercise_is_refused() -> None:
    more = NAMES | {"EXERCISE": [*NAMES["EXERCISE"], "hip_hitch"]}
    with pytest.raises(DataError, match="hip_hitch"):
        check_model(CATALOG, "en-US.json", model_of(**more))


def test_a_name_that_the_code_does_not_give_is_refused_with_file_key_and_remedy() -> None:
    given, german = {"on": frozenset(("count",))}, all_locales()["de-DE"]
    assert not [*phrase_lacks(german, {"on": "Weiter ab {count}."}, given)]
    (found,) = phrase_lacks(german, {"on": "Weiter ab {anzahl}."}, given)
    said = str(found)
    assert "phrases/de-DE.toml" in said
    assert "on" in said
    assert "{anzahl} is not given, take count" in said


def test_a_bracket_that_cannot_be_read_is_told_by_its_key() -> None:
    """A page of all that is missing is made from files that are not yet right."""
    found = dict(differences({"on": "On from {count."}, {"on": frozenset(("count",))}, {}))
    assert "wrong bracket" in found["on"]


def test_a_number_in_place_of_a_sentence_is_told_by_its_key() -> None:
    for value in (3, ["On.", 3], True):
        found = dict(differences({"on": value}, {"on": frozenset(("count",))}, {}))
        assert found == {"on": "is neither a sentence nor a list of sentences"}


SAID = {"on": "On from {count}.", "off": "Off, {side}.", "tell": "At {hour}."}
OTHERS: list[dict[str, object]] = [
    {"on": "Weiter ab {count}.", "off": "Aus.", "tell": "Um {hour_of_day}."},
    {"on": "Desde {count}.", "off": "Fuera, {side}.", "tell": {"one": "A la {hour}", "other": "A"}},
    {"on": "À partir de {count}."},
]


@with_each(
    ("key", "wrong", "problem"),
    [
        ("on", "On from {cuont}.", "{cuont} is not given, take count"),
        ("on", "On from {count.", "has a wrong bracket"),
        ("on", 7, "is neither a sentence"),
        ("on", None, "is missing"),
    ],
)
def test_what_is_wrong_in_american_english_is_told_of_it_and_of_no_other_language(
    key: str, wrong: object, problem: str
) -> None:
    """All are compared with it: so its own mistakes would be told of each of the others."""
    usual = {name: said for name, said in {**SAID, key: wrong}.items() if said is not None}
    given = names_given(usual, OTHERS)
    ((told, why),) = differences(usual, given, {})
    assert told == key
    assert problem in why
    for other in OTHERS:
        assert {problem for _, problem in differences(other, given, {})} <= {"is missing"}
        assert not [told for told, _ in differences(other, given, {}) if told == key]


def test_a_misspelt_key_of_american_english_is_told_of_it_and_missed_in_no_other_language() -> None:
    usual = {"on": SAID["on"], "tell_once": SAID["tell"], "new": "New."}
    others = [{"on": "Weiter.", "tell_onec": "Um {hour}."}, {"on": "Ya.", "tell_onec": "A."}]
    given = names_given(usual, others)
    assert dict(differences(usual, given, {})) == {
        "tell_onec": "is missing",
        "tell_once": "nothing says it, remove it",
    }
    for other in others:
        assert dict(differences(other, given, {})) == {"new": "is missing"}


def test_one_other_language_is_not_believed_against_american_english() -> None:
    given = names_given(SAID, [{"on": "Weiter ab {anzahl}."}, {"on": "Desde."}])
    assert given == names_given(SAID, [])
    assert given == names_given(SAID, [{"on": "Weiter ab {anzahl}.", "more": "Mehr."}])


@with_each(
    ("name", "key", "file"),
    [
        ("en-CA", "on", "en-US"),
        ("en-AU", "despair.call", "en-AU"),
        ("fr-CA", "on", "fr-FR"),
        ("es-US", "exercise.step_up", "es-MX"),
        ("es-US", "counting.on", "es-ES"),
    ],
)
def test_a_mistake_is_told_of_the_file_of_the_chain_that_it_stands_in(
    name: str, key: str, file: str
) -> None:
    assert written_in("phrases", all_locales()[name], key) == f"phrases/{file}.toml"


def test_half_a_language_is_refused_with_the_file_that_is_missing() -> None:
    """Once a file of it is there: before that its entry says what it is going to be."""
    usual = all_locales()[LOCALE]
    others = {
        field: getattr(usual, field) for field in ("espeak", "polly", "measures", "invocation")
    }
    begun = Locale("xx-XX", ("xx-XX",), LOCALE, **others)
    with pytest.raises(DataError) as refused:
        check_files({**all_locales(), "xx-XX": begun})
    assert refused.value.file == "skill/data/phrases/xx-XX.toml"
    assert "docs/adding-words.md" in refused.value.remedy
    check_files({**all_locales(), "xx-XX": Locale("xx-XX", ("xx-XX",), "xx-XX", **others)})


def test_a_file_that_no_locale_takes_is_refused() -> None:
    without = {name: one for name, one in all_locales().items() if one.base != "de-DE"}
    with pytest.raises(DataError) as refused:
        check_files(without)
    assert refused.value.file == "phrases/de-DE.toml"
    assert "words of a locale" in refused.value.remedy


@with_each("kind", LIKE)
def test_a_table_of_words_that_is_missing_misspelt_or_wrong_is_refused(kind: str) -> None:
    """A list of dangers under a misspelt name would hear no danger, without a word."""
    like = read_words(kind, LOCALE)
    for key, value in like.items():
        lacking = {other: words for other, words in like.items() if other != key}
        for wrong in (lacking, lacking | {f"{key}s": value}, lacking | {key: object()}):
            found = [*table_lacks(f"{kind}/de-DE.toml", wrong, like)]
            assert {lack.file for lack in found} == {f"{kind}/de-DE.toml"}
            assert any(key in lack.field for lack in found)
            assert all(lack.remedy for lack in found)


def test_a_word_that_is_none_is_refused_wherever_it_stands() -> None:
    like = {"times": {"at_night": ["at night"], "forms": {"{hour}": 0}}}
    file = "hearing/de-DE.toml"
    assert not [*table_lacks(file, {"times": {"at_night": [], "forms": {"um {hour}": 0}}}, like)]
    for none in (3, ""):
        (found,) = table_lacks(file, {"times": {"at_night": [none], "forms": {}}}, like)
        assert "at_night is no list of words" in str(found)


@with_each("text", ["", "{", "[]", "{}", '{"interactionModel": {"languageModel": {}}}'])
def test_a_file_that_is_no_interaction_model_is_refused(text: str) -> None:
    with pytest.raises(DataError) as refused:
        read_model("interaction_models/xx-XX.json", text)
    assert refused.value.file == "interaction_models/xx-XX.json"
    assert refused.value.remedy


def test_a_model_without_exercises_is_refused_by_its_slot_type() -> None:
    with pytest.raises(DataError, match="EXERCISE is missing"):
        read_model("xx-XX.json", '{"interactionModel": {"languageModel": {"types": []}}}')


def test_every_language_has_all_that_the_others_have() -> None:
    missing = {str(one) for locale in all_locales().values() for one in lacks(locale)}
    assert missing == set()  # a set is printed in full


def test_a_language_that_is_not_begun_lacks_each_file_that_the_docs_name() -> None:
    """So one command tells whoever adds a language all that is to be written."""
    usual = all_locales()[LOCALE]
    fields = ("espeak", "polly", "measures", "invocation")
    new = Locale("it-IT", ("it-IT",), "it-IT", **{one: getattr(usual, one) for one in fields})
    docs = (MODELS.parent / "docs" / "adding-words.md").read_text("utf-8")
    table = docs[: docs.index("\n\n", docs.index("| file |"))]
    named = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}
    files = {lack.file.replace("it-IT", "<locale>") for lack in lacks(new)}
    assert {one.rstrip("/") for one in named} == files | {"skill/data/locales.toml"}


def test_a_model_that_lacks_an_intent_a_slot_or_a_value_is_told_of_each() -> None:
    like = json.loads((MODELS / f"{LOCALE}.json").read_text("utf-8"))
    model = deepcopy(like)
    spoken = model["interactionModel"]["languageModel"]
    gone = spoken["intents"].pop(0)["name"]
    slotted = next(intent for intent in spoken["intents"] if intent.get("slots"))
    slot = slotted["slots"].pop()["name"]
    side = next(kind for kind in spoken["types"] if kind["name"] == "SIDE")
    side["values"] = [value for value in side["values"] if value["id"] != "left"]
    spoken["intents"].append({"name": "DanceIntent", "samples": ["dance"]})
    found = {(lack.entry, lack.field) for lack in model_lacks("xx-XX.json", model, like)}
    assert found == {
        ("intents", gone),
        ("intents", "DanceIntent"),
        (slotted["name"], f"slot {slot}"),
        ("SIDE", "left"),
    }


def test_a_text_of_the_page_that_is_missing_or_shown_by_nothing_is_told() -> None:
    like = json.loads((PAGE_WORDS / f"{LOCALE}.json").read_text("utf-8"))
    key = next(iter(like))
    texts = {other: text for other, text in like.items() if other != key} | {"page.tune": "la"}
    assert {lack.entry for lack in text_lacks("words/xx-XX.json", texts, like)} == {
        key,
        "page.tune",
    }


def test_a_name_in_a_chain_of_which_there_is_no_file_is_refused() -> None:
    """A slip in it would leave out what the country says otherwise."""
    slip = all_locales()["es-US"]._replace(words=("es-UX", "es-ES"))
    with pytest.raises(DataError) as refused:
        check_files({**all_locales(), "es-US": slip, "es-UY": all_locales()["es-US"]})
    said = str(refused.value)
    assert "locales.toml" in said
    assert "es-US" in said
    assert "'es-UX'" in said


def test_a_country_whose_own_phrases_are_gone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold the number to call for help there."""
    there = locales_of("phrases") - {"fr-CA"}
    monkeypatch.setattr(
        "deploy.compare.locales_of",
        lambda kind: there if kind == "phrases" else locales_of(kind),
    )
    with pytest.raises(DataError, match=r"fr-CA.*no phrases/fr-CA\.toml"):
        check_files(all_locales())


def test_a_locale_that_alexa_does_not_have_is_refused() -> None:
    check_locales(dict.fromkeys(LOCALES, all_locales()["fr-FR"]))
    with pytest.raises(DataError, match=r"fr-BE.*choose among: .*fr-CA, fr-FR"):
        check_locales({**all_locales(), "fr-BE": all_locales()["fr-FR"]})


def test_a_plural_rule_of_another_language_is_refused_with_the_right_one() -> None:
    assert {name.partition("-")[0] for name in LOCALES} == PLURALS.keys()
    check_plural_rule("fr-FR", read_words("phrases", "fr-FR")["locale"])
    english = {"plural": "n != 1", "plural_categories": ["one", "other"]}
    check_plural_rule("en-US", english)
    with pytest.raises(DataError) as refused:
        check_plural_rule("fr-FR", english)
    assert (refused.value.file, refused.value.field) == ("phrases/fr-FR.toml", "plural")
    assert 'plural = "n > 1"' in refused.value.remedy
    with pytest.raises(DataError, match="1 takes"):
        check_plural_rule("ja-JP", english)


def test_a_sample_with_a_slot_that_its_intent_does_not_have_is_refused() -> None:
    text = (MODELS / "en-US.json").read_text("utf-8")
    like = read_model("en-US.json", text)
    slip = read_model("xx-XX.json", text.replace("{exercise_count} exercises", "{count} exercises"))
    found = [*model_lacks("xx-XX.json", slip, like)]
    assert found
    assert all("{count} is no slot" in str(lack) for lack in found)


def test_a_voice_that_espeak_does_not_have_is_refused() -> None:
    check_voices(all_locales())
    slip = all_locales()["de-DE"]._replace(espeak="de-xyz")
    with pytest.raises(DataError) as refused:
        check_voices({"de-DE": slip})
    assert (refused.value.file, refused.value.entry) == ("locales.toml", "de-DE")
    assert "'de-xyz'" in str(refused.value)
    assert "espeak-ng --voices" in refused.value.remedy
