"""Commands about the account: reminders, and what is stored."""

from datetime import time

from skill.coach.commands.command import Command, DayPart


class RemindMe(Command):
    """Remind me to train: on these days of the week (0 is Monday), at this time.

    What was not said is empty or None; ``misheard`` where a day or a time was said that could not be understood.
    """

    days: tuple[int, ...] = ()
    at: time | DayPart | None = None
    misheard: bool = False


class WhichReminders(Command):
    """When will I be reminded?"""


class CancelReminders(Command):
    """No reminders any more."""


class WhatDoYouKnow(Command):
    """What is stored about me?"""


class ForgetMe(Command):
    """Delete everything about me; ``answering`` ("just me") does so only where it was asked whose data."""

    answering: bool = False


class ForgetEveryone(Command):
    """Delete everything about everybody of the household."""
