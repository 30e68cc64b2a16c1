"""Where attributes are kept that code gives to objects, to classes and to functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.run import MODULE
from layerlint.interpret.values import OBJECT, Value, revised
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.paths import Path
    from layerlint.interpret.run import Run


def place(value: Value) -> Path | None:
    """Below which path the attributes of the value are; None where nobody knows what it is."""
    if value.path is not None:
        return value.path
    if isinstance(value.const, ClassRef):
        return _of_node(value.const.node)
    if len(value.callees) == 1 and value.callees[0].node is not None:
        return _of_node(value.callees[0].node)
    return None


def _of_node(node: cst.CSTNode) -> Path:
    return (f"{OBJECT} {type(node).__name__} {id(node)}>",)


def given_to_class(line: Iterable[cst.ClassDef], name: str, run: Run) -> Value | None:
    """What code has given an attribute of one of the classes, of the first that has it."""
    found = (held((*_of_node(node), name), run) for node in line)
    return next((value for value in found if value is not None), None)


def held(path: Path, run: Run) -> Value | None:
    """What an attribute has been given."""
    return run.attributes.get(path) or run.lasting.get(path)


def of(owner: Value, name: str, run: Run) -> Value | None:
    """What the attribute of an object has been given."""
    return held((*(owner.path or ("",)), name), run)


def give(owner: Value, name: str, value: Value, run: Run) -> None:
    """`owner.name = value` of an object that code has made."""
    assert owner.path is not None
    path = (*owner.path, name)
    run.attributes[path] = value


def made_before(make: Callable[[], Value], run: Run) -> Value:
    """What code gives that ran before `call`: what its objects hold, they hold on every path."""
    outside, run.attributes = run.attributes, {}
    with run.aside():
        value = make()
    made, run.attributes = run.attributes, outside
    run.lasting |= {path: part for path, part in made.items() if path[0].startswith(OBJECT)}
    return value


def doubt(node: cst.CSTNode, frame: Frame, run: Run) -> None:
    """Something of which nothing is known was told of the flag: so may be what it says."""
    while isinstance(node, cst.Attribute | cst.Subscript | cst.Call):
        node = node.func if isinstance(node, cst.Call) else node.value
    if not isinstance(node, cst.Name):
        return
    owner = frame.owner_of(node.value)
    if owner is not None:
        known = owner.names[node.value]
        if known.path is None:
            owner.names[node.value] = revised(known, picked=True)
    elif frame.module.resolve(node) is None and node.value != frame.self_name:
        run.attributes[(MODULE, frame.module.path, node.value)] = Value(picked=True)
