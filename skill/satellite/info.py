"""What the service says of itself: a recogniser of the coach's words, and the coach who answers."""

from collections.abc import Sequence
from importlib.metadata import version

from wyoming.info import AsrModel, AsrProgram, Attribution, HandleModel, HandleProgram, Info

NAME = "strong-stride"

_OURS = Attribution("Strong Stride", "")
_ITS_WORDS = "What may be said to the coach, and no other word"
_ANY_WORDS = "Any words, read by the speech-to-text service that was named"
_SPHINX = Attribution("CMU Sphinx", "https://github.com/cmusphinx/pocketsphinx")


def info_of(languages: Sequence[str], heard: Sequence[str], *, by_service: bool = False) -> Info:
    """The service's description: in which ``languages`` the coach answers, and in which sound is ``heard``.

    ``by_service`` says that the words are read by a service of the user's.
    """
    ours = version(NAME)
    coach = HandleModel(
        name=NAME,
        attribution=_OURS,
        installed=True,
        description="Questions to the coach, and control of the workout",
        version=ours,
        languages=list(languages),
    )
    handle = HandleProgram(
        name="Strong Stride",
        attribution=_OURS,
        installed=True,
        description="A coach for runners' leg strength",
        version=ours,
        models=[coach],
    )
    if not heard:
        return Info(handle=[handle])
    words = AsrModel(
        name=f"{NAME}-words",
        attribution=_OURS if by_service else _SPHINX,
        installed=True,
        description=_ANY_WORDS if by_service else _ITS_WORDS,
        version=ours,
        languages=list(heard),
    )
    asr = AsrProgram(
        name="Strong Stride words",
        attribution=_OURS,
        installed=True,
        description="Reads what is said to the coach",
        version=ours,
        models=[words],
    )
    return Info(asr=[asr], handle=[handle])
