"""What all desks have in common, and the skill that is made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from skill.alexa.services import LocalServices
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import load_sentences
from skill.coach.coach import Coach
from skill.language.called import Called
from skill.loaders import load_figure
from skill.simulator.recording import Recording, Replayed, replay
from skill.simulator.virtual_tracks import Tapes
from skill.understanding import InteractionModel


@dataclass(frozen=True, slots=True)
class Fittings:
    """What all desks have in common.

    ``speech_ms`` gives how long the voice takes for words; ``wall`` is the time outside;
    ``zone`` the time zone of the speaker, or "".
    """

    coach: Coach
    model: InteractionModel
    locale: str
    speech_ms: Callable[[str], int]
    wall: Callable[[], datetime]
    zone: str = ""


def skill_of(coach: Coach, fittings: Fittings) -> AlexaSkill:
    """The skill that a speaker with these fittings asks."""
    return AlexaSkill(
        coach,
        services=LocalServices(fittings.zone),
        sentences=load_sentences(),
        figures=load_figure,
    )


def replayed(recording: Recording, fittings: Fittings) -> Replayed:
    """Ask the coach of today everything that was asked in a recording, with nobody else's store in it."""
    shared, tapes = fittings.coach, Tapes(fittings.speech_ms)
    voices = Called(shared.voices)
    coach = Coach(shared.catalog, recording.store(), voices, tapes.publish)
    return replay(recording, skill_of(coach, fittings), voices)
