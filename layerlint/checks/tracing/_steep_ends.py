"""Arcs of what is clipped to where their slope is infinite, which 1 and -1 themselves are.

Beyond them the gradient of the clip is 0, and TensorFlow picks it; at them it is 1. The cosine of a
vector and itself is 1 after rounding, and has a gradient of 0: infinity times that is NaN.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.metric_functions import is_loss
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import walk_kinds, walk_same_function

ARCS = frozenset({"acos", "asin", "arccos", "arcsin"})
CLIPS = frozenset({"clip", "clip_by_value"})


def arcs(calls: Iterable[cst.Call], module: Module) -> Iterator[tuple[cst.Call, Finding]]:
    """The arcs among `calls` of what is clipped to -1 and 1, each with the finding about it."""
    for node in calls:
        if not node.args or _name(node, module) not in ARCS:
            continue
        clip = expression_behind(node.args[0].value, node, module)
        if isinstance(clip, cst.Call) and _name(clip, module) in CLIPS:
            given = bind(clip, ("x", "low", "high"))
            bounds = list(given.values())[1:3]
            if [literal(bound) for bound in bounds] == [-1, 1]:
                fields = {"expression": short(module, node), "clip": short(module, clip)}
                yield node, Finding(node, "ends", fields, module=module)


def arcs_of_losses(module: Module) -> Iterator[Finding]:
    """Those in functions of the module that are losses, by their use or their name."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = [each.name for each in parameters_of(function.params) if each.name != "self"]
        found = [
            finding for _, finding in arcs(walk_same_function(function.body, cst.Call), module)
        ]
        if not found:
            continue
        compares = names[:2] == ["y_true", "y_pred"] and "metric" not in function.name.value
        if is_loss(function.name.value, module) or compares:
            yield found[0]


def _name(call: cst.Call, module: Module) -> str:
    """The last part of the name of a function of TensorFlow or Keras."""
    name = module.tf(call.func) or module.keras(call.func) or ""
    return name.rpartition(".")[2]
