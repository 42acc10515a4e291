"""Who may be meant by a request, and from where it comes: in development this machine alone."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def answer_this_machine_only(app: Flask) -> None:
    """Refuse every request that names another host than this machine.

    A page from elsewhere can make its own name point to 127.0.0.1 and so have a browser send requests here (DNS
    rebinding); the name in the request gives it away. Flask's ``TRUSTED_HOSTS`` cannot hold an IPv6 address
    (Werkzeug 3.1).
    """

    @app.before_request
    def refuse_foreign_hosts() -> None:
        if _named_host(request.headers.get("Host", "")) not in _THIS_MACHINE:
            abort(400, "This is a service for development: open it as localhost.")


def believe_the_proxy(app: Flask) -> None:
    """Take the scheme of a request from the last proxy before us (X-Forwarded-Proto), and nothing else from any.

    A client that claims HTTPS falsely gains nothing: only its own sound travels without encryption.
    """
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=1)  # type: ignore[method-assign]


def is_this_machine(address: str) -> bool:
    """Whether an IP address is this machine's own; no other text is."""
    try:
        found = ip_address(address)
        mapped = getattr(found, "ipv4_mapped", None)  # at a socket that takes IPv4, too
        return (mapped or found).is_loopback
    except ValueError:
        return False


def sound_may_come(*, public: bool) -> bool:
    """Whether somebody's microphone may be listened to by the present request.

    It may where the sound does not leave this machine; a ``public`` service takes it by HTTPS from elsewhere.
    """
    if public and request.is_secure:
        return True
    meant = _named_host(request.headers.get("Host", ""))
    return is_this_machine(request.remote_addr or "") and meant in _THIS_MACHINE


def _named_host(header: str) -> str | None:
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None
