"""Alexa's own reminders, set by Amazon's Reminders API (Amazon: Alexa Reminders API Reference; decision 20)."""

import logging
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model.services import ApiConfiguration, ServiceException
from ask_sdk_model.services import reminder_management as api

from skill.athlete.zone import Zone
from skill.coach.services import Reminder
from skill.errors import Refusal, RemindersRefused

logger = logging.getLogger(__name__)

T = TypeVar("T")

# The SDK's model of a reminder names its spoken words by a module that the SDK does not have (ask-sdk-model 1.82,
# alert_info.py): no list of reminders could be read. It is the module that now goes by this name.
sys.modules.setdefault(f"{api.__name__}.alert_info_spoken_info", api.spoken_info)

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_REFUSALS = {
    401: Refusal.PERMISSION,
    403: Refusal.DEVICE,  # also what devices get that cannot remind, such as Amazon's simulator
    429: Refusal.BUSY,
}
_NOT_FOUND = 404


class AmazonReminders:
    """The reminders that this skill has set on an account; see ``Reminders``.

    ``permitted`` is False where the request itself says that the runner has denied them.
    """

    def __init__(self, configuration: ApiConfiguration, *, permitted: bool) -> None:
        self._service = api.ReminderManagementServiceClient(configuration)
        self._permitted = permitted

    def check(self) -> None:
        """See ``Reminders``."""
        if not self._permitted:
            raise RemindersRefused(Refusal.PERMISSION)

    def create(
        self, reminder: Reminder, text: str, locale: str, now: datetime, zone: Zone | None
    ) -> None:
        """See ``Reminders``."""
        spoken = api.SpokenText(locale=locale, text=text)
        trigger = api.Trigger(
            object_type=api.TriggerType.SCHEDULED_ABSOLUTE,
            scheduled_time=_first(reminder, now),
            time_zone_id=None if zone is None else zone.name,  # None: the device's own
            recurrence=api.Recurrence(recurrence_rules=list(_rules(reminder))),
        )
        request = api.ReminderRequest(
            request_time=_bare(now),
            trigger=trigger,
            alert_info=api.AlertInfo(api.SpokenInfo([spoken])),
            push_notification=api.PushNotification(api.PushNotificationStatus.DISABLED),
        )
        _asked(lambda: self._service.create_reminder(request))

    def listed(self) -> tuple[Reminder, ...]:
        """See ``Reminders``."""
        return tuple(filter(None, map(_reminder, self._alerts())))

    def cancel(self) -> int:
        """See ``Reminders``."""
        alerts = self._alerts()
        for alert in alerts:
            self._delete(alert.alert_token)
        return len(alerts)

    def _delete(self, token: str) -> None:
        try:
            _asked(lambda: self._service.delete_reminder(token))
        except _NotFound:
            return  # it was cancelled meanwhile, in the Alexa app

    def _alerts(self) -> list[Any]:
        found = _asked(self._service.get_reminders)
        return [a for a in found.alerts or () if a.status is not api.Status.COMPLETED]


class _NotFound(RemindersRefused):
    def __init__(self) -> None:
        super().__init__(Refusal.UNREACHABLE)


def _asked(call: Callable[[], T]) -> T:
    """What Amazon answers, or the refusal that the runner is to hear."""
    try:
        return call()
    except ServiceException as error:
        code = str(getattr(error.body, "code", ""))
        logger.warning("reminders refused by Amazon: %s %s", error.status_code, code)
        if error.status_code == _NOT_FOUND:
            raise _NotFound from error
        raise RemindersRefused(_refusal(error.status_code, code)) from error
    except SerializationException as error:  # its text would repeat the answer
        logger.warning("reminders answered by Amazon in a form that cannot be read")
        raise RemindersRefused(Refusal.UNREACHABLE) from error


def _refusal(status: int, code: str) -> Refusal:
    if status in (400, 403) and code.startswith("MAX_"):
        return Refusal.TOO_MANY
    return _REFUSALS.get(status, Refusal.UNREACHABLE)


# From our reminders to Amazon's and back.


def _rules(reminder: Reminder) -> Iterator[str]:
    """One rule for each day: of several days in one rule Amazon says nothing."""
    at = f"BYHOUR={reminder.at.hour};BYMINUTE={reminder.at.minute};BYSECOND=0"
    for day in reminder.days:
        yield f"FREQ=WEEKLY;BYDAY={_DAYS[day]};{at};INTERVAL=1;"


def _first(reminder: Reminder, now: datetime) -> datetime:
    """The first time that it is due. Amazon takes no offset here (Trigger, scheduledTime)."""
    today = _bare(now).replace(hour=reminder.at.hour, minute=reminder.at.minute, second=0)
    days = (today + timedelta(days=ahead) for ahead in range(8))
    return next(day for day in days if day.weekday() in reminder.days and day > _bare(now))


def _bare(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, microsecond=0)


def _reminder(alert: Any) -> Reminder | None:
    """A reminder that was set by these rules; None for one in which they cannot be found."""
    try:
        rules = [_parts(rule) for rule in alert.trigger.recurrence.recurrence_rules]
        days = {_DAYS.index(day) for rule in rules for day in rule["BYDAY"].split(",")}
        at = time(int(rules[0]["BYHOUR"]), int(rules[0]["BYMINUTE"]))
        return Reminder(tuple(sorted(days)), at)
    except (AttributeError, TypeError, KeyError, ValueError, IndexError):
        logger.warning("a reminder in no form of ours is left out")
        return None


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.split(";") if part)
    return {name: value for name, _, value in pairs}
