"""LL205: a tensor takes the place of a weight while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._put_back import puts_back
from layerlint.checks.state._rebound_names import rebound_names
from layerlint.checks.state._settings_of_layer import never_both
from layerlint.checks.state._tensors_on_self import bound_value
from layerlint.checks.state._train_steps import step_methods
from layerlint.declaration import check
from layerlint.facts.members import WEIGHT_COLLECTIONS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import AttributeWrite
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.own_code import reached_by_call
from layerlint.queries.traced_code import eager
from layerlint.queries.training_flag import shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.methods import Method
    from layerlint.model.weights import Weight

_ADDITIVE: dict[type[cst.BaseAugOp], str] = {
    cst.AddAssign: "assign_add",
    cst.SubtractAssign: "assign_sub",
}
_RESETS = ("reset_state", "reset_states")


NEEDS = AnyOf(
    HoldsLayer(),
    AllOf("update_state", "Metric"),
    AllOf("Optimizer", AnyOf("update_step", "_resource_apply_dense")),
    AllOf(AnyOf(*map(Members, WEIGHT_COLLECTIONS)), Text("keras")),
)


@check(LayerClass, Module, needs=NEEDS)
def weight_rebound_to_tensor(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report every write that binds the attribute, or the name, of a weight anew."""
    if isinstance(subject, LayerClass):
        yield from _layer(subject)
        return
    yield from rebound_names(subject)
    for found in keras_objects(subject):
        if found.kind == "metric":
            update = found.methods.get("update_state")
            yield from _in_methods(found, [update] if update is not None else [])
            yield from _in_resets(found)


def _in_resets(metric: LayerClass) -> Iterator[Finding]:
    """`self.total = tf.Variable(0.0)` where a metric is to begin again."""
    for weight in metric.all_weights:
        method = weight.method
        if method is None or method.name not in _RESETS or weight.in_container:
            continue
        made = metric.weights[weight.attribute].method
        if made is not None and made.name == "__init__":
            fields = {"attribute": weight.attribute, "path": f"{metric.name}.{method.name}"}
            yield Finding(weight.call, "reset", fields, module=weight.module)


def _layer(layer: LayerClass) -> Iterator[Finding]:
    if eager(layer):
        return
    writes = [
        effect
        for effect in layer.forward.of(AttributeWrite)
        if effect.worlds & (TRAIN | INFER) and _holds_weight(layer, effect)
    ]
    swapped = {effect.target for effect in writes if puts_back(effect)}
    swapped |= {effect.target for effect in writes if _is_held_twice(layer, effect.target)}
    rebound = [
        effect
        for effect in writes
        if effect.target not in swapped
        if _is_tensor(layer, effect, bound_value(layer, effect))
    ]
    for effect, place in shown_once(layer, rebound):
        yield Finding(
            place.node,
            fields={"attribute": effect.target, "path": place.path},
            fix=_fix(layer, effect, bound_value(layer, effect)),
            trace=place.trace,
            module=place.module,
        )
    yield from _in_methods(layer, list(step_methods(layer)))


def _in_methods(layer: LayerClass, methods: list[Method]) -> Iterator[Finding]:
    """`self.total = self.total + loss` in a training step, or in the update of a metric."""
    running = {method.node for method in methods}
    for method in methods:
        for binding in method.uses[0]:
            weight = layer.weights.get(binding.attribute)
            if weight is None or weight.in_container or binding.container_index:
                continue
            if weight.method is not None and weight.method.node in running:
                continue
            if binding.kind == "augmented" or _is_computed(binding, method):
                path = f"{layer.name}.{method.name}"
                fields = {"attribute": binding.attribute, "path": path}
                yield Finding(binding.node, fields=fields, module=method.module)


def _is_computed(binding: Binding, method: Method) -> bool:
    """Whether the value is a tensor that is made of the weight: a sum, a slice of `concat`, ..."""
    value = binding.value
    while isinstance(value, cst.Subscript):
        value = value.value
    match value:
        case cst.BinaryOperation():
            pass
        case cst.Call(func=function):
            if method.module.tensor_function(function) is None:
                return False
        case _:
            return False
    return any(self_attribute(node, method.self_name) == binding.attribute for node in walk(value))


def _holds_weight(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether the attribute itself is bound, and held a weight before `call` began."""
    if effect.operation not in ("=", "+=", "augmented"):
        return False
    running = reached_by_call(layer)
    return any(
        weight.attribute == effect.target
        and not weight.in_container
        and not (weight.method is not None and weight.method.node in running)
        and not _is_other_setting(layer, weight, effect)
        for weight in layer.all_weights
    )


def _is_other_setting(layer: LayerClass, weight: Weight, effect: AttributeWrite) -> bool:
    """Whether a layer whose `call` binds the attribute has made no weight of it."""
    if weight.method is None or effect.method is None:
        return False
    return never_both(layer, (weight.method, weight.call), (effect.method, effect.node))


def _is_tensor(layer: LayerClass, effect: AttributeWrite, value: cst.BaseExpression | None) -> bool:
    """Whether what is bound is certainly computed: from the weight, or as a tensor."""
    if effect.operation != "=":
        return True
    if value is None:
        return effect.target in effect.reads and _is_unpacked_call(effect)
    if isinstance(value, cst.Attribute):
        return False
    if layer.values.of(value).is_tensor or _is_write(value, effect):
        return True
    return effect.target in effect.reads and isinstance(
        value, (cst.BinaryOperation, cst.UnaryOperation)
    )


def _is_unpacked_call(effect: AttributeWrite) -> bool:
    """`self.u, sigma = self.iterate(self.u)`."""
    statement = effect.module.statement(effect.node)
    body = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else statement
    return isinstance(body, cst.Assign) and isinstance(body.value, cst.Call)


def _is_write(value: cst.BaseExpression, effect: AttributeWrite) -> bool:
    """`self.total.assign(...)`, which does not return the weight."""
    match value:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb))):
            text = effect.module.source
            return verb.startswith("assign") and text(owner) == text(effect.node)
    return False


def _is_held_twice(layer: LayerClass, name: str) -> bool:
    """Whether another attribute keeps the weight: `self.weight_v = self.kernel`."""
    running = reached_by_call(layer)
    return any(
        other != name
        and binding.method is not None
        and binding.method.node not in running
        and not binding.container_index
        and binding.value is not None
        and self_attribute(binding.value, binding.method.self_name) == name
        for other, attribute in layer.attributes.items()
        for binding in attribute.bindings
    )


def _fix(layer: LayerClass, effect: AttributeWrite, value: cst.BaseExpression | None) -> Fix | None:
    """Write to the weight; a value that is not computed from it may be meant for a local.

    Of a weight that is trained, the value may have been meant for this one call.
    """
    module = effect.module
    statement = module.parent(effect.node)
    if isinstance(statement, cst.AssignTarget):
        statement = module.parent(statement)
    target = module.source(effect.node)
    verb = "assign"
    match statement:
        case cst.AugAssign(operator=operator, value=operand):
            text = module.source(operand)
            verb = _ADDITIVE.get(type(operator), verb)
            if verb == "assign":
                sign = module.source(operator).strip().removesuffix("=")
                text = f"{target} {sign} {_operand(operand, module)}"
        case cst.Assign(targets=[_]) if value is not None and _mentions(value, effect):
            text = module.source(value)
            if _is_write(value, effect):
                edits = replace(module, statement, text)
                return Fix("Leave the weight where it is", tuple(edits))
        case _:
            return None
    edits = replace(module, statement, f"{target}.{verb}({text})")
    safe = layer.weights[effect.target].trainable is False
    return Fix("Write to the weight", tuple(edits), "safe" if safe else "unsafe")


def _operand(operand: cst.BaseExpression, module: Module) -> str:
    """The source of an operand, in parentheses where precedence may ask for them."""
    text = module.source(operand)
    plain = (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.BaseNumber)
    return text if isinstance(operand, plain) else f"({text})"


def _mentions(value: cst.BaseExpression, effect: AttributeWrite) -> bool:
    """Whether the expression reads the attribute."""
    self_name = effect.method.self_name if effect.method is not None else "self"
    return any(
        is_name(node.value, self_name) and node.attr.value == effect.target
        for node in walk_kinds(value, cst.Attribute)
    )
