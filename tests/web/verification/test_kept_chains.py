"""Certificates are fetched rarely, kept within bounds, and never beyond their time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier, Event
from time import monotonic

import pytest
from pretend_amazon import NOW, URL, Amazon, launch
from support.own_authority import ENDS, pem

from skill.errors import RequestRefused
from skill.web.verification.aging_cache import AgingCache
from skill.web.verification.chain import VerifiedChain
from skill.web.verification.chains import (
    CHAIN_AGE,
    DOWNLOADS_AT_ONCE,
    FAILURE_AGE,
    MOST_CHAINS,
    CertificateChains,
)
from skill.web.verification.roots import certifi_roots

SECOND = timedelta(seconds=1)
ENOUGH_S = 10
"""How long a test waits for a thread before it fails."""


@pytest.fixture
def released() -> Iterator[Event]:
    """Lets downloads that hang go on; at the end of the test in any case."""
    event = Event()
    yield event
    event.set()


def hang(amazon: Amazon, url: str, released: Event) -> Event:
    """Let a download begin and hang; the event tells that it has begun."""
    begun, file = Event(), pem(amazon.signer, amazon.authority)

    def wait() -> bytes:
        begun.set()
        released.wait(ENOUGH_S)
        return file

    amazon.shelf.files[url] = wait
    return begun


def url_of(number: int) -> str:
    return f"https://s3.amazonaws.com/echo.api/{number}.pem"


def test_a_chain_is_fetched_again_after_a_day(amazon: Amazon) -> None:
    chains = amazon.chains()
    for now, fetched in [(NOW, 1), (NOW + CHAIN_AGE - SECOND, 1), (NOW + CHAIN_AGE, 2)]:
        chains.find(URL, now)
        assert len(amazon.shelf.asked) == fetched


def test_a_kept_chain_is_refused_once_a_certificate_has_expired(amazon: Amazon) -> None:
    chains, ends = amazon.chains(), NOW + timedelta(minutes=1)
    amazon.publish(amazon.signer_with(ends=ends), amazon.authority)
    assert chains.find(URL, NOW).ends == ends
    chains.find(URL, ends)
    with pytest.raises(RequestRefused, match="does not verify"):
        chains.find(URL, ends + SECOND)


def test_a_kept_chain_ends_with_the_first_certificate_that_does(amazon: Amazon) -> None:
    ends = NOW + timedelta(minutes=1)
    authority = amazon.root.vouch(amazon.keys.authority, is_authority=True, ends=ends)
    amazon.publish(amazon.signer, authority)
    assert amazon.signer.certificate.not_valid_after_utc == ENDS
    assert amazon.chains().find(URL, NOW).ends == ends


def test_an_expired_chain_makes_room_for_the_new_one_at_its_url(amazon: Amazon) -> None:
    chains, ends = amazon.chains(), NOW + timedelta(minutes=1)
    amazon.publish(amazon.signer_with(ends=ends), amazon.authority)
    chains.find(URL, NOW)
    amazon.publish(amazon.signer, amazon.authority)
    assert chains.find(URL, ends + SECOND).ends == ENDS


def test_a_kept_chain_is_not_used_before_it_begins(amazon: Amazon) -> None:
    chains = amazon.chains()
    amazon.publish(amazon.signer_with(begins=NOW), amazon.authority)
    chains.find(URL, NOW)
    with pytest.raises(RequestRefused, match="does not verify"):
        chains.find(URL, NOW - SECOND)


def test_only_so_many_chains_are_kept_and_the_unused_go_first(amazon: Amazon) -> None:
    chains = amazon.chains()
    for number in range(MOST_CHAINS):
        amazon.publish(amazon.signer, amazon.authority, url=url_of(number))
        chains.find(url_of(number), NOW)
    chains.find(url_of(0), NOW)
    chains.find(URL, NOW)  # one too many: number 1 has to go
    amazon.shelf.asked.clear()
    for number in (0, 2, 1):
        chains.find(url_of(number), NOW)
    assert amazon.shelf.asked == [url_of(1)]


def test_all_spellings_of_a_url_are_kept_as_one(amazon: Amazon) -> None:
    verifier = amazon.verifier()
    for url in (URL, URL.replace("echo-api", "./%65cho-api"), URL.replace("https", "HTTPS")):
        sent = amazon.send(url=url)
        verifier(sent.headers, sent.body)
    assert amazon.shelf.asked == [URL]


def test_a_chain_that_does_not_verify_is_not_kept(amazon: Amazon) -> None:
    chains = amazon.chains()
    amazon.publish(amazon.signer)
    with pytest.raises(RequestRefused):
        chains.find(URL, NOW)
    amazon.publish(amazon.signer, amazon.authority)
    assert chains.find(URL, NOW + FAILURE_AGE).ends == ENDS


def test_a_url_that_failed_is_left_alone_for_a_while(amazon: Amazon) -> None:
    chains, good = amazon.chains(), amazon.shelf.files.pop(URL)
    reasons = set()
    for now in (NOW, NOW + SECOND, NOW + FAILURE_AGE - SECOND):
        with pytest.raises(RequestRefused) as refusal:
            chains.find(URL, now)
        reasons.add(refusal.value.reason)
        amazon.shelf.files[URL] = good
    assert reasons == {"the certificate cannot be fetched: OSError"}
    assert amazon.shelf.asked == [URL]
    assert chains.find(URL, NOW + FAILURE_AGE).ends == ENDS


def test_a_url_that_failed_stops_no_other(amazon: Amazon) -> None:
    chains = amazon.chains()
    with pytest.raises(RequestRefused):
        chains.find(url_of(1), NOW)
    assert chains.find(URL, NOW).ends == ENDS


def test_a_burst_of_requests_downloads_once(amazon: Amazon, released: Event) -> None:
    burst = 16
    verifier, barrier, sent = amazon.verifier(), Barrier(burst), amazon.send()
    begun = hang(amazon, URL, released)

    def request() -> dict[str, object]:
        barrier.wait(ENOUGH_S)
        return verifier(sent.headers, sent.body)

    with ThreadPoolExecutor(burst) as pool:
        answers = [pool.submit(request) for _ in range(burst)]
        assert begun.wait(ENOUGH_S)
        released.set()
        assert [answer.result(ENOUGH_S) for answer in answers] == [launch()] * burst
    assert amazon.shelf.asked == [URL]


def test_a_burst_for_a_bad_certificate_downloads_once(amazon: Amazon, released: Event) -> None:
    amazon.signer = amazon.signer_with(names=["elsewhere.example"])
    chains, begun = amazon.chains(), hang(amazon, URL, released)
    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(chains.find, URL, NOW) for _ in range(4)]
        assert begun.wait(ENOUGH_S)
        released.set()
        assert all(isinstance(answer.exception(ENOUGH_S), RequestRefused) for answer in answers)
    assert amazon.shelf.asked == [URL]


def test_whoever_waits_gets_no_chain_that_has_expired_for_him(
    amazon: Amazon, released: Event
) -> None:
    chains, ends = amazon.chains(), NOW + SECOND
    amazon.signer = amazon.signer_with(ends=ends)
    begun = hang(amazon, URL, released)
    with ThreadPoolExecutor(2) as pool:
        early = pool.submit(chains.find, URL, NOW)
        assert begun.wait(ENOUGH_S)
        late = pool.submit(chains.find, URL, ends + SECOND)
        assert not late.done()
        released.set()
        assert early.result(ENOUGH_S).ends == ends
        assert isinstance(late.exception(ENOUGH_S), RequestRefused)


def test_forged_urls_that_hang_leave_room_for_kept_chains(amazon: Amazon, released: Event) -> None:
    chains = amazon.chains(patience_s=ENOUGH_S)
    chains.find(URL, NOW)
    with ThreadPoolExecutor(DOWNLOADS_AT_ONCE) as pool:
        for number in range(DOWNLOADS_AT_ONCE):
            begun = hang(amazon, url_of(number), released)
            pool.submit(chains.find, url_of(number), NOW)
            assert begun.wait(ENOUGH_S)
        with pytest.raises(RequestRefused, match="too many certificates are on their way"):
            chains.find(url_of(99), NOW)
        assert chains.find(URL, NOW).ends == ENDS
        released.set()
    assert chains.find(url_of(0), NOW).ends == ENDS
    assert url_of(99) not in amazon.shelf.asked


def test_a_download_that_hangs_is_given_up(amazon: Amazon, released: Event) -> None:
    hang(amazon, URL, released)
    chains, before = amazon.chains(patience_s=0.05), monotonic()
    for _ in range(2):  # the second is refused without waiting
        with pytest.raises(RequestRefused, match="did not come in time"):
            chains.find(URL, NOW)
    assert monotonic() - before < ENOUGH_S / 2
    assert amazon.shelf.asked == [URL]


def test_a_download_that_ends_late_is_kept_all_the_same(amazon: Amazon, released: Event) -> None:
    hang(amazon, URL, released)
    chains = amazon.chains(patience_s=0.05)
    with pytest.raises(RequestRefused, match="did not come in time"):
        chains.find(URL, NOW)
    released.set()
    assert eventually(chains, URL, NOW).ends == ENDS


def eventually(chains: CertificateChains, url: str, now: datetime) -> VerifiedChain:
    """The chain as soon as its thread has put it away."""
    before = monotonic()
    while monotonic() - before < ENOUGH_S:
        try:
            return chains.find(url, now)
        except RequestRefused:
            continue
    raise AssertionError("the chain never came")


def test_the_memory_drops_what_a_clock_set_back_makes_a_thing_of_the_future() -> None:
    memory: AgingCache[str] = AgingCache(2, timedelta(seconds=30))
    memory.put("a", "kept", NOW)
    assert memory.get("a", NOW - SECOND) is None


def test_the_real_roots_are_read_without_a_warning_and_once() -> None:
    certifi_roots.cache_clear()
    assert certifi_roots() is certifi_roots()


def test_the_real_roots_do_not_trust_ours(amazon: Amazon) -> None:
    with pytest.raises(RequestRefused, match="does not verify"):
        CertificateChains(amazon.shelf, certifi_roots).find(URL, NOW)
