"""The certificates that are trusted on their own."""

import warnings
from functools import cache
from pathlib import Path

import certifi
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import load_pem_x509_certificates
from cryptography.x509.verification import Store


@cache
def certifi_roots() -> Store:
    """All roots that certifi trusts; read at first use."""
    pem = Path(certifi.where()).read_bytes()
    with warnings.catch_warnings():
        # Some old roots have a serial number that is not positive; they are trusted all the same.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return Store(load_pem_x509_certificates(pem))
