"""Any sequence of calls, against the simplest thing that could be right."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from store_documents import documents
from support.examples import tried
from support.kept import stored

from skill.errors import StaleVersion
from skill.store import Document, Store


class AthletesLife(RuleBasedStateMachine):
    """A store does whatever a plain dictionary with version numbers does."""

    athletes = st.sampled_from(["ann", "bea"])

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.live: dict[str, tuple[Document, int]] = {}
        self.aside: dict[str, list[tuple[Document, int]]] = {"ann": [], "bea": []}

    def version(self, athlete: str) -> int:
        return self.live[athlete][1] if athlete in self.live else 0

    @rule(athlete=athletes, document=documents)
    def save(self, athlete: str, document: Document) -> None:
        expected = self.version(athlete)
        assert self.store.save(athlete, document, expected) == expected + 1
        self.live[athlete] = (document, expected + 1)

    @rule(athlete=athletes, expected=st.integers(-1, 5), document=documents)
    def save_late(self, athlete: str, expected: int, document: Document) -> None:
        if expected != self.version(athlete):
            with pytest.raises(StaleVersion) as refused:
                self.store.save(athlete, document, expected)
            assert refused.value.found == self.version(athlete)

    @rule(athlete=athletes)
    def set_aside(self, athlete: str) -> None:
        number = self.store.set_aside(athlete)
        if athlete in self.live:
            self.aside[athlete].append(self.live.pop(athlete))
            assert number == len(self.aside[athlete])
        else:
            assert number == 0

    @rule(athlete=athletes, expected=st.integers(0, 5))
    def set_aside_late(self, athlete: str, expected: int) -> None:
        if expected != self.version(athlete):
            with pytest.raises(StaleVersion):
                self.store.set_aside(athlete, expected)

    @rule(athlete=athletes)
    def erase(self, athlete: str) -> None:
        self.store.erase(athlete)
        self.live.pop(athlete, None)
        self.aside[athlete].clear()

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def scribble_on_a_copy(self, data: st.DataObject) -> None:
        stored = self.store.load(data.draw(st.sampled_from(sorted(self.live))))
        assert stored is not None
        assert isinstance(stored.document, dict)
        stored.document.clear()

    @invariant()
    def the_store_holds_what_the_model_holds(self) -> None:
        for athlete, aside in self.aside.items():
            live = self.live.get(athlete)
            assert self.store.load(athlete) == (stored(*live) if live else None)
            kept = [self.store.load(athlete, n + 1) for n in range(len(aside) + 1)]
            assert kept == [*(stored(*each) for each in aside), None]


def test_any_sequence_of_calls_agrees_with_a_dictionary(new_store: Callable[[], Store]) -> None:
    class Life(AthletesLife):
        def __init__(self) -> None:
            super().__init__(new_store())

    patient = settings(tried(20), stateful_step_count=20)
    run_state_machine_as_test(Life, settings=patient)
