"""Ways through the code: what is known on each, where they end, and what holds where they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from layerlint.interpret.frames import Environment, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.values import ANYTHING, Value, revised

Path = tuple[str, ...]


@dataclass(slots=True)
class Snapshot:
    """What differs between two paths: the frame's locals, the layer's attributes, versions."""

    names: Environment
    attributes: dict[Path, Value]
    versions: dict[Path, int]


class Unwound(Exception):
    """The path ended inside of an expression: what was called raises on every path."""


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception on its way: the class where it is known, and what was known when it left."""

    kind: str | None
    value: Value
    state: Snapshot
    opaque: bool


@dataclass(slots=True)
class Attempt:
    """A running `try`: what its body raises, and whether it does what may raise anything."""

    frame: Frame
    guards: int
    raised: list[Raised] = field(default_factory=list)
    risky: bool = False
    # Whether some of that is a call or an operand that may be anything, no mere write.
    foreign: bool = False
    # Whether the flag decided that something was raised, or that it was not.
    steered: bool = False


KeyT = TypeVar("KeyT", str, Path)


def join_environments(
    paths: Sequence[Mapping[KeyT, Value]], opaque: bool = False
) -> dict[KeyT, Value]:
    """What is known by name after several paths have met; a name missing on one is unknown."""
    first, others = paths[0], paths[1:]
    joined: dict[KeyT, Value] = dict(first)
    # Most of what is known is the very same on all paths.
    differing: dict[KeyT, None] = {}
    for other in others:
        differing.update((key, None) for key, value in first.items() if other.get(key) is not value)
        differing.update((key, None) for key in other if key not in first)
    for key in differing:
        values = [path.get(key, ANYTHING) for path in paths]
        value = join(values)
        if opaque and any(other != values[0] for other in values[1:]):
            value = revised(value, derived=True)
        joined[key] = value
    return joined


def dotted_path(path: Path) -> str:
    """`("ema", "[*]")` as `ema[*]`."""
    text = ""
    for part in path:
        text += part if part.startswith("[") else (f".{part}" if text else part)
    return text
