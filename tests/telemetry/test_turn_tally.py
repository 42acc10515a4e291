"""What is counted in a turn belongs to that turn."""

from threading import Thread

from skill.telemetry.tally import Event, note, tallying


def test_a_tally_begins_with_every_event_at_zero() -> None:
    with tallying() as tally:
        assert tally == dict.fromkeys(Event, 0)


def test_what_is_noted_is_counted_until_the_turn_ends() -> None:
    with tallying() as tally:
        note(Event.STALE_SAVE)
        note(Event.STALE_SAVE)
        note(Event.ERASURE)
    note(Event.ERASURE)
    assert tally[Event.STALE_SAVE] == 2
    assert tally[Event.ERASURE] == 1
    assert tally[Event.STUMBLE] == 0


def test_a_turn_in_another_thread_is_counted_for_itself() -> None:
    def stumble() -> None:
        with tallying() as theirs:
            note(Event.STUMBLE)
        counts.append(theirs[Event.STUMBLE])

    counts: list[int] = []
    with tallying() as ours:
        thread = Thread(target=stumble)
        thread.start()
        thread.join()
    assert counts == [1]
    assert ours[Event.STUMBLE] == 0
