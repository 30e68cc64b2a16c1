"""Methods that an indentation too much has put inside of another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._hooked_classes import hooked
from layerlint.facts.hooks import RUN_BY_NAME
from layerlint.findings import Finding
from layerlint.queries.called_functions import methods_in
from layerlint.queries.keras_objects import keras_objects
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import is_label, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What a class may be asked for in ways that are not seen.
_DYNAMIC = ("locals", "exec", "eval")


def methods_inside(module: Module) -> Iterator[Finding]:
    """Functions in methods that are named, and written, like a method that Keras runs.

    Where nothing else in the method has the name, and the class has no method of it: the function
    is made and thrown away.
    """
    owners = [(each.node, each.kind, RUN_BY_NAME.get(each.kind)) for each in module.classes]
    owners += [(each.node, each.kind, RUN_BY_NAME.get(each.kind)) for each in keras_objects(module)]
    owners += [(each.node, each.kind, frozenset(each.hooks)) for each in hooked(module)]
    for owner, kind, names in owners:
        methods = methods_in(owner)
        for method in methods.values() if names else ():
            for inner in walk_same_class(method.body, cst.FunctionDef):
                name = inner.name.value
                if names is None or name not in names or name in methods:
                    continue
                if _takes_instance(inner) and not _is_mentioned(inner, method):
                    fields = {"name": name, "method": method.name.value, "kind": kind}
                    yield Finding(inner.name, "inside", fields)


def _takes_instance(function: cst.FunctionDef) -> bool:
    """Whether it begins with `self`, as methods do; a class method has its decorator."""
    first = next(iter(function.params.params), None)
    if first is None:
        return False
    if function.decorators:
        marks = [each.decorator for each in function.decorators]
        return first.name.value == "cls" and all(is_name(mark, "classmethod") for mark in marks)
    return first.name.value == "self"


def _is_mentioned(inner: cst.FunctionDef, method: cst.FunctionDef) -> bool:
    """Whether the method does anything with the function, or might."""
    return any(
        node.value in _DYNAMIC
        or (node.value == inner.name.value and node is not inner.name and not is_label(node))
        for node in walk_kinds(method.body, cst.Name)
    )
