"""What a breathless runner with a kettlebell says: a child comes in, a weight is wrong, a hold is long."""

from support.heard import command_heard
from support.tables import each_said, with_each

from skill.coach.commands import (
    Command,
    Fewer,
    HowTo,
    Lighter,
    Load,
    MoreTime,
    NotUnderstood,
    Pain,
    Pause,
    Resume,
    SkipExercise,
    SoMany,
    TooHard,
    WhatIsThis,
)

MEANT: dict[type[Command], dict[str, tuple[str, ...]]] = {
    Pause: {
        "en-US": ("hang on, my little one just walked in",),
        "es-ES": ("espera, que ha entrado el niño",),
        "fr-FR": ("attends, le petit vient d'entrer",),
    },
    MoreTime: {"de-DE": ("warte, der Kleine ist reingekommen",)},
    Resume: {
        "en-US": ("sorry, had to pick up the baby, carry on",),
        "es-ES": ("ya está el bebé, seguimos",),
    },
    Load: {
        "en-US": ("this is too light, I'll grab the twelve", "I had the wrong weight, it was ten"),
        "de-DE": ("ich hatte das falsche Gewicht, es waren zehn",),
        "es-ES": ("es muy ligera, cojo la de doce", "llevaba otro peso, eran diez kilos"),
        "fr-FR": ("c'est trop léger, je prends le douze",),
    },
    Lighter: {"de-DE": ("die Kugel ist mir zu schwer",)},
    SoMany: {
        "en-US": ("put the timer up to forty seconds",),
        "de-DE": ("stell auf vierzig Sekunden",),
        "fr-FR": ("mets quarante secondes",),
    },
    Fewer: {"es-ES": ("esta vez solo ocho",)},
    TooHard: {
        "es-ES": ("no aguanto otra ronda",),
        "fr-FR": ("je tiendrai pas un tour de plus",),
    },
    HowTo: {
        "en-US": ("is it both legs or one", "do I breathe out going up"),
        "de-DE": ("ist das mit beiden Beinen", "atme ich beim Hochgehen aus"),
        "es-ES": ("suelto el aire al subir",),
        "fr-FR": ("j'expire en montant",),
    },
    WhatIsThis: {
        "es-ES": ("me he equivocado de ejercicio",),
        "fr-FR": ("c'est avec les deux jambes",),
    },
    SkipExercise: {
        "en-US": ("skip the wall sit, can't be bothered",),
        "de-DE": ("lass den Wandsitz weg, keine Lust",),
    },
    NotUnderstood: {
        "en-US": ("wait, he's pulling my leg, literally",),
        "fr-FR": ("le poids me glisse des mains",),
    },
    Pain: {"fr-FR": ("j'ai senti un truc dans le dos",)},
}


@with_each(("meant", "locale", "said"), each_said(MEANT.items()))
def test_it_comes_to_what_it_means(meant: type[Command], locale: str, said: str) -> None:
    assert isinstance(command_heard(said, locale), meant)
