"""Exchanges leave the page as a file, and come back to be replayed."""

from flask.testing import FlaskClient
from tabs import Tab, complaint, json_of


def test_what_a_desk_gives_as_a_file_is_replayed_alike(tab: Tab, client: FlaskClient) -> None:
    tab.say("open strong stride")
    tab.say("yes")
    saved = client.get(f"{tab.address}/exchanges.json")
    assert saved.headers["Content-Disposition"] == "attachment; filename=exchanges.json"
    answer = client.post("/replay?name=mine.json", data=saved.data)
    assert json_of(answer) == {"asked": 2, "differ": []}


def test_a_file_that_is_something_else_is_told_of_by_its_name(client: FlaskClient) -> None:
    answer = client.post("/replay?name=notes.txt", data=b"yes")
    assert answer.status_code == 400
    assert complaint(answer) == "notes.txt is no JSON; choose one that the workbench has saved"
