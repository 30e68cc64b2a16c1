"""What the interpreter believes of single expressions, in each world: for whoever asks why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from layerlint.interpret.forward import interpret
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import plain
from layerlint.interpret.record import Record
from layerlint.interpret.values import UNKNOWN, Value, truth
from layerlint.interpret.worlds import ALL_WORLDS, Worlds
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

Beliefs = dict[Worlds, Value]
# A value whose text is longer is told by its type and its size.
LONGEST_TOLD = 60


def beliefs(layer: LayerClass, nodes: Iterable[cst.CSTNode]) -> dict[int, Beliefs]:
    """By place in `nodes`, the value in each world in which `call` gets there."""
    method = layer.call
    asked = {node: place for place, node in enumerate(nodes)}
    found: dict[int, Beliefs] = {}
    if method is None or method.is_static:
        return found
    for world in ALL_WORLDS:
        seen: dict[cst.CSTNode, list[Value]] = {key: [] for key in asked}
        interpret(layer, method, world, Record(), seen)
        for key, values in seen.items():
            if values:
                found.setdefault(asked[key], {})[world] = join(values)
    return found


def described(value: Value) -> str:
    """What is known of a value, in words."""
    parts = []
    whole = plain(value)
    if whole is not UNKNOWN and len(repr(whole)) <= LONGEST_TOLD:
        parts.append(repr(whole))
    elif value.kind is not None:
        size = len(value.mapping if value.mapping is not None else value.items or ())
        parts.append(f"a {value.kind.__name__} of {size}")
    elif truth(value) is not None:
        parts.append("true" if truth(value) else "false")
    if value.path is not None:
        parts.append(".".join(["self", *value.path]))
    if value.callees:
        names = [_name(callee.node) or callee.operation for callee in value.callees]
        parts.append(f"calls {' or '.join(names)}")
    if value.same is not None and value.path is None:
        parts.append(f"equals self.{'.'.join(value.same[0])}")
    if value.draws:
        parts.append("holds random numbers")
    if not parts:
        parts.append("unknown")
    if value.derived:
        parts.append("computed from the flag")
    if value.picked:
        parts.append("picked by the flag")
    return ", ".join(parts)


def _name(node: cst.FunctionDef | cst.Lambda | None) -> str:
    if isinstance(node, cst.FunctionDef):
        return node.name.value
    return "a lambda" if node is not None else ""
