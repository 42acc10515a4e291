"""What the page says is data: a file for each language, with the same texts in all."""

import html
import json
import re
from string import Formatter
from typing import Any

import pytest
from flask.testing import FlaskClient
from support.tables import with_each
from tabs import json_of

from skill.loaders import LOCALE
from skill.simulator.models import PAGE_WORDS
from skill.simulator.page.routes import WITHOUT_SCRIPT, words_file
from skill.workout.diagram import arrows
from skill.workout.states import State

Texts = dict[str, Any]

SITE = PAGE_WORDS.parent
FILES = sorted(path.stem for path in PAGE_WORDS.glob("*.json"))


def texts(locale: str) -> Texts:
    read: Texts = json.loads((PAGE_WORDS / f"{locale}.json").read_text("utf-8"))
    return read


def forms(text: object) -> list[str]:
    """Every form of a text."""
    return [*text.values()] if isinstance(text, dict) else [str(text)]


def names(text: object) -> set[str]:
    """The names in braces of a text."""
    return {name for form in forms(text) for _, name, _, _ in Formatter().parse(form) if name}


def asked() -> tuple[set[str], set[str]]:
    """The keys for which the page asks, and the beginnings of those that it puts together."""
    files = (path for path in SITE.rglob("*.js") if path.stem != "memory")
    scripts = "".join(path.read_text("utf-8") for path in files)
    page = (SITE / "index.html").read_text("utf-8")
    whole = {*re.findall(r'word\("([\w.-]+)"', scripts), *re.findall(r'data-word="([\w.]+)"', page)}
    for pairs in re.findall(r'data-words="([^"]+)"', page):
        whole |= {pair.partition(":")[2] for pair in pairs.split()}
    whole |= set(re.findall(r'[?:] "(\w+\.\w+)"', scripts)) | set(re.findall(r"{([\w.]+)}", page))
    return whole, {*re.findall(r"`([a-z_]+\.(?:[a-z]+\.)?)\$", scripts)}


def test_the_page_asks_for_no_text_that_is_missing_and_none_is_there_for_nothing() -> None:
    whole, begun = asked()
    known = {*texts(LOCALE)}
    assert whole - known == set()
    assert {key for key in known - whole if not key.startswith(tuple(begun))} == set()


@with_each("locale", FILES)
def test_every_language_has_every_text_with_the_same_names(locale: str) -> None:
    usual, own = texts(LOCALE), texts(locale)
    assert own.keys() == usual.keys()
    assert {key for key in usual if names(own[key]) != names(usual[key])} == set()
    assert all(form.strip() for text in own.values() for form in forms(text))


def test_each_state_and_trigger_of_the_diagram_has_its_words() -> None:
    states, triggers = (
        {key.rpartition(".")[2] for key in texts(LOCALE) if key.startswith(f"workflow.{kind}.")}
        for kind in ("state", "trigger")
    )
    assert states == {*State}
    assert triggers == {trigger for trigger, _, _ in arrows()}


@pytest.mark.parametrize(("locale", "file"), [("en-US", "en-US"), ("en-GB", "en-US")])
def test_a_language_without_words_of_its_own_has_the_nearest(locale: str, file: str) -> None:
    assert words_file(locale).stem == file


def test_the_page_gets_the_words_of_the_languages_that_are_offered(client: FlaskClient) -> None:
    locales = json_of(client.get("/languages"))["locales"]
    assert locales[0] == LOCALE
    for locale in locales:
        answer = client.get(f"/words/{locale}.json")
        assert json_of(answer).keys() == texts(LOCALE).keys()
        answer.close()


def test_without_a_script_the_page_says_in_every_language_what_it_needs(
    client: FlaskClient,
) -> None:
    page = client.get("/").text
    for locale in FILES:
        assert f'lang="{locale}">{html.escape(str(texts(locale)[WITHOUT_SCRIPT]))}</p>' in page
    assert not re.search(r"{[\w.]+}", page)


@pytest.mark.parametrize("locale", ["xx-XX", "..", "en-US.json", "%2e%2e"])
def test_no_other_file_is_handed_out_as_words(client: FlaskClient, locale: str) -> None:
    assert client.get(f"/words/{locale}.json").status_code == 404


def test_a_desk_in_a_language_that_is_not_offered_is_refused(client: FlaskClient) -> None:
    answer = client.post("/desks", json={"runner": "me", "locale": "xx-XX"})
    assert answer.status_code == 400
    assert json_of(answer)["error"].startswith("locale is one of: en-US")
