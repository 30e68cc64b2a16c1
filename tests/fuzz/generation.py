"""Programs that a grammar of Python makes, within and below the layers of the book.

They hold what nobody writes and Python takes all the same: comments, line ends and blanks of any
kind, and names of any alphabet. They need hypothesmith.
"""

from __future__ import annotations

import random
from textwrap import indent

from hypothesis import HealthCheck, Phase, given, seed, settings

# Most of what a grammar begins with is empty: the longest of these are taken.
TRIED = 20


def programs(number: int, luck: random.Random) -> list[str]:
    """The longest programs of those that a seed of the luck gives."""
    from hypothesmith import from_grammar

    found: list[str] = []

    @seed(luck.randrange(2**32))
    @settings(
        max_examples=TRIED,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(from_grammar())
    def gather(text: str) -> None:
        found.append(text)

    gather()
    return sorted(found, key=len)[-number:]


def with_program(text: str, program: str, luck: random.Random) -> str:
    """A module with a program in a method of a layer, or at its end."""
    head, method, rest = text.partition("    def call(self")
    signature, ends, body = rest.partition(":\n")
    if not (method and ends) or luck.random() < 0.5:
        return f"{text}\n{program}"
    return f"{head}{method}{signature}{ends}{indent(program, ' ' * 8)}\n{body}"
