"""A message in two: what is wrong, and why that matters or what to do about it."""

from __future__ import annotations

_KERAS = " (Keras "


def split(message: str) -> tuple[str, str]:
    """The headline and the rest, which is empty where the message says one thing only.

    The headline ends at the colon that stands outside of code; the generation, if one is named, is
    in it.
    """
    body, generation, number = message.rpartition(_KERAS)
    if not generation or not number.endswith(")"):
        body, generation, number = message, "", ""
    quoted = False
    for index, letter in enumerate(body):
        quoted ^= letter == "`"
        if letter in ":;" and not quoted and body[index + 1 : index + 2] == " ":
            rest = body[index + 2 :]
            return f"{body[:index]}{generation}{number}", f"{rest[:1].upper()}{rest[1:]}"
    return message, ""
