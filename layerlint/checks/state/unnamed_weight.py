"""LL214: several weights of a layer have no name, which Keras 2 then gives the same one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.state._exclusive_branches import exclusive_in_class, in_loop
from layerlint.checks.state._weight_names import MAKERS, in_scope, written_to_hdf5
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.recipes.get_config import listed
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_weights
from layerlint.queries.scripts import never_saved_to_hdf5
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, self_attribute

if TYPE_CHECKING:
    from layerlint.model.weights import Weight


@check(LayerClass)
def unnamed_weight(layer: LayerClass) -> Iterator[Finding]:
    """Report the weights without a name that get the one of another weight, once for a class."""
    if 2 not in layer.generations:
        return
    unnamed = [weight for weight in own_weights(layer) if _is_unnamed(weight)]
    unnamed = written_to_hdf5(layer, unnamed)
    if len(unnamed) > 1 and never_saved_to_hdf5(layer):
        return
    twins = {weight.call: weight for weight in unnamed if _has_twin(layer, weight, unnamed)}
    if not twins:
        return
    first, *others = twins.values()
    fields = {"attribute": first.attribute, "layer": layer.name}
    attributes = dict.fromkeys(weight.attribute for weight in others)
    named = [each for each in attributes if each != first.attribute]
    if named:
        fields["others"] = listed(named)
    yield Finding(
        first.call,
        "several" if named else "default",
        fields,
        fix=_fix([first, *others]),
        module=first.module,
    )


def _is_unnamed(weight: Weight) -> bool:
    given = weight.arguments
    if weight.how not in MAKERS or "*" in given or "**" in given:
        return False
    if weight.how != "tf.Variable" and any(arg.keyword is None for arg in weight.call.args):
        return False  # Keras 2 takes the first one for the name
    if "name" in given and not is_name(given["name"], "None"):
        return False
    return not in_scope(weight)


def _has_twin(layer: LayerClass, weight: Weight, weights: list[Weight]) -> bool:
    """Whether another of some weights of one name is made where it gets the same one."""
    if in_loop(weight.module, weight.call, None):
        return True
    return any(
        other is not weight
        and _phase(layer, other) == _phase(layer, weight)
        and (other.call is not weight.call or other.attribute != weight.attribute)
        and not _either(weight, other)
        for other in weights
    )


def _either(weight: Weight, other: Weight) -> bool:
    """Whether only one of two weights is ever made, or both are one attribute's."""
    if weight.attribute == other.attribute:
        return True
    return weight.module is other.module and exclusive_in_class(
        weight.module, weight.call, other.call
    )


def _phase(layer: LayerClass, weight: Weight) -> str:
    """Where the weight is made, which decides about the name scope: by the method that binds it."""
    method = weight.method
    if method is not None and method.name in ("__init__", "build"):
        return method.name
    for binding in layer.attributes[weight.attribute].bindings:
        if binding.method is not None and not binding.container_index:
            return _caller(layer, binding.method.name)
    return _caller(layer, method.name) if method is not None else ""


def _caller(layer: LayerClass, name: str) -> str:
    """The method that runs a helper: the constructor, `build`, or another."""
    for caller in ("__init__", "build"):
        method = layer.method(caller)
        if name == caller:
            return caller
        if method is not None and any(
            self_attribute(node, method.self_name) == name for node in method.own_nodes()
        ):
            return caller
    return name


def _fix(weights: Sequence[Weight]) -> Fix | None:
    """Name the weights after the attributes that they become, those of the first one's file."""
    edits: list[Edit] = []
    for weight in weights:
        if weight.module is weights[0].module:
            edits += _naming(weight)
    title = "Name the weight after its attribute"
    if len(weights) > 1:
        title = "Name the weights after their attributes"
    return Fix(title, tuple(edits), "unsafe") if edits else None


def _naming(weight: Weight) -> Sequence[Edit]:
    module = weight.module
    parent = module.parent(weight.call)
    match parent:
        case cst.Assign(targets=[cst.AssignTarget(target=target)]) | cst.AnnAssign(target=target):
            pass
        case _:
            return ()
    name = weight.method.self_name if weight.method is not None else ""
    if self_attribute(target, name) is None or in_loop(module, weight.call, None):
        return ()
    text = f'"{weight.attribute.lstrip("_")}"'
    given = keyword(weight.call, "name")
    if given is not None:
        return replace(module, given, text)
    if "name" in weight.arguments:
        return ()
    return add_keyword(module, weight.call, f"name={text}")
