"""A server to be measured, in a process of its own: ``serving.py ours|bare|sqlite FOLDER``.

``FOLDER`` holds ``chain.pem`` and ``root.pem``, in the place of Amazon's certificates. The servers are the same
but for what they do with a request; ``sqlite`` is ours, with its store in the folder.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.verification import Store
from flask import Flask, Response, jsonify, request

from benchmarks.bare import bare_handler
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.settings import Settings
from skill.web.app import create_app
from skill.web.listener import listen
from skill.web.logs import logging_to
from skill.web.server import Service
from skill.web.verification import CertificateChains, RequestVerifier

SKILL_ID = "amzn1.ask.skill.BENCH"
THREADS = 4


def ours(folder: Path, store: str = "memory:") -> Flask:
    """The service as in production, but for where certificates come from."""
    root = load_pem_x509_certificate((folder / "root.pem").read_bytes())
    chain = (folder / "chain.pem").read_bytes()
    chains = CertificateChains(lambda _url: chain, lambda: Store([root]))
    coach = build_coach(Settings(store=store))
    verifier = RequestVerifier(SKILL_ID, lambda: datetime.now(UTC), chains=chains)
    return create_app(AlexaSkill(coach, SKILL_ID), coach, read=verifier)


def on_sqlite(folder: Path) -> Flask:
    """The same with its store in the folder, which may be shared with another process."""
    return ours(folder, f"sqlite:///{folder}/stride.db")


def bare(_folder: Path) -> Flask:
    """A hello-world skill that answers everybody."""
    app, handler = Flask(__name__), bare_handler(lambda _: True)

    @app.post("/alexa")
    def alexa() -> Response:
        answer: Any = handler(request.get_json(), None)
        return jsonify(answer)

    return app


if __name__ == "__main__":
    servers: dict[str, Callable[[Path], Flask]]
    servers = {"ours": ours, "bare": bare, "sqlite": on_sqlite}
    build = servers[sys.argv[1]]
    with listen("127.0.0.1", 0) as listener, logging_to(sys.stderr, as_json=True):
        service = Service(build(Path(sys.argv[2])), listener, THREADS, time.monotonic)
        service.run_until_signalled(
            lambda: print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        )
