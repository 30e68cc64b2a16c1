"""Methods of `tf.Variable` that the weights of Keras 3 do not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.config import ROOTS
from layerlint.facts.members import BUILT_IN_WEIGHTS
from layerlint.facts.removed import SCATTERS, VARIABLE
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace
from layerlint.fixes.spelling import spell
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def of_weights(layer: LayerClass, method: Method) -> Iterator[Finding]:
    """Report uses of such methods on weights from `add_weight` or from a built-in base."""
    for node in method.own_nodes(cst.Attribute):
        if node.attr.value not in VARIABLE:
            continue
        attribute = self_attribute(node.value, method.self_name)
        if attribute is None or not _is_keras(layer, attribute) or excused(layer.module, node):
            continue
        name = node.attr.value
        advice = f"; {VARIABLE[name]}" if VARIABLE[name] else ""
        fields = {"attribute": f"self.{attribute}", "name": name, "advice": advice}
        yield Finding(node, "weight", fields, fix=_fix(layer, node))


def _is_keras(layer: LayerClass, attribute: str) -> bool:
    """Whether an attribute is certainly a weight that Keras made."""
    bound = layer.attributes[attribute]
    if not bound.bindings:
        built_in = bool(layer.keras_bases) and ROOTS.isdisjoint(layer.keras_bases)
        return built_in and attribute in BUILT_IN_WEIGHTS and layer.method(attribute) is None
    made = [weight for weight in layer.all_weights if weight.attribute == attribute]
    return len(made) == len(bound.bindings) and all(
        weight.how in ("add_weight", "add_variable") and not weight.in_container for weight in made
    )


def _fix(layer: LayerClass, node: cst.Attribute) -> Fix | None:
    """Write what does the same to a variable of either generation."""
    module, name = layer.module, node.attr.value
    call = module.parent(node)
    if not isinstance(call, cst.Call) or call.func is not node:
        return None
    weight = module.source(node.value)
    if name == "get_shape" and not call.args:
        return Fix("Use `shape`", tuple(replace(module, call, f"{weight}.shape")))
    if name == "read_value" and not call.args:
        text, edits = spell(module, node, "tensorflow.convert_to_tensor")
        edits = [*edits, *replace(module, call, f"{text}({weight})")]
        return Fix("Read it as a tensor", tuple(edits))
    expression = isinstance(module.parent(call), cst.Expr)
    if name in SCATTERS and expression and len(call.args) == 2:
        if any(argument.star or argument.keyword for argument in call.args):
            return None
        text, edits = spell(module, node, f"tensorflow.{SCATTERS[name]}")
        arguments = ", ".join(written(module, argument.value) for argument in call.args)
        edits = [*edits, *replace(module, call, f"{weight}.assign({text}({weight}, {arguments}))")]
        return Fix("Assign a tensor with the changes", tuple(edits), "unsafe")
    return None
