"""Amazon Polly behind its real client, against a server of ours in the place of Amazon's."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Event

import pytest
from audio_scenes import tone, track_of
from support.listening import decoded, onsets_ms
from support.pretend_aws import Answer, Asked, PretendAws, pretend_aws, refusal

from skill.audio import aws
from skill.audio.cues import CueClips
from skill.audio.studio import Studio
from skill.audio.voices import open_voice
from skill.errors import AudioUnavailable

SPOKEN = tone(16_000, 300)

Serve = Callable[[Callable[[Asked], Answer]], PretendAws]


@pytest.fixture
def serve(nowhere: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Puts a server in the place of Polly; failures are not tried again."""
    monkeypatch.setattr(aws, "ATTEMPTS", 1)
    with ExitStack() as stack:

        def start(answer: Callable[[Asked], Answer]) -> PretendAws:
            service = stack.enter_context(pretend_aws(answer))
            monkeypatch.setenv("AWS_ENDPOINT_URL_POLLY", service.url)
            return service

        yield start


def test_it_is_asked_for_a_neural_voice_and_plain_samples(serve: Serve) -> None:
    service = serve(lambda _: Answer(200, SPOKEN))
    assert open_voice("polly:Joanna").speak("Seven.") == SPOKEN
    (asked,) = service.asked
    assert (asked.method, asked.path) == ("POST", "/v1/speech")
    assert json.loads(asked.body) == {
        "Engine": "neural",
        "OutputFormat": "pcm",
        "SampleRate": "16000",
        "Text": "Seven.",
        "TextType": "text",
        "VoiceId": "Joanna",
    }


def test_a_track_in_its_voice_is_on_the_beat_and_each_cue_asked_for_once(serve: Serve) -> None:
    service = serve(lambda _: Answer(200, SPOKEN))
    studio = Studio(CueClips(open_voice("polly:Joanna")))
    moments = [1_000, 3_000, 5_000, 7_000]
    track = track_of([*zip(moments, ["One.", "Two.", "One.", "Two."], strict=True)], 9_000)
    heard = onsets_ms(decoded(studio.render(track)))
    assert [round(at) for at in heard] == pytest.approx(moments, abs=2)
    assert sorted(json.loads(asked.body)["Text"] for asked in service.asked) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("code", "status", "problem", "remedy"),
    [
        ("AccessDeniedException", 403, "refuses access", "polly:SynthesizeSpeech"),
        ("UnrecognizedClientException", 403, "does not know these credentials", "renew"),
        ("ExpiredTokenException", 403, "does not know these credentials", "renew"),
        ("ValidationException", 400, "no such neural voice", "STRIDE_VOICE"),
        ("EngineNotSupportedException", 400, "no such neural voice", "STRIDE_VOICE"),
        ("ThrottlingException", 400, "too much at once", "try again"),
        ("ServiceFailureException", 500, "AWS answered ServiceFailureException", "look it up"),
    ],
)
def test_a_refusal_is_told_with_its_cause_and_remedy_and_no_account(
    serve: Serve, code: str, status: int, problem: str, remedy: str
) -> None:
    serve(lambda _: refusal(code, status))
    with pytest.raises(AudioUnavailable) as refused:
        open_voice("polly:Joanna").speak("Seven.")
    assert refused.value.part == "Amazon Polly's voice Joanna"
    assert problem in refused.value.problem
    assert remedy in refused.value.remedy
    assert "123456789012" not in str(refused.value)


def test_a_stream_that_breaks_off_is_told(serve: Serve) -> None:
    serve(lambda _: Answer(200, SPOKEN[:100], short=True))
    with pytest.raises(AudioUnavailable):
        open_voice("polly:Joanna").speak("Seven.")


def test_a_service_that_does_not_answer_is_given_up_soon(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aws, "READ_SECONDS", 0.05)
    over = Event()

    def hang(_asked: Asked) -> Answer:
        over.wait(10)
        return Answer()

    serve(hang)
    try:
        with pytest.raises(AudioUnavailable, match="cannot be reached"):
            open_voice("polly:Joanna").speak("Seven.")
    finally:
        over.set()


def test_a_service_that_is_not_there_is_told(
    nowhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aws, "ATTEMPTS", 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL_POLLY", "http://127.0.0.1:1")
    with pytest.raises(AudioUnavailable, match="cannot be reached; check the network"):
        open_voice("polly:Joanna").speak("Seven.")


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], "there are no credentials"),
        (["AWS_REGION", "AWS_DEFAULT_REGION"], "no region of AWS is set"),
    ],
)
def test_what_aws_needs_and_is_not_set_is_told(
    nowhere: None, monkeypatch: pytest.MonkeyPatch, names: list[str], problem: str
) -> None:
    for name in names:
        monkeypatch.delenv(name)
    with pytest.raises(AudioUnavailable, match=problem):
        open_voice("polly:Joanna").speak("Seven.")


@pytest.mark.parametrize("package", ["boto3", "botocore.exceptions"])
def test_without_boto3_the_extra_is_named(
    nowhere: None, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(AudioUnavailable, match=r"needs the package boto3; .*'\.\[aws\]'"):
        open_voice("polly:Joanna").speak("Seven.")


def test_a_refusal_ends_the_rendering_of_a_track(serve: Serve) -> None:
    service = serve(lambda _: refusal("AccessDeniedException", 403))
    studio = Studio(CueClips(open_voice("polly:Joanna")))
    track = track_of([(n * 1_000, str(n)) for n in range(1, 200)], 300_000)
    with pytest.raises(AudioUnavailable):
        studio.render(track)
    assert len(service.asked) < 199
