"""On which backend of Keras 3 a module says that it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal
from layerlint.syntax.walk import around, innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_VARIABLE = "KERAS_BACKEND"
# What holds the environment of the process, and the functions that choose a backend.
_ENVIRONMENTS = frozenset({"os.environ"})
_SETTERS = frozenset({"config.set_backend"})
# Words without one of which no module chooses a backend.
BACKEND_WORDS = (_VARIABLE, "set_backend")


def chosen_backend(module: Module) -> str | None:
    """The backend that the module chooses when it is imported, None where it leaves that open.

    A choice behind a condition, in a function, or one of several, is none.
    """
    return module.once(_chosen)


def asks_for_backend(module: Module, node: cst.CSTNode) -> bool:
    """Whether a test of the backend stands around a node: `if backend() == "tensorflow"`."""
    return any(
        "backend" in module.source(each.test).lower() for each in around(node, cst.If, cst.IfExp)
    )


def _chosen(module: Module) -> str | None:
    if not any(map(module.says, BACKEND_WORDS)):
        return None
    found = {
        value
        for node in walk_kinds(module.tree, cst.Assign, cst.Call)
        for value in _values(module, node)
        if isinstance(value, str) or value is None
    }
    return found.pop() if len(found) == 1 else None


def _values(module: Module, node: cst.CSTNode) -> Iterator[str | None]:
    """The backend that a statement chooses; None where it may be any."""
    chosen: cst.BaseExpression | None = None
    match node:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript() as item)], value=value):
            key = item.slice[0].slice
            if module.resolve(item.value) in _ENVIRONMENTS and isinstance(key, cst.Index):
                chosen = value if literal(key.value) == _VARIABLE else None
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("setdefault")), args=args):
            if module.resolve(owner) in _ENVIRONMENTS and len(args) == 2:
                chosen = args[1].value if literal(args[0].value) == _VARIABLE else None
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("update"))) if (
            module.resolve(owner) in _ENVIRONMENTS
        ):
            chosen = keyword(node, _VARIABLE)
        case cst.Call(args=[cst.Arg(value=value)]):
            chosen = value if module.keras(node.func) in _SETTERS else None
    if chosen is not None:
        named = literal(chosen)
        perhaps = innermost(node, cst.If, cst.Try, cst.FunctionDef, cst.Lambda, cst.IfExp)
        yield named if isinstance(named, str) and perhaps is None else None
