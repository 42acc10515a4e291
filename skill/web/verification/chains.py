"""Verified chains by URL: kept, or fetched once for all who wait for them."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Lock, Thread

from cryptography.x509.verification import Store

from skill.errors import RequestRefused
from skill.web.verification.aging_cache import AgingCache
from skill.web.verification.chain import VerifiedChain, verify_chain

Download = Callable[[str], bytes]
"""The file at a normalised URL. It may raise anything: the URL then counts as failed."""

MOST_CHAINS = 32
"""Amazon uses one at a time; the rest is room for its next ones."""
CHAIN_AGE = timedelta(hours=24)

MOST_FAILURES = 256
FAILURE_AGE = timedelta(seconds=30)
"""How long a URL that failed is not asked again."""

DOWNLOADS_AT_ONCE = 2
"""Forged URLs take no more threads than this; a third URL at the same time is refused at once."""

PATIENCE_S = 3.0
"""How long a request waits for a certificate, of the 8 s that Alexa waits for an answer (reported by
developers: andresponte/askplex issue 5)."""


class CertificateChains:
    """The chains at Amazon's URLs, verified up to ``roots``. Threads may share it.

    A download runs in a thread of its own: looking up a host name knows no deadline, and the request that
    waits for it has one, ``patience_s``.
    """

    def __init__(
        self, download: Download, roots: Callable[[], Store], *, patience_s: float = PATIENCE_S
    ) -> None:
        self._download = download
        self._roots = roots
        self._patience_s = patience_s
        self._lock = Lock()
        self._reading_roots = Lock()
        self._chains: AgingCache[VerifiedChain] = AgingCache(MOST_CHAINS, CHAIN_AGE)
        self._failures: AgingCache[str] = AgingCache(MOST_FAILURES, FAILURE_AGE)
        self._under_way: dict[str, Future[VerifiedChain | str]] = {}

    def find(self, url: str, now: datetime) -> VerifiedChain:
        """The chain at a normalised URL, valid at ``now``.

        Raises:
            RequestRefused: it cannot be had, or does not verify.
        """
        with self._lock:
            chain = self._chains.get(url, now)
            if chain and chain.is_valid(now):
                return chain
            failure = self._failures.get(url, now)
            if failure:
                raise RequestRefused(failure)
            coming = self._under_way.get(url) or self._begin(url, now)
        outcome = self._wait(coming, url, now)
        if isinstance(outcome, str):
            raise RequestRefused(outcome)
        if not outcome.is_valid(now):
            raise RequestRefused("the certificate is not valid now")
        return outcome

    def _wait(
        self, coming: "Future[VerifiedChain | str]", url: str, now: datetime
    ) -> VerifiedChain | str:
        try:
            return coming.result(self._patience_s)
        except TimeoutError:
            late = "the certificate did not come in time"
            with self._lock:
                self._failures.put(url, late, now)
            return late

    def _begin(self, url: str, now: datetime) -> "Future[VerifiedChain | str]":
        if len(self._under_way) >= DOWNLOADS_AT_ONCE:
            raise RequestRefused("too many certificates are on their way")
        coming: Future[VerifiedChain | str] = Future()
        # A daemon: a look-up that hangs must not keep the process from ending.
        Thread(target=self._run, args=(url, now, coming), daemon=True).start()
        self._under_way[url] = coming
        return coming

    def _run(self, url: str, now: datetime, coming: "Future[VerifiedChain | str]") -> None:
        outcome: VerifiedChain | str
        try:
            outcome = self._fetch(url, now)
        except RequestRefused as error:
            outcome = error.reason
        except BaseException as error:
            # A panic of the native code as well: somebody waits for an outcome.
            outcome = f"the certificate cannot be fetched: {type(error).__name__}"
        with self._lock:
            del self._under_way[url]
            if isinstance(outcome, str):
                self._failures.put(url, outcome, now)
            else:
                self._chains.put(url, outcome, now)
        coming.set_result(outcome)

    def _fetch(self, url: str, now: datetime) -> VerifiedChain:
        pem = self._download(url)
        with self._reading_roots:  # once, also when two need them at the same time
            roots = self._roots()
        return verify_chain(pem, roots, now)
