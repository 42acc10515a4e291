"""Audio in a private bucket of S3, fetched by presigned addresses."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from skill.audio.aws import Connection, code_of, failing_plainly
from skill.audio.shelf.protocol import KEPT

URL_SECONDS = 6 * 3_600
"""For how long an address is good: longer than any workout with its pauses. Signed by a role that is renewed
sooner, it ends with the role's credentials (Amazon S3: presigned URLs)."""

_LEFT_AT_LEAST = timedelta(days=1)
"""A file that the bucket will let expire sooner is written again, so that none expires while a runner listens."""

_CONNECTIONS = 4

_NOT_THERE = ("404", "NoSuchKey", "NotFound", "403")
"""403 too: S3 answers so for what is missing, where the caller may not list the bucket (Amazon S3:
HeadObject)."""


class S3Shelf:
    """A ``Shelf`` in a bucket that lets files expire after ``KEPT``, as ``deploy/template.yaml`` makes it.

    Credentials and region come from where AWS's tools look for them.
    """

    def __init__(
        self, bucket: str, prefix: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._bucket = bucket
        self._prefix = f"{prefix}/" if prefix else ""
        self._now = now
        # Otherwise boto3 signs for S3's global host, which sends a new bucket's caller on to its region: the host
        # is signed too, and the address would be refused there.
        self._client = Connection(
            "s3", _CONNECTIONS, signature_version="s3v4", s3={"addressing_style": "virtual"}
        )

    def find(self, fingerprint: str) -> str | None:
        """See ``Shelf``."""
        with failing_plainly(f"the bucket {self._bucket}"):
            from botocore.exceptions import ClientError

            file = {"Bucket": self._bucket, "Key": self._key(fingerprint)}
            try:
                found = self._client().head_object(**file)
            except ClientError as error:
                if code_of(error) in _NOT_THERE:
                    return None
                raise
            if self._now() - found["LastModified"] > KEPT - _LEFT_AT_LEAST:
                return None
            return self._url(file)

    def put(self, fingerprint: str, mp3: bytes) -> str:
        """See ``Shelf``."""
        with failing_plainly(f"the bucket {self._bucket}"):
            file = {"Bucket": self._bucket, "Key": self._key(fingerprint)}
            self._client().put_object(
                **file,
                Body=mp3,
                ContentType="audio/mpeg",
                CacheControl="private, max-age=86400, immutable",
            )
            return self._url(file)

    def _key(self, fingerprint: str) -> str:
        return f"{self._prefix}{fingerprint[:32]}.mp3"

    def _url(self, file: dict[str, str]) -> str:
        signed = self._client().generate_presigned_url("get_object", file, ExpiresIn=URL_SECONDS)
        return str(signed)
