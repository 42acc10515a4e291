"""Whether a request came from Amazon, for a skill that is hosted outside of AWS (decision 13)."""

from skill.web.verification.chains import CertificateChains
from skill.web.verification.verifier import RequestVerifier

__all__ = ["CertificateChains", "RequestVerifier"]
