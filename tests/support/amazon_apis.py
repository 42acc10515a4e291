"""A pretend Amazon: the Reminders API and the device's settings, over HTTP on this machine.

It keeps the rules that Amazon publishes, and refuses what breaks them as Amazon does (Amazon: Alexa Reminders API
Reference). That too many reminders are refused with 403 and a code is our own assumption.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote
from zoneinfo import available_timezones

from skill.echo import Api

Json = dict[str, Any]
Answer = tuple[int, Any]

TOKEN = "Atza|the-token"  # noqa: S105 - the pretend one
REMINDERS = "/v1/alerts/reminders"
RULE = re.compile(
    r"FREQ=WEEKLY;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU);BYHOUR=(?:1?\d|2[0-3]);BYMINUTE=[1-5]?\d;"
    r"BYSECOND=0;INTERVAL=1;"
)


class AmazonApis:
    """What Amazon knows and how it is today: set its attributes, look at ``alerts`` and ``asked``."""

    def __init__(self, endpoint: str = "") -> None:
        self.endpoint = endpoint
        self.closing = Event()
        self.reset()

    def reset(self) -> None:
        """Be as on an ordinary day, with nothing set."""
        self.permission = True
        self.device_reminds = True
        self.most_reminders = 250
        self.status = 0
        self.silent = False
        self.time_zone: Any = "America/New_York"
        self.alerts: dict[str, Json] = {}
        self.asked: list[str] = []
        self._numbers = count(1)

    @property
    def api(self) -> Api:
        """What a device tells a skill of these services."""
        return Api(self.endpoint, TOKEN)

    @property
    def rules(self) -> list[str]:
        """The rules of all reminders that are set."""
        return [
            rule
            for alert in self.alerts.values()
            for rule in alert["trigger"]["recurrence"]["recurrenceRules"]
        ]

    def answer(self, method: str, path: str, token: str, body: Json | None) -> Answer:
        """Answer one request with a status and a JSON-able body."""
        self.asked.append(f"{method} {path}")
        if self.silent:
            self.closing.wait(30)
        if self.status:
            return self.status, "<html>not JSON</html>" if self.status == 503 else _error("BROKEN")
        if token != f"Bearer {TOKEN}":
            return 401, _error("INVALID_BEARER_TOKEN")
        if path.startswith("/v2/devices/"):
            return (204, None) if self.time_zone is None else (200, self.time_zone)
        if not self.permission:
            return 401, _error("UNAUTHORIZED")
        match method:
            case "GET":
                alerts = list(self.alerts.values())
                return 200, {"totalCount": str(len(alerts)), "alerts": alerts, "links": None}
            case "DELETE":
                found = self.alerts.pop(unquote(path.rpartition("/")[2]), None)
                return (200, None) if found else (404, _error("ALERT_NOT_FOUND"))
            case _:
                return self._create(body or {})

    def _create(self, request: Json) -> Answer:
        if not self.device_reminds:
            return 403, _error("DEVICE_NOT_SUPPORTED")
        if len(self.alerts) >= self.most_reminders:
            return 403, _error("MAX_REMINDERS_EXCEEDED")
        if wrong := _wrong(request):
            return 400, _error(wrong)
        token = f"alert/{next(self._numbers)}"
        self.alerts[token] = {"alertToken": token, "status": "ON", **request}
        return 200, {"alertToken": token, "status": "ON", "version": "1"}


def _error(code: str) -> Json:
    return {"code": code, "message": "as Amazon would explain it"}


def _wrong(request: Json) -> str:
    """The code of the first rule that a request for a reminder breaks, or nothing."""
    trigger = request.get("trigger", {})
    now = _bare_time(request.get("requestTime"))
    due = _bare_time(trigger.get("scheduledTime"))
    spoken = request.get("alertInfo", {}).get("spokenInfo", {}).get("content", [{}])[0]
    rules = trigger.get("recurrence", {}).get("recurrenceRules")
    if now is None:
        return "INVALID_REQUEST_TIME_FORMAT"
    if due is None or trigger.get("type") != "SCHEDULED_ABSOLUTE":
        return "INVALID_TRIGGER_SCHEDULED_TIME_FORMAT"
    if due <= now:
        return "TRIGGER_SCHEDULED_TIME_IN_PAST"
    if trigger.get("timeZoneId", "UTC") not in available_timezones():
        return "INVALID_TRIGGER_TIME_ZONE"
    if not rules or not all(RULE.fullmatch(rule) for rule in rules):
        return "UNSUPPORTED_TRIGGER_RECURRENCE"
    return "" if spoken.get("text") and spoken.get("locale") else "INVALID_ALERT_INFO"


def _bare_time(text: str | None) -> datetime | None:
    """A time in ISO 8601 without an offset, which is the only form that Amazon takes."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is None else None


@contextmanager
def serving() -> Iterator[AmazonApis]:
    """The pretend Amazon behind a port of this machine."""
    apis = AmazonApis()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            token = self.headers.get("Authorization", "")
            status, answer = apis.answer(self.command, self.path, token, body)
            text = answer if isinstance(answer, str) and status >= 500 else json.dumps(answer)
            written = b"" if answer is None else text.encode()
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(written)))
                self.end_headers()
                self.wfile.write(written)
            except OSError:
                return  # the caller has left

        do_GET = do_POST = do_DELETE = do_PUT = _answer  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    apis.endpoint = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield apis
    finally:
        apis.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
