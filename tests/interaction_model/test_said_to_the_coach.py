"""What runners say to a coach who stands in the room: about a rest, a weight, a tired day, or two more."""

from datetime import time

from support.heard import command_heard
from support.tables import with_each

from skill.coach.commands import (
    AskAdvice,
    CallForHelp,
    Command,
    Condition,
    EasierWay,
    FinishEarly,
    HeardNumber,
    Heavier,
    HowAmIDoing,
    HowLong,
    LightDay,
    Load,
    MeantToFeel,
    Named,
    NamedExercise,
    Pain,
    Pause,
    RedFlag,
    RemindMe,
    Resume,
    SkipExercise,
    SoMany,
    SomethingElse,
    TellCondition,
    TooHard,
    Topic,
    WhatIsThis,
)
from skill.training.exercise import Side

TWENTY, TWELVE = Load(HeardNumber(20)), Load(HeardNumber(12))
TWO_MORE = SoMany(HeardNumber(2), more=True)
AT_SEVEN = RemindMe(at=time(7))
LEFT_DONE = WhatIsThis(Side.LEFT)


def meant_to_feel(said: str) -> MeantToFeel:
    """The question about the back, in the words of a language."""
    back = Named("back", said)
    return MeantToFeel(back, Pain(back, "back"))


MEANT: dict[str, dict[str, Command]] = {
    "en-US": {
        "just the stretches please": FinishEarly(),
        "can I just do the stretching": FinishEarly(),
        "I did that one with twenty": TWENTY,
        "I did this one with twenty": TWENTY,
        "two more please": TWO_MORE,
        "how long's this rest": HowLong(),
        "how much rest do I get": HowLong(),
        "it's fine, carry on": Resume(),
        "can we swap that for something easier": TooHard(),
        "that one's boring, something else": SomethingElse(),
        "remind me tomorrow at seven": AT_SEVEN,
        "I'm on my period": LightDay(),
        "how was my week": HowAmIDoing(),
        "a second": Pause(),
        "did we do the left already": LEFT_DONE,
        "have we done my left leg yet": LEFT_DONE,
        "I dropped the kettlebell": CallForHelp(),
        "am I meant to feel this in my back": meant_to_feel("back"),
        "is it normal to feel it in my chest": RedFlag(),
        "do I need the weight for this one": AskAdvice(Topic.WEIGHT),
        "can she do it with me": AskAdvice(Topic.TOGETHER),
        "hang on, the kettlebell's slipping": Pause(),
        "the dog's licking my face": Pause(),
        "was I better last time": HowAmIDoing(),
        "oh, the baby's awake": Pause(),
    },
    "de-DE": {
        "heute bitte nur dehnen": FinishEarly(),
        "das hab ich mit zwanzig gemacht": TWENTY,
        "gib mir noch zwei": TWO_MORE,
        "wie viel Pause hab ich": HowLong(),
        "schon gut, weiter": Resume(),
        "tausch das gegen was leichteres": TooHard(),
        "das ist langweilig, was anderes": SomethingElse(),
        "das ist zu leicht, ich nehm die Zwölfer": TWELVE,
        "meine Kettlebell ist zu leicht": Heavier(),
        "erinner mich morgen um sieben": AT_SEVEN,
        "ich hab meine Tage": LightDay(),
        "ich bin verkatert": LightDay(),
        "wie lief meine Woche": HowAmIDoing(),
        "eine Sekunde": Pause(),
        "hatten wir links schon": LEFT_DONE,
        "war das linke Bein schon dran": LEFT_DONE,
        "mir ist die Kettlebell runtergefallen": CallForHelp(),
        "muss ich das im Rücken spüren": meant_to_feel("rücken"),
        "brauch ich dafür das Gewicht": AskAdvice(Topic.WEIGHT),
        "kann sie mitmachen": AskAdvice(Topic.TOGETHER),
        "die Kettlebell rutscht, meine Hände schwitzen": Pause(),
        "in der Wade ist gerade was passiert": Pain(Named("ankle", "wade"), "lower_leg"),
        "ich hab den Faden verloren, wo sind wir": WhatIsThis(),
        "oh, das Baby ist wach": Pause(),
    },
    "es-ES": {
        "solo estiramientos por favor": FinishEarly(),
        "lo puedo hacer sentada": EasierWay(),
        "ese lo hice con veinte": TWENTY,
        "dame dos más": TWO_MORE,
        "dos más": TWO_MORE,
        "cuánto descanso me toca": HowLong(),
        "no pasa nada, sigue": Resume(),
        "cámbialo por algo más fácil": TooHard(),
        "este es aburrido, otro": SomethingElse(),
        "quita la silla en la pared, no me apetece": SkipExercise(
            NamedExercise("wall_sit", "silla en la pared")
        ),
        "mi pesa rusa es muy ligera": Heavier(),
        "qué peso uso con la pesa rusa": AskAdvice(Topic.WEIGHT),
        "recuérdame mañana a las siete": AT_SEVEN,
        "tengo la regla": LightDay(),
        "cómo me ha ido la semana": HowAmIDoing(),
        "un segundo": Pause(),
        "ya hicimos la izquierda": LEFT_DONE,
        "se me cayó la pesa": CallForHelp(),
        "se me cayó la pesa en el pie": Pain(Named("ankle", "pie"), "foot"),
        "es normal sentirlo en la espalda": meant_to_feel("espalda"),
        "necesito la pesa para este": AskAdvice(Topic.WEIGHT),
        "se me resbala la pesa, me sudan las manos": Pause(),
        "me ha pasado algo en el gemelo": Pain(Named("ankle", "gemelo"), "lower_leg"),
        "estoy de trece semanas": TellCondition(Condition.PREGNANT),
        "doce kilos es mucho para mí": TooHard(),
        "se ha despertado mi bebé": Pause(),
    },
    "fr-FR": {
        "seulement les étirements s'il te plaît": FinishEarly(),
        "celui-là je l'ai fait avec vingt": TWENTY,
        "encore deux": TWO_MORE,
        "deux de plus": TWO_MORE,
        "j'ai combien de repos": HowLong(),
        "ça va, continue": Resume(),
        "remplace-le par quelque chose de plus facile": TooHard(),
        "c'est ennuyeux, autre chose": SomethingElse(),
        "vire la chaise au mur, pas envie": SkipExercise(
            NamedExercise("wall_sit", "chaise au mur")
        ),
        "mon kettlebell est trop léger": Heavier(),
        "rappelle-moi demain à sept heures": AT_SEVEN,
        "j'ai mes règles": LightDay(),
        "comment s'est passée ma semaine": HowAmIDoing(),
        "une seconde": Pause(),
        "on a déjà fait la gauche": LEFT_DONE,
        "j'ai fait tomber le kettlebell": CallForHelp(),
        "j'ai fait tomber le kettlebell sur mon pied": Pain(Named("ankle", "pied"), "foot"),
        "c'est normal de le sentir dans le dos": meant_to_feel("dos"),
        "j'ai besoin du poids pour celui-là": AskAdvice(Topic.WEIGHT),
        "elle peut le faire avec moi": AskAdvice(Topic.TOGETHER),
        "il s'est passé un truc dans mon mollet": Pain(Named("ankle", "mollet"), "lower_leg"),
        "ça pique derrière la rotule": Pain(Named("knee", "rotule"), "knee"),
        "je suis à treize semaines": TellCondition(Condition.PREGNANT),
        "c'était mieux la dernière fois": HowAmIDoing(),
        "attends, le bébé est réveillé": Pause(),
    },
}


@with_each(
    ("locale", "said"), [(locale, said) for locale, all_said in MEANT.items() for said in all_said]
)
def test_it_comes_to_exactly_what_is_meant(locale: str, said: str) -> None:
    assert command_heard(said, locale) == MEANT[locale][said]
