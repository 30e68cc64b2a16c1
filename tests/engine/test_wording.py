"""`layerlint.engine.wording`: messages with the right article."""

from __future__ import annotations

import pytest

from layerlint.engine.wording import worded


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Attention", "constructs an `Attention` here"),
        ("add_weight", "constructs an `add_weight` here"),
        ("Dense", "constructs a `Dense` here"),
        ("UNet", "constructs a `UNet` here"),
        ("OneHot", "constructs a `OneHot` here"),
    ],
)
def test_the_article_is_that_of_the_name(name: str, said: str) -> None:
    assert worded("constructs a `{kind}` here", {"kind": name}) == said


def test_what_is_quoted_stands_on_one_line() -> None:
    quoted = worded("`{name}` has a slash", {"name": "self.name + '/' +\n        suffix"})
    assert quoted == "`self.name + '/' + suffix` has a slash"
