"""A word of pain or danger is heard in whatever sentence it stands, an order before it or behind it."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from held_out import STOPS
from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import RedFlag
from skill.language.alarms import Grade
from skill.loaders import load_listener, read_words

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


@with_each(
    ("locale", "said"),
    [
        ("es-ES", "me falta el aire y se me ha caído la pesa"),
        ("es-ES", "me mareo y se me ha caído la pesa"),
        ("es-ES", "se me cayó la pesa y me mareo"),
        ("de-DE", "engegefühl und mir ist die hantel runtergefallen"),
        ("de-DE", "mir ist die hantel runtergefallen und mir ist schwindlig"),
    ],
)
def test_a_weight_that_fell_hides_no_danger_behind_a_question(locale: str, said: str) -> None:
    """Both are grave, and of the two the weight alone is asked about: whether anybody is hurt."""
    assert command_heard(said, locale) == RedFlag()


@pytest.mark.slow
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


ALONE = {
    "en-US": ("how many left, ouch", "ow, what's next", "um, ouch", "next, a migraine"),
    "de-DE": ("wie viele noch, au", "aua, weiter", "äh, autsch", "weiter, migräne"),
    "es-ES": ("cuántas quedan, ay", "ay, siguiente", "eh, ay", "siguiente, una migraña"),
    "fr-FR": ("combien il en reste, aïe", "aïe, suivant", "euh, aïe", "suivant, une migraine"),
}


@with_each("locale", sorted(ALONE))
def test_a_single_word_of_pain_is_heard_at_any_place_of_a_sentence(locale: str) -> None:
    heard = {said: command_heard(said, locale) for said in ALONE[locale]}
    assert [said for said, command in heard.items() if not isinstance(command, STOPS)] == []


BEGUN = {
    "es-ES": {
        "no": ("puedo", "consigo", "alcanzo", "recupero", "aguanta"),
        "no me": ("entra", "llega", "sale", "aguantan", "tengo"),
        "no puedo": ("casi", "ni"),
        "no me puedo": ("levantar",),
        "se me": (
            *("traba", "trabó", "cae", "duerme", "duermen", "durmió", "salió", "dobló"),
            *("bloquea", "rompió", "va"),
        ),
        "se me está": ("durmiendo",),
        "se me ha": ("doblado",),
        "me": ("fallan", "falló", "noto", "encuentro", "puse", "pongo"),
        "me da": ("vueltas",),
    },
}
"""What stands before a word of the lists that begins so: it is the rest of a sentence."""


def in_full(word: str, locale: str) -> str:
    """A word of the lists as somebody says it: "no puedo respirar", where the list has "puedo respirar"."""
    first = word.partition(" ")[0]
    opening = next((o for o, begun in BEGUN.get(locale, {}).items() if first in begun), "")
    return f"{opening} {word}".strip()


def words_beside_orders(locale: str) -> Iterator[str]:
    """Every word of pain and danger of a locale, each beside one of the orders, in turns before and behind it."""
    alarms, listener = read_words("alarms", locale), load_listener(locale)
    orders, behind = cycle(ORDERS[locale]), cycle((True, False))
    for grade in (Grade.DANGER, Grade.INJURY, Grade.PAIN):
        for word in alarms[grade]:
            heard = listener.alarm(f"{word} {ORDERS[locale][0]}")
            if heard is not None and heard.grade is grade:  # no word that others make harmless
                order, word = next(orders), in_full(word, locale)
                yield f"{order} {word}" if next(behind) else f"{word} {order}"


HEARD = 0.99
"""The share of all words that is heard. What is missed has other words inside it, or another sense as an order:
"lance" is a pain that shoots in French, and "begin"."""


@pytest.mark.slow
@pytest.mark.parametrize("locale", sorted(ORDERS))
def test_every_word_of_pain_or_danger_beside_an_order_stops_the_count(locale: str) -> None:
    heard = {said: command_heard(said, locale) for said in words_beside_orders(locale)}
    unheard = [said for said, command in heard.items() if not isinstance(command, STOPS)]
    assert len(unheard) <= (1 - HEARD) * len(heard), unheard


@with_each("locale", sorted(ORDERS))
def test_no_word_of_pain_is_taken_off_a_sentence_as_if_it_said_nothing(locale: str) -> None:
    hearing, listener = read_words("hearing", locale), load_listener(locale)
    little = (*hearing["fillers"], *hearing["before"], *hearing["after"])
    assert [word for word in little if " " not in word and listener.alarm(word)] == []
