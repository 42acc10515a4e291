"""The words of pain and danger, in whatever sentence they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.data import locales_of
from skill.language.alarms import Alarm, Grade
from skill.language.listener import Listener
from skill.loaders import load_listener, read_words

LISTENER = load_listener("en-US")
ALARMS = (*Grade, "danger_in_arm", "like_arm", "with_part", "harmless", "own", "turned")
CALM = "well so I think the set was good and my count is right"
CALM_WORDS = st.lists(st.sampled_from(CALM.split()), max_size=6).map(" ".join)


def alarmed(text: str) -> Alarm:
    alarm = LISTENER.alarm(text)
    assert alarm is not None, text
    return alarm


@pytest.mark.parametrize(
    "word",
    [
        "hurt",
        "hurts",
        "sore",
        "cramp",
        "pulled",
        "twisted",
        "tweaked",
        "popped",
        "fell",
        "numb",
        "sick",
        "faint",
        "pain",
        "ache",
        "dizzy",
    ],
)
@given(before=CALM_WORDS, after=CALM_WORDS)
def test_a_word_of_pain_or_danger_is_heard_in_any_sentence(
    word: str, before: str, after: str
) -> None:
    assert LISTENER.alarm(f"{before} {word} {after}") is not None


@with_each("locale", sorted(locales_of("alarms")))
def test_every_language_has_words_for_all_that_stops_the_count(locale: str) -> None:
    words = read_words("alarms", locale)
    assert [name for name in ALARMS if not words.get(name)] == []


@with_each("side", ["", "left ", "right ", "my ", "my left ", "both my "])
@with_each(
    ("part", "id_"),
    [
        ("knee", "knee"),
        ("hamstring", "hamstring"),
        ("groin", "hip"),
        ("calf", "lower_leg"),
        ("shin", "shin"),
        ("big toe", "foot"),
        ("lower back", "back"),
        ("upper back", "upper_back"),
        ("shoulder blade", "upper_back"),
        ("neck", "neck"),
        ("jaw", "jaw"),
        ("arm", "arm"),
    ],
)
def test_the_part_that_hurts_is_heard_whichever_side_it_is_on(
    part: str, id_: str, side: str
) -> None:
    alarm = alarmed(f"oh {side}{part} really hurts")
    assert (alarm.grade, alarm.part) == (Grade.PAIN, id_)
    assert part in alarm.said


@with_each(
    ("text", "grade"),
    [
        ("i feel a heavy weight on my chest", Grade.DANGER),
        ("my heart is pounding like mad", Grade.DANGER),
        ("can't catch my breath", Grade.DANGER),
        ("can not catch my breath", Grade.DANGER),
        ("something in my knee popped", Grade.INJURY),
        ("i can't put weight on it", Grade.INJURY),
        ("my chest hurts and my knee popped", Grade.DANGER),
        ("my hip feels funny", Grade.PAIN),
        ("my foot", Grade.PAIN),
    ],
)
def test_the_worst_that_was_said_counts(text: str, grade: Grade) -> None:
    assert alarmed(text).grade is grade


@with_each(
    ("locale", "text"),
    [
        ("en-US", "my left arm is tingling"),
        ("en-US", "i have pins and needles in my shoulder and arm"),
        ("en-US", "my hand and arm have gone dead"),
        ("de-DE", "mein linker arm kribbelt"),
        ("de-DE", "meine schulter und mein arm kribbeln"),
        ("es-ES", "tengo hormigueo en el brazo"),
        ("es-ES", "me hormiguean el hombro y el brazo"),
        ("es-ES", "duermen el hombro y el brazo"),
        ("fr-FR", "mon bras gauche fourmille"),
        ("fr-FR", "j'ai des fourmis dans l'épaule et le bras"),
    ],
)
def test_an_arm_that_tingles_is_a_sign_of_danger_whatever_else_is_named(
    locale: str, text: str
) -> None:
    alarm = load_listener(locale).alarm(text)
    assert alarm is not None
    assert alarm.grade is Grade.DANGER


@with_each(
    ("locale", "text"),
    [
        ("en-US", "no tingling in my arm"),
        ("en-US", "my arm doesn't tingle"),
        ("en-US", "arms up for the dead bug"),
        ("de-DE", "mein arm kribbelt nicht mehr"),
        ("es-ES", "no tengo hormigueo en el brazo"),
        ("fr-FR", "je n'ai plus de fourmis dans le bras"),
    ],
)
def test_an_arm_that_does_not_tingle_is_no_sign_of_danger(locale: str, text: str) -> None:
    assert load_listener(locale).alarm(text) is None


@with_each(
    "text",
    [
        "my knee doesn't hurt any more",
        "my knee doesn't hurt",
        "it does not hurt",
        "no pain no gain",
        "what's my heart rate",
        "i'm sick of squats",
        "how many are left",
        "we doing after this",
        "",
        "   ",
        "\ud800 \x00",
    ],
)
def test_what_means_no_harm_raises_no_alarm(text: str) -> None:
    assert LISTENER.alarm(text) is None


def test_an_accent_that_was_not_written_changes_nothing() -> None:
    alarms = {"danger": ["me mareé", "corazón"], "pain": ["tirón"]}
    listener = Listener({"joint": {"tendón de aquiles": "lower_leg"}}, alarms, {"dieciséis": 16})
    for said in ("uf, me maree", "uf, me mareé", "noto el corazon", "noto el CORAZÓN"):
        alarm = listener.alarm(said)
        assert alarm is not None
        assert alarm.grade is Grade.DANGER
    assert listener.number("dieciseis") == listener.number("dieciséis") == 16
    assert listener.id_of("joint", "tendon de aquiles") == "lower_leg"


@with_each(
    ("text", "grade"),
    [
        ("c'est plus douloureux qu'hier", Grade.PAIN),
        ("ça tire plus dans le genou", Grade.PULL),
        ("là j'ai plus de crampes", Grade.PAIN),
        ("j'ai plus de vertiges", Grade.DANGER),
    ],
)
def test_a_french_plus_that_may_mean_more_stops_the_count(text: str, grade: Grade) -> None:
    alarm = load_listener("fr-FR").alarm(text)
    assert alarm is not None
    assert alarm.grade is grade


@pytest.mark.parametrize(
    "text", ["ça ne tire plus", "ce n'est plus du tout douloureux", "je n'ai plus de crampes"]
)
def test_a_french_ne_before_plus_means_no_more(text: str) -> None:
    assert load_listener("fr-FR").alarm(text) is None


@with_each(
    ("text", "grade"),
    [
        ("die schmerzen sind weg", None),
        ("der krampf ist wieder vorbei", Grade.PAIN),
        ("die schmerzen sind nicht weg", Grade.PAIN),
        ("die schmerzen sind weg aber jetzt sticht das knie", Grade.PAIN),
        ("hilfe ich sterbe", Grade.DANGER),
        ("ich zittere so", Grade.DANGER),
    ],
)
def test_in_german_a_pain_that_is_gone_is_none_and_what_is_left_counts(
    text: str, grade: Grade | None
) -> None:
    alarm = load_listener("de-DE").alarm(text)
    assert (alarm and alarm.grade) == grade


@with_each(
    ("text", "grade"),
    [
        ("franchement je suis claqué", None),
        ("je crois que je me suis claqué", Grade.INJURY),
        ("je suis super claquée", None),
        ("là je me sens claqué", None),
        ("je viens de me claquer un muscle", Grade.INJURY),
        ("je me suis vraiment claqué la cuisse", Grade.INJURY),
        ("je me suis bien claquée", Grade.INJURY),
        ("je n'arrive plus à me relever", Grade.DANGER),
        ("mon genou ne tient plus", Grade.INJURY),
        ("ma cheville est de travers", Grade.INJURY),
        ("j'ai du mal à tenir le rythme", None),
        ("je viens de me péter le genou", Grade.INJURY),
        ("je suis claquée et j'ai mal au genou", Grade.PAIN),
        ("je suis courbaturée de partout", Grade.SORE),
        ("je suis courbaturé et j'ai mal au genou", Grade.PAIN),
        ("j'ai 39 de fièvre", Grade.ILL),
        ("je me sens fiévreuse", Grade.ILL),
        ("je n'ai pas de fièvre", None),
        ("je n'ai plus de fièvre", None),
    ],
)
def test_in_french_tired_is_no_injury_and_fever_means_ill(text: str, grade: Grade | None) -> None:
    alarm = load_listener("fr-FR").alarm(text)
    assert (alarm and alarm.grade) == grade


@with_each(
    ("text", "grade"),
    [
        ("mir ist kalt und ich schwitze", Grade.DANGER),
        ("mein linker arm ist schwer", Grade.DANGER),
        ("mein arm wird schwer", Grade.DANGER),
        ("mein puls ist bei einhundertneunzig", Grade.DANGER),
        ("ich hab wahnsinnige kopfschmerzen", Grade.DANGER),
        ("ich habe schlimme kopfschmerzen", Grade.DANGER),
        ("ich will nicht mehr leben", Grade.DESPAIR),
        ("ich will mich umbringen", Grade.DESPAIR),
        ("ich habe eine thrombose", Grade.HEART),
        ("das zieht zu sehr", Grade.PAIN),
        ("das zieht zu doll", Grade.PAIN),
        ("knie und rücken", Grade.PAIN),
        ("wade und schienbein", Grade.PAIN),
        ("hüfte knie und knöchel", Grade.PAIN),
        ("das knie macht mucken", Grade.PAIN),
        ("mein knie ist nicht besser", Grade.PAIN),
        ("ich hab mich geschnitten", Grade.PAIN),
        ("ich muss mich hinsetzen", Grade.HELP),
        ("mir ist kalt", None),
        ("die hantel ist schwer", None),
        ("mein arm ist nicht schwer", None),
    ],
)
def test_german_words_of_harm_are_heard_as_bad_as_they_are(text: str, grade: Grade | None) -> None:
    alarm = load_listener("de-DE").alarm(text)
    assert (alarm and alarm.grade) == grade


@with_each(
    ("locale", "text", "grade"),
    [
        ("es-ES", "no quiero vivir más", Grade.DESPAIR),
        ("es-ES", "me pesa el brazo izquierdo", Grade.DANGER),
        ("es-ES", "tengo el pulso a ciento noventa", Grade.DANGER),
        ("fr-FR", "je ne veux plus vivre", Grade.DESPAIR),
        ("fr-FR", "j'ai froid et je transpire", Grade.DANGER),
        ("fr-FR", "mon bras gauche est lourd", Grade.DANGER),
        ("fr-FR", "j'ai une thrombose", Grade.HEART),
    ],
)
def test_spanish_and_french_words_of_harm_are_heard_as_bad_as_they_are(
    locale: str, text: str, grade: Grade
) -> None:
    alarm = load_listener(locale).alarm(text)
    assert alarm is not None
    assert alarm.grade is grade


@with_each(
    ("locale", "said", "grade"),
    [
        ("en-US", "I want to die", Grade.DESPAIR),
        ("de-DE", "ich will nicht mehr leben", Grade.DESPAIR),
        ("de-DE", "ich will mich umbringen", Grade.DESPAIR),
        ("fr-FR", "je veux mourir", Grade.DESPAIR),
        ("es-ES", "quiero morirme", Grade.DESPAIR),
        ("en-US", "I have a blood clot", Grade.HEART),
        ("de-DE", "ich habe eine Thrombose", Grade.HEART),
        ("fr-FR", "j'ai un caillot", Grade.HEART),
        ("es-ES", "tengo un coágulo", Grade.HEART),
    ],
)
def test_a_wish_to_die_has_a_grade_of_its_own_and_a_clot_is_asked_about(
    locale: str, said: str, grade: Grade
) -> None:
    alarm = load_listener(locale).alarm(said)
    assert alarm is not None
    assert alarm.grade is grade


@with_each(
    ("said", "grade"),
    [
        ("I am cold and sweaty", Grade.DANGER),
        ("my left arm feels heavy", Grade.DANGER),
        ("I am trembling", Grade.DANGER),
        ("my knee is locking", Grade.INJURY),
        ("my back spasmed", Grade.PAIN),
        ("my foot fell asleep", Grade.PAIN),
        ("my knee is not better", Grade.PAIN),
        ("I stubbed my toe", Grade.PAIN),
        ("I am still sick", Grade.ILL),
    ],
)
def test_more_words_for_what_is_wrong_now_stop_the_count(said: str, grade: Grade) -> None:
    assert alarmed(said).grade is grade


@with_each(
    "said", ["I'm shaking out my legs", "he fell asleep", "no more pain", "cut my rest short"]
)
def test_what_only_sounds_like_such_a_word_stops_nothing(said: str) -> None:
    assert LISTENER.alarm(said) is None
