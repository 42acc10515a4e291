"""Amazon's services, as far as a request's own token opens them."""

import logging
from typing import Any, Protocol

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope
from ask_sdk_model.services import ApiConfiguration
from ask_sdk_model.services.ups import UpsServiceClient

from skill.alexa.reminders import AmazonReminders
from skill.alexa.sdk.api_client import PunctualApiClient, is_trusted
from skill.coach.services import NoReminders, Reminders
from skill.speed.value import Value

logger = logging.getLogger(__name__)

REMINDERS_PERMISSION = "alexa::alerts:reminders:skill:readwrite"
"""The permission that the Reminders API asks for; the skill's manifest names it, too."""

ZONE_DEADLINE_S = 1.0
"""For asking for the time zone: a runner is waiting, and the answer is not needed."""

REMINDER_DEADLINE_S = 1.5
"""For one call about reminders, of the 8 s that Alexa waits."""


class Services(Protocol):
    """What Amazon offers with a request: reminders, and the speaker's time zone."""

    def reminders(self, envelope: RequestEnvelope) -> Reminders:
        """Who reminds."""

    def time_zone(self, envelope: RequestEnvelope) -> str | None:
        """The name of the speaker's time zone; None where nobody knows it."""


class LocalServices(Value):
    """Services without Amazon: nobody reminds; ``zone`` is the speaker's time zone, or ""."""

    zone: str = ""

    def reminders(self, _envelope: RequestEnvelope) -> Reminders:
        """See ``Services``."""
        return NoReminders()

    def time_zone(self, _envelope: RequestEnvelope) -> str | None:
        """See ``Services``."""
        return self.zone or None


NO_SERVICES = LocalServices()
"""Nobody reminds, and nobody knows where the speaker is."""


class AmazonServices:
    """Reminders and the speaker's time zone. Only requests that are known to be Amazon's may be handed in.

    ``zone`` is used for speakers whose time zone Amazon does not give, and may be ""; ``loopback`` allows an
    endpoint on this machine, for tests.
    """

    def __init__(self, zone: str = "", *, loopback: bool = False) -> None:
        self._zone = zone
        self._loopback = loopback
        self._serializer = DefaultSerializer()

    def reminders(self, envelope: RequestEnvelope) -> Reminders:
        """The account's reminders; none where the request brings no token."""
        configuration = self._configuration(envelope, REMINDER_DEADLINE_S)
        if configuration is None:
            return NoReminders()
        return AmazonReminders(configuration, permitted=_is_permitted(envelope))

    def time_zone(self, envelope: RequestEnvelope) -> str | None:
        """The name of the device's time zone; that of the settings where Amazon does not give it in time.

        No permission is needed (Amazon: Obtain Customer Settings Information).
        """
        configuration = self._configuration(envelope, ZONE_DEADLINE_S)
        device = envelope.context.system.device
        if configuration is None or device is None or not device.device_id:
            return self._zone or None
        try:
            name = UpsServiceClient(configuration).get_system_time_zone(device.device_id)
        except Exception as error:  # without a zone there is UTC, whatever went wrong
            logger.warning("no time zone: %s", type(error).__name__)
            return self._zone or None
        return name if isinstance(name, str) else self._zone or None

    def _configuration(self, envelope: RequestEnvelope, deadline_s: float) -> Any:
        """What the SDK's service clients are made with; None where there is nothing to call with."""
        system = envelope.context.system
        if not system.api_access_token or not system.api_endpoint:
            return None
        if not is_trusted(system.api_endpoint, loopback=self._loopback):
            logger.warning("an endpoint that is not Amazon's is sent no token")
            return None
        client = PunctualApiClient(deadline_s)
        return ApiConfiguration(
            self._serializer, client, system.api_access_token, system.api_endpoint
        )


def _is_permitted(envelope: RequestEnvelope) -> bool:
    """False where the request says that the runner has denied it; mostly it says nothing."""
    permissions = envelope.context.system.user.permissions
    scope = ((permissions and permissions.scopes) or {}).get(REMINDERS_PERMISSION)
    return scope is None or scope.status is None or scope.status.value != "DENIED"
