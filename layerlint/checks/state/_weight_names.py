"""Weights that Keras 2 calls by one name, which no HDF5 file can hold beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.checks.state._creations_in_call import made_in_call
from layerlint.checks.state._exclusive_branches import in_loop
from layerlint.interpret.effects import AttributeWrite
from layerlint.model.origins import added_to_attributes
from layerlint.queries.local_bindings import names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import around

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.weights import Weight

MAKERS = frozenset({"add_weight", "add_variable", "tf.Variable"})
_SCOPES = ("name_scope", "variable_scope")


def in_scope(weight: Weight) -> bool:
    """Whether a weight is made in a `with tf.name_scope(...)`, which makes the names differ."""
    module = weight.module
    return any(
        scope in module.source(item.item)
        for node in around(weight.call, cst.With)
        for item in node.items
        for scope in _SCOPES
    )


def written_to_hdf5(layer: LayerClass, weights: list[Weight]) -> list[Weight]:
    """Those of some weights of one name that come to be written with the others, by their name."""
    if len(weights) > 1 or any(in_loop(one.module, one.call, None) for one in weights):
        # No model that holds a weight made in `call` gets so far as to be saved.
        running = {made.call for made in made_in_call(layer)}
        weights = [weight for weight in weights if weight.call not in running]
    if len(weights) > 1:
        # Keras 2 lets go of a weight whose attribute `call` gives something else.
        rebound = {effect.attribute for effect in layer.forward.of(AttributeWrite)}
        weights = [one for one in weights if one.in_container or one.attribute not in rebound]
    if layer.kind == "model":
        weights = [weight for weight in weights if not _is_added_later(weight)]
    return weights


def _is_added_later(weight: Weight) -> bool:
    """Whether a variable comes into a container that the attribute holds already: `append(v)`.

    Of its own variables, a model writes to HDF5 those only that an assignment to an attribute or
    `add_weight` made known; of its layers, all that `weights` has.
    """
    if weight.how != "tf.Variable" or not weight.in_container or weight.method is None:
        return False
    module, method = weight.module, weight.method
    added = {value for _, value in added_to_attributes(method)}
    for assign in method.own_nodes(cst.Assign):
        if any(_is_item(target.target, method) for target in assign.targets):
            added.add(assign.value)
    parent = module.parent(weight.call)
    if isinstance(parent, cst.Assign) and isinstance(target := parent.targets[0].target, cst.Name):
        named = module.facts(method.node, names_in).get(target.value, [])
        return any(node in added for node in named)
    return weight.call in added


def _is_item(target: cst.CSTNode, method: Method) -> bool:
    return (
        isinstance(target, cst.Subscript)
        and self_attribute(target.value, method.self_name) is not None
    )
