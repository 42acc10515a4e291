"""What customers and Amazon's certification read of the skill is complete, legal and true."""

import json
import re
import struct
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from deployed import ARN, PRIVACY
from support.heard import understanding
from support.tables import with_each

from deploy.skill_package import ICONS, MANIFEST, build_skill_package, texts_by_locale
from skill.alexa.services import REMINDERS_PERMISSION
from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.errors import DataError
from skill.loaders import all_locales
from skill.settings import Settings
from skill.simulator.models import MODELS, heard_locales, hearing_of, load_model, missing_files
from skill.understanding import FALLBACK, InteractionModel
from skill.understanding.invocation import InvocationName

INTERFACES = ["ALEXA_PRESENTATION_APL", "AUDIO_PLAYER"]
Json = dict[str, Any]

LOCALES = heard_locales()
ENGLISH = sorted(name for name, locale in LOCALES.items() if locale.base == "en-US")

BASES = sorted({locale.base for locale in LOCALES.values()})

EXAMPLES = ("LaunchRequest", "WhatIsTodayIntent", "StartWorkoutIntent")
"""What the example phrases of every language ask for, in their order."""

ADVICE = {
    "de-DE": ("ersetzt keinen Rat", "Hör sofort auf, wenn etwas wehtut"),
    "en-US": ("not a substitute for professional advice", "Stop at once if anything hurts"),
    "fr-FR": ("Elle ne remplace ni l'avis", "Arrête tout de suite si quelque chose te fait mal"),
    "es-ES": ("No sustituye el consejo", "Para enseguida si algo duele"),
}
"""What every description says for the runner's safety, by the language."""

SPELT_OTHERWISE_ELSEWHERE = re.compile(
    r"\b(?:(?:col|fav|lab|harb)or\w*|center\w*|\w{3,}iz(?:e|ed|es|ing|ation)|programs?|gray)\b"
)


def test_every_locale_that_can_be_talked_to_is_there_with_its_texts_and_its_model(
    locales: dict[str, Json], models: dict[str, Json], manifest: Json
) -> None:
    assert set(locales) == set(models) == set(LOCALES)
    assert set(manifest["privacyAndCompliance"]["locales"]) == set(LOCALES)
    assert {"en-AU", "en-CA", "en-GB", "en-IN", "en-US"} <= set(LOCALES)


def test_every_model_and_every_text_belongs_to_a_locale() -> None:
    written = json.loads(MANIFEST.read_text("utf-8"))["manifest"]["publishingInformation"]
    assert set(written["locales"]) <= set(LOCALES)
    models = {path.stem for path in MODELS.glob("*.json")}
    assert models == {locale.model for locale in LOCALES.values()}


def test_a_locale_that_has_texts_of_its_own_keeps_them() -> None:
    written = {"en-US": {"name": "color"}, "en-GB": {"name": "colour"}}
    locales = {name: all_locales()[name] for name in ENGLISH}
    everywhere = texts_by_locale(written, locales)
    assert everywhere["en-GB"] == everywhere["en-AU"] == {"name": "colour"}
    assert everywhere["en-CA"] == everywhere["en-US"] == {"name": "color"}


def test_a_model_without_texts_for_customers_is_not_packaged() -> None:
    with pytest.raises(DataError, match=r"locales\.en-US.* is missing"):
        texts_by_locale({"de-DE": {}}, {"en-US": all_locales()["en-US"]})


@with_each("kind", ["phrases", "speech", "alarms", "hearing", "suggestions"])
def test_a_model_without_the_other_files_of_its_language_is_not_packaged(kind: str) -> None:
    half = all_locales()["en-US"]._replace(words=("en-XX",))
    with pytest.raises(DataError) as refused:
        texts_by_locale({"en-XX": {}}, {"en-US": half})
    assert refused.value.file == "skill/data/phrases/en-XX.toml"
    assert f"skill/data/{kind}/en-XX.toml" in missing_files(half)


def test_a_locale_without_a_model_is_left_out() -> None:
    without = all_locales()["en-US"]._replace(model="en-XX")
    assert texts_by_locale({"en-US": {}}, {"en-US": without}) == {}
    assert missing_files(without) == [
        "skill/data/sentences/en-XX.toml",
        "interaction_models/en-XX.json",
    ]


def test_no_word_is_spelt_otherwise_in_another_english_country(
    locales: dict[str, Json], models: dict[str, Json]
) -> None:
    """All take over the American texts; a word that this finds needs an entry in ``spelt`` of locales.toml."""
    american = json.dumps([locales["en-US"], models["en-US"]]).lower()
    assert set(SPELT_OTHERWISE_ELSEWHERE.findall(american)) == {"program", "programs"}
    british = json.dumps([locales["en-GB"], models["en-GB"]]).lower()
    assert SPELT_OTHERWISE_ELSEWHERE.findall(british) == []
    assert "what programmes do you have" in british
    american = "your favorite program, personalized"
    assert SPELT_OTHERWISE_ELSEWHERE.findall(american) == ["favorite", "program", "personalized"]


def test_the_texts_keep_to_amazons_lengths(locales: dict[str, Json]) -> None:
    """Amazon: Skill Manifest Schema."""
    for words in locales.values():
        assert 2 <= len(words["name"]) <= 50
        assert 1 <= len(words["summary"]) <= 160
        assert 1 <= len(words["description"]) <= 4000
        assert 1 <= len(words["keywords"]) <= 30
        assert all(1 <= len(keyword) <= 150 for keyword in words["keywords"])
        assert len(set(words["keywords"])) == len(words["keywords"])
        assert all(len(phrase) <= 200 for phrase in words["examplePhrases"])


def test_the_description_says_that_it_is_no_substitute_for_professional_advice(
    locales: dict[str, Json],
) -> None:
    for name, words in locales.items():
        for advice in ADVICE[LOCALES[name].base]:
            assert advice in words["description"], name


def test_the_example_phrases_begin_with_opening_the_skill(locales: dict[str, Json]) -> None:
    for name, words in locales.items():
        phrases = words["examplePhrases"]
        assert len(phrases) == len(EXAMPLES)
        assert all(words["name"].lower() in phrase.lower() for phrase in phrases), name
        assert _wish(name, phrases[0]) == ""


def _wish(locale: str, phrase: str) -> str:
    """What a call of the skill asks for, plainly spelt."""
    model = load_model(LOCALES[locale].model)
    call = InvocationName(model.invocation_name, model.hearing).called(phrase)
    assert call is not None, phrase
    return call.wish


@pytest.mark.slow
@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_an_example_phrase_works_on_a_new_device(
    folder: Path, locales: dict[str, Json], locale: str
) -> None:
    """It begins a session of its own, arrives as meant, and is answered by a question."""
    path = folder / "interactionModels" / "custom" / f"{locale}.json"
    model = model_in(path.read_text("utf-8"), LOCALES[locale].base)
    for meant, phrase in zip(EXAMPLES, locales[locale]["examplePhrases"], strict=True):
        assert_works(locale, model, meant, phrase)


@cache
def model_in(text: str, locale: str) -> InteractionModel:
    """The model that a file holds: that of one language is the same in many countries."""
    return InteractionModel.parse(json.loads(text), hearing=hearing_of(locale))


def assert_works(locale: str, model: InteractionModel, meant: str, phrase: str) -> None:
    handler = build_lambda_handler(Settings(store="memory:"))
    asked: list[Json] = []

    def listening(event: Json) -> Json:
        asked.append(event["request"])
        return handler(event, None)

    echo = Echo(listening, model, clock=datetime(2026, 11, 23, 7, tzinfo=UTC), locale=locale)
    echo.say(phrase)
    (request,) = asked
    assert request.get("intent", {}).get("name", request["type"]) == meant
    assert request["locale"] == locale
    echo.until_listening()
    assert echo.heard[-1].text.endswith("?"), phrase


@pytest.mark.parametrize("locale", BASES)
@pytest.mark.parametrize("meant", EXAMPLES[1:])
def test_what_an_example_phrase_asks_for_is_a_sample(
    locale: str, meant: str, locales: dict[str, Json], models: dict[str, Json]
) -> None:
    """Amazon checks by machine that example phrases are made of sample utterances."""
    wish = _wish(locale, locales[locale]["examplePhrases"][EXAMPLES.index(meant)])
    intents = models[locale]["interactionModel"]["languageModel"]["intents"]
    samples = {intent["name"]: intent["samples"] for intent in intents}
    assert wish in map(hearing_of(locale).plain, samples[meant])


@pytest.mark.slow
@pytest.mark.parametrize("locale", BASES)
def test_whatever_the_description_says_one_can_say_is_understood(
    locale: str, locales: dict[str, Json]
) -> None:
    words = locales[locale]
    quoted = re.findall(r'["«]\s?([^"«»]+?)\s?["»]', words["description"])
    called = [said for said in quoted if words["name"].lower() in said.lower()]
    wishes = [re.sub(r"^Alexa, ", "", said) for said in quoted if said not in called]
    wishes += [wish for said in called if (wish := _wish(locale, said))]
    assert len(wishes) > 10
    heard = understanding(LOCALES[locale].model)
    assert [said for said in wishes if heard.understand(said).intent == FALLBACK] == []


def test_the_privacy_answers_are_given(manifest: Json) -> None:
    answers = {
        name: answer
        for name, answer in manifest["privacyAndCompliance"].items()
        if name != "locales"
    }
    assert answers == {
        "allowsPurchases": False,
        "usesPersonalInfo": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
    }
    for locale in manifest["privacyAndCompliance"]["locales"].values():
        assert locale == {"privacyPolicyUrl": PRIVACY}


def test_the_skill_asks_for_reminders_alone_and_plays_audio(manifest: Json) -> None:
    """It reads nothing of the customer's account, and APL for Audio needs no interface."""
    assert manifest["permissions"] == [{"name": REMINDERS_PERMISSION}]
    assert [one["type"] for one in manifest["apis"]["custom"]["interfaces"]] == INTERFACES


def test_what_amazon_requires_of_a_skill_that_plays_audio_can_be_said() -> None:
    """Pause and resume are required, and the rest must be met gracefully (Amazon: AudioPlayer)."""
    path = Path(__file__).parents[3] / "interaction_models" / "en-US.json"
    language = json.loads(path.read_text())["interactionModel"]["languageModel"]
    intents = {entry["name"] for entry in language["intents"]}
    names = ("Pause", "Resume", "Cancel", "Next", "Previous", "Repeat", "StartOver")
    modes = ("LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff")
    assert {f"AMAZON.{name}Intent" for name in (*names, *modes)} <= intents


def test_it_is_published_everywhere_as_health_and_fitness(manifest: Json) -> None:
    publishing = manifest["publishingInformation"]
    assert publishing["category"] == "HEALTH_AND_FITNESS"
    assert publishing["isAvailableWorldwide"] is True
    assert publishing["distributionCountries"] == []
    assert publishing["distributionMode"] == "PUBLIC"


def test_requests_and_the_end_of_the_skill_go_to_the_endpoint(manifest: Json) -> None:
    """Amazon tells when a customer disables the skill; then all about them is deleted."""
    assert manifest["apis"]["custom"]["endpoint"] == {"uri": ARN}
    assert manifest["events"] == {
        "endpoint": {"uri": ARN},
        "subscriptions": [{"eventName": "SKILL_DISABLED"}],
    }


def test_a_service_of_ones_own_has_a_trusted_certificate(tmp_path: Path) -> None:
    build_skill_package(tmp_path / "package", "https://stride.example.com/alexa")
    document = json.loads((tmp_path / "package" / "skill.json").read_text("utf-8"))
    endpoint = {"uri": "https://stride.example.com/alexa", "sslCertificateType": "Trusted"}
    assert document["manifest"]["apis"]["custom"]["endpoint"] == endpoint
    assert document["manifest"]["events"]["endpoint"] == endpoint


def test_the_first_import_has_neither_endpoint_nor_events(tmp_path: Path) -> None:
    """Amazon takes no events without an endpoint; ask-cli wants to find the custom API all the same."""
    build_skill_package(tmp_path / "package")
    manifest = json.loads((tmp_path / "package" / "skill.json").read_text("utf-8"))["manifest"]
    assert "events" not in manifest
    interfaces = manifest["apis"]["custom"]["interfaces"]
    assert [one["type"] for one in interfaces] == INTERFACES
    assert manifest["privacyAndCompliance"]["locales"] == {}


def test_what_lay_in_the_folder_before_is_gone(tmp_path: Path) -> None:
    stale = tmp_path / "package" / "interactionModels" / "custom" / "xx-XX.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}")
    build_skill_package(tmp_path / "package")
    assert not stale.exists()


def test_the_package_holds_what_ask_cli_looks_for_and_nothing_else(
    folder: Path, locales: dict[str, Json]
) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    icons = {f"assets/images/icon-{size}.png" for size in (108, 512)}
    models = {f"interactionModels/custom/{locale}.json" for locale in locales}
    assert found == {"skill.json", *icons, *models}


@pytest.mark.parametrize(("uri", "side"), [("smallIconUri", 108), ("largeIconUri", 512)])
def test_the_icons_are_in_the_package_in_amazons_sizes(
    folder: Path, locales: dict[str, Json], uri: str, side: int
) -> None:
    for words in locales.values():
        content = (folder / words[uri].removeprefix("file://")).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (side, side)


@pytest.mark.parametrize("side", [108, 512])
def test_the_icons_are_drawn_from_their_source(side: int) -> None:
    pytest.importorskip("resvg_py", reason="needs the extra package: make e2e")
    from deploy.draw_icons import drawn

    fresh = drawn(side) == (ICONS / f"icon-{side}.png").read_bytes()
    assert fresh, "make icons"


def test_every_word_of_the_screens_interface_is_one_that_amazon_knows(manifest: Json) -> None:
    """The model class drops a misspelt key and takes "no" for yes, so keys are compared one by one."""
    interfaces = manifest["apis"]["custom"]["interfaces"]
    screen = next(one for one in interfaces if one["type"] == "ALEXA_PRESENTATION_APL")
    assert screen.keys() == {"type", "supportedViewports"}
    sides = {"minWidth", "maxWidth", "minHeight", "maxHeight"}
    for viewport in screen["supportedViewports"]:
        assert viewport.keys() == {"mode", "shape", *sides}
        assert viewport["mode"] in {"HUB", "TV"}
        assert viewport["shape"] in {"ROUND", "RECTANGLE"}
        assert all(type(viewport[side]) is int for side in sides)
        assert viewport["minWidth"] <= viewport["maxWidth"]
        assert viewport["minHeight"] <= viewport["maxHeight"]
