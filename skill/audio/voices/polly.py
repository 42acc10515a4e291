"""Amazon Polly as a voice: neural, through ``boto3``."""

from skill.audio.aws import Connection, failing_plainly
from skill.audio.throttle import Throttle


class Polly:
    """A neural voice of Amazon Polly's: a ``Synthesis``.

    Credentials and region come from where AWS's tools look for them. Samples come at 16 kHz, the most that
    Polly gives without a codec (Amazon Polly: SynthesizeSpeech, SampleRate).
    """

    rate_hz = 16_000
    at_once = 8
    """As many as may begin in a second; Polly turns away what comes faster (Amazon Polly: Quotas)."""

    def __init__(self, voice: str) -> None:
        self.name = f"polly:{voice}"
        self._voice = voice
        self._client = Connection("polly", self.at_once)
        self._throttle = Throttle(self.at_once)

    def speak(self, text: str) -> bytes:
        """See ``Synthesis``."""
        with failing_plainly(f"Amazon Polly's voice {self._voice}"):
            client = self._client()
            self._throttle()
            answer = client.synthesize_speech(
                Engine="neural",
                OutputFormat="pcm",
                SampleRate=str(self.rate_hz),
                Text=text,
                TextType="text",
                VoiceId=self._voice,
            )
            samples: bytes = answer["AudioStream"].read()
        return samples[: len(samples) // 2 * 2]
