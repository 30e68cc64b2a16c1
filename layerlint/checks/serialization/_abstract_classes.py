"""Classes that others extend: what they leave open is theirs, and so is what they do not use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.facts.objects import OBJECT_KINDS
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# What Keras calls of a layer, a loss, a metric, an initializer, ...
_ENTRIES = frozenset({"__call__", "build", "call", "result", "update_state"})
_SUBCLASS = r"\bclass[ \t]+\w+[ \t]*\([^()]{0,400}\b%s\b"


def is_extended(layer: LayerClass) -> bool:
    """Whether the project has a class that extends this one.

    A loss and the like is known by its name in other files: these are not looked through for its
    subclasses.
    """
    if layer.project.is_extended(layer):
        return True
    if layer.kind not in OBJECT_KINDS:
        return False
    pattern = _SUBCLASS % re.escape(layer.name)
    return bool(layer.project.index.having(layer.name, pattern))


def leaves_work_open(layer: LayerClass) -> bool:
    """Whether the class cannot run by itself: a method that it needs is for subclasses to write.

    By `@abstractmethod`; or it does nothing but raise `NotImplementedError`, and Keras or another
    method that is written beside it calls it.
    """
    methods = list(layer.effective_methods())
    if any(method.is_abstract for method in methods):
        return True
    open_ones = {method.name for method in methods if _only_raises(method)}
    if not open_ones:
        return False
    return not _ENTRIES.isdisjoint(open_ones) or any(
        self_attribute(call.func, method.self_name) in open_ones
        for method in layer.methods.values()
        for call in method.own_nodes(cst.Call)
    )


def _only_raises(method: Method) -> bool:
    """Whether a method is `raise NotImplementedError`, with at most a docstring above it."""
    body = [
        part
        for line in method.node.body.body
        for part in (line.body if isinstance(line, cst.SimpleStatementLine) else [line])
    ]
    *above, last = body
    if not isinstance(last, cst.Raise) or any(not isinstance(part, cst.Expr) for part in above):
        return False
    raised = last.exc.func if isinstance(last.exc, cst.Call) else last.exc
    return is_name(raised, "NotImplementedError")
