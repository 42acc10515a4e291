"""Replies as Alexa's responses."""

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.ui import AskForPermissionsConsentCard, SimpleCard

from skill.alexa.players import directive_of
from skill.alexa.screens import Figures, shown
from skill.alexa.sdk.writing import FinalJson
from skill.alexa.services import REMINDERS_PERMISSION
from skill.coach.reply import Card, PermissionCard, Reply
from skill.render.apla import DOCUMENT, render_datasources
from skill.render.ssml import render_lines, render_ssml

_DOCUMENT = FinalJson(DOCUMENT)

TOKEN = "segment"  # noqa: S105 - Alexa's name for what a document is known by
"""The token of every APLA document: a failure is about the one that was sent last."""


def respond(reply: Reply, figures: Figures | None = None) -> Response:
    """Build the response of a reply; ``figures`` are what a screen shows of it, if there is one.

    A session stays open exactly when a question was asked (Amazon: certification, session management). Timed
    segments become APLA, all others plain speech. What the player has to do takes effect once all is said.
    The factory is not the request's own: after an error that one still holds what had been prepared.
    """
    factory = ResponseFactory()
    segment = reply.segment
    if reply.player is not None:
        factory.add_directive(directive_of(reply.player))
    if segment is None:
        return factory.response
    if reply.display is not None and figures is not None:
        factory.add_directive(shown(reply.display, segment.cues, figures))
        if reply.display.runs:
            # The screen speaks and leads on: no question is open, and the session stays as it is.
            return factory.response
    if segment.timed and not reply.simple:
        directive = RenderDocumentDirective(
            token=TOKEN, document=_DOCUMENT, datasources=FinalJson(render_datasources(segment))
        )
        factory.add_directive(directive)
    elif segment.cues:
        factory.speak(render_ssml(segment))
    if reply.card is not None:
        factory.set_card(_card(reply.card))
    if reply.touched and segment.question is not None:
        return factory.response  # nobody is about to speak: the microphone stays closed
    if segment.question is None:
        factory.set_should_end_session(True)
    else:
        factory.ask(render_lines(segment.reprompt, segment.patience_ms))
    return factory.response


def _card(card: Card | PermissionCard) -> SimpleCard | AskForPermissionsConsentCard:
    if isinstance(card, PermissionCard):
        return AskForPermissionsConsentCard(permissions=[REMINDERS_PERMISSION])
    return SimpleCard(title=card.title, content=card.text)
