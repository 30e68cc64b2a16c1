"""What is wrong stands in the first line, at most a hundred characters; the rest is help."""

from __future__ import annotations

import string

import pytest

from layerlint import catalogue
from layerlint.report.headline import split

LIMIT = 100
# What a layer of middling names would fill in; other fields get an attribute's name.
NAMES = {
    "arguments": "`units` and `activation`",
    "children": "`self.attention`, `self.dense`",
    "function": "tf.random.uniform",
    "keys": "`hidden_units`",
    "attributes": "`self.hidden_units`",
    "layer": "EncoderBlock",
    "line": 12,
    "model": "Transformer",
    "base": "MultiHeadAttention",
    "kind": "Dropout",
    "mode": "in inference",
    "name": '"encoder"',
    "path": "EncoderBlock.call",
    "what": "an array",
}
MESSAGES = [
    pytest.param(message, id=f"{rule.code}-{name}")
    for rule in catalogue.rules()
    for name, message in rule.messages.items()
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_headline_is_short(message: str) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(message) if field}
    headline, _ = split(message.format(**{name: NAMES.get(name, "kernel") for name in fields}))
    assert len(headline) <= LIMIT


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("`x` is lost: it is not saved", ("`x` is lost", "It is not saved")),
        ("`x[1: 2]` is lost", ("`x[1: 2]` is lost", "")),
        ("`x` raises: `ValueError` (Keras 3)", ("`x` raises (Keras 3)", "`ValueError`")),
        ("`f` is 0; use `g`", ("`f` is 0", "Use `g`")),
    ],
)
def test_the_rest_of_a_message_is_help(message: str, parts: tuple[str, str]) -> None:
    assert split(message) == parts
