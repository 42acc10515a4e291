"""What a workout costs in DynamoDB: units as the server itself counts them, for a new runner and a veteran.

DynamoDB Local counts capacity as DynamoDB does: 1 kB a write unit, 4 kB a read unit. The veteran has trained
twice a week for two years, as the simulated runner of the tests does.
"""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from support.dynamodb_local import ENVIRONMENT, new_url, running_dynamodb
from support.simulated_runner import any_mood, simulate

from benchmarks.cold_start import fetched_dynamodb
from benchmarks.figures import Measured
from benchmarks.memories import LAST, WORKOUTS, remembered
from benchmarks.runners import model
from skill.alexa.skill import AlexaSkill, write_json
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.coach import Coach
from skill.echo import Echo
from skill.loaders import load_catalog, load_phrasebook
from skill.store.dynamodb.client import Client
from skill.store.dynamodb.faults import Refused
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.store import DynamoDBStore
from skill.training.past import NO_PAST, compacted
from skill.training.record import joined

YEARS = 2
USER = "amzn1.ask.account.BENCH"
READS = ("GetItem", "Query", "TransactGetItems")


class CountingClient(Client):
    """A client that asks the server what each call took; ``most`` is what the save of one turn did."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self.most = 0.0

    def _persevere(self, operation: str, body: bytes, *args: Any) -> Any:
        """Do the action, and add up its capacity. A refused write costs what would have been written: a unit."""
        asked = {**json.loads(body), "ReturnConsumedCapacity": "TOTAL"}
        self.calls[operation] += 1
        try:
            said = super()._persevere(operation, json.dumps(asked).encode(), *args)
        except Refused:
            self.units[operation] += 1
            raise
        took = said["ConsumedCapacity"]
        tables = took if isinstance(took, list) else [took]
        self.units[operation] += (units := sum(table["CapacityUnits"] for table in tables))
        if operation == "UpdateItem":
            self.most = max(self.most, units)
        return said


@dataclass(frozen=True)
class Cost:
    """One workout; ``most_writes`` are the units of one save, but for those that close a workout."""

    turns: int
    reads: float
    writes: float
    most_writes: float
    response_bytes: int


def workout_cost(endpoint: str, athlete: Athlete | None, began: datetime) -> Cost:
    """Lead a whole workout on the pretend Echo, from the opening to the closing."""
    url = new_url(endpoint)
    client = CountingClient(read_location(url, ENVIRONMENT), ENVIRONMENT, operation_s=60.0)
    with closing(DynamoDBStore(client)) as store:
        coach = Coach(load_catalog(), store, load_phrasebook)
        echo = Echo(AlexaSkill(coach), model(), clock=began, user_id=USER)
        if athlete is not None:
            store.save(account_id(USER), write_document(athlete), 0)
            client.units.clear()
        echo.open()
        while echo.in_session:
            echo.until_listening()
            echo.say("yes")
        echo.wait(60_000)
    reads = sum(client.units[name] for name in READS)
    writes = sum(client.units.values()) - reads
    answers = sum(len(write_json(turn.response)) for turn in echo.turns)
    return Cost(len(echo.turns), reads, writes, client.most, answers)


def veteran() -> tuple[Athlete, datetime]:
    """Somebody with two years of training, and the evening after the last workout."""
    catalog = load_catalog()
    sessions = simulate(catalog, any_mood, weeks=52 * YEARS)
    history = joined((), (record for session in sessions for record in session.records))
    today = history[-1].day
    kept, past = compacted(history, NO_PAST, today)
    athlete = Athlete(history=kept, past=past, greeted=True)
    return athlete, datetime.combine(today, time(18), UTC).replace(tzinfo=UTC)


def measure_units() -> Iterator[Measured]:
    """Turns, read and write units of a whole workout."""
    with running_dynamodb(fetched_dynamodb()) as endpoint:
        old, evening = veteran()
        for who, athlete, began in (
            ("a new runner", None, evening),
            (f"a runner of {YEARS} years", old, evening),
            (f"a runner of {WORKOUTS} workouts", remembered(WORKOUTS), LAST),
        ):
            cost = workout_cost(endpoint, athlete, began)
            yield Measured(f"{who}, requests of a workout", cost.turns, "")
            yield Measured(f"{who}, read units of a workout", cost.reads, "")
            yield Measured(f"{who}, write units of a workout", cost.writes, "")
            yield Measured(f"{who}, most write units of a turn's save", cost.most_writes, "", aim=1)
            yield Measured(f"{who}, kilobytes of all answers", cost.response_bytes / 1000, "kB")


if __name__ == "__main__":
    for figure in measure_units():
        print(figure)
