"""The callbacks of Keras that a module defines, and what they do while a model is trained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from layerlint.facts.hooks import TRACES_AGAIN
from layerlint.model.assignments import assigned
from layerlint.queries.called_functions import arguments, function_named, methods_in
from layerlint.syntax import cst
from layerlint.syntax.matching import names_assigned_to, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_REPEATED = re.compile(r"on_(epoch|batch|train_batch)_(begin|end)")
# `_recompile` as well.
_TRACES_AGAIN = re.compile(rf"(?:{'|'.join(sorted(TRACES_AGAIN))})\b")


class Callback(NamedTuple):
    """A class that derives from a callback, with the methods of its own by their names."""

    node: cst.ClassDef
    methods: Mapping[str, cst.FunctionDef]

    def path(self, method: cst.FunctionDef) -> str:
        """What to call one of the methods: `Decay.on_epoch_end`."""
        return f"{self.node.name.value}.{method.name.value}"


def callbacks(module: Module) -> tuple[Callback, ...]:
    """The classes of the module that derive from a callback of Keras, or from one another."""
    return module.once(_callbacks)


def repeated_hooks(callback: Callback, module: Module) -> Iterator[cst.FunctionDef]:
    """The methods that run at each epoch or batch, on the graph that there is by then.

    There are none where the callback has a new graph made.
    """
    if not traces_again(callback.node, module):
        for name, method in callback.methods.items():
            if _REPEATED.fullmatch(name):
                yield method


def traces_again(code: cst.CSTNode, module: Module) -> bool:
    """Whether some code has Keras make its graph anew, which reads what was set before."""
    return _TRACES_AGAIN.search(module.source(code)) is not None


def calls_of_model(
    method: cst.FunctionDef,
    verb: str,
    module: Module,
    handed: frozenset[str] = frozenset(),
    depth: int = 2,
) -> Iterator[cst.Call]:
    """`self.model.<verb>(...)` in a method, and in what it calls: methods of the callback.

    Also functions of the module that it hands the model, which has the names `handed` here.
    """
    names = handed | _names_of_model(method, module)
    for call in walk_kinds(method.body, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name == verb:
                if _is_model(model, names):
                    yield call
                    continue
        inner = function_named(call.func, module) if depth > 0 else None
        if inner is None or inner is method:
            continue
        given = arguments(call, inner, module)
        told = frozenset(name for name, value in given.items() if _is_model(value, names))
        kept = told - names_assigned_to(inner.body)
        if kept or self_attribute(call.func) is not None:
            yield from calls_of_model(inner, verb, module, kept, depth - 1)


def _is_model(node: cst.BaseExpression, names: frozenset[str]) -> bool:
    return self_attribute(node) == "model" or (isinstance(node, cst.Name) and node.value in names)


def _names_of_model(method: cst.FunctionDef, module: Module) -> frozenset[str]:
    """The names that stand for `self.model` in a method, wherever they are bound."""
    given = assigned(method.body, module)
    return frozenset(
        name
        for name, bound in given.items()
        if all(self_attribute(each.value) == "model" for each in bound)
    )


def _callbacks(module: Module) -> tuple[Callback, ...]:
    found: dict[str, Callback] = {}
    for node in walk_kinds(module.tree, cst.ClassDef):
        if any(
            (module.keras(base.value) or "").startswith("callbacks.")
            or (isinstance(base.value, cst.Name) and base.value.value in found)
            for base in node.bases
        ):
            found[node.name.value] = Callback(node, module.facts(node, methods_in))
    return tuple(found.values())
