"""Who asks about a bad joint gets an answer; who tells of one is in pain."""

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import IsItSafe, Pain

ASKED = {
    "en-US": (
        *("is this one all right with a bad knee?", "can I do lunges with bad knees"),
        *("I have a bad knee, is this ok", "will this hurt my knee", "is this safe for a bad knee"),
        *("can I do this if I have a bad knee", "should I do this with a dodgy knee"),
    ),
    "de-DE": (
        *("geht das mit einem kaputten Knie", "ist das gut fürs Knie"),
        "kann ich Ausfallschritte mit schlechten Knien machen",
        "ist das okay mit einem schlechten Knie",
    ),
    "es-ES": (
        *("¿esto se puede hacer con la rodilla mala?", "esto va bien con la rodilla mala"),
        *("puedo hacer zancadas con las rodillas malas", "es bueno para la rodilla mala"),
    ),
    "fr-FR": (
        *("est-ce que c'est bon avec un mauvais genou", "c'est faisable avec un genou fragile"),
        *("je peux faire des fentes avec de mauvais genoux", "ça va avec un genou fragile"),
    ),
}
TOLD = {
    "en-US": (
        *(
            "my knee is bad",
            "bad knee",
            "I've got a bad knee",
            "my knee's bad",
            "my bad knee hurts",
        ),
        *("I have bad knees", "this is bad for my knee", "is it ok if my knee hurts"),
        *("should my knee hurt", "I've got a bad knee and it hurts now", "stop, bad knee"),
    ),
    "de-DE": (
        *("mein Knie ist kaputt", "ich hab ein schlechtes Knie", "meine Knie sind kaputt"),
        *("das geht auf mein Knie", "das ist nicht gut für mein Knie"),
    ),
    "es-ES": (
        *("tengo la rodilla mala", "mi rodilla está mal", "no me va bien la rodilla"),
        *("las rodillas malas", "esto me carga la rodilla"),
    ),
    "fr-FR": (
        *("mon genou est mauvais", "j'ai un mauvais genou", "ça force sur mon genou"),
        *("j'ai le genou fragile", "mon genou ne va pas bien"),
    ),
}


@with_each("locale", sorted(ASKED))
def test_a_question_about_a_bad_joint_is_no_pain_and_names_the_joint(locale: str) -> None:
    for said in ASKED[locale]:
        heard = command_heard(said, locale)
        assert isinstance(heard, IsItSafe), said
        assert heard.joint is not None, said
        assert heard.joint.id == "knee", said


@with_each("locale", sorted(TOLD))
def test_a_bad_joint_that_is_told_of_is_pain(locale: str) -> None:
    for said in TOLD[locale]:
        heard = command_heard(said, locale)
        assert isinstance(heard, Pain), said
        assert heard.joint is not None, said
        assert heard.joint.id == "knee", said
