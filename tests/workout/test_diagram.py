"""The diagram shows the clock's way, all of it, and mermaid reads it as it is meant."""

import re

from support.tables import with_each

from skill.workout.diagram import state_diagram
from skill.workout.states import TRANSITIONS, State, Trigger

# As the name of a state, mermaid 11 and 12 refuse these or take them for a statement of their own.
MERMAIDS_OWN = {"class", "classdef", "click", "default", "note", "scale", "state", "style"}
ARROW = re.compile(r"  (\w+) --> (\w+)(?:: (start )?(?:\[(.+)\])?)?")


@with_each("state", State)
def test_mermaid_neither_refuses_nor_misreads_the_name_of_a_state(state: State) -> None:
    # A name with a space is drawn as two states, without an error.
    assert re.fullmatch("[a-z]+(_[a-z]+)*", state.value)
    assert state.value not in MERMAIDS_OWN


def drawn() -> list[tuple[str, str, str, str]]:
    """Every arrow but the first: trigger, source, destination, condition."""
    _, ways = state_diagram().split(f"[*] --> {State.IDLE}\n")
    return [
        ("start" if found[3] else "advance", found[1], found[2], found[4] or "")
        for found in map(ARROW.fullmatch, ways.splitlines())
        if found
    ]


def in_few_words(condition: str) -> str:
    """As the diagram has it: "next set" of ``has_next_set``, "counted" of ``is_counted``."""
    _, words = condition.split("_", 1)
    return words.replace("_", " ")


def test_every_start_and_every_advance_is_drawn_with_its_condition_and_nothing_else() -> None:
    table = [
        (row.trigger, source, row.dest, " and ".join(map(in_few_words, row.when)))
        for row in TRANSITIONS
        for source in row.sources
        if row.trigger in {Trigger.START, Trigger.ADVANCE}
    ]
    arrows = [(*way, "" if when == "otherwise" else when) for *way, when in drawn()]
    assert arrows == table
    assert len(state_diagram().split(" --> ")) - 1 == len(table) + 1


def test_the_ways_out_of_a_state_are_told_apart_by_their_conditions() -> None:
    ways = [(trigger, source, when) for trigger, source, _, when in drawn()]
    assert sorted(ways) == sorted({*ways})


def test_every_state_that_the_clock_reaches_has_its_spoken_name() -> None:
    named = re.findall(r'^  state "(.+)" as (\w+)$', state_diagram(), re.MULTILINE)
    assert {name for _, name in named} == {*State} - {State.PAUSED}
    assert all(spoken == name.replace("_", " ") for spoken, name in named)
