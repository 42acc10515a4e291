"""Reminders: asked for in one turn or in three, agreed to before they are set, listed, cancelled."""

from collections.abc import Sequence
from datetime import time, timedelta

from skill.athlete.zone import Zone, is_zone, local
from skill.coach.commands import CancelReminders, DayPart, RemindMe, WhichReminders
from skill.coach.reply import PermissionCard
from skill.coach.services import Outside, Reminder
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.errors import Refusal, RemindersRefused, StrideError
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question

USUAL_HOUR = {DayPart.MORNING: 7, DayPart.AFTERNOON: 14, DayPart.EVENING: 19, DayPart.NIGHT: 21}
"""The hour that is proposed where only a part of the day was named; the runner hears it before agreeing."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week, as the phrases name them."""

NOON = 12


def remind_me(turn: Turn, command: RemindMe) -> Outcome:
    """Take what was said of the reminder, and ask for the rest of it: the days, the time, a yes."""
    return turn.run(
        lambda outside: outside.reminders.check(),
        lambda _: _wished(turn, command),
        lambda error: _refused(turn, error),
    )


def _wished(turn: Turn, command: RemindMe) -> Outcome:
    aside = turn.aside_so_far
    at = _time_meant(command.at, aside.at)
    aside = aside._replace(days=command.days or aside.days, at=at)
    said = [phrase("reminder.not_heard")] if command.misheard else []
    if not aside.days:
        return turn.ask_aside(said, Question.WHICH_DAYS, aside)
    if aside.at is None:
        return turn.ask_aside(said, Question.WHAT_TIME, aside)
    about = {"reminder": spoken(Reminder(aside.days, aside.at))}
    return turn.ask_aside(said, Question.REMIND, aside, about)


def _time_meant(named: time | DayPart | None, before: time | None) -> time | None:
    """The time that was named. A part of the day alone moves the hour named before: "seven", "in the evening"."""
    if named is None:
        return before
    if isinstance(named, time):
        return named
    if before is None:
        return time(USUAL_HOUR[named])
    later = 0 if named is DayPart.MORNING else NOON
    return before.replace(hour=before.hour % NOON + later)


def ask_again(turn: Turn) -> Outcome:
    """Ask for what is still missing of the reminder."""
    return remind_me(turn, RemindMe())


EASTERNMOST = timedelta(hours=14)
"""No clock on earth is further ahead of UTC. Where the speaker's is not known, a reminder is planned by this
one: its first time is never one that has passed."""


def set_reminder(turn: Turn) -> Outcome:
    """Set the reminder that the runner has agreed to."""
    aside = turn.aside
    if aside is None or not aside.days or aside.at is None:  # the session has lost it
        return ask_again(turn)
    reminder = Reminder(aside.days, aside.at)
    text = turn.voice(phrase("reminder.text")).text

    def create(outside: Outside) -> None:
        zone = _zone_of_speaker(turn, outside)
        now = local(turn.now if zone else turn.now + EASTERNMOST, zone)
        outside.reminders.create(reminder, text, turn.voice.locale, now, zone)

    return turn.run(
        create,
        lambda _: turn.go_on([turn.phrase("reminder.set", reminder=spoken(reminder))]),
        lambda error: _refused(turn, error),
    )


def _zone_of_speaker(turn: Turn, outside: Outside) -> Zone | None:
    """The zone of the speaker that is to remind, asked for now: it may have travelled since the last visit.

    None where nobody can say and none is known: then Alexa goes by the speaker's own.
    """
    outside.reminders.check()
    name = outside.time_zone()
    if name is not None and is_zone(name):
        return Zone(name, turn.now.date(), turn.device)
    return turn.athlete.zone


def set_none(turn: Turn) -> Outcome:
    """The runner would rather not be reminded."""
    return turn.go_on([turn.phrase("reminder.not_set")])


def which_reminders(turn: Turn, _command: WhichReminders) -> Outcome:
    """Tell when the runner is reminded."""
    return turn.run(
        lambda outside: outside.reminders.listed(),
        lambda reminders: turn.go_on([_listed(reminders)]),
        lambda error: _refused(turn, error),
    )


def _listed(reminders: Sequence[Reminder]) -> Phrase:
    if not reminders:
        return phrase("reminder.none")
    return phrase("reminder.list", reminders=tuple(map(spoken, reminders)))


def cancel_reminders(turn: Turn, _command: CancelReminders) -> Outcome:
    """Cancel every reminder."""
    return turn.run(
        lambda outside: outside.reminders.cancel(),
        lambda n: turn.go_on([phrase("reminder.cancelled", n=n) if n else phrase("reminder.none")]),
        lambda error: _refused(turn, error),
    )


def cancelled_with_the_rest(outside: Outside) -> bool:
    """Cancel every reminder where everything else is deleted; False where some may be left."""
    try:
        outside.reminders.cancel()
    except RemindersRefused as error:
        return error.refusal not in (Refusal.BUSY, Refusal.UNREACHABLE)
    return True


def _refused(turn: Turn, error: StrideError) -> Outcome:
    """Say why not, and go on. Where a permission is missing, a card in the Alexa app asks for it."""
    refusal = error.refusal if isinstance(error, RemindersRefused) else Refusal.UNREACHABLE
    outcome = turn.go_on([phrase(f"reminder.refused_{refusal}")])
    if refusal is not Refusal.PERMISSION:
        return outcome
    return outcome._replace(reply=outcome.reply._replace(card=PermissionCard()))


# In words.


def spoken(reminder: Reminder) -> Phrase:
    """The days and the time of a reminder: "Tuesdays and Fridays at seven in the morning"."""
    at = clock_time(reminder.at)
    match sorted(reminder.days):
        case [0, 1, 2, 3, 4, 5, 6]:
            return phrase("reminder.every_day", time=at)
        case [0, 1, 2, 3, 4]:
            return phrase("reminder.weekdays", time=at)
        case days:
            names = tuple(phrase(f"weekday.{DAYS[day]}") for day in days)
            return phrase("reminder.days", days=names, time=at)


def clock_time(at: time) -> Phrase:
    """A time of the day in words: "seven thirty in the evening"."""
    if at.minute == 0 and at.hour in (0, NOON):
        return phrase("clock.noon" if at.hour else "clock.midnight")
    hour = at.hour % NOON or NOON
    # The hour is also what chooses a plural form: "la una", but "las dos".
    numbers = {"n": hour, "hour": hour, "hour_of_day": at.hour, "minute": at.minute}
    if at.minute == 0:
        on_the_clock = phrase("clock.full_hour", **numbers)
    elif at.minute < 10:
        on_the_clock = phrase("clock.just_past", **numbers)
    else:
        on_the_clock = phrase("clock.minutes", **numbers)
    return phrase(f"clock.{part_of(at)}", time=on_the_clock)


def part_of(at: time) -> DayPart:
    """The part of the day that a time belongs to, as Americans call it."""
    if at.hour < 5 or at.hour >= 21:
        return DayPart.NIGHT
    if at.hour < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if at.hour < 18 else DayPart.EVENING
