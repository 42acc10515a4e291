"""What a process has saved itself it need not read again; whatever another one has saved, it reads."""

import pytest

from skill.athlete.athlete import Athlete
from skill.coach.persistence import known
from skill.coach.persistence.known import known_athletes

ANNA, BEN = Athlete(handled="anna"), Athlete(handled="ben")


def test_an_athlete_is_known_by_its_very_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST_KNOWN", 2)
    athletes = known_athletes()
    athletes.put(b"anna", ANNA)
    assert athletes.get(b"anna") is ANNA
    assert athletes.get(b"ann") is None


def test_the_one_that_was_not_asked_for_longest_is_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(known, "MOST_KNOWN", 2)
    athletes = known_athletes()
    athletes.put(b"anna", ANNA)
    athletes.put(b"ben", BEN)
    assert athletes.get(b"anna") is ANNA
    athletes.put(b"carl", Athlete())
    assert athletes.get(b"ben") is None
    assert athletes.get(b"anna") is ANNA
