"""What the service says of itself: a recogniser of the coach's words, and the coach who answers."""

from collections.abc import Sequence
from importlib.metadata import version

from wyoming.info import AsrModel, AsrProgram, Attribution, HandleModel, HandleProgram, Info

NAME = "strong-stride"

_OURS = Attribution("Strong Stride", "")
_SPHINX = Attribution("CMU Sphinx", "https://github.com/cmusphinx/pocketsphinx")


def info_of(languages: Sequence[str], heard: Sequence[str]) -> Info:
    """The service's description: in which ``languages`` the coach answers, and in which sound is ``heard``."""
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
        attribution=_SPHINX,
        installed=True,
        description="What may be said to the coach, and no other word",
        version=ours,
        languages=list(heard),
    )
    asr = AsrProgram(
        name="Strong Stride words",
        attribution=_OURS,
        installed=True,
        description="Reads what is said to the coach, on this machine",
        version=ours,
        models=[words],
    )
    return Info(asr=[asr], handle=[handle])
