"""Long documents: kept in two items, so that a turn of a veteran costs as little as anybody's."""

import json
import zlib
from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, time
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from threading import Barrier
from typing import Any

import pytest
from dynamodb_calls import Time, client_of
from support.dynamodb_local import (
    ENVIRONMENT,
    PATIENT,
    new_url,
    open_patiently,
    past_the_store,
    raw_item,
)
from support.scripted_server import ScriptedServer, drops, fails, forwards, loses, says, serving
from support.simulated_runner import any_mood, simulate

from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.athlete.stored.text import write_text
from skill.coach.coach import Coach
from skill.echo import PRETEND_USER, Echo
from skill.errors import StaleVersion, StoreUnavailable
from skill.loaders import load_catalog, load_phrasebook
from skill.store import text
from skill.store.dynamodb.client import Client, Json, Surroundings
from skill.store.dynamodb.item import LIVE, REST, Item, key, pack, unpack
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.rest import Rests
from skill.store.dynamodb.store import DynamoDBStore
from skill.store.dynamodb.words import WORDS
from skill.training.past import NO_PAST, compacted
from skill.training.record import joined
from skill.understanding import InteractionModel

MODEL = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
DAY_S = 86_400
NOW = 1_785_780_000.0


def veteran(reps: int = 7, workouts: int = 1000, seed: int = 1) -> dict[str, Any]:
    """A document whose history does not shrink to a kilobyte."""
    noise = Random(seed)  # noqa: S311 - what does not shrink
    return {"reps": reps, "history": [noise.randbytes(8).hex() for _ in range(workouts)]}


@pytest.fixture
def url(dynamodb_endpoint: str) -> str:
    return new_url(dynamodb_endpoint)


@pytest.fixture
def store(url: str) -> Iterator[DynamoDBStore]:
    with closing(open_patiently(url)) as store:
        yield store


class CountingClient(Client):
    """Keeps what each call cost."""

    def __init__(self, url: str) -> None:
        super().__init__(read_location(url, ENVIRONMENT), ENVIRONMENT, **PATIENT)
        self.units: list[tuple[str, float]] = []

    def call(self, operation: str, request: Json, *args: Any, **kwargs: Any) -> Json:
        said = super().call(
            operation, {**request, "ReturnConsumedCapacity": "TOTAL"}, *args, **kwargs
        )
        self.units.append((operation, said["ConsumedCapacity"]["CapacityUnits"]))
        return said


# What it costs.


def test_a_turn_of_a_veteran_writes_one_unit_and_reads_one_item(url: str) -> None:
    client = CountingClient(url)
    with closing(DynamoDBStore(client)) as store:
        store.save("a", veteran(1), expected=0)
        for reps in range(2, 5):
            client.units.clear()
            found = store.load("a")
            assert found is not None
            assert found.raw == text.write(veteran(reps - 1))
            assert store.save("a", veteran(reps), expected=reps - 1) == reps
            assert client.units == [("GetItem", 1.0), ("UpdateItem", 1.0)]


def test_an_athlete_s_text_is_parted_where_the_end_of_a_workout_changes_it() -> None:
    texts = write_text(Athlete(greeted=True))
    first, rest = Rests().split(texts.whole.encode(), lambda packed: 1_000 + len(packed))
    assert rest is not None
    assert unpack(first) + rest.text == texts.whole.encode()
    assert texts.present.encode().startswith(unpack(first))
    assert rest.text.startswith(b',"history":[')


def test_a_short_document_stays_in_one_item(store: DynamoDBStore, url: str) -> None:
    store.save("a", veteran(workouts=10), expected=0)
    assert raw_item(url, REST) is None
    assert (raw_item(url, LIVE) or {}).keys() == {
        *("athlete", "aside", "version", "document", "saves", "expires")
    }


def test_the_words_that_documents_are_packed_with_are_the_same_for_ever() -> None:
    assert (
        sha256(WORDS).hexdigest()
        == "1075df445d2266abd8dd48bba1560494667b55ca22ba6e9cee1f5e86b90e9a27"
    ), "what was packed with them cannot be read any more: give other words a form of their own"


def test_no_turn_of_a_veteran_s_workout_writes_more_than_a_unit_until_its_end(url: str) -> None:
    catalog = load_catalog()
    sessions = simulate(catalog, any_mood, weeks=26)
    history = joined((), (record for session in sessions for record in session.records))
    today = history[-1].day
    kept, past = compacted(history, NO_PAST, today)
    client = CountingClient(url)
    with closing(DynamoDBStore(client)) as store:
        skill = AlexaSkill(Coach(catalog, store, load_phrasebook))
        evening = datetime.combine(today, time(18), UTC)
        echo = Echo(skill, InteractionModel.read(MODEL), clock=evening)
        athlete = Athlete(history=kept, past=past, greeted=True)
        store.save(account_id(PRETEND_USER), write_document(athlete), expected=0)
        echo.open()
        while echo.in_session:
            echo.until_listening()
            echo.say("yes")
    saves = [units for operation, units in client.units if operation == "UpdateItem"]
    assert len(saves) > 10
    assert {*saves} == {1.0}


# What it promises.


def test_whoever_reads_for_the_first_time_gets_every_byte(store: DynamoDBStore, url: str) -> None:
    store.save("a", veteran(), expected=0)
    with closing(open_patiently(url)) as another:
        found = another.load("a")
        assert found is not None
        assert found.raw == text.write(veteran())


def test_a_history_that_grew_is_there_for_all_who_knew_the_old_one(
    store: DynamoDBStore, url: str
) -> None:
    store.save("a", veteran(), expected=0)
    with closing(open_patiently(url)) as kitchen:
        kitchen.load("a")
        grown = veteran(8, workouts=1001)
        assert store.save("a", grown, expected=1) == 2
        found = kitchen.load("a")
        assert found is not None
        assert found.document == grown
        with pytest.raises(StaleVersion) as stale:
            kitchen.save("a", veteran(9), expected=1)
        assert stale.value.found == 2
        assert kitchen.save("a", veteran(9), expected=2) == 3
        found = store.load("a")
        assert found is not None
        assert found.document == veteran(9)


def test_an_item_of_an_earlier_release_is_parted_by_its_next_save(
    store: DynamoDBStore, url: str
) -> None:
    whole = Item(4, zlib.compress(text.write(veteran())), {"4": b"nonce"}).write("a", LIVE)
    with past_the_store(url) as call:
        call("PutItem", {"Item": whole})
    found = store.load("a")
    assert found is not None
    assert found.document == veteran()
    assert store.save("a", veteran(8), expected=4) == 5
    assert raw_item(url, REST) is not None
    with closing(open_patiently(url)) as another:
        found = another.load("a")
        assert found is not None
        assert found.document == veteran(8)


def test_an_earlier_release_leaves_alone_what_it_could_not_read_whole(
    store: DynamoDBStore, url: str
) -> None:
    store.save("a", veteran(), expected=0)
    packed = b64decode((raw_item(url, LIVE) or {})["document"]["B"])
    assert packed[0] != zlib.compress(b"")[0], "what it knows a document by"


def test_a_document_that_has_become_short_is_whole_again(store: DynamoDBStore, url: str) -> None:
    store.save("a", veteran(), expected=0)
    assert store.save("a", veteran(workouts=1), expected=1) == 2
    assert raw_item(url, REST) is None
    assert "rest" not in (raw_item(url, LIVE) or {})
    with closing(open_patiently(url)) as another:
        found = another.load("a")
        assert found is not None
        assert found.document == veteran(workouts=1)


def test_both_parts_are_set_aside_as_one_and_erased(store: DynamoDBStore, url: str) -> None:
    store.save("a", veteran(), expected=0)
    with closing(open_patiently(url)) as another:
        assert another.set_aside("a", expected=1) == 1
        assert raw_item(url, REST) is None
        put_away = another.load("a", 1)
        assert put_away is not None
        assert put_away.raw == text.write(veteran())
        another.save("a", veteran(), expected=0)
        another.erase("a")
    assert [raw_item(url, aside) for aside in (REST, LIVE, 1)] == [None] * 3


def test_of_two_new_ones_the_second_is_refused(store: DynamoDBStore, url: str) -> None:
    store.save("a", veteran(), expected=0)
    with pytest.raises(StaleVersion) as stale:
        store.save("a", veteran(8, seed=2), expected=0)
    assert stale.value.found == 1
    found = store.load("a")
    assert found is not None
    assert found.document == veteran()


def test_a_document_whose_second_part_is_missing_is_left_as_it_is(
    store: DynamoDBStore, url: str
) -> None:
    store.save("a", veteran(), expected=0)
    with past_the_store(url) as call, closing(open_patiently(url)) as another:
        call("DeleteItem", {"Key": key("a", REST)})
        for use in (another.load, another.set_aside):
            with pytest.raises(StoreUnavailable, match=r"second part .* missing; wait"):
                use("a")
        assert raw_item(url, LIVE) is not None
        another.erase("a")
        assert another.save("a", veteran(), expected=0) == 1


def test_what_is_saved_between_two_reads_is_read_as_it_is_then() -> None:
    before, after = (Rests().of(text.write(veteran(seed=seed))[9:]) for seed in (1, 2))
    live = Item(1, pack(b'{"reps":7'), {"1": b"nonce"}, rest=before.hash)
    later = Item(2, pack(b'{"reps":8'), {"2": b"nonce"}, rest=after.hash)
    second = after.write("a", None)
    with serving(says({})) as server:
        server.acts += [
            says({"Item": live.write("a", LIVE)}),
            says({"Item": second}),
            says({"Responses": [{"Item": later.write("a", LIVE)}, {"Item": second}]}),
        ]
        with closing(DynamoDBStore(client_of(server.endpoint, Time()))) as store:
            found = store.load("a")
        assert found is not None
        assert found.version == 2
        assert found.raw == b'{"reps":8' + after.text
        assert [heard.operation for heard in server.heard] == ["GetItem"] * 2 + ["TransactGetItems"]


def test_a_form_that_is_half_ours_is_left_alone() -> None:
    half = {**Item(1, pack(b"{}"), {"1": b"nonce"}).write("a", LIVE), "rest": {"S": "text"}}
    with serving(says({"Item": half})) as server:
        with (
            closing(DynamoDBStore(client_of(server.endpoint, Time()))) as store,
            pytest.raises(StoreUnavailable, match="run the release that wrote it"),
        ):
            store.load("a")
        assert {heard.operation for heard in server.heard} == {"GetItem"}


# Its time.


def test_the_second_part_outlives_the_first_however_long_the_history_rests(
    dynamodb_endpoint: str,
) -> None:
    url = new_url(dynamodb_endpoint, keep_days="0").replace("keep_days=0", "keep_days=30")
    now, ends = NOW, 0
    for expected in range(12):
        with closing(open_patiently(url, Surroundings(clock=partial(float, now)))) as store:
            store.save("a", veteran(expected), expected)
        live, rest = raw_item(url, LIVE) or {}, raw_item(url, REST) or {}
        assert int(live["expires"]["N"]) == int(now) + 30 * DAY_S
        assert rest["expires"] == live["rest_expires"]
        assert int(rest["expires"]["N"]) >= int(live["expires"]["N"])
        ends = max(ends, int(rest["expires"]["N"]))
        now += 29 * DAY_S
    assert ends > int(NOW) + 210 * DAY_S, "it was given more time"


def test_both_lose_their_end_where_all_is_kept(dynamodb_endpoint: str) -> None:
    forever = new_url(dynamodb_endpoint, keep_days="0")
    with closing(open_patiently(forever.replace("keep_days=0", "keep_days=30"))) as store:
        store.save("a", veteran(), expected=0)
    with closing(open_patiently(forever)) as store:
        store.save("a", veteran(8), expected=1)
    assert "expires" not in (raw_item(forever, REST) or {})
    assert not {"expires", "rest_expires"} & (raw_item(forever, LIVE) or {}).keys()


# Faults, and others at once.


def test_a_save_of_both_whose_answer_is_lost_is_done_once(dynamodb_endpoint: str, url: str) -> None:
    with serving(forwards(dynamodb_endpoint)) as line:
        far = url.replace(url.partition("endpoint=")[2], line.endpoint)
        with closing(open_patiently(far)) as store:
            lost = loses(dynamodb_endpoint)
            line.acts += [lost, lost]
            assert store.save("a", veteran(), expected=0) == 1
            works = forwards(dynamodb_endpoint)
            line.acts += [works, lost, lost]  # another rest is there; both are written
            assert store.save("a", veteran(8, seed=2), expected=1) == 2
    with closing(open_patiently(url)) as direct:
        found = direct.load("a")
        assert found is not None
        assert (found.version, found.document) == (2, veteran(8, seed=2))


def test_of_writers_who_change_either_part_on_a_bad_line_none_loses_anything(
    dynamodb_endpoint: str, url: str
) -> None:
    writers, each = 4, 12
    together = Barrier(writers)
    chance = Random(15)  # noqa: S311 - always the same

    def bad(server: ScriptedServer, *request: Any) -> bool:
        faults = (fails("ThrottlingException"), drops, loses(dynamodb_endpoint))
        chosen = chance.choice(faults) if chance.random() < 0.15 else forwards(dynamodb_endpoint)
        return chosen(server, *request)

    def write(me: int) -> None:
        far = url.replace(url.partition("endpoint=")[2], line.endpoint)
        with closing(open_patiently(far, Surroundings(chance=lambda: 0.0))) as store:
            together.wait()
            done = 0
            while done < each:
                found = store.load("a")
                version = found.version if found else 0
                document: Any = json.loads(found.raw) if found else veteran(0)
                document["reps"] += 1
                if done % 3 == me % 3:
                    document["history"].append(f"{me}.{done}")
                try:
                    store.save("a", document, version)
                except StaleVersion:
                    continue
                done += 1

    with serving(bad) as line, ThreadPoolExecutor(writers) as pool:
        list(pool.map(write, range(writers)))
    with closing(open_patiently(url)) as direct:
        found = direct.load("a")
        assert found is not None
        document: Any = found.document
        assert document["reps"] == found.version == writers * each
        added = document["history"][1000:]
        assert len(added) == len({*added}) == writers * each // 3
