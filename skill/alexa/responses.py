"""Replies as Alexa's responses."""

from collections.abc import Mapping
from typing import Any

from ask_sdk_model import Directive, Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.ui import (
    AskForPermissionsConsentCard,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
)

from skill.alexa.players import directive_of
from skill.alexa.screens import Figures, shown
from skill.alexa.sdk.writing import FinalJson, written
from skill.alexa.services import REMINDERS_PERMISSION
from skill.coach.reply import Card, PermissionCard, Reply
from skill.render.apla import DOCUMENT, render_datasources
from skill.render.ssml import render_lines, render_ssml
from skill.workout.segment import Segment

_DOCUMENT = FinalJson(DOCUMENT)

TOKEN = "segment"  # noqa: S105 - Alexa's name for what a document is known by
"""The token of every APLA document: a failure is about the one that was sent last."""


def respond(reply: Reply, figures: Figures | None, carried: Mapping[str, Any]) -> Response:
    """Build the response of a reply; ``figures`` are what a screen shows of it, if there is one.

    ``carried`` is what the session keeps, which goes with it.

    A session stays open exactly when a question was asked (Amazon: certification, session management). Timed
    segments become APLA, all others plain speech. What the player has to do takes effect once all is said.
    The response is not the request's own: after an error that one still holds what had been prepared.
    """
    segment, response = reply.segment, Response()
    if reply.player is not None:
        _direct(response, directive_of(reply.player))
    if segment is None:
        return response
    if reply.display is None or figures is None:
        _speak(response, reply, segment)
    elif reply.display.runs:
        # The screen speaks and leads on: no question is open, and the session stays as it is.
        _direct(response, shown(reply.display, segment.cues, figures, carried))
    else:
        _speak(response, reply, segment)
        beside = (carried, written(response))
        _direct(response, shown(reply.display, segment.cues, figures, beside))
    return response


def _speak(response: Response, reply: Reply, segment: Segment) -> None:
    """Say a segment without the help of a screen, and ask its question."""
    if segment.timed and not reply.simple:
        cues = FinalJson(render_datasources(segment))
        timed = RenderDocumentDirective(token=TOKEN, document=_DOCUMENT, datasources=cues)
        _direct(response, timed)
    elif segment.cues:
        response.output_speech = _speech(render_ssml(segment))
    if reply.card is not None:
        response.card = _card(reply.card)
    if reply.touched and segment.question is not None:
        return  # nobody is about to speak: the microphone stays closed
    response.should_end_session = segment.question is None
    if segment.question is not None:
        again = render_lines(segment.reprompt, segment.patience_ms)
        response.reprompt = Reprompt(output_speech=_speech(again))


def _direct(response: Response, directive: Directive) -> None:
    """Add a directive to a response."""
    response.directives = [*(response.directives or ()), directive]


def _speech(words: str) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=f"<speak>{words}</speak>")


def _card(card: Card | PermissionCard) -> SimpleCard | AskForPermissionsConsentCard:
    if isinstance(card, PermissionCard):
        return AskForPermissionsConsentCard(permissions=[REMINDERS_PERMISSION])
    return SimpleCard(title=card.title, content=card.text)
