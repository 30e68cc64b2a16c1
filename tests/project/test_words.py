"""The words of a file are a superset of what its code holds."""

from __future__ import annotations

import pytest

from layerlint.project.words import Words, has_row, is_like_ascii


@pytest.mark.parametrize(
    "source",
    ["x.fit()", "x.\\\n  fit()", "(x.  # see y\n  # and z.\n  fit())", 'getattr(x, "fit")'],
)
def test_a_word_after_a_dot_is_a_member(source):
    assert "fit" in Words(source.encode()).members


def test_a_word_that_stands_alone_is_no_member():
    assert "fit" not in Words(b"fit(x.y)").members


@pytest.mark.parametrize("source", ["f(name = 1)", "f(name\\\n=1)", "f(name # so\n # and so\n =1)"])
def test_a_pair_is_found_across_blanks_and_comments(source):
    assert has_row(source.encode(), (b"name", b"="))


def test_other_text_between_the_two_makes_no_pair():
    assert not has_row(b"f(names=1, name, x=2)", (b"name", b"="))


def test_words_in_strings_and_comments_count():
    assert {"one", "two", "three"} <= Words(b"x = 'one'  # two-three").all


@pytest.mark.parametrize("coding", ["utf-8", "latin-1", "cp1252", "Shift_JIS", "UTF8"])
def test_words_are_seen_in_encodings_like_ascii(coding):
    assert is_like_ascii(f"#!/bin/python\n# -*- coding: {coding} -*-\n".encode())


@pytest.mark.parametrize("coding", ["utf-7", "utf-16", "cp037", "hz", "unicode_escape", "rot13"])
def test_words_may_hide_in_other_encodings(coding):
    assert not is_like_ascii(f"# coding={coding}\n".encode())
