"""Who is speaking: a visit, out of a request envelope."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import blake2b

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Request, RequestEnvelope

from skill.alexa.players import player_of
from skill.alexa.screens import Figures, has_screen
from skill.alexa.sentences import NO_SENTENCES, Sentences
from skill.alexa.services import NO_SERVICES, Services
from skill.coach.commands import Command
from skill.coach.visit import STAMPED, Visit, unreadable

Clock = Callable[[], datetime]


def account_id(user_id: str | None) -> str:
    """The id of an account in the store: a hash, so that the store holds no Amazon account's id (decision 11)."""
    return _hash(user_id, 16)


def athlete_id(envelope: RequestEnvelope) -> str:
    """The id of the athlete who speaks: of the voice, where Alexa tells it apart, otherwise of the account.

    A voice belongs to its account: elsewhere it is somebody new.
    """
    system = envelope.context.system
    person = system.person.person_id if system.person else None
    if not person:
        return account_id(system.user.user_id)
    return _hash(f"{system.user.user_id}\n{person}", 16)


class Reception:
    """Makes visits of requests.

    ``clock`` is used where Amazon gave no time; ``services`` may be missing; ``sentences`` estimate how long the
    runner spoke. ``figures`` are what screens show; without them every device is a speaker. Amazon's own time
    stamps are on one clock from turn to turn, whatever our server's clock says.
    """

    def __init__(
        self,
        clock: Clock,
        services: Services = NO_SERVICES,
        sentences: Sentences = NO_SENTENCES,
        figures: Figures | None = None,
    ) -> None:
        self.figures = figures
        self._clock = clock
        self._sentences = sentences
        self._services = services

    def visit(
        self, handler_input: HandlerInput, read_order: Callable[[str], Command | None] = unreadable
    ) -> Visit:
        """The visit of a request; ``read_order`` reads an order in doubt that was written down."""
        envelope = handler_input.request_envelope
        session = envelope.session
        device = envelope.context.system.device
        stamp = envelope.request.timestamp
        return Visit(
            athlete_id=athlete_id(envelope),
            account_id=account_id(envelope.context.system.user.user_id),
            now=self._clock() if not _is_a_time(stamp) else stamp.astimezone(UTC),
            new_session=session is not None and bool(session.new),
            device=_hash(device.device_id if device else None, 8),
            carried=(session.attributes or None) if session is not None else None,
            locale=envelope.request.locale or "",
            player=player_of(envelope),
            talked_ms=self._talked_ms(envelope.request),
            screen=self.figures is not None and has_screen(envelope),
            request=_request_of(envelope.request),
            reminders=lambda: self._services.reminders(envelope),
            time_zone=lambda: self._services.time_zone(envelope),
            read_order=read_order,
        )

    def _talked_ms(self, request: Request) -> int:
        """How long the runner spoke; a request that is neither a sentence nor a call by name took no words."""
        match request.object_type:
            case "IntentRequest":
                slots = request.intent.slots or {}
                texts = [slot.value for slot in slots.values() if isinstance(slot.value, str)]
                locale = request.locale or ""
                return self._sentences.duration_ms(request.intent.name, texts, locale)
            case "LaunchRequest" | "SessionEndedRequest":
                return self._sentences.duration_ms("", (), "")
            case _:
                return 0


def _is_a_time(stamp: datetime | None) -> bool:
    """Whether a stamp can be that of a request, and days can be counted from it in either direction."""
    return stamp is not None and stamp.tzinfo is not None and stamp.year in STAMPED


def _request_of(request: Request) -> str:
    """A short hash that differs for every request, of its id, its stamp and its intent; "" where it has no id."""
    if not request.request_id:
        return ""
    intent = getattr(request, "intent", None)
    asked = request.object_type, intent.name if intent else ""
    return _hash(f"{request.request_id}\n{request.timestamp}\n{asked}", 6)


def _hash(text: str | None, size: int) -> str:
    # JSON can write halves of a surrogate pair, which UTF-8 cannot.
    return blake2b((text or "").encode(errors="surrogatepass"), digest_size=size).hexdigest()
