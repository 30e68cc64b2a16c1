"""Classes that nobody can make: their constructor reads a name that nothing binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.constructor import read_names
from layerlint.model.names import is_unbound
from layerlint.queries.local_bindings import is_variable
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# Code in these may not be run, or what it raises is caught; types are read by nobody.
_PERHAPS = (
    *(cst.If, cst.IfExp, cst.BooleanOperation, cst.Try, cst.TryStar, cst.Match),
    *(cst.For, cst.While, cst.BaseComp, cst.Lambda, cst.FunctionDef, cst.Annotation),
)


def cannot_be_made(layer: LayerClass) -> bool:
    """Whether making the class raises `NameError`: nothing else of it ever happens."""
    return layer.facts(_is_broken)


def _is_broken(layer: LayerClass) -> bool:
    constructor = layer.methods.get("__init__")
    return constructor is not None and any(
        is_unbound(node, node.value, constructor.module)
        and is_variable(node, constructor.module)
        and _is_always_run(node, constructor)
        for node in read_names(constructor)
    )


def _is_always_run(node: cst.Name, constructor: Method) -> bool:
    for ancestor in constructor.module.ancestors(node):
        if ancestor is constructor.node:
            return True
        if isinstance(ancestor, _PERHAPS):
            return False
    return False
