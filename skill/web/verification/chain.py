"""A chain of certificates, from Amazon's up to a trusted root."""

from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import DNSName, SubjectAlternativeName, load_pem_x509_certificates
from cryptography.x509.verification import PolicyBuilder, Store

from skill.errors import RequestRefused

SIGNER = "echo-api.amazon.com"
"""Whom the first certificate has to name."""

SHORTEST_KEY_BITS = 2048
"""What authorities may vouch for (CA/Browser Forum: Baseline Requirements, 6.1.5)."""


@dataclass(frozen=True, slots=True)
class VerifiedChain:
    """The key of a chain that was verified, and from when until when all its certificates are valid."""

    key: RSAPublicKey
    begins: datetime
    ends: datetime

    def is_valid(self, now: datetime) -> bool:
        """Whether none of its certificates has expired or is yet to begin."""
        return self.begins <= now <= self.ends


def verify_chain(pem: bytes, roots: Store, now: datetime) -> VerifiedChain:
    """The chain in a file that begins with the signer's certificate; others follow in any order.

    Raises:
        RequestRefused: there is no valid chain from it to one of ``roots``, it does not name this very signer, or
            its key is not RSA, or is too short.
    """
    try:
        signer, *others = load_pem_x509_certificates(pem)
        policy = PolicyBuilder().store(roots).time(now)
        chain = policy.build_server_verifier(DNSName(SIGNER)).verify(signer, others)
        key = signer.public_key()
    except Exception as error:
        # The file comes from a stranger, and the reader documents no list of its errors.
        raise RequestRefused("the certificate does not verify") from error
    # A certificate for all of amazon.com's names verifies as well, and proves nothing of this one.
    names = signer.extensions.get_extension_for_class(SubjectAlternativeName).value
    if SIGNER not in names.get_values_for_type(DNSName):
        raise RequestRefused("the certificate names its signer by a wildcard")
    if not isinstance(key, RSAPublicKey):
        raise RequestRefused("the certificate's key is not RSA")
    if key.key_size < SHORTEST_KEY_BITS:  # the policy above asks this of the authorities alone
        raise RequestRefused("the certificate's key is too short")
    return VerifiedChain(
        key,
        begins=max(certificate.not_valid_before_utc for certificate in chain),
        ends=min(certificate.not_valid_after_utc for certificate in chain),
    )
