"""Bytes to text and back, and offsets to rows and columns."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from layerlint.files.source import Lines, Undecodable, decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"x = 1\r\n", "x = 1\r\n", "utf-8"),
        ("é\n".encode(), "é\n", "utf-8"),
        (b"\xef\xbb\xbfx\n", "x\n", "utf-8"),
        (b"# coding: latin-1\n\xe9", "# coding: latin-1\né", "iso8859-1"),
        (b"#!/bin/x\n# vim: set fileencoding=cp1252 :\n\x80", None, "cp1252"),
        (b"# coding=utf8\n", "# coding=utf8\n", "utf-8"),
        (b"x = 1\n# coding: latin-1\n", "x = 1\n# coding: latin-1\n", "utf-8"),
        (b"\n\n# coding: nope\n", "\n\n# coding: nope\n", "utf-8"),
        (b"", "", "utf-8"),
    ],
)
def test_text_is_decoded_and_encoded_as_it_was(data: bytes, text: str | None, encoding) -> None:
    source = decode(data)
    assert source.encoding == encoding
    assert text is None or source.text == text
    assert source.encode(source.text) == data


def test_an_undecodable_byte_is_located() -> None:
    with pytest.raises(Undecodable) as error:
        decode(b"a = 1\nb = '\xff'\n")
    assert (error.value.row, error.value.column) == (2, 6)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_rows_and_columns_count_from_one(newline: str) -> None:
    lines = Lines(f"ab{newline}{newline}cd")
    assert len(lines) == 3
    assert lines.position(0) == (1, 1)
    assert lines.position(lines.text.index("d")) == (3, 2)
    assert [lines.line(row) for row in (1, 2, 3)] == ["ab", "", "cd"]


def test_form_feeds_and_unicode_separators_end_no_line() -> None:
    assert len(Lines("a\x0cb\u2028c\x85d")) == 1


@given(st.text(alphabet="a\r\n\u2028é", max_size=20), st.integers(0, 20))
def test_positions_and_offsets_are_inverse(text: str, offset: int) -> None:
    lines = Lines(text)
    offset = min(offset, len(text))
    assert lines.offset(*lines.position(offset)) == offset
