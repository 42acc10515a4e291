"""A word of pain or danger is heard in whatever sentence it stands, an order before it or behind it."""

import pytest
from held_out import STOPS
from support.heard import command_heard

ORDERS = {
    "en-US": (
        *("skip this", "slower", "faster", "louder", "pause", "finish early", "easier please"),
        *("go back", "repeat that", "give me a break", "i did eleven", "what's next", "ready"),
    ),
    "de-DE": (
        *("überspringen", "weiter", "langsamer", "schneller", "lauter", "pause", "bereit"),
        *("früher aufhören", "leichter bitte", "ich habe elf gemacht", "was kommt danach"),
    ),
    "es-ES": (
        *("salta esto", "siguiente", "más despacio", "más rápido", "pausa", "terminar antes"),
        *("otra cosa", "he hecho once", "qué viene después", "listo"),
    ),
    "fr-FR": (
        *("passe", "suivant", "moins vite", "plus vite", "pause", "finir plus tôt", "autre chose"),
        *("j'en ai fait onze", "qu'est-ce qui vient après", "prêt"),
    ),
}
HURTS = {
    "en-US": (
        *("it hurts my knee", "i twisted my ankle", "there's a pain in my hip", "i feel dizzy"),
        *("my chest hurts", "my calf is cramping"),
    ),
    "de-DE": (
        *("mein knie tut weh", "ich bin umgeknickt", "ich habe schmerzen in der hüfte"),
        *("mir ist schwindelig", "meine brust tut weh", "ich habe einen krampf"),
    ),
    "es-ES": (
        *("me duele la rodilla", "me he torcido el tobillo", "tengo un dolor en la cadera"),
        *("estoy mareado", "me duele el pecho", "tengo un calambre"),
    ),
    "fr-FR": (
        *("j'ai mal au genou", "je me suis tordu la cheville", "j'ai une douleur à la hanche"),
        *("j'ai la tête qui tourne", "j'ai mal à la poitrine", "j'ai une crampe"),
    ),
}


@pytest.mark.parametrize("locale", sorted(ORDERS))
def test_an_order_in_the_same_breath_hides_no_pain(locale: str) -> None:
    said = (
        f"{first} {second}"
        for order in ORDERS[locale]
        for hurts in HURTS[locale]
        for first, second in ((order, hurts), (hurts, order))
    )
    unheard = [
        (words, type(heard).__name__)
        for words in said
        if not isinstance(heard := command_heard(words, locale), STOPS)
    ]
    assert not unheard
