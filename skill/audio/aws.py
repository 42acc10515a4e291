"""AWS for the audio: clients that wait briefly, and failures in plain words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from skill.errors import AudioUnavailable

CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 1, 2, 2
"""Alexa waits eight seconds for an answer: what takes longer than this has failed for us."""

_RIGHTS = (
    "AWS refuses access",
    "allow polly:SynthesizeSpeech, and s3:GetObject and s3:PutObject on the bucket's objects",
)
_CREDENTIALS = (
    "AWS does not know these credentials",
    "renew them; AWS's tools look for them in the environment, the role and ~/.aws",
)
_NO_VOICE = ("Polly has no such neural voice here", "choose another in STRIDE_VOICE, or a region")
_BUSY = ("AWS is asked too much at once", "try again in a moment")
_AWAY = ("AWS cannot be reached", "check the network and AWS_DEFAULT_REGION")

_MEANINGS: Mapping[str, tuple[str, str]] = {
    "403": _RIGHTS,
    "AccessDenied": _RIGHTS,
    "AccessDeniedException": _RIGHTS,
    "ExpiredToken": _CREDENTIALS,
    "ExpiredTokenException": _CREDENTIALS,
    "InvalidAccessKeyId": _CREDENTIALS,
    "InvalidClientTokenId": _CREDENTIALS,
    "SignatureDoesNotMatch": _CREDENTIALS,
    "UnrecognizedClientException": _CREDENTIALS,
    "EngineNotSupportedException": _NO_VOICE,
    "InvalidParameterValue": _NO_VOICE,
    "ValidationException": _NO_VOICE,
    "NoSuchBucket": (
        "there is no such bucket",
        "make it as deploy/template.yaml does, or correct STRIDE_AUDIO",
    ),
    "SlowDown": _BUSY,
    "Throttling": _BUSY,
    "ThrottlingException": _BUSY,
    "TooManyRequestsException": _BUSY,
    "ConnectTimeoutError": _AWAY,
    "ConnectionClosedError": _AWAY,
    "EndpointConnectionError": _AWAY,
    "ReadTimeoutError": _AWAY,
    "ResponseStreamingError": _AWAY,
    "NoCredentialsError": (
        "there are no credentials for AWS",
        "give the process a role, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    ),
    "NoRegionError": ("no region of AWS is set", "set AWS_DEFAULT_REGION"),
}
"""Codes of AWS's answers and names of botocore's errors; each with its problem and its remedy."""


class Connection:
    """A client of one AWS service, made when it is first used, for as many threads as it has ``connections``.

    Called, it gives the client.
    """

    def __init__(self, service: str, connections: int, **settings: Any) -> None:
        self._service = service
        self._settings = {"max_pool_connections": connections, **settings}
        self._lock = Lock()
        self._client: Any = None

    def __call__(self) -> Any:
        """The client; raises what ``failing_plainly`` explains."""
        with self._lock:
            if self._client is None:
                self._client = self._made()
            return self._client

    def _made(self) -> Any:
        import boto3
        from botocore.config import Config

        config = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
            **self._settings,
        )
        return boto3.session.Session().client(self._service, config=config)


@contextmanager
def failing_plainly(part: str) -> Iterator[None]:
    """What AWS or its library raises in this context is raised as ``AudioUnavailable`` of ``part``."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            raise AudioUnavailable(part, *_meaning(code_of(error))) from error
        except BotoCoreError as error:
            raise AudioUnavailable(part, *_meaning(type(error).__name__)) from error
    except ImportError as error:
        remedy = "pip install '.[aws]'"
        raise AudioUnavailable(part, "needs the package boto3", remedy) from error


def code_of(error: Any) -> str:
    """The code of an answer with which AWS refused."""
    return str(error.response.get("Error", {}).get("Code", "without a code"))


def _meaning(code: str) -> tuple[str, str]:
    unknown = (f"AWS answered {code}", "look it up in AWS's documentation of the service")
    return _MEANINGS.get(code, unknown)
