"""Who may be meant by a request: in development this machine alone."""

from urllib.parse import urlsplit

from flask import Flask, abort, request

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def answer_this_machine_only(app: Flask) -> None:
    """Refuse every request that names another host than this machine.

    A page from elsewhere can make its own name point to 127.0.0.1 and so have a browser send requests here (DNS
    rebinding); the name still tells on it. Flask's ``TRUSTED_HOSTS`` cannot hold an IPv6 address (Werkzeug 3.1).
    """

    @app.before_request
    def refuse_foreign_hosts() -> None:
        if _named_host(request.headers.get("Host", "")) not in _THIS_MACHINE:
            abort(400, "This is a service for development: open it as localhost.")


def _named_host(header: str) -> str | None:
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None
