"""What is counted in a turn belongs to that turn."""

from threading import Thread

from skill.telemetry.events import Event, counting, note


def test_the_counts_begin_with_every_event_at_zero() -> None:
    with counting() as counts:
        assert counts == dict.fromkeys(Event, 0)


def test_what_is_noted_is_counted_until_the_turn_ends() -> None:
    with counting() as counts:
        note(Event.STALE_SAVE)
        note(Event.STALE_SAVE)
        note(Event.ERASURE)
    note(Event.ERASURE)
    assert counts[Event.STALE_SAVE] == 2
    assert counts[Event.ERASURE] == 1
    assert counts[Event.STUMBLE] == 0


def test_a_turn_in_another_thread_is_counted_for_itself() -> None:
    def stumble() -> None:
        with counting() as theirs:
            note(Event.STUMBLE)
        counts.append(theirs[Event.STUMBLE])

    counts: list[int] = []
    with counting() as ours:
        thread = Thread(target=stumble)
        thread.start()
        thread.join()
    assert counts == [1]
    assert ours[Event.STUMBLE] == 0
