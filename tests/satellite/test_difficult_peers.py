"""Peers that send what is no event, or too much, or nothing, and those that go or do not listen."""

import asyncio
import logging
import socket

import pytest
from house import Guest, House, code_of
from wyoming.client import AsyncTcpClient
from wyoming.event import Event, async_read_event
from wyoming.handle import Handled
from wyoming.ping import Ping

from skill.satellite.service import MOST_PEERS


@pytest.mark.parametrize(
    "sent", [b"GET / HTTP/1.1\r\nHost: home\r\n\r\n", b"[]\n", b'{"type": ["ping"]}\n']
)
def test_what_is_no_event_is_refused(sent: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async def shout(guest: Guest) -> Event | None:
        reader, writer = await asyncio.open_connection("127.0.0.1", guest.port)
        writer.write(sent)
        answer = await async_read_event(reader)
        writer.close()
        await writer.wait_closed()
        return answer

    assert code_of(House().visit(shout)) == "malformed"
    assert not caplog.records


def test_a_peer_that_sends_on_while_it_is_refused_reads_why() -> None:
    async def flood(guest: Guest) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", guest.port)
        writer.write(b"[]\n" + b"{}\n" * 100_000)
        answer = await reader.read()
        writer.close()
        return answer

    assert b'"malformed"' in House().visit(flood)


def test_a_peer_that_sends_on_for_ever_after_it_was_refused_is_let_go(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("skill.satellite.service.PARTING_S", 0.05)

    async def send_for_ever(writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(b"[]\n" * 100_000)
            await writer.drain()

    async def stay(guest: Guest) -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", guest.port)
        with pytest.raises(ConnectionError):
            await send_for_ever(writer)
        writer.close()

    House().visit(stay)
    assert not caplog.records


def test_a_peer_that_goes_in_the_middle_hurts_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async def leave(guest: Guest) -> Event:
        for sent in (b"", b'{"type": "audio-chunk", "payload_length": 5000}\n123', b'{"type"'):
            _, writer = await asyncio.open_connection("127.0.0.1", guest.port)
            writer.write(sent)
            writer.close()
            await writer.wait_closed()
        return await guest.say("what's next")

    assert Handled.is_type(House().visit(leave).type)
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


def test_a_service_that_ends_while_peers_are_connected_logs_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def stay(guest: Guest) -> list[socket.socket]:
        loop, peers = asyncio.get_running_loop(), []
        for sent in (b'{"type": "ping"}\n', b"[]\n"):
            peers.append(peer := socket.create_connection(("127.0.0.1", guest.port)))
            peer.setblocking(False)
            await loop.sock_sendall(peer, sent)
            assert await loop.sock_recv(peer, 100)
        return peers

    for peer in House().visit(stay):
        peer.close()
    assert not caplog.records


def test_more_peers_than_a_home_has_are_sent_away() -> None:
    async def crowd(guest: Guest) -> Event | None:
        peers = [AsyncTcpClient("127.0.0.1", guest.port) for _ in range(MOST_PEERS)]
        for peer in peers:
            await peer.connect()
            await peer.write_event(Ping().event())
            await peer.read_event()
        late = await guest.tell(Ping())
        for peer in peers:
            await peer.disconnect()
        return late

    assert code_of(House().visit(crowd)) == "busy"


def test_a_peer_that_says_nothing_for_long_makes_room_for_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("skill.satellite.service.PATIENCE_S", 0.05)

    async def doze(guest: Guest) -> Event | None:
        async with AsyncTcpClient("127.0.0.1", guest.port) as client:
            answer: Event | None = await client.read_event()
            return answer

    assert House().visit(doze) is None
    assert not caplog.records


@pytest.mark.slow
def test_a_peer_that_leaves_its_answers_unread_is_let_go(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("skill.satellite.service.PATIENCE_S", 0.05)

    house = House()

    async def pester(guest: Guest) -> None:
        with socket.socket() as peer:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # holds few answers
            peer.connect(("127.0.0.1", guest.port))
            peer.setblocking(False)
            peer.send(b'{"type": "describe"}\n' * 20_000)
            while not house.service._peers:
                await asyncio.sleep(0)
            await asyncio.wait(house.service._peers)

    house.visit(pester)
    assert not caplog.records


def test_a_peer_that_sends_on_while_the_coach_fails_reads_that_it_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()

    def fail(*_given: object, **_named: object) -> None:
        raise RuntimeError

    async def flood(guest: Guest) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", guest.port)
        said = b'{"type": "transcript", "data": {"text": "start"}}\n'
        writer.write(said + b'{"type": "ping"}\n' * 100_000)
        answer = await reader.read()
        writer.close()
        return answer

    monkeypatch.setattr(house.rooms, "answer", fail)
    assert b'"failed"' in house.visit(flood)
