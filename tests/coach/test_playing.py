"""What a player tells, in whatever order, leads to the place and to what comes next."""

from datetime import timedelta

import pytest
from runner import MONDAY, RUNNER, Runner
from support.audio_on_paper import PaperShelf
from support.straight_to_work import catalog_without_warm_up

from skill.athlete.athlete import Athlete, close_workout
from skill.athlete.stream import TrackId, read_token
from skill.athlete.workout import ALLOWANCE, Workout
from skill.bootstrap import load_phrasebook
from skill.coach.audio_player import Play, Player, Stop
from skill.coach.coach import Answer, Coach
from skill.coach.commands import (
    Command,
    HeardNumber,
    HowManyLeft,
    LeaveSession,
    MoreTime,
    NonStop,
    OpenCoach,
    Pause,
    PlayBegan,
    PlayerEvent,
    PlayFailed,
    PlayNearlyOver,
    PlayOver,
    PlayStopped,
    PressButton,
    RedFlag,
    Resume,
    SkipExercise,
    StartTicks,
    StartWorkout,
    StopCoach,
)
from skill.coach.turn.playback import LOST_MS
from skill.coach.visit import Visit
from skill.store.memory import MemoryStore
from skill.workout.states import State
from skill.workout.track import SignalKind


class Speaker:
    """A speaker whose player tells what a test wants told."""

    def __init__(self, coach: Coach, device: str = "kitchen") -> None:
        self.coach, self.device, self.now = coach, device, MONDAY
        self.token = ""

    def tells(
        self,
        command: Command,
        heard_ms: int = 0,
        token: str | None = None,
        *,
        new: bool = False,
        sounding: bool = False,
    ) -> Answer:
        self.now += timedelta(seconds=1)
        player = Player(self.token if token is None else token, heard_ms, sounding)
        visit = Visit(RUNNER, self.now, new, self.device, player=player)
        answer = self.coach.answer(visit, command)
        if isinstance(answer.reply.player, Play) and not answer.reply.player.after:
            self.token = answer.reply.player.token
        return answer

    def asks(self, command: Command, heard_ms: int = 0) -> Answer:
        return self.tells(command, heard_ms, new=True, sounding=True)

    def begins(self) -> None:
        self.tells(NonStop())
        self.tells(StartWorkout())

    def nth(self, nth: int) -> str:
        track = read_token(self.token)
        assert track is not None
        return track._replace(nth=nth).token


@pytest.fixture
def shelf() -> PaperShelf:
    return PaperShelf()


@pytest.fixture
def coach(shelf: PaperShelf) -> Coach:
    return Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook, shelf.publish)


@pytest.fixture
def speaker(coach: Coach) -> Speaker:
    speaker = Speaker(coach)
    speaker.begins()
    return speaker


def athlete(speaker: Speaker) -> Athlete:
    found = speaker.coach.peek(RUNNER)
    assert found is not None
    return found


def workout(speaker: Speaker) -> Workout:
    found = athlete(speaker).workout
    assert found is not None
    return found


def done(speaker: Speaker) -> int:
    """How many sets have been led to their end."""
    return sum(
        workout(speaker).tally[2 * work.at] >= work.dose.amount
        for work in workout(speaker).plan.sets
    )


def queued(answer: Answer) -> tuple[str, str]:
    """What is to follow what."""
    assert answer.reply.segment is None
    assert isinstance(answer.reply.player, Play)
    return answer.reply.player.after, answer.reply.player.token


def silent(answer: Answer) -> bool:
    return (answer.reply.segment, answer.reply.player) == (None, None)


@pytest.mark.parametrize("event", [PlayBegan, PlayNearlyOver])
def test_the_next_track_is_told_after_the_one_that_plays_however_often_it_is_asked(
    speaker: Speaker, event: type[PlayBegan]
) -> None:
    expected = (speaker.token, speaker.nth(1))
    for _ in range(3):
        assert queued(speaker.tells(event(), 100)) == expected


def test_the_same_address_is_told_each_time(speaker: Speaker, shelf: PaperShelf) -> None:
    for _ in range(3):
        speaker.tells(PlayNearlyOver(), 100)
    assert len(shelf.tracks) == 2


def test_every_set_is_recorded_as_it_is_passed(speaker: Speaker) -> None:
    for nth in range(4):
        speaker.tells(PlayBegan(), 0, speaker.nth(nth))
        assert done(speaker) == nth


def test_a_track_that_began_untold_counts_those_before_it(speaker: Speaker) -> None:
    """Events that were lost, or a store that was down: the tracks between are what they are."""
    speaker.tells(PlayNearlyOver(), 100, speaker.nth(5))
    assert done(speaker) == 5
    stream = workout(speaker).stream
    assert stream is not None
    assert workout(speaker).place == stream.marks[0].place


def test_two_events_of_one_second_that_tell_the_same_are_both_answered(speaker: Speaker) -> None:
    expected = (speaker.token, speaker.nth(1))
    assert queued(speaker.tells(PlayBegan(), 100)) == expected
    speaker.now -= timedelta(seconds=1)
    assert queued(speaker.tells(PlayNearlyOver(), 100)) == expected


def test_the_next_track_begins_where_the_one_that_plays_ends(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    for nth in range(4):
        speaker.tells(PlayNearlyOver(), 100, speaker.nth(nth))
        stream = workout(speaker).stream
        assert stream is not None
        assert shelf.tracks[-1].place == stream.marks[-1].place


def test_after_a_question_the_count_is_told_from_where_it_goes_on(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    counting = next(mark for mark in shelf.tracks[0].marks if mark.every_ms)
    speaker.asks(HowManyLeft(), counting.at_ms + 7 * counting.every_ms)
    assert shelf.tracks[-1].cues[0].line.key == "resume.counting"


def test_a_breather_lies_before_what_is_played_on(speaker: Speaker, shelf: PaperShelf) -> None:
    counting = next(mark for mark in shelf.tracks[0].marks if mark.every_ms)
    speaker.asks(MoreTime(HeardNumber(40)), counting.at_ms + 7 * counting.every_ms)
    begins = next(mark for mark in shelf.tracks[-1].marks if mark.every_ms)
    assert shelf.tracks[-1].cues[0].line.key == "breather.begin"
    assert begins.at_ms > 40_000


def test_who_starts_a_play_at_once_is_greeted_and_asked_nothing(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    assert (athlete(speaker).greeted, athlete(speaker).question) == (True, None)
    answer = speaker.asks(HowManyLeft(), 100)
    assert isinstance(answer.reply.player, Play)
    assert answer.reply.player.url == shelf.publish(shelf.tracks[-1])


def test_where_no_audio_can_be_had_the_workout_is_led_by_voice_and_the_runner_is_told(
    coach: Coach, shelf: PaperShelf
) -> None:
    shelf.failing = True
    speaker = Speaker(coach)
    speaker.tells(NonStop())
    segment = speaker.tells(StartWorkout()).reply.segment
    assert segment is not None
    assert segment.timed
    assert "non_stop.no_audio" in [cue.line.key for cue in segment.cues]


def test_a_button_on_another_speaker_takes_over_what_was_led_by_voice(coach: Coach) -> None:
    runner = Runner(coach)
    runner.tell(NonStop())
    runner.tell(StartWorkout(), after_s=20)
    assert runner.workout.marks
    porch = Speaker(coach, "porch")
    porch.now = runner.now + timedelta(seconds=30)
    assert isinstance(porch.tells(PressButton(SkipExercise()), new=True).reply.player, Play)
    assert (workout(porch).marks, workout(porch).began_at) == ((), None)
    assert workout(porch).stream is not None


def test_with_a_metronome_the_turns_of_a_movement_tick(speaker: Speaker, shelf: PaperShelf) -> None:
    assert SignalKind.TICK not in {sound.kind for sound in shelf.tracks[-1].sounds}
    speaker.asks(StartTicks(), 100)
    assert SignalKind.TICK in {sound.kind for sound in shelf.tracks[-1].sounds}


def test_the_last_track_tells_what_was_done_also_by_itself(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    while not shelf.tracks[-1].is_last:
        stream = workout(speaker).stream
        assert stream is not None
        speaker.tells(PlayNearlyOver(), 100, speaker.nth(stream.nth))
        speaker.tells(PlayBegan(), 0, speaker.nth(stream.nth + 1))
    said = [cue.line for cue in shelf.tracks[-1].cues]
    told = next(line for line in said if line.key == "closing.done")
    assert len(workout(speaker).plan.exercises) == 4
    assert "four exercises" in told.text


def test_each_track_has_a_second_try_of_its_own(speaker: Speaker) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    for nth in (1, 2):
        failed = PlayFailed(meanwhile=speaker.nth(nth - 1))
        expected = (speaker.nth(nth - 1), speaker.nth(nth))
        assert queued(speaker.tells(failed, 0, speaker.nth(nth))) == expected
        speaker.tells(PlayBegan(), 0, speaker.nth(nth))


def test_what_is_told_late_changes_nothing(speaker: Speaker) -> None:
    speaker.tells(PlayBegan(), 0, speaker.nth(2))
    before = workout(speaker)
    for event in (PlayBegan(), PlayNearlyOver(), PlayOver(), PlayStopped(), PlayFailed()):
        assert silent(speaker.tells(event, 5_000, speaker.nth(1)))
    assert workout(speaker) == before


def test_what_an_earlier_play_tells_late_stops_nothing(speaker: Speaker) -> None:
    old = speaker.token
    speaker.asks(HowManyLeft(), 60_000)
    assert speaker.token != old
    for event in (PlayBegan(), PlayNearlyOver(), PlayOver(), PlayStopped(), PlayFailed()):
        assert silent(speaker.tells(event, 60_000, old))
    assert workout(speaker).stream is not None


LATE = (PlayBegan(), PlayNearlyOver(), PlayOver(), PlayStopped(), PlayFailed())


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("by_s", [30, 0])
def test_an_event_older_than_the_stop_changes_nothing(
    speaker: Speaker, late: PlayerEvent, by_s: int
) -> None:
    """Stamps are whole seconds: within one, the event that tells less is the older."""
    speaker.tells(PlayBegan(), 0)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    stopped = workout(speaker)
    speaker.now -= timedelta(seconds=by_s + 1)
    assert silent(speaker.tells(late, 0))
    assert workout(speaker) == stopped


def test_nothing_that_was_not_played_counts_after_a_late_event(
    speaker: Speaker, coach: Coach
) -> None:
    speaker.tells(PlayBegan(), 0)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    stream = workout(speaker).stream
    assert stream is not None
    heard = workout(speaker).with_heard(stream.marks, 30_000).tally
    assert 0 < heard[0] < workout(speaker).plan.sets[0].dose.amount
    speaker.now -= timedelta(seconds=31)
    speaker.tells(PlayBegan(), 0)
    bedroom = Speaker(coach, "bedroom")
    bedroom.now = speaker.now + timedelta(seconds=95)
    bedroom.tells(OpenCoach(), new=True)
    assert workout(bedroom).tally == heard


def test_a_failure_told_late_of_the_next_track_enqueues_nothing_behind_a_stop(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    speaker.now += timedelta(seconds=29)
    speaker.tells(PlayStopped(), 30_000)
    speaker.now -= timedelta(seconds=20)
    assert silent(speaker.tells(PlayFailed(meanwhile=speaker.token), 0, speaker.nth(1)))


def test_what_plays_on_after_an_interruption_is_news_though_it_tells_no_more(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayStopped(), 30_000)
    assert queued(speaker.tells(PlayBegan(), 29_900)) == (speaker.token, speaker.nth(1))
    stream = workout(speaker).stream
    assert stream is not None
    assert not stream.silent


def test_a_track_that_is_over_waits_for_the_next_to_begin(speaker: Speaker) -> None:
    end_ms = _end_ms(speaker)
    assert silent(speaker.tells(PlayOver(), end_ms))
    assert done(speaker) == 1
    speaker.tells(PlayBegan(), 0, speaker.nth(1))
    assert done(speaker) == 1


def _end_ms(speaker: Speaker) -> int:
    stream = workout(speaker).stream
    assert stream is not None
    return stream.end_ms


def test_the_last_track_has_nothing_after_it_and_ends_the_workout(speaker: Speaker) -> None:
    nth = 0
    while not silent(speaker.tells(PlayBegan(), 0, speaker.nth(nth))):
        nth += 1
    assert nth > 10
    end_ms = _end_ms(speaker)
    assert silent(speaker.tells(PlayOver(), end_ms, speaker.nth(nth)))
    assert athlete(speaker).workout is None
    assert sum(record.sets for record in athlete(speaker).history) == 8
    assert silent(speaker.tells(PlayOver(), end_ms, speaker.nth(nth)))


def test_a_token_beyond_the_end_is_not_believed(speaker: Speaker) -> None:
    assert silent(speaker.tells(PlayBegan(), 0, speaker.nth(9_999)))
    assert done(speaker) == 0


def test_an_offset_beyond_the_end_counts_the_whole_track_and_no_more(speaker: Speaker) -> None:
    speaker.tells(PlayStopped(), 10_000_000)
    speaker.asks(Pause(), 10_000_000)
    assert done(speaker) == 1
    assert sum(workout(speaker).tally) == workout(speaker).tally[0]


def test_a_pause_stops_the_player_and_what_it_tells_afterwards_changes_nothing(
    speaker: Speaker,
) -> None:
    answer = speaker.asks(Pause(), 60_000)
    assert answer.reply.player == Stop()
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is None
    before = workout(speaker)
    assert silent(speaker.tells(PlayStopped(), 60_000))
    assert workout(speaker) == before
    assert speaker.tells(PlayBegan(), 0, speaker.nth(1)).reply.player == Stop()


def test_an_answer_that_asks_something_stops_the_player(speaker: Speaker) -> None:
    from skill.coach.commands import GoToExercise

    answer = speaker.asks(GoToExercise(), 60_000)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None
    assert answer.reply.player == Stop()


def test_another_speaker_is_stopped_when_it_tells_of_what_was_taken_over(
    speaker: Speaker, coach: Coach
) -> None:
    speaker.tells(PlayBegan(), 0)
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(seconds=20)
    answer = porch.tells(Resume(), new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.cues[0].line.key == "non_stop.taken_over"
    for event in (PlayBegan(), PlayNearlyOver(), PlayFailed()):
        assert speaker.tells(event, 0, speaker.nth(1)).reply.player == Stop()
    for ended in (PlayOver(), PlayStopped()):
        assert silent(speaker.tells(ended, 9, speaker.nth(1)))
    assert workout(porch).stream is not None


def heard_on_the_porch(speaker: Speaker, coach: Coach, after_ms: float) -> Workout:
    """The workout once another speaker was spoken to, so long after the last report of the first."""
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(milliseconds=after_ms) - timedelta(seconds=1)
    porch.tells(HowManyLeft(), new=True)
    return workout(porch)


@pytest.mark.parametrize("reported_ms", [0, 10_000])
def test_on_another_speaker_the_clock_tells_how_much_was_heard_since_the_last_report(
    speaker: Speaker, coach: Coach, shelf: PaperShelf, reported_ms: int
) -> None:
    track = shelf.tracks[0]
    counting = next(mark for mark in track.marks if mark.every_ms)
    at_seven_ms = counting.at_ms + 7 * counting.every_ms
    speaker.tells(PlayBegan(), reported_ms)
    since = timedelta(milliseconds=at_seven_ms - reported_ms) + ALLOWANCE
    found = heard_on_the_porch(speaker, coach, since / timedelta(milliseconds=1))
    assert (found.place.at, found.place.done) == (0, 7)


@pytest.mark.parametrize(("beyond_ms", "ended"), [(LOST_MS, True), (LOST_MS + 1, False)])
def test_a_speaker_that_reports_nothing_for_long_after_a_track_has_lost_its_power(
    speaker: Speaker, coach: Coach, shelf: PaperShelf, beyond_ms: int, *, ended: bool
) -> None:
    speaker.tells(PlayBegan(), 0)
    since = timedelta(milliseconds=shelf.tracks[0].marks[-1].at_ms + beyond_ms) + ALLOWANCE
    found = heard_on_the_porch(speaker, coach, since / timedelta(milliseconds=1))
    assert any(found.tally) is ended


def test_of_a_track_that_fell_silent_only_what_was_reported_counts_on_another_speaker(
    speaker: Speaker, coach: Coach, shelf: PaperShelf
) -> None:
    counting = next(mark for mark in shelf.tracks[0].marks if mark.every_ms)
    speaker.tells(PlayStopped(), counting.at_ms + 3 * counting.every_ms)
    assert heard_on_the_porch(speaker, coach, 30_000).place.done == 3


def test_a_play_that_never_began_on_its_speaker_is_not_taken_over_from_it(
    speaker: Speaker, coach: Coach
) -> None:
    porch = Speaker(coach, "porch")
    porch.now = speaker.now + timedelta(minutes=1)
    answer = porch.tells(HowManyLeft(), new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.cues[0].line.key != "non_stop.taken_over"
    assert not any(workout(porch).tally)


def test_a_failure_is_tried_once_more_from_where_it_broke_off_then_left(speaker: Speaker) -> None:
    speaker.tells(PlayBegan(), 0)
    first = speaker.token
    again = speaker.tells(PlayFailed(), 60_000)
    assert isinstance(again.reply.player, Play)
    assert (again.reply.segment, again.reply.player.after) == (None, "")
    assert speaker.token != first
    assert workout(speaker).place.done > 0
    assert speaker.tells(PlayFailed(), 0).reply.player == Stop()
    assert workout(speaker).spoken
    assert workout(speaker).place.state is State.IDLE


def test_a_track_that_fails_while_the_one_before_it_sounds_is_enqueued_once_more(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayNearlyOver(), 100)
    failed = PlayFailed(meanwhile=speaker.token)
    expected = (speaker.token, speaker.nth(1))
    assert queued(speaker.tells(failed, 0, speaker.nth(1))) == expected
    assert silent(speaker.tells(failed, 0, speaker.nth(1)))
    assert workout(speaker).stream is not None


def test_where_the_shelf_fails_too_a_failure_stops_the_player(
    speaker: Speaker, shelf: PaperShelf
) -> None:
    shelf.failing = True
    assert silent(speaker.tells(PlayNearlyOver(), 100))
    assert speaker.tells(PlayFailed(), 60_000).reply.player == Stop()
    assert workout(speaker).spoken
    assert speaker.asks(Resume()).reply.player in (None, Stop())


@pytest.mark.parametrize("wish", [SkipExercise(), Resume()])
def test_a_button_that_cannot_be_obeyed_stops_where_it_is(
    speaker: Speaker, shelf: PaperShelf, wish: SkipExercise | Resume
) -> None:
    shelf.failing = True
    answer = speaker.tells(PressButton(wish), 60_000)
    assert (answer.reply.segment, answer.reply.player) == (None, Stop())
    assert workout(speaker).place.active is not State.FINISHED
    assert workout(speaker).place.state is State.IDLE


def test_a_runner_who_is_silent_for_long_after_an_interruption_is_asked_first(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayStopped(), 60_000)
    speaker.now += timedelta(hours=1)
    answer = speaker.tells(HowManyLeft(), 60_000, new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None


def test_a_player_without_a_word_of_where_it_is_loses_no_more_than_since_it_was_told(
    speaker: Speaker,
) -> None:
    speaker.tells(PlayBegan(), 0, speaker.nth(1))
    answer = speaker.tells(HowManyLeft(), 0, "", new=True)
    assert answer.reply.segment is not None
    assert answer.reply.segment.question is not None
    assert done(speaker) == 1


@pytest.mark.parametrize(
    "token", ["", "1", "g.1.1", "1.1", "1.1.1.1", "f" * 13 + ".1.1", "\uff11.1.1"]
)
def test_a_token_that_is_not_ours_is_none(token: str) -> None:
    assert read_token(token) is None


def test_a_token_tells_its_track_and_is_short() -> None:
    track = TrackId(1_785_780_000, 31, 17)
    assert read_token(track.token) == track
    assert len(track.token) < 20


def test_two_plays_of_one_second_have_tokens_of_their_own(speaker: Speaker) -> None:
    seen = {speaker.token}
    for _ in range(5):
        speaker.now -= timedelta(seconds=1)
        speaker.tells(PressButton(SkipExercise()), 0)
        seen.add(speaker.token)
    assert len(seen) == 6


def test_a_new_try_forgets_that_it_failed(speaker: Speaker) -> None:
    assert workout(speaker)._replace(spoken=True).spoken
    speaker.tells(PlayFailed(), 0)
    speaker.tells(PlayFailed(), 0)
    assert workout(speaker).spoken
    speaker.tells(NonStop(), new=True)
    assert not workout(speaker).spoken


@pytest.mark.parametrize("command", [RedFlag(), StopCoach()])
def test_after_a_sign_of_danger_in_a_played_workout_nobody_asks_how_hard_it_was(
    speaker: Speaker, command: Command
) -> None:
    for nth in range(1, len(workout(speaker).plan.sets)):
        speaker.now += timedelta(minutes=2)
        speaker.tells(PlayOver(), 10**6)
        speaker.token = speaker.nth(nth)
        speaker.tells(PlayBegan())
    speaker.now += timedelta(minutes=2)
    speaker.asks(command, heard_ms=100_000)
    ended = close_workout(athlete(speaker))
    assert ended.history
    assert ended.unasked is not isinstance(command, RedFlag)


def test_the_session_that_ends_because_the_play_began_stops_nothing(speaker: Speaker) -> None:
    before = workout(speaker)
    answer = speaker.tells(LeaveSession())
    assert answer.reply.player is None
    assert workout(speaker) == before


def test_an_answer_tells_in_which_state_the_runner_spoke_though_it_leads_to_another(
    speaker: Speaker,
) -> None:
    assert speaker.asks(Pause(), 60_000).before is State.COUNTING
    assert workout(speaker).place.state is State.PAUSED
    assert speaker.tells(PressButton(Resume()), 60_000).before is State.PAUSED


def test_who_paused_what_plays_is_not_told_at_the_next_opening_that_it_broke_off(
    speaker: Speaker,
) -> None:
    speaker.asks(Pause(), 60_000)
    segment = speaker.tells(OpenCoach(), new=True).reply.segment
    assert segment is not None
    assert "non_stop.broke_off" not in {cue.line.key for cue in segment.cues}
