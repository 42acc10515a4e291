"""Whatever the coach tells a runner to say, it understands: the suggestions are taken out of the phrases."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import NotUnderstood
from skill.data import read_data
from skill.language.phrase_files import flatten
from skill.simulator.models import load_model
from skill.understanding.invocation import InvocationName


class Wording(NamedTuple):
    """How a language tells a runner what to say.

    ``say`` comes before it, ``between`` stands between two of them. A word of ``follows`` begins what is not
    to be said any more; ``unfinished`` is what the runner has to complete. ``filled`` are names for what is open.
    """

    say: str
    between: str
    follows: str
    unfinished: str
    filled: dict[str, str]


WORDINGS = {
    "en-US": Wording(
        r"(?:\bSay|\bsay:|\bOr say|\bYou can say|, for example:)(?:,? for example[,:])?:? ?",
        r", or:? |, or$|: |, | or ",
        "when whenever if and to for that its everything nothing ask no",
        "switch to",
        {"exercise": "squats", "other": "squats", "heard": "fifty", "side": "left leg"},
    ),
    "de-DE": Wording(
        r"\b[Ss]ag(?: zum Beispiel)?:? (?!es |mir|dazu)",
        r", oder:? |, und:? | oder:? |, | bei ",
        "wenn wann wie dann für zum um und bis statt so bei alles nichts die den starte",
        "wechsle zu",
        {"exercise": "Kniebeugen", "other": "Kniebeugen", "heard": "fünfzig", "side": "links"},
    ),
    "es-ES": Wording(
        r"\b[Dd]i(?:,? por ejemplo)?:? (?!que )",
        r"[.,] [OoUu]:? (?:di:? )?| [ou] |, | pregunta ",
        "cuando para y si a hasta en pregunta",
        "cambiar a",
        {
            "exercise": "sentadillas",
            "other": "zancadas",
            "heard": "cincuenta",
            "side": "pierna izquierda",
        },
    ),
    "fr-FR": Wording(
        r"\b[Dd]is(?:,? par exemple)? ?:? (?!-)",
        r"[.,] [Oo]u(?: bien)? ?:? (?:dis ?:? )?| ou ?:? |, ",
        "quand pour et si à pendant que d'abord dès",
        "passe à",
        {"exercise": "squats", "other": "fentes", "heard": "cinquante", "side": "jambe gauche"},
    ),
}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def suggestions(locale: str) -> Iterator[tuple[str, str]]:
    """Every key of a phrase with what it tells the runner to say, and perhaps a little more."""
    wording = WORDINGS[locale]
    told = re.compile(wording.say + r"(?:\{call\})?(?P<said>[^.?!]+)")
    follows = wording.follows.split()
    for key, value in flatten(read_data(f"phrases/{locale}.toml")):
        for text in _texts(value):
            for found in told.finditer(text):
                for part in re.split(wording.between, found["said"]):
                    said = part.removeprefix("ask ").strip(" :")
                    if said and said.split()[0] not in follows and said != wording.unfinished:
                        yield key, said


def as_said(said: str, locale: str) -> list[str]:
    """All that is told, and what is left of it before each word with which something else may begin."""
    wording = WORDINGS[locale]
    words = re.sub(r"\{(\w+)[^}]*\}", lambda name: wording.filled.get(name[1], ""), said).split()
    ends = [i for i, word in enumerate(words) if i and word in wording.follows.split()]
    return [" ".join(words[:end]) for end in [len(words), *ends]]


@with_each(
    ("locale", "some"),
    [
        ("en-US", {("load.last", "eight kilos"), ("ask.too_hard_again", "fewer")}),
        ("de-DE", {("ask.rest_again", "ja"), ("ask.too_hard_again", "langsamer")}),
        ("es-ES", {("ask.too_hard_again", "más despacio")}),
        ("fr-FR", {("ask.too_hard_again", "moins vite")}),
    ],
)
def test_the_suggestions_are_found(locale: str, some: set[tuple[str, str]]) -> None:
    found = set(suggestions(locale))
    assert len(found) > 50
    assert some <= found


@pytest.mark.slow
@pytest.mark.parametrize("locale", WORDINGS)
def test_what_the_coach_suggests_is_understood(locale: str) -> None:
    model = load_model(locale)
    called_by = InvocationName(model.invocation_name, model.hearing).called

    def missed(said: str) -> bool:
        if called_by(said):
            return False  # what is to be said behind a closed session opens the coach
        heard = (command_heard(words, locale) for words in as_said(said, locale))
        return all(isinstance(one, NotUnderstood) for one in heard)

    assert [one for one in sorted(set(suggestions(locale))) if missed(one[1])] == []
