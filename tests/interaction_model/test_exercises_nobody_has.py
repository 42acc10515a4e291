"""An exercise that the coach does not have is heard as one, and never taken for the most similar that it has."""

import pytest
from support.heard import command_heard

from skill.coach.commands import Named

ORDERS = {
    "en-US": (
        *("skip {}", "skip the {}", "leave out {}", "do {}", "let's do {}", "swap to {}"),
        *("swap this for {}", "do {} instead", "go to {}", "can we do {}"),
    ),
    "de-DE": (
        *("überspring {}", "überspring die {}", "{} auslassen", "lass die {} weg", "mach {}"),
        *("ich will {} machen", "tausch das gegen {}", "geh zu {}"),
    ),
    "es-ES": ("salta {}", "sáltate {}", "quita {}", "haz {}", "cambia a {}", "cámbialo por {}"),
    "fr-FR": (
        *("saute les {}", "passe les {}", "saute {}", "fais des {}", "on fait des {}"),
        *("remplace ça par des {}", "passe aux {}"),
    ),
}
NOT_OURS = {
    "en-US": (
        *("burpees", "push ups", "sit ups", "deadlifts", "mountain climbers", "jumping jacks"),
        *("reverse lunges", "side lunges", "goblet squats", "russian twists", "box jumps"),
    ),
    "de-DE": ("burpees", "liegestütze", "klimmzüge", "sit ups", "kreuzheben", "hampelmänner"),
    "es-ES": ("burpees", "flexiones", "lagartijas", "dominadas", "escaladores"),
    "fr-FR": ("burpees", "pompes", "tractions", "soulevés de terre", "grimpeurs"),
}


@pytest.mark.parametrize("locale", sorted(ORDERS))
def test_a_name_that_the_coach_lacks_is_no_other_exercise(locale: str) -> None:
    mistaken = []
    for order in ORDERS[locale]:
        for name in NOT_OURS[locale]:
            command = command_heard(order.format(name), locale)
            places = (
                getattr(command, place, None) for place in ("exercise", "programme", "wished")
            )
            if [named for named in places if isinstance(named, Named)] != [(None, name)]:
                mistaken.append((order.format(name), command))
    assert not mistaken
