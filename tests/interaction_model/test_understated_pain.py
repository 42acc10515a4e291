"""A complaint that is made small stops the count, and a leg that is tired or asleep ends no workout."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import LongRunTomorrow, MeantToFeel, Pain, RedFlag

COMPLAINTS = [
    ("en-US", "my hip just pinched", "hip"),
    ("en-US", "my back's not liking this one", "back"),
    ("en-US", "my knee isn't exactly thrilled", "knee"),
    ("en-US", "my back is not a fan of this", "back"),
    ("en-US", "my knee says no", "knee"),
    ("en-US", "there's a stitch in my ribs", "stomach"),
    ("en-US", "ooh, that caught me in the lower back", "back"),
    ("en-US", "not loving this on my knees", "knee"),
    ("en-US", "this isn't nice on my knees", "knee"),
    ("en-US", "my knee's talking to me", "knee"),
    ("en-US", "slight twinge in the hip", "hip"),
    ("en-US", "my knee for two days", "knee"),
    ("en-US", "oh no my back", "back"),
    ("en-US", "no, the back", "back"),
    ("de-DE", "dem Knie geht's nicht so toll", "knee"),
    ("de-DE", "Rücken eher mäßig", "back"),
    ("de-DE", "Knie so lala", "knee"),
    ("de-DE", "das ist nicht schön für meine Knie", "knee"),
    ("de-DE", "mein Knie, seit zwei Tagen", "knee"),
    ("es-ES", "un pinchacito en la cadera", "hip"),
    ("es-ES", "mi rodilla, desde hace dos días", "knee"),
    ("fr-FR", "le dos moyen", "back"),
    ("fr-FR", "mon genou se fait sentir", "knee"),
    ("fr-FR", "mon genou, depuis deux jours", "knee"),
    ("de-DE", "mein Rücken ist nicht begeistert", "back"),
    ("de-DE", "mit der Hüfte geht's so lala", "hip"),
    ("es-ES", "la rodilla regular", "knee"),
    ("es-ES", "la cadera no está muy allá", "hip"),
    ("es-ES", "mi espalda no está contenta", "back"),
    ("fr-FR", "le genou pas terrible", "knee"),
    ("fr-FR", "mon dos n'est pas ravi", "back"),
    ("fr-FR", "mon genou gauche recommence à râler", "knee"),
]


@with_each(("locale", "said", "part"), COMPLAINTS)
def test_an_understated_complaint_of_a_part_of_the_body_is_pain(
    locale: str, said: str, part: str
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain)
    assert heard.part == part


@with_each(
    ("locale", "said"),
    [
        ("en-US", "should I be feeling this in my lower back"),
        ("de-DE", "soll ich das im unteren Rücken spüren"),
        ("es-ES", "lo tengo que notar en las lumbares"),
        ("fr-FR", "je suis censée le sentir dans les lombaires"),
    ],
)
def test_a_back_that_is_asked_about_may_hurt(locale: str, said: str) -> None:
    """The coach holds the count and asks: a question alone spares nothing, and a yes does."""
    heard = command_heard(said, locale)
    assert isinstance(heard, MeantToFeel)
    assert isinstance(heard.feared, Pain)
    assert heard.feared.part == "back"


@with_each(
    ("locale", "said"),
    [
        ("en-US", "my knee is good, no thanks, I'm great"),
        ("en-US", "my knee's fine, not bad"),
        ("en-US", "my knee has never felt better"),
        ("en-US", "my knees haven't felt this good in years"),
        ("de-DE", "meinem Knie ging es nie besser"),
        ("es-ES", "mi rodilla nunca ha estado mejor"),
        ("fr-FR", "mon genou n'a jamais été aussi bien"),
        ("en-US", "my knee isn't tired, good"),
        ("de-DE", "mein Knie ist nicht müde, gut"),
        ("es-ES", "mi rodilla no está cansada, bien"),
        ("fr-FR", "mon genou n'est pas fatigué, tout va bien"),
    ],
)
def test_a_part_that_is_said_to_be_well_is_not_in_pain(locale: str, said: str) -> None:
    assert not isinstance(command_heard(said, locale), (Pain, RedFlag))


TIRED_OR_ASLEEP = {
    "en-US": (
        "my leg is asleep",
        "my left foot has gone to sleep",
        "I've got a dead leg",
        "my leg is dead",
    ),
    "de-DE": ("mein Bein ist eingeschlafen", "mein Bein ist tot", "mein Bein ist wie tot"),
    "es-ES": (
        *("se me ha dormido la pierna", "tengo la pierna dormida", "tengo la pierna muerta"),
        *("se me ha dormido", "para, se me durmió"),
    ),
    "fr-FR": ("j'ai la jambe morte", "j'ai la jambe qui dort", "ma jambe est endormie"),
}
DANGER = {
    "en-US": ("my leg is numb", "my leg has gone cold", "my arm is asleep", "my arm is dead"),
    "de-DE": ("mein Bein ist taub", "mein Bein ist kalt", "mein Arm ist eingeschlafen"),
    "es-ES": (
        *("tengo la pierna entumecida", "tengo la pierna fría", "se me ha dormido el brazo"),
        *("se me ha dormido media cara", "tengo dormida la mano", "se me ha dormido un lado"),
    ),
    "fr-FR": ("j'ai la jambe engourdie", "ma jambe est froide", "j'ai le bras qui s'endort"),
}
STROKE = {
    "en-US": (
        *("my tongue is asleep", "my lips have gone to sleep", "my arm has gone to sleep"),
        *("my left side has gone to sleep", "half my face is asleep", "my face is tingling"),
    ),
    "de-DE": (
        *("meine Zunge ist eingeschlafen", "mir schläft das Gesicht ein", "Ameisen im Gesicht"),
        *("meine linke Seite ist eingeschlafen", "meine Lippen sind eingeschlafen"),
    ),
    "es-ES": (
        *("se me duerme la lengua", "la boca se me duerme", "tengo los labios dormidos"),
        *("se me durmió un lado del cuerpo", "el lado izquierdo se me duerme"),
        *("tengo la mano derecha dormida", "tengo la mejilla dormida"),
    ),
    "fr-FR": (
        *("j'ai la langue endormie", "mes lèvres s'endorment", "mon visage s'endort"),
        *("mon côté gauche s'endort", "mes bras s'endorment"),
    ),
}
SWOLLEN = {
    "en-US": "my ankle feels puffy",
    "de-DE": "mein Bein ist geschwollen",
    "es-ES": "tengo la pierna hinchada",
    "fr-FR": "ma jambe est gonflée",
}


@with_each("locale", sorted(TIRED_OR_ASLEEP))
def test_a_leg_that_is_asleep_is_asked_about_and_ends_no_workout(locale: str) -> None:
    heard = {said: command_heard(said, locale) for said in TIRED_OR_ASLEEP[locale]}
    assert [said for said, one in heard.items() if not isinstance(one, Pain) or one.injured] == []


@with_each("locale", sorted(DANGER))
def test_a_leg_that_is_numb_or_cold_and_an_arm_or_face_that_is_asleep_are_danger(
    locale: str,
) -> None:
    heard = {said: command_heard(said, locale) for said in DANGER[locale]}
    assert [said for said, one in heard.items() if not isinstance(one, RedFlag)] == []


@with_each("locale", sorted(STROKE))
def test_a_face_or_a_side_of_the_body_that_is_asleep_is_danger_as_an_arm_is(locale: str) -> None:
    heard = {said: command_heard(said, locale) for said in STROKE[locale]}
    assert [said for said, one in heard.items() if not isinstance(one, RedFlag)] == []


@with_each("locale", sorted(SWOLLEN))
def test_what_is_swollen_is_an_injury(locale: str) -> None:
    heard = command_heard(SWOLLEN[locale], locale)
    assert isinstance(heard, Pain)
    assert heard.injured


@with_each(
    ("locale", "said"),
    [
        ("en-US", "my legs are dead"),
        ("de-DE", "ich hab tote Beine"),
        ("es-ES", "tengo las piernas muertas"),
        ("fr-FR", "j'ai les jambes mortes"),
    ],
)
def test_both_legs_that_are_dead_are_only_tired(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), LongRunTomorrow)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "I clicked my fingers"),
        ("en-US", "I caught my foot on the mat"),
        ("en-US", "hang on, my earphone fell out"),
        ("en-US", "my bottle fell over"),
        ("en-US", "let me do that side again"),
        ("de-DE", "ich hab mit den Fingern geschnippt"),
        ("de-DE", "mir ist die Flasche runtergefallen"),
        ("es-ES", "he chasqueado los dedos"),
        ("es-ES", "de pie no, mejor sentado"),
        ("es-ES", "espera, que se me ha caído el auricular"),
        ("fr-FR", "j'ai claqué des doigts"),
        ("fr-FR", "mon écouteur est tombé"),
        ("fr-FR", "on sonne, je vais ouvrir"),
    ],
)
def test_what_happens_to_a_thing_or_a_finger_holds_no_count(locale: str, said: str) -> None:
    assert not isinstance(command_heard(said, locale), (Pain, RedFlag))


@with_each(
    ("locale", "said"),
    [
        ("en-US", "I caught my foot on the mat and fell"),
        ("en-US", "the bottle fell on my foot, ouch"),
        ("de-DE", "die Flasche ist runtergefallen, auf den Fuß, aua"),
        ("es-ES", "se me ha caído la botella en el pie, me duele"),
        ("fr-FR", "la bouteille est tombée, aïe mon pied"),
    ],
)
def test_who_was_hurt_by_a_thing_is_in_pain(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), Pain)
