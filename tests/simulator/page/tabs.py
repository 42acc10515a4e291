"""What a page does: it sets up a desk, keeps the clock, and posts to the desk's addresses."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Json = dict[str, Any]


class Tab:
    """A tab of a browser with a desk of its own. ``view`` is the last answer."""

    def __init__(self, client: FlaskClient, runner: str = "me", locale: str | None = None) -> None:
        self._client = client
        sent = {"runner": runner} | ({"locale": locale} if locale else {})
        answer = client.post("/desks", json=sent)
        assert answer.status_code == 201
        self.view = json_of(answer)
        self.address = f"/desks/{self.view['desk']}"

    def post(self, action: str, **fields: object) -> TestResponse:
        """The bare answer to an action."""
        return self._client.post(f"{self.address}/{action}", json=fields)

    def act(self, action: str, at_ms: int, **fields: object) -> Json:
        """The view after an action that is in order."""
        answer = self.post(action, at_ms=at_ms, **fields)
        assert answer.status_code == 200, answer.text
        self.view = json_of(answer)
        return self.view

    def look(self) -> Json:
        """The view as a page gets it that was loaded again."""
        return json_of(self._client.get(self.address))

    def say(self, text: str) -> Json:
        """Say something as soon as the microphone opens, or now where it stays shut."""
        playback = self.view["playback"]
        listening = playback["listening"] if playback else []
        return self.act("say", listening[0][0] if listening else self.view["now_ms"], text=text)


def json_of(answer: TestResponse) -> Json:
    """The JSON object of an answer."""
    fields = answer.get_json()
    assert isinstance(fields, dict)
    return fields


def complaint(answer: TestResponse) -> str:
    """The sentence of a refusal."""
    (key, sentence) = json_of(answer).popitem()
    assert key == "error"
    assert isinstance(sentence, str)
    return sentence
