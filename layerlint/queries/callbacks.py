"""The callbacks of Keras that a module defines, and what they do while a model is trained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from layerlint.facts.hooks import TRACES_AGAIN
from layerlint.queries.called_functions import methods_in
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
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
    method: cst.FunctionDef, verb: str, callback: Callback, depth: int = 2
) -> Iterator[cst.Call]:
    """`self.model.<verb>(...)` in a method, and in those of the callback that it calls."""
    for call in walk_kinds(method.body, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name == verb:
                if self_attribute(model) == "model":
                    yield call
            case cst.Attribute():
                called = callback.methods.get(self_attribute(call.func) or "")
                if called is not None and called is not method and depth > 0:
                    yield from calls_of_model(called, verb, callback, depth - 1)


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
