"""The headers of every response: what a browser may do with it, which is next to nothing."""

from collections.abc import Mapping

from flask import Flask, Response

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), "
        "display-capture=(), accelerometer=(), gyroscope=(), magnetometer=()"
    ),
}
"""Names and values; the microphone is for a page of our own (OWASP: HTTP Headers Cheat Sheet)."""

_HTTPS_ONLY = "max-age=31536000"
"""A year, in seconds (RFC 6797)."""


def security_headers(*, https_only: bool) -> dict[str, str]:
    """The headers of every response; ``https_only`` orders browsers never to come by HTTP."""
    only = {"Strict-Transport-Security": _HTTPS_ONLY} if https_only else {}
    return {**SECURITY_HEADERS, **only}


def add_security_headers(app: Flask, *, https_only: bool) -> None:
    """Give every response of ``app`` its headers; nobody may store one that does not say for how long."""
    headers = security_headers(https_only=https_only)

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(headers)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
