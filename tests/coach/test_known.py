"""What a process has saved itself it need not read again; whatever another one has saved, it reads."""

import pytest

from skill.athlete.athlete import Athlete
from skill.athlete.stored.text import write_text
from skill.coach.persistence import athletes, known
from skill.coach.persistence.athletes import Athletes
from skill.coach.persistence.known import Known, known_athletes
from skill.loaders import load_catalog
from skill.store.memory import MemoryStore
from skill.training.preferences import Preferences

CATALOG = load_catalog()
ANNA, BEN = Athlete(handled="anna"), Athlete(handled="ben")


@pytest.fixture
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST_KNOWN", 2)


@pytest.mark.usefixtures("_known")
def test_what_was_saved_here_is_not_read_again_and_what_was_saved_elsewhere_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, memory = MemoryStore(), known_athletes()
    store.save("anna", write_text(ANNA).whole.encode(), 0)
    here = Athletes(CATALOG, store, memory)
    found = here.peek("anna")
    assert found == ANNA
    with monkeypatch.context() as nothing_is_read:
        nothing_is_read.delattr(athletes, "read_document")
        assert here.peek("anna") is found
    elsewhere = ANNA._replace(preferences=Preferences(rounds=2))
    store.save("anna", write_text(elsewhere).whole.encode(), 1)
    assert here.peek("anna") == elsewhere


@pytest.mark.usefixtures("_known")
def test_of_each_athlete_the_last_text_alone_takes_room() -> None:
    memory = known_athletes()
    memory.put("ben", Known(b"ben", BEN))
    for text in (b"anna", b"anna at rest", b"anna again"):
        memory.put("anna", Known(text, ANNA))
    assert memory.get("ben") == Known(b"ben", BEN)
    assert memory.get("anna") == Known(b"anna again", ANNA)


@pytest.mark.usefixtures("_known")
def test_the_one_that_was_not_asked_for_longest_is_forgotten() -> None:
    memory = known_athletes()
    memory.put("anna", Known(b"anna", ANNA))
    memory.put("ben", Known(b"ben", BEN))
    assert memory.get("anna") is not None
    memory.put("carl", Known(b"carl", Athlete()))
    assert memory.get("ben") is None
    assert memory.get("anna") is not None
