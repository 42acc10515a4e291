"""A part of the body beside a no is pain, though no word of pain is said: "nah, my back"."""

import pytest
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import Pain

REFUSED = {
    "en-US": (
        *("no", "no no", "nah", "nope", "no thanks", "no way", "not really", "I'd rather not"),
        *("better not", "let's not", "not now", "not today", "not this one", "no wait", "sorry"),
        *("wait", "hang on", "oops", "careful", "I can't", "slower", "too hard"),
    ),
    "de-DE": (
        *("nein", "nee", "nö", "nein danke", "nicht wirklich", "eher nicht", "lieber nicht"),
        *("bloß nicht", "auf keinen Fall", "jetzt nicht", "heute nicht", "das nicht", "sorry"),
        *("warte", "Moment", "na ja", "Vorsicht", "ich kann nicht", "geht nicht", "zu schwer"),
    ),
    "es-ES": (
        *("no", "no no", "qué va", "no gracias", "mejor no", "prefiero no", "de eso nada"),
        *("ni hablar", "ahora no", "hoy no", "este no", "perdona", "espera", "un momento", "huy"),
        *("no puedo", "más despacio", "muy difícil", "cuidado"),
    ),
    "fr-FR": (
        *("non", "non non", "nan", "non merci", "pas vraiment", "plutôt pas", "surtout pas"),
        *("pas question", "pas maintenant", "pas aujourd'hui", "pas celui-là", "désolée"),
        *("attends", "une seconde", "je peux pas", "moins vite", "trop dur"),
    ),
}
PARTS = {
    "en-US": (("my back", "back"), ("my left knee", "knee"), ("the ankle", "ankle")),
    "de-DE": (("mein Rücken", "back"), ("das linke Knie", "knee"), ("der Knöchel", "ankle")),
    "es-ES": (("la espalda", "back"), ("mi rodilla", "knee"), ("el tobillo izquierdo", "ankle")),
    "fr-FR": (("mon dos", "back"), ("le genou", "knee"), ("la cheville gauche", "ankle")),
}


@pytest.mark.parametrize("locale", sorted(REFUSED))
def test_a_part_of_the_body_beside_a_no_is_pain(locale: str) -> None:
    heard = {
        said: (command_heard(said, locale), part)
        for no in REFUSED[locale]
        for where, part in PARTS[locale]
        for said in (f"{no}, {where}",)
    }
    unheard = [
        (said, command)
        for said, (command, part) in heard.items()
        if not isinstance(command, Pain) or command.part != part
    ]
    assert unheard == []


@with_each(
    ("locale", "said"),
    [
        ("en-US", "no, it's fine, my back"),
        ("en-US", "no, go back"),
        ("de-DE", "nein, zurück"),
        ("es-ES", "no, atrás"),
        ("es-ES", "de pie no"),
        ("fr-FR", "non, en arrière"),
        ("fr-FR", "non ça va, mon dos"),
    ],
)
def test_what_is_fine_or_no_part_of_a_body_is_no_pain_beside_a_no(locale: str, said: str) -> None:
    assert not isinstance(command_heard(said, locale), Pain)
