"""A pretend Amazon Echo: hears utterances, talks to a skill in JSON, plays the answers."""

from skill.echo.asking import Skill
from skill.echo.cloud import DeviceTurn
from skill.echo.device import PRETEND_USER, Echo
from skill.echo.envelope import (
    APL,
    Api,
    exception_encountered,
    session_ended,
    skill_disabled,
)
from skill.echo.errors import (
    EchoFault,
    IllegalResponse,
    InteractionModelFault,
    NeverHeard,
    NeverListens,
    NoButton,
    NoDocument,
    NoSession,
    NoStream,
    SkillCrashed,
    StreamUnplayable,
)
from skill.echo.hearing import Hearing
from skill.echo.interaction_model import InteractionModel
from skill.echo.loudspeaker import Heard
from skill.echo.performance import Stage
from skill.echo.playback import Playback, Playing, Span
from skill.echo.rules import Rules
from skill.echo.screen.screen import Screen
from skill.echo.screen.viewport import is_round, size_dp
from skill.echo.slots import SlotValue
from skill.echo.timeline import Pace, Sound, Soundtrack, spoken_ms
from skill.echo.understanding import Match, Understanding, understanding_of

__all__ = [
    "APL",
    "PRETEND_USER",
    "Api",
    "DeviceTurn",
    "Echo",
    "EchoFault",
    "Heard",
    "Hearing",
    "IllegalResponse",
    "InteractionModel",
    "InteractionModelFault",
    "Match",
    "NeverHeard",
    "NeverListens",
    "NoButton",
    "NoDocument",
    "NoSession",
    "NoStream",
    "Pace",
    "Playback",
    "Playing",
    "Rules",
    "Screen",
    "Skill",
    "SkillCrashed",
    "SlotValue",
    "Sound",
    "Soundtrack",
    "Span",
    "Stage",
    "StreamUnplayable",
    "Understanding",
    "exception_encountered",
    "is_round",
    "session_ended",
    "size_dp",
    "skill_disabled",
    "spoken_ms",
    "understanding_of",
]
