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
    NeverHeard,
    NeverListens,
    NoButton,
    NoDocument,
    NoSession,
    NoStream,
    SkillCrashed,
    StreamUnplayable,
)
from skill.echo.loudspeaker import Heard
from skill.echo.performance import Stage
from skill.echo.playback import Playback, Playing, Span
from skill.echo.rules import Rules
from skill.echo.screen.screen import Screen
from skill.echo.screen.viewport import is_round, size_dp
from skill.echo.timeline import Sound, Soundtrack, spoken_ms

__all__ = [
    "APL",
    "PRETEND_USER",
    "Api",
    "DeviceTurn",
    "Echo",
    "EchoFault",
    "Heard",
    "IllegalResponse",
    "NeverHeard",
    "NeverListens",
    "NoButton",
    "NoDocument",
    "NoSession",
    "NoStream",
    "Playback",
    "Playing",
    "Rules",
    "Screen",
    "Skill",
    "SkillCrashed",
    "Sound",
    "Soundtrack",
    "Span",
    "Stage",
    "StreamUnplayable",
    "exception_encountered",
    "is_round",
    "session_ended",
    "size_dp",
    "skill_disabled",
    "spoken_ms",
]
