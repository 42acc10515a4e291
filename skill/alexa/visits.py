"""Who is speaking: a visit, out of a request envelope."""

from datetime import UTC, datetime
from hashlib import blake2b

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import RequestEnvelope

from skill.coach.coach import Visit


def athlete_id(envelope: RequestEnvelope) -> str:
    """The athlete's id in the store: a hash, so that the store holds no Amazon account id."""
    return _hash(envelope.context.system.user.user_id, 16)


def visit_of(handler_input: HandlerInput, received: datetime) -> Visit:
    """The visit of a request; ``received`` is its time where Amazon gave none.

    Amazon's own time stamps are on one clock from turn to turn, whatever our server's clock says.
    """
    envelope = handler_input.request_envelope
    session = envelope.session
    device = envelope.context.system.device
    stamp = envelope.request.timestamp
    return Visit(
        athlete_id=athlete_id(envelope),
        now=received if stamp is None or stamp.tzinfo is None else stamp.astimezone(UTC),
        new_session=session is not None and bool(session.new),
        device=_hash(device.device_id if device else None, 8),
        carried=(session.attributes or None) if session is not None else None,
        locale=envelope.request.locale or "",
    )


def _hash(text: str | None, size: int) -> str:
    # JSON can write halves of a surrogate pair, which UTF-8 cannot.
    return blake2b((text or "").encode(errors="surrogatepass"), digest_size=size).hexdigest()
