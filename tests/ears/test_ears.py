"""Wake word, end of speech and words, wired together; the engines are stand-ins that read marked sound."""

from support.reading import AtOnce
from support.tables import with_each

from skill.ears.ears import (
    HELD_BACK_MS,
    KEPT_MS,
    READ_AHEAD_TIMES,
    Began,
    EarEvent,
    Ears,
    Follower,
    Nothing,
    Spoke,
    Woke,
    Words,
)
from skill.ears.ending import LEAD_MS, LONGEST_MS
from skill.ears.sound import bytes_in, clipped_share, level_db
from skill.ears.wake import WakeWord

WAKE, SPEECH, SILENCE = b"\x01\x00", b"\x02\x00", b"\x00\x00"


def sound(mark: bytes, ms: int) -> bytes:
    return mark * (bytes_in(ms) // 2)


class Reading:
    """Keeps what it was given to read; there are words in it where it is longer than a moment."""

    def __init__(self) -> None:
        self.given: list[bytes] = []
        self.along_with: list[bytes] = []

    def along(self, pcm: bytes) -> None:
        self.along_with.append(pcm)

    def __call__(self, pcm: bytes) -> Words:
        self.given.append(pcm)
        return Words("skip it") if pcm.count(SPEECH) > bytes_in(400) // 2 else Words()


def ears(reads: Reading, follower: Follower | None = None) -> Ears:
    wake = WakeWord(lambda pcm: pcm == sound(WAKE, 10))
    return Ears(wake, _judge, reads, follower)


def _judge(frame: bytes) -> float:
    return float(SPEECH in (frame[:2], frame[-2:]))


def feed(listening: Ears, *parts: bytes, asked: bool = False) -> list[EarEvent]:
    pcm = b"".join(parts)
    step = bytes_in(100)
    return [
        event
        for at in range(0, len(pcm), step)
        for event in listening.feed(pcm[at : at + step], asked=asked)
    ]


class Following:
    """Tells how much it was given, from the beginning of each speech."""

    def __init__(self) -> None:
        self.begun, self.given = 0, b""

    def begin(self) -> None:
        self.begun, self.given = self.begun + 1, b""

    def more(self, pcm: bytes) -> str:
        self.given += pcm
        return f"{len(self.given) // bytes_in(1)} ms"


def test_what_is_just_being_said_is_followed_from_the_wake_word_to_its_end() -> None:
    following = Following()
    listening = ears(Reading(), following)
    feed(listening, sound(SPEECH, 1_000), sound(SILENCE, 500), sound(WAKE, 10), sound(SILENCE, 190))
    assert (listening.so_far, following.begun) == ("", 0)
    feed(listening, sound(SPEECH, 500))
    assert following.begun == 1
    assert 500 + LEAD_MS - 150 <= int(listening.so_far.removesuffix(" ms")) <= 500 + LEAD_MS
    feed(listening, sound(SILENCE, 900))
    assert listening.so_far == ""
    feed(listening, sound(SPEECH, 1_000))
    assert (listening.so_far, following.begun) == ("", 1)


def test_what_is_said_in_one_breath_with_the_wake_word_is_followed_too() -> None:
    following = Following()
    listening = ears(Reading(), following)
    for times in (1, 2):
        feed(listening, sound(SPEECH, 1_000), sound(WAKE, 10), sound(SPEECH, 590))
        assert following.begun == times
        assert 590 <= int(listening.so_far.removesuffix(" ms")) <= 590 + KEPT_MS
        feed(listening, sound(SILENCE, 1_000))
        assert listening.so_far == ""


def test_without_a_wake_word_nothing_is_read() -> None:
    reading = Reading()
    assert feed(ears(reading), sound(SPEECH, 5_000), sound(SILENCE, 9_000)) == []
    assert reading.given == []


def test_a_wake_word_opens_the_microphone_until_the_words_are_said() -> None:
    reading = Reading()
    listening = ears(reading)
    begun = feed(listening, sound(SILENCE, 500), sound(WAKE, 10))
    assert begun == [Woke()]
    rest = feed(listening, sound(SILENCE, 600), sound(SPEECH, 800), sound(SILENCE, 900))
    assert rest == [Began(), Spoke("skip it")]
    assert feed(listening, sound(SPEECH, 800), sound(SILENCE, 900)) == []


def test_a_command_in_one_breath_keeps_what_came_just_before() -> None:
    reading = Reading()
    feed(
        ears(reading),
        sound(SPEECH, 1_000),
        sound(WAKE, 10),
        sound(SPEECH, 500),
        sound(SILENCE, 900),
    )
    (given,) = reading.given
    assert given.startswith(sound(SPEECH, KEPT_MS - 10) + sound(WAKE, 10) + sound(SPEECH, 490))


def test_whoever_takes_breath_behind_the_wake_word_is_still_heard() -> None:
    """What sounds on behind a wake word, such as the coach's last count, is no answer."""
    sounds_on = sound(WAKE, 10), sound(SPEECH, 200), sound(SILENCE, 1_000)
    listening = ears(Reading())
    assert feed(listening, *sounds_on) == [Woke(), Began()]
    assert feed(listening, sound(SPEECH, 800), sound(SILENCE, 900)) == [Began(), Spoke("skip it")]
    listening = ears(Reading())
    assert feed(listening, *sounds_on, sound(SILENCE, 7_800))[-1] == Nothing()


def in_doubt_at_first() -> Ears:
    """Ears that read doubtful words into a moment of sound, and an order into more of it."""

    def read(pcm: bytes) -> Words:
        return Words("skip it") if pcm.count(SPEECH) > bytes_in(400) // 2 else Words("two", True)

    return Ears(WakeWord(lambda pcm: pcm == sound(WAKE, 10)), _judge, AtOnce(read))


def test_doubtful_words_at_the_end_of_a_wake_word_give_way_to_the_order_behind_it() -> None:
    call = sound(WAKE, 10), sound(SPEECH, 200)
    order = sound(SPEECH, 800), sound(SILENCE, 900)
    for breath_ms in (1_000, HELD_BACK_MS + 400):
        heard = feed(in_doubt_at_first(), *call, sound(SILENCE, breath_ms), *order)
        assert heard == [Woke(), Began(), Began(), Spoke("skip it")]


def test_doubtful_words_in_one_breath_with_a_wake_word_are_told_where_nothing_follows() -> None:
    call = sound(WAKE, 10), sound(SPEECH, 200)
    listening = in_doubt_at_first()
    assert feed(listening, *call, sound(SILENCE, HELD_BACK_MS)) == [Woke(), Began()]
    assert feed(listening, sound(SILENCE, 1_000)) == [Spoke("two", True)]
    assert feed(listening, sound(SPEECH, 800), sound(SILENCE, 8_100)) == []


def test_doubtful_words_in_one_breath_with_a_wake_word_are_told_where_no_word_follows() -> None:
    def read(pcm: bytes) -> Words:
        groans = pcm.count(SPEECH) > bytes_in(400) // 2
        return Words() if groans else Words("ow", True, "go")

    call, groan = (sound(WAKE, 10), sound(SPEECH, 200)), sound(SPEECH, 800)
    listening = Ears(WakeWord(lambda pcm: pcm == sound(WAKE, 10)), _judge, AtOnce(read))
    heard = feed(listening, *call, sound(SILENCE, 1_000), groan, sound(SILENCE, 900))
    assert heard == [Woke(), Began(), Began(), Spoke("ow", True, "go")]


def test_sure_words_in_one_breath_with_a_wake_word_are_told_at_once() -> None:
    sure = AtOnce(lambda _pcm: Words("stop"))
    listening = Ears(WakeWord(lambda pcm: pcm == sound(WAKE, 10)), _judge, sure)
    heard = feed(listening, sound(WAKE, 10), sound(SPEECH, 200), sound(SILENCE, 900))
    assert heard == [Woke(), Began(), Spoke("stop")]


def test_speech_without_a_word_is_told_where_it_is_longer_than_what_sounds_on() -> None:
    listening = Ears(
        WakeWord(lambda pcm: pcm == sound(WAKE, 10)), _judge, AtOnce(lambda _pcm: Words())
    )
    heard = feed(listening, sound(WAKE, 10), sound(SPEECH, 600), sound(SILENCE, 900))
    assert heard == [Woke(), Began(), Spoke("")]


def test_eight_seconds_without_a_word_are_nothing() -> None:
    assert feed(ears(Reading()), sound(WAKE, 10), sound(SILENCE, 8_100)) == [Woke(), Nothing()]


def test_a_question_needs_no_wake_word() -> None:
    listening = ears(Reading())
    heard = feed(listening, sound(SPEECH, 500), sound(SILENCE, 900), asked=True)
    assert heard == [Began(), Spoke("skip it")]


def test_a_question_opens_the_microphone_once() -> None:
    listening = ears(Reading())
    parts = sound(SPEECH, 500), sound(SILENCE, 900)
    assert feed(listening, *parts, *parts, asked=True) == [Began(), Spoke("skip it")]
    assert feed(listening, *parts) == []
    assert feed(listening, *parts, asked=True) == [Began(), Spoke("skip it")]


def test_what_is_said_is_read_in_the_pause_behind_it_and_not_again_at_its_end() -> None:
    reading = Reading()
    listening = ears(reading)
    feed(listening, sound(WAKE, 10), sound(SPEECH, 790), sound(SILENCE, 400))
    assert len(reading.given) == 1
    assert feed(listening, sound(SILENCE, 500)) == [Spoke("skip it")]
    assert len(reading.given) == 1


def test_what_is_said_is_read_along_from_its_beginning_to_the_pause_behind_it() -> None:
    reading = Reading()
    listening = ears(reading)
    feed(listening, sound(SPEECH, 1_000), sound(SILENCE, 900), sound(WAKE, 10))
    assert reading.along_with == []
    feed(listening, sound(SILENCE, 600), sound(SPEECH, 2_000))
    sizes = [*map(len, reading.along_with)]
    assert sizes == sorted({*sizes})
    assert sizes[-1] > bytes_in(2_000)
    feed(listening, sound(SILENCE, 900), sound(SPEECH, 1_000))
    (said,) = reading.given
    assert all(map(said.startswith, reading.along_with))
    assert len(said) - len(reading.along_with[-1]) <= bytes_in(200)


def test_what_goes_on_behind_a_breath_is_read_along_again_but_not_again_and_again() -> None:
    reading = Reading()
    listening = ears(reading)
    for pauses in range(READ_AHEAD_TIMES + 2):
        known = len(reading.along_with)
        feed(listening, sound(SPEECH, 500), asked=True)
        assert (len(reading.along_with) > known) == (pauses < READ_AHEAD_TIMES)
        feed(listening, sound(SILENCE, 500), asked=True)
    assert len(reading.given) == READ_AHEAD_TIMES


def test_speech_with_pauses_of_half_a_second_stays_one_order() -> None:
    reading = Reading()
    part = sound(SPEECH, 500), sound(SILENCE, 500)
    heard = feed(ears(reading), sound(WAKE, 10), *part, *part, *part, sound(SILENCE, 400))
    assert heard == [Woke(), Began(), Spoke("skip it")]
    assert bytes_in(2_500) < len(reading.given[-1]) < bytes_in(3_000)


def test_whoever_pauses_again_and_again_keeps_no_machine_busy() -> None:
    reading = Reading()
    parts = [sound(SPEECH, 300), sound(SILENCE, 500)] * 10
    assert feed(ears(reading), *parts, sound(SILENCE, 400), asked=True)[-1] == Spoke("skip it")
    assert len(reading.given) == READ_AHEAD_TIMES + 1
    assert len(reading.given[-1]) > bytes_in(7_500)


def test_a_wake_word_in_an_answer_begins_the_answer_again() -> None:
    reading = Reading()
    parts = sound(SPEECH, 2_000), sound(WAKE, 10), sound(SPEECH, 500), sound(SILENCE, 900)
    assert feed(ears(reading), *parts, asked=True) == [Began(), Woke(), Spoke("skip it")]
    assert len(reading.given[0]) < bytes_in(2_000)


def test_a_question_that_is_over_shuts_the_microphone() -> None:
    listening = ears(Reading())
    assert feed(listening, sound(SILENCE, 500), asked=True) == []
    assert feed(listening, sound(SPEECH, 500), sound(SILENCE, 900)) == []


def test_whoever_has_begun_to_answer_or_was_woken_for_is_heard_to_the_end() -> None:
    for begun in (sound(SPEECH, 300), sound(WAKE, 10)):
        listening = ears(Reading())
        feed(listening, begun, asked=True)
        assert feed(listening, sound(SPEECH, 500), sound(SILENCE, 900))[-1] == Spoke("skip it")


def test_a_question_asked_on_does_not_begin_what_follows_a_wake_word_again() -> None:
    reading = Reading()
    listening = ears(reading)
    feed(listening, sound(WAKE, 10), sound(SPEECH, 500))
    feed(listening, sound(SPEECH, 500), sound(SILENCE, 900), asked=True)
    assert len(reading.given[0]) > bytes_in(1_000)


def test_no_more_than_one_answer_is_ever_kept() -> None:
    reading = Reading()
    listening = ears(reading)
    feed(listening, sound(SPEECH, 20_000), asked=True)
    feed(listening, sound(WAKE, 10), sound(SPEECH, 20_000))
    assert len(reading.given) == 2
    assert max(map(len, reading.given)) < bytes_in(LONGEST_MS + 50)


def test_loudness_is_told_in_decibels_below_the_loudest() -> None:
    assert level_db(b"") == level_db(bytes(100)) == -96.0
    assert -0.1 < level_db(b"\x00\x80" * 100) <= 0.0


@with_each(
    ("samples", "share"),
    [
        ([], 0.0),
        ([0, -1, 9_000, 127, 128, -128], 0.0),
        ([32_699, -32_699, 32_512, -32_513], 0.0),
        ([-32_768, 0], 0.5),
        ([32_700, 0, 0, 0], 0.25),
        ([-32_700, 32_767, 32_699, 0], 0.5),
    ],
)
def test_a_sample_at_the_edge_of_what_can_be_told_is_too_loud(
    samples: list[int], share: float
) -> None:
    assert (
        clipped_share(b"".join(one.to_bytes(2, "little", signed=True) for one in samples)) == share
    )
