"""The whole verification of a request, in the order in which it is cheapest to refuse."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.errors import RequestRefused
from skill.web.verification.chains import CertificateChains
from skill.web.verification.download import Downloader
from skill.web.verification.envelope import check_skill_id, check_time, read_object
from skill.web.verification.headers import read_headers
from skill.web.verification.roots import certifi_roots


class RequestVerifier:
    """Turns the headers and the raw body of a request of Amazon's into its envelope.

    ``skill_id`` is the only application id that is let through; ``clock`` gives the time, with a zone. By
    default certificates are downloaded from Amazon and trusted as certifi says. Threads may share it.

    The rules are Amazon's: https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html
    """

    def __init__(
        self,
        skill_id: str,
        clock: Callable[[], datetime],
        *,
        chains: CertificateChains | None = None,
    ) -> None:
        self._skill_id = skill_id
        self._clock = clock
        self._chains = chains or CertificateChains(Downloader(), certifi_roots)

    def __call__(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """The envelope that ``body`` holds; the case of header names does not matter.

        Raises:
            RequestRefused: Amazon cannot have sent it, or not now, or not to this skill.
        """
        now = self._clock()
        signature, url = read_headers(headers)
        chain = self._chains.find(url, now)
        try:
            chain.key.verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise RequestRefused("the signature is not of this body by this certificate") from error
        envelope = read_object(body)
        check_time(envelope, now)
        check_skill_id(envelope, self._skill_id)
        return envelope
