"""A runner who names two parts of the body in one breath is spared both, and is in danger by either."""

import pytest
from support.heard import command_heard, slot

from skill.alexa.intents import command_of
from skill.coach.commands import Pain, RedFlag
from skill.loaders import load_listener


def spared(said: str, locale: str) -> set[str | None]:
    """The ids of all joints that are spared for a sentence."""
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain), heard
    return {one.joint.id for one in (heard, *heard.besides) if one.joint}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("locale", "said", "joints"),
    [
        ("en-US", "i have got a bad knee and a bad back", {"knee", "back"}),
        ("en-US", "my knee and my ankle are sore", {"knee", "ankle"}),
        ("en-US", "my knee and my back hurt", {"knee", "back"}),
        ("en-US", "actually my ankle too, and my knee", {"knee", "ankle"}),
        ("en-US", "my knee, my hip and my back hurt", {"knee", "hip", "back"}),
        ("en-US", "back, hip and knee", {"back", "hip", "knee"}),
        ("en-US", "hip thrusts hurt my back", {"back"}),
        ("de-DE", "mein knie und mein rücken tun weh", {"knee", "back"}),
        ("de-DE", "ich hab ein kaputtes knie und rücken", {"knee", "back"}),
        ("de-DE", "rücken, hüfte und knie", {"back", "hip", "knee"}),
        ("es-ES", "espalda, cadera y rodilla", {"back", "hip", "knee"}),
        ("fr-FR", "dos, hanche et genou", {"back", "hip", "knee"}),
        ("es-ES", "me duelen la rodilla y la espalda", {"knee", "back"}),
        ("es-ES", "me duele la rodilla y también el tobillo", {"knee", "ankle"}),
        ("fr-FR", "j'ai mal au genou et au dos", {"knee", "back"}),
        ("fr-FR", "mon genou et ma cheville me font mal", {"knee", "ankle"}),
    ],
)
def test_every_part_that_is_named_is_spared(locale: str, said: str, joints: set[str]) -> None:
    assert spared(said, locale) == joints


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "my knee and my chest hurt"),
        ("en-US", "my chest and my knee hurt"),
        ("en-US", "my knee my back and my chest hurt"),
        ("en-US", "my knee gave way and my chest hurts"),
        ("de-DE", "mein knie und meine brust tun weh"),
        ("de-DE", "mein rücken und meine brust tun weh"),
        ("es-ES", "me duelen la rodilla y el pecho"),
        ("fr-FR", "j'ai mal au genou et à la poitrine"),
    ],
)
def test_a_chest_that_hurts_is_danger_whatever_hurts_beside_it(locale: str, said: str) -> None:
    assert command_heard(said, locale) == RedFlag()


def test_a_part_behind_the_one_that_was_resolved_is_spared_too() -> None:
    slots = {"joint": slot("joint", "knee and my back", "knee")}
    heard = command_of("PainIntent", slots, lambda: load_listener("en-US"))
    assert isinstance(heard, Pain)
    assert [one.part for one in (heard, *heard.besides)] == ["knee", "back"]
