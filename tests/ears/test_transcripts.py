"""What a speech-to-text service of the user's reads, and how it fails."""

import logging
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from support.speech_service import (
    Act,
    PretendService,
    fails,
    hangs_up,
    piece_by_piece,
    sends,
    silent,
    speaking_to,
)
from wyoming.asr import Transcript
from wyoming.event import Event

from skill.ears import transcripts
from skill.ears.events import MOST_BYTES
from skill.ears.service import SpeechService
from skill.ears.setup import service_trouble
from skill.ears.transcripts import TranscriptReader
from skill.ears.untranscribed import Untranscribed
from skill.ears.written import LONGEST
from skill.simulator.models import load_model

SAID = b"\x01\x02" * 40_000
"""Two and a half seconds of something."""


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def reader_of(service: PretendService, locale: str = "de-DE") -> TranscriptReader:
    return TranscriptReader(service.address, locale[:2], load_model(locale).hearing)


def service_that(stack: ExitStack, *says: str | Act, **of: object) -> PretendService:
    return stack.enter_context(speaking_to(PretendService([*says], **of)))  # type: ignore[arg-type]


def why_of(reads: TranscriptReader) -> str:
    with pytest.raises(Untranscribed) as refused:
        reads(SAID)
    return refused.value.why


def test_it_is_sent_all_of_the_sound_in_its_form_and_is_told_the_language(stack: ExitStack) -> None:
    service = service_that(stack, " Noch zwölf!")
    assert reader_of(service)(SAID) == "noch zwölf"
    (heard,) = service.heard
    assert (heard.language, heard.form, heard.pcm) == ("de", (16_000, 2, 1), SAID)


def test_it_is_asked_once_what_it_reads(stack: ExitStack) -> None:
    service = service_that(stack, "ja", "nein")
    reads = reader_of(service)
    assert (reads(SAID), reads(SAID), service.descriptions) == ("ja", "nein", 1)


def test_of_words_that_come_piece_by_piece_the_whole_counts(stack: ExitStack) -> None:
    service = service_that(stack, piece_by_piece("Was kommt als Nächstes?"))
    assert reader_of(service)(SAID) == "was kommt als nächstes"


@pytest.mark.parametrize("written", ["", " ", "[BLANK_AUDIO]", "(Musik)", "*lacht*", "...", "♪"])
def test_what_is_no_speech_has_no_words(stack: ExitStack, written: str) -> None:
    assert reader_of(service_that(stack, written))(SAID) == ""


def test_a_word_for_ever_is_none_and_the_same_again_is_one(stack: ExitStack) -> None:
    assert reader_of(service_that(stack, "na gut und " * 100 + "na"))(SAID) == ""
    assert len(reader_of(service_that(stack, "stopp " * 100))(SAID)) > LONGEST


def test_a_pain_in_as_many_words_as_can_be_said_at_one_go_is_read(stack: ExitStack) -> None:
    told = (
        "also ich wollte gerade sagen dass ich jetzt ziemlich lange gebraucht habe und ehrlich gesagt tut mir "
        "seit der letzten runde das rechte knie ganz schön weh wenn ich runter gehe und ich weiß nicht ob ich "
        "noch weitermachen soll oder lieber nicht"
    )
    assert reader_of(service_that(stack, told))(SAID) == told


def test_nobody_is_there() -> None:
    with socket.socket() as bound:  # and does not listen
        bound.bind(("127.0.0.1", 0))
        service = SpeechService("127.0.0.1", bound.getsockname()[1])
        assert why_of(TranscriptReader(service, "de", load_model("de-DE").hearing)) == "away"
        assert service_trouble(service, "de") == "away"


@pytest.mark.parametrize("host", ["no.such.host.invalid", "a" * 70 + ".de"])
def test_there_is_no_such_host(host: str) -> None:
    assert service_trouble(SpeechService(host, 10_300), "de") == "away"


def test_it_does_not_answer_in_time(stack: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    service = service_that(stack, silent)
    reads = reader_of(service)
    reads.check()
    monkeypatch.setattr(transcripts, "PATIENCE_S", 0.2)
    assert why_of(reads) == "slow"


@pytest.mark.parametrize(
    "act",
    [
        hangs_up,
        fails,
        sends(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        sends(b"[]\n"),
        sends(b'{"type": "transcript", "data_length": "many"}\n'),
        sends(b'{"type": "transcript", "data_length": %d}\n' % (MOST_BYTES + 1)),
        sends(b'{"type": "transcript", "data_length": 50}\n{"te'),
        sends(b"\xff\xfe\n"),
        sends(b"x" * 100_000),
        sends(b"[" * 50_000 + b"\n"),
        sends(Event("transcript")),
        sends(Event("transcript", {"text": 7})),
        sends(Event("transcript", {"text": "ja", "language": 7})),
    ],
)
def test_what_is_no_answer_is_taken_for_none(
    stack: ExitStack, act: Act, caplog: pytest.LogCaptureFixture
) -> None:
    assert why_of(reader_of(service_that(stack, act))) == "broken"
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


def test_it_reads_no_speech_at_all(stack: ExitStack) -> None:
    service = service_that(stack, "ja", programs=0)
    assert why_of(reader_of(service)) == "broken"
    assert service.heard == [], "no sound is sent to whatever this is"


@pytest.mark.parametrize("language", [None, 7, ["de"]])
def test_what_it_says_of_its_languages_makes_no_sense(stack: ExitStack, language: object) -> None:
    service = service_that(stack, "ja", languages=(language,))
    assert why_of(reader_of(service)) == "broken"
    assert service_trouble(service.address, "de") == "broken"


@pytest.mark.parametrize("languages", [("en",), ("en-GB", "nl_NL")])
def test_it_reads_other_languages(stack: ExitStack, languages: tuple[str, ...]) -> None:
    service = service_that(stack, "yes", languages=languages)
    assert why_of(reader_of(service)) == "language"
    assert service.heard == []
    assert service_trouble(service.address, "de") == "language"


@pytest.mark.parametrize("languages", [("de-DE",), ("DE",), ("en", "de_AT"), ()])
def test_it_reads_this_language(stack: ExitStack, languages: tuple[str, ...]) -> None:
    service = service_that(stack, "ja", languages=languages)
    assert service_trouble(service.address, "de") is None


def test_it_says_that_it_heard_another_language(stack: ExitStack) -> None:
    service = service_that(stack, sends(Transcript("yes", language="en-US").event()))
    assert why_of(reader_of(service)) == "language"


def test_nothing_that_was_said_is_logged(
    stack: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    reader_of(service_that(stack, "mein Knie schmerzt"))(SAID)
    assert "Knie" not in caplog.text
    assert "knie" not in caplog.text
