"""A document as text, and text that is no document."""

from hypothesis import given
from store_documents import documents
from support.tables import with_each

from skill.store import Document, text


@with_each(
    "raw",
    [b"", b"{", b"[1]", b"null", b'"text"', b'{"n": NaN}', b'{"n": -Infinity}', b"[" * 100_000],
)
def test_text_that_is_no_json_object_is_given_as_it_is(raw: bytes) -> None:
    assert text.read(raw) == raw.decode()


def test_bytes_that_are_no_text_are_shown_not_raised() -> None:
    assert text.read(b'{"name": "\xff"}') == r'{"name": "\xff"}'


@given(documents)
def test_writing_and_reading_are_inverse(document: Document) -> None:
    assert text.read(text.write(document)) == document
