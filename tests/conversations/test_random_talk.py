"""Whatever is said and whatever breaks, the coach answers legally and leads to the stretch."""

import json
import logging
import tomllib
from typing import Any

from conversation import MODEL, ROOT, athlete_after, echo_with
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support.examples import tried
from support.flaky_store import FlakyStore
from support.remembering import Remembering
from support.straight_to_work import catalog_without_warm_up

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.athlete.stored.text import write_text
from skill.athlete.workout import Workout
from skill.coach.coach import Coach
from skill.echo import DeviceTurn, exception_encountered
from skill.loaders import load_phrasebook
from skill.workout.cursor import SIDES
from skill.workout.question import Question
from skill.workout.states import State

UTTERANCES = [
    entry["said"]
    for entry in tomllib.loads(
        (ROOT / "tests/interaction_model/utterances/en-US.toml").read_text()
    )["utterance"]
]
SLOTS = {intent.name: tuple(intent.slots) for intent in MODEL.intents}
VALUES = [
    "07:00",
    "MO",
    "?",
    "",
    "3",
    "-1",
    "0",
    "20",
    "999999999999",
    "PT15S",
    "PT9999S",
    "P1D",
    "lunges",
    "?!",
]
BEGIN_ANEW = {"AMAZON.StartOverIntent", "AMAZON.YesIntent", "StartWorkoutIntent"}

log = logging.getLogger("skill.alexa.handlers")
Json = dict[str, Any]


class _Stumbles(logging.Handler):
    """Keeps every error that was hidden behind an apology."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class PretendServices:
    """Reminders and a time zone without Amazon."""

    def __init__(self) -> None:
        self.kept = Remembering()

    def reminders(self, _envelope: object) -> Remembering:
        """The same for all."""
        return self.kept

    def time_zone(self, _envelope: object) -> str | None:
        """Where the day begins early; nowhere, while it fails."""
        return None if self.kept.failing else "Asia/Tokyo"


class RandomTalk(RuleBasedStateMachine):
    """A runner who says anything at any time, on a device and a network that fail."""

    def __init__(self) -> None:
        super().__init__()
        self.store = FlakyStore()
        self.amazon = PretendServices()
        self.catalog = catalog_without_warm_up()
        coach = Coach(self.catalog, self.store, load_phrasebook, observe=self._read_again)
        skill = AlexaSkill(coach, services=self.amazon)
        self.echo = echo_with(skill)
        self.stumbles = _Stumbles()
        log.addHandler(self.stumbles)
        self.workout: Workout | None = None
        self.unsaved = False
        self.read = True

    # What a runner does.

    @rule()
    def opens(self) -> None:
        self._lose_what_is_unsaved()
        self._look(self.echo.open())

    @rule(utterance=st.sampled_from(UTTERANCES))
    def says(self, utterance: str) -> None:
        self._look(self.echo.say(utterance))

    @precondition(lambda self: self.echo.in_session)
    @rule(intent=st.sampled_from(sorted(INTENTS)), values=st.lists(st.sampled_from(VALUES)))
    def means(self, intent: str, values: list[str]) -> None:
        self._mean(intent, values)

    @precondition(lambda self: self.echo.in_session)
    @rule(answer=st.sampled_from(["yes", "yes", "ready", "start the workout", "resume"]))
    def goes_on(self, answer: str) -> None:
        if self.echo.state != "listening":
            self.echo.until_listening()
        self._look(self.echo.say(answer))

    @rule(ms=st.one_of(st.integers(0, 5_000), st.integers(0, 200_000)))
    def wait_silently(self, ms: int) -> None:
        turns = len(self.echo.turns)
        self.echo.wait(ms)
        if len(self.echo.turns) > turns:
            self._lose_what_is_unsaved()

    @precondition(lambda self: self.echo.in_session and _document_plays(self.echo.turns[-1]))
    @rule(ms=st.integers(5_000, 120_000), intent=st.sampled_from(sorted(INTENTS)))
    def barges_in(self, ms: int, intent: str) -> None:
        self.wait_silently(ms)
        if self.echo.in_session:
            self._mean(intent, [])

    @rule(delay_ms=st.integers(200, 6_000), utterance_ms=st.integers(500, 4_000))
    def change_pace(self, delay_ms: int, utterance_ms: int) -> None:
        self.echo.response_delay_ms, self.echo.utterance_ms = delay_ms, utterance_ms

    @rule(voice=st.sampled_from(["", "amzn1.ask.person.ANNA", "amzn1.ask.person.BEN"]))
    def lets_another_speak(self, voice: str) -> None:
        self.echo.person_id = voice
        self.workout = None  # each has a workout of their own

    # What breaks.

    @rule(failing=st.booleans())
    def amazon_fails(self, *, failing: bool) -> None:
        self.amazon.kept.failing = failing

    @precondition(lambda self: self.echo.in_session)
    @rule(reason=st.sampled_from(["ERROR", "USER_INITIATED", "EXCEEDED_MAX_REPROMPTS"]))
    def drops_the_session(self, reason: str) -> None:
        self.echo.drop_session(reason)
        self._lose_what_is_unsaved()

    @rule()
    def loses_power(self) -> None:
        self.echo.power_cut()
        self._lose_what_is_unsaved()

    @precondition(lambda self: self.echo.in_session and _document_plays(self.echo.turns[-1]))
    @rule()
    def cannot_play(self) -> None:
        if self.echo.state == "speaking":
            self._look(self.echo.fail_apla("AUDIO_SOURCE_ERROR", "It would not play."))

    @precondition(lambda self: self.echo.turns)
    @rule()
    def reports_an_exception(self) -> None:
        self.echo.send(exception_encountered("Not so.", "amzn1.echo-api.request.00000001"))

    @rule(reads=st.booleans(), writes=st.booleans())
    def fails_to_store(self, *, reads: bool, writes: bool) -> None:
        self.store.reads, self.store.writes = reads, writes

    @rule()
    def stores_again(self) -> None:
        self.store.reads = self.store.writes = True

    # What is promised.

    @invariant()
    def no_error_hides_behind_an_apology(self) -> None:
        assert not [record.getMessage() for record in self.stumbles.records]

    @invariant()
    def whoever_is_saved_is_read_again_as_they_were(self) -> None:
        assert self.read

    def _look(self, turn: DeviceTurn | None) -> None:
        """Compare the tally that the session carries with the one before."""
        if turn is None:
            return
        carried = turn.response.get("sessionAttributes") or {}
        athlete = athlete_after(turn)
        workout = athlete.workout if athlete else None
        intent = turn.request["request"].get("intent", {}).get("name")
        before = self.workout
        if before and workout and intent not in BEGIN_ANEW and _same(before, workout):
            kept = [unit for unit in range(len(before.tally)) if _as_before(unit, before, workout)]
            assert all(before.tally[unit] <= workout.tally[unit] for unit in kept)
        self.workout = workout
        self.unsaved = carried.get("saved") is False

    def _read_again(self, _before: Athlete, after: Athlete | None) -> None:
        """What is saved of a runner is read again as it was."""
        if after is not None:
            self.read &= read_document(json.loads(write_text(after).whole), self.catalog) == after

    def _lose_what_is_unsaved(self) -> None:
        if self.unsaved or not (self.store.reads and self.store.writes):
            self.workout = None

    def _mean(self, intent: str, values: list[str]) -> DeviceTurn:
        names = SLOTS.get(intent, ())
        slots = {
            name: {"name": name, "confirmationStatus": "NONE", "value": value}
            for name, value in zip(names, values, strict=False)
        }
        body = {"name": intent, "confirmationStatus": "NONE", "slots": slots}
        turn = self.echo.send({"type": "IntentRequest", "intent": body})
        self._look(turn)
        return turn

    def teardown(self) -> None:
        """Lead the runner to the stretch and out of it, wherever the talk has come to."""
        try:
            self.stores_again()
            self.opens()
            turn = self._mean("StartWorkoutIntent", [])
            if _question(turn) is Question.CLEARED:  # nobody is led before that
                turn = self._mean("AMAZON.YesIntent", [])
                turn = self._mean("StartWorkoutIntent", [])
            if _state(turn) is not State.STRETCHING:
                turn = self._mean("FinishEarlyIntent", [])
            if self.echo.in_session:  # who has done nothing has nothing to stretch
                assert _state(turn) is State.STRETCHING
                self._mean("FinishEarlyIntent", [])
            assert not self.echo.in_session
            self.no_error_hides_behind_an_apology()
        finally:
            log.removeHandler(self.stumbles)


def _same(before: Workout, after: Workout) -> bool:
    """Whether both are one workout; what it asks for may change on the way."""
    return before.under_way and before.number == after.number


def _as_before(unit: int, before: Workout, after: Workout) -> bool:
    """Whether a unit of work is still of the same exercise; else it begins at nothing.

    A set that is left out at the end is there no more; one that was begun stays.
    """
    at = unit // SIDES
    if at >= len(after.plan.sets):
        return before.tally[unit] > 0
    return before.plan.sets[at].exercise is after.plan.sets[at].exercise


def _document_plays(turn: DeviceTurn) -> bool:
    return "directives" in turn.response["response"]


def _state(turn: DeviceTurn) -> State | None:
    athlete = athlete_after(turn)
    return athlete.workout.place.active if athlete and athlete.workout else None


def _question(turn: DeviceTurn) -> Question | None:
    athlete = athlete_after(turn)
    return athlete.question if athlete else None


TestRandomTalk = RandomTalk.TestCase
TestRandomTalk.settings = settings(tried(20), stateful_step_count=30)
