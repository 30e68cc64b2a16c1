"""Context managers: what `with` binds, and whether exceptions end there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.python import CLOSING
from layerlint.interpret import containers, objects
from layerlint.interpret.values import ANYTHING, Value, asked, constant, truth
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.paths import Path
    from layerlint.interpret.run import Run


def entered(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What `with value as name` binds."""
    answer = objects.special(value, "__enter__", [], node, frame, run)
    if answer is not None:
        return answer
    if value.kind is Iterator:
        items = containers.exact(value)
        return items[0] if items else containers.element(value)
    return asked(value)


def doubt_written(value: Value, versions: dict[Path, int], run: Run) -> None:
    """What a generator gives attributes before its `yield`, and what behind, is not told apart."""
    if value.kind is not Iterator:
        return
    for path in run.versions:
        if path in run.attributes and run.version(path) != versions.get(path, 0):
            run.attributes[path] = Value(picked=True)


def swallows(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    """Whether the exceptions of a `with` over the object end there: its `__exit__` says so."""
    with run.aside():
        answer = objects.special(value, "__exit__", [ANYTHING] * 3, node, frame, run)
    return answer is not None and truth(answer) is True


def leave(value: Value, node: cst.CSTNode, alive: bool, frame: Frame, run: Run) -> None:
    """What a manager does when its block is left, by its end or some other way."""
    given = [constant(None) if alive else ANYTHING] * 3
    objects.special(value, "__exit__", given, node, frame, run)
    if isinstance(node, cst.Call) and frame.module.resolve(node.func) == CLOSING:
        for inner in value.items or ():
            objects.special(inner, "close", [], node, frame, run)
