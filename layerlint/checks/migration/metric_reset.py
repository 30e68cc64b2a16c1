"""LL707: what a metric does between epochs is not what its class says."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.migration._initial_values import begins_elsewhere
from layerlint.declaration import check
from layerlint.facts.namespaces import namespace
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsObject, Members, Text
from layerlint.queries.called_functions import calls_of
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.keras_objects import is_direct, keras_objects
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.straight_values import value_at
from layerlint.queries.target_generation import excused, target
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

NEEDS = AnyOf(
    AllOf("update_state", AnyOf("reset_states", "shape", "initializer"), HoldsObject()),
    AllOf(Members("reset_states"), Text("keras")),
)


@check(Module, needs=NEEDS, tests=True)
def metric_reset(module: Module) -> Iterator[Finding]:
    """Report `reset_states` for Keras 3, and for Keras 2 matrices that nobody resets."""
    yield from _asked(module)
    for found in keras_objects(module):
        if found.kind != "metric" or not is_direct(found):
            continue
        old = found.method("reset_states")
        if found.method("reset_state") is not None:
            continue
        if old is not None:
            if old.owner is found and _matters(old.node):
                edits = replace(module, old.node.name, "reset_state")
                fix = Fix("Rename the method", tuple(edits), "unsafe")
                fields = {"metric": found.name}
                yield Finding(old.node.name, "renamed", fields, fix, generations=frozenset({3}))
        else:
            yield from _made_zero(found)


def _made_zero(found: LayerClass) -> Iterator[Finding]:
    """What the base's reset, which makes all weights zero, does to the weights of a metric."""
    fields = {"metric": found.name}
    for call, _ in _weights(found):
        if _is_matrix(call, found.module):
            yield Finding(call, fields=fields, generations=frozenset({2}))
            break
    for call, attribute in _weights(found):
        first = bind(call, ("name", "shape")).get("initializer")
        if first is None or not begins_elsewhere(first, found.module):
            continue
        if _goes_on_from(found, attribute):
            more = {**fields, "weight": attribute, "initializer": found.module.source(first)}
            yield Finding(call, "begins", more, generations=frozenset({2, 3}))


def _goes_on_from(found: LayerClass, attribute: str) -> bool:
    """Whether what a weight of the metric held before is part of what it is given."""
    update = found.methods.get("update_state")
    if update is None:
        return False
    for node in update.own_nodes(cst.Call):
        match node.func:
            case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if (
                self_attribute(owner, update.self_name) == attribute
            ):
                if verb == "assign":
                    return any(
                        self_attribute(each, update.self_name) == attribute
                        for argument in node.args
                        for each in walk_kinds(argument, cst.Attribute)
                    )
                return verb in ("assign_add", "assign_sub")
    return False


def _asked(module: Module) -> Iterator[Finding]:
    """Calls of `reset_states` on metrics of Keras: in Keras 3 they have `reset_state` alone."""
    if 3 not in target(module):
        return
    for call in calls_of("reset_states", module):
        if not isinstance(call.func, cst.Attribute) or excused(module, call):
            continue
        if _is_metric(call.func.value, module) or _is_of_model(call.func.value, module):
            fix = Fix("Rename it", tuple(replace(module, call.func.attr, "reset_state")), "unsafe")
            fields = {"metric": module.source(call.func.value)}
            yield Finding(call, "asked", fields, fix, generations=frozenset({3}))


def _is_metric(owner: cst.BaseExpression, module: Module) -> bool:
    """Whether all that an expression may hold is made by a class of `keras.metrics`."""
    held = held_values(owner, module)
    made = [only_call(each, module) for each in held or [owner]]
    return all(
        each is not None
        and module.makes(each) == "metric"
        and namespace(module.resolve(each.func) or "") != "tf_keras"
        for each in made
    )


def _is_of_model(owner: cst.BaseExpression, module: Module) -> bool:
    """Whether it goes through `self.metrics` in a model that does not say what that is."""
    if not isinstance(owner, cst.Name):
        return False
    loop, layer = loop_over(owner), module.class_of(owner)
    return (
        loop is not None
        and self_attribute(loop.iter) == "metrics"
        and layer is not None
        and layer.kind == "model"
        and layer.method("metrics") is None
    )


def _matters(method: cst.FunctionDef) -> bool:
    """Whether it does what zeros in every variable would not."""
    for node in walk_kinds(method, cst.Assign, cst.Call):
        match node:
            case cst.Assign(targets=targets):
                if any(self_attribute(target.target) is not None for target in targets):
                    return True
            case cst.Call(
                func=cst.Attribute(value=owner, attr=cst.Name(value="assign")),
                args=[argument, *_],
            ) if self_attribute(owner) is not None:
                value = literal(argument.value)
                if isinstance(value, (int, float)) and value != 0:
                    return True
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="clear" | "reset_states" | "reset"))
            ):
                return True
    return False


def _weights(found: LayerClass) -> Iterator[tuple[cst.Call, str]]:
    """The weights that the constructor of a metric makes, and the attributes they become."""
    constructor = found.methods.get("__init__")
    for node in walk_kinds(constructor.node, cst.Call) if constructor is not None else ():
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="add_weight"))) if (
                self_attribute(node.func) is not None
            ):
                line = found.module.parent(node)
                targets = line.targets if isinstance(line, cst.Assign) else ()
                yield node, next((self_attribute(each.target) or "" for each in targets), "")


def _is_matrix(call: cst.Call, module: Module) -> bool:
    """Whether a weight is certainly no scalar."""
    shape = bind(call, ("name", "shape")).get("shape")
    if isinstance(shape, cst.Name):
        shape = value_at(shape, call, module)
    value = literal(shape)
    is_scalar = value is not NOT_LITERAL and value in (None, (), [])
    return isinstance(_repeated(shape), (cst.Tuple, cst.List)) and not is_scalar


def _repeated(shape: cst.BaseExpression | None) -> cst.BaseExpression | None:
    """`(n,)` of `(n,) * 2`."""
    match shape:
        case cst.BinaryOperation(left=part, operator=cst.Multiply(), right=cst.Integer()):
            return part
    return shape
