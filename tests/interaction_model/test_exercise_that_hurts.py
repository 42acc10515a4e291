"""An exercise that hurts stops the count, a question about it does not; a cracking joint is asked about."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import BringBack, IsItSafe, Pain

HURTS = {
    "en-US": ("{} hurt my knee", "{} are hurting my knee", "my knee hurts when i do {}"),
    "de-DE": ("{} tun meinem knie weh", "bei {} tut mir das knie weh"),
    "es-ES": ("las {} me hacen daño en la rodilla", "con las {} me duele la rodilla"),
    "fr-FR": ("les {} me font mal au genou", "j'ai mal au genou avec les {}"),
}
EXERCISES = {
    "en-US": ("squats", "lunges", "calf raises", "step ups", "hip thrusts", "burpees"),
    "de-DE": ("kniebeugen", "ausfallschritten", "wadenheben"),
    "es-ES": ("sentadillas", "zancadas", "elevaciones de talones"),
    "fr-FR": ("squats", "fentes", "montées sur pointes"),
}


@with_each(
    ("locale", "said"),
    [
        (locale, frame.format(exercise))
        for locale, frames in HURTS.items()
        for frame in frames
        for exercise in EXERCISES[locale]
    ],
)
def test_who_says_that_an_exercise_hurts_a_joint_is_in_pain_there(locale: str, said: str) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain), heard
    assert (heard.part, heard.besides) == ("knee", ())


@with_each(
    ("locale", "said"),
    [
        ("en-US", "are squats bad for my knees"),
        ("en-US", "will squats hurt my knees"),
        ("de-DE", "sind kniebeugen schlecht fürs knie"),
        ("es-ES", "son malas las sentadillas para la rodilla"),
    ],
)
def test_who_asks_whether_an_exercise_harms_is_answered(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), IsItSafe)


@with_each(
    ("locale", "said"),
    [
        ("en-US", "squats don't hurt my knees"),
        ("de-DE", "kniebeugen tun meinem knie nicht weh"),
        ("es-ES", "con las sentadillas no me duele la rodilla"),
        ("fr-FR", "les squats ne me font pas mal au genou"),
    ],
)
def test_an_exercise_that_does_not_hurt_a_joint_is_good_news_of_both(
    locale: str, said: str
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, BringBack)
    assert (heard.exercise and heard.exercise.id) == "squat"
    assert (heard.joint and heard.joint.id) == "knee"


@with_each(
    ("locale", "said", "joint"),
    [
        ("en-US", "skip this, my back", "back"),
        ("en-US", "calf's a touch grumpy, we can carry on", "ankle"),
        ("de-DE", "überspring das, mein Rücken", "back"),
        ("de-DE", "lass das aus, mein Rücken", "back"),
        ("es-ES", "sáltate esto, mi espalda", "back"),
        ("fr-FR", "saute ça, mon dos", "back"),
        ("fr-FR", "ma hanche me joue encore des tours", "hip"),
    ],
)
def test_what_is_skipped_or_played_down_for_a_part_of_the_body_is_a_pain(
    locale: str, said: str, joint: str
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain)
    assert (heard.joint and heard.joint.id) == joint


@with_each(
    ("locale", "said"),
    [
        ("en-US", "is it normal to have a sore knee"),
        ("de-DE", "ist Muskelkater im Knie normal"),
        ("es-ES", "es normal tener agujetas en la rodilla"),
        ("fr-FR", "c'est normal d'avoir des courbatures au genou"),
    ],
)
def test_a_question_about_a_sore_joint_is_a_pain(locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), Pain)


@with_each(
    ("locale", "said", "injured"),
    [
        ("en-US", "my knees crack", False),
        ("en-US", "my knees click", False),
        ("en-US", "my knee pops when i squat", False),
        ("en-US", "my hip creaks", False),
        ("en-US", "my knee cracked", True),
        ("en-US", "my knee just popped", True),
        ("de-DE", "meine knie knirschen", False),
        ("de-DE", "mein knie hat geknackt", True),
        ("es-ES", "me suenan las rodillas", False),
        ("es-ES", "me ha crujido la rodilla", True),
        ("fr-FR", "mes genoux grincent", False),
        ("fr-FR", "mon genou a craqué", True),
    ],
)
def test_a_joint_that_keeps_making_noises_is_asked_about_and_one_that_cracked_is_an_injury(
    locale: str, said: str, injured: bool
) -> None:
    heard = command_heard(said, locale)
    assert isinstance(heard, Pain), heard
    assert heard.injured is injured
