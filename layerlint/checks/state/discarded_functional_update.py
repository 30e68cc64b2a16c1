"""LL213: the result of a function or a layer that changes nothing is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.layers import only_computes, owns_weights
from layerlint.facts.operations import KERAS_UPDATES, PLACEHOLDERS, TENSORFLOW_UPDATES
from layerlint.facts.random import random_function
from layerlint.facts.tensors import tensor_function
from layerlint.findings import Finding
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.training_flag import shown
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

_PURE_ROLES = frozenset(
    {"elementwise", "reduction", "layout", "like", "binary", "join", "where", "cast", "split"}
)
# They check their argument, or are there for the name that they give to a tensor of a graph.
_CHECKS = frozenset({"ensure_shape", "identity"})


@check(LayerClass)
def discarded_functional_update(layer: LayerClass) -> Iterator[Finding]:
    """Report statements that are nothing but such a call."""
    for method in own_methods(layer):
        for statement in method.own_nodes(cst.Expr):
            if not isinstance(statement.value, cst.Call):
                continue
            if _adds_pair(statement.value, method):
                call = statement.value
                fields = {"call": method.module.source(call.func)}
                yield Finding(
                    call, "pair", fields, module=method.module, generations=frozenset({2})
                )
            name = _function(statement.value, layer, method)
            if name is not None and innermost(statement, cst.Try) is None:
                yield Finding(statement.value, fields={"function": name}, module=method.module)
    seen: set[cst.CSTNode] = set()
    for effect in layer.forward.of(SublayerCall):
        if effect.node in seen or not _is_discarded(layer, effect):
            continue
        seen.add(effect.node)
        place = shown(layer, effect)
        if place is not None and effect.sublayer is not None and place.node is effect.node:
            call = effect.node
            name = effect.module.source(call.func)
            fields = {"sublayer": name, "kind": effect.sublayer.label}
            yield Finding(effect.node, "layer", fields, trace=place.trace, module=place.module)


def _adds_pair(call: cst.Call, method: Method) -> bool:
    """`self.add_update((w, value))`, or a list of such pairs, which Keras 2 does not carry out."""
    if self_attribute(call.func, method.self_name) != "add_update" or not call.args:
        return False
    given, module = call.args[0].value, method.module
    match expression_behind(given, call, module):
        case cst.Tuple(elements=[_, _]):
            return True
        case cst.List(elements=elements):
            pairs = (expression_behind(each.value, call, module) for each in elements)
            return bool(elements) and all(isinstance(each, cst.Tuple) for each in pairs)
    return False


def _function(call: cst.Call, layer: LayerClass, method: Method) -> str | None:
    """The function as it is written, where it only computes."""
    module = method.module
    resolved = module.resolve(call.func)
    written = module.source(call.func)
    attribute = self_attribute(call.func, method.self_name)
    if attribute is not None:
        return written if _is_activation(attribute, layer) else None
    if resolved is None or keyword(call, "name") is not None:
        return None
    keras, last = module.keras(call.func) or "", resolved.rpartition(".")[2]
    tensorflow = module.tf(call.func) or ""
    if tensorflow and (last in TENSORFLOW_UPDATES or tensorflow.startswith("image.")):
        return written
    if keras in {f"ops.{name}" for name in KERAS_UPDATES} or keras.startswith("activations."):
        return None if last in ("get", "serialize", "deserialize") else written
    drawn = random_function(resolved)
    if drawn is not None and (drawn.training_only or drawn.name.endswith("random.shuffle")):
        return written if not drawn.at_trace else None
    known = tensor_function(resolved)
    if known is not None and known.role in _PURE_ROLES and known.name not in _CHECKS:
        return written
    return None


def _is_activation(attribute: str, layer: LayerClass) -> bool:
    """Whether the attribute holds what `activations.get` returned."""
    bindings = layer.attributes[attribute].bindings
    return bool(bindings) and all(
        isinstance(binding.value, cst.Call)
        and binding.method is not None
        and binding.method.module.keras(binding.value.func) == "activations.get"
        for binding in bindings
    )


def _is_discarded(layer: LayerClass, effect: SublayerCall) -> bool:
    """Whether the output of a built-in layer that does nothing else is a statement of its own."""
    sublayer, call, module = effect.sublayer, effect.node, effect.module
    if sublayer is None or not _only_computes(sublayer):
        return False
    if not isinstance(call, cst.Call) or not isinstance(module.parent(call), cst.Expr):
        return False
    alike = [other for other in layer.all_sublayers if other.attribute == sublayer.attribute]
    if not all(_only_computes(other) for other in alike) or _is_used_too(layer, effect):
        return False
    if any(keyword(other.call, "activity_regularizer") is not None for other in alike):
        return False
    # In a `try` the call is made to see if it can be made.
    return innermost(call, cst.Try) is None and not _builds(layer, effect)


def _is_used_too(layer: LayerClass, effect: SublayerCall) -> bool:
    """Whether it moves statistics that another call of the same layer goes on to use."""
    return (
        effect.sublayer is not None
        and "Batch" in effect.sublayer.label
        and any(
            other.target == effect.target
            and not isinstance(other.module.parent(other.node), cst.Expr)
            for other in layer.forward.of(SublayerCall)
        )
    )


def _only_computes(sublayer: Sublayer) -> bool:
    """Whether it is there for its output: batch normalization that is to be trained is, too."""
    if sublayer.keras == "layers.BatchNormalization":
        given = [keyword(sublayer.call, name) for name in ("center", "scale", "trainable")]
        return all(one is None for one in given)
    return sublayer.keras is not None and only_computes(sublayer.keras)


def _builds(layer: LayerClass, effect: SublayerCall) -> bool:
    """Whether the call may be there for the weights that it makes."""
    sublayer, call = effect.sublayer, effect.node
    if sublayer is None or sublayer.keras is None or not owns_weights(sublayer.keras):
        return False
    if any(
        isinstance(node, cst.Attribute) and node.attr.value in ("built", "weights")
        for guard in effect.guards
        for node in guard.module.walk(guard.test)
    ):
        return True
    for node in walk_kinds(call, cst.Attribute):
        if node.attr.value in PLACEHOLDERS:
            return True
    for read in layer.attributes[sublayer.attribute].reads:
        if isinstance(read.method.module.parent(read.node), cst.Attribute):
            return True
    return False
