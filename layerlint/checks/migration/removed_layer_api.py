"""LL703: a method, attribute or argument of the base layer is used that Keras 3 does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.migration._calls_outside_layers import (
    NEEDS as NEEDS_OUTSIDE,
    SHAPES,
    outside_layers,
)
from layerlint.checks.migration._weight_methods import of_weights
from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.removed import (
    ADD_LOSS_ARGUMENTS,
    ADD_WEIGHT_ARGUMENTS,
    AGGREGATIONS,
    CONSTRUCTOR_ARGUMENTS,
    DEFAULTS,
    LAYER,
    MODEL,
    REFUSED,
    VARIABLE,
)
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import delete_argument, replace
from layerlint.model.assignments import assigned, values_of
from layerlint.model.constructor import base_calls
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.held_values import calls_behind
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


_ARGUMENTS = CONSTRUCTOR_ARGUMENTS | ADD_WEIGHT_ARGUMENTS | ADD_LOSS_ARGUMENTS | {"aggregation"}
NEEDS = AnyOf(
    AllOf(AnyOf(*LAYER, *MODEL, *REFUSED, *VARIABLE, *_ARGUMENTS), HoldsLayer()),
    NEEDS_OUTSIDE,
)


@check(Module, needs=NEEDS, judged_by="target", halts_on=(3,), tests=True)
def removed_layer_api(module: Module) -> Iterator[Finding]:
    """Report what is used of layers and models and Keras 3 does not offer."""
    for layer in module.classes:
        if layer.complete and layer.layer_header and 3 in layer.layer_header.verdict.target:
            yield from _class(layer)
    yield from outside_layers(module)


def _class(layer: LayerClass) -> Iterator[Finding]:
    """What the class's own methods use of the base."""
    removed = MODEL if layer.kind == "model" else LAYER
    if not (ROOTS | SEQUENTIAL).issuperset(layer.keras_bases):
        removed = {name: advice for name, advice in removed.items() if name not in _OF_SOME}
    for method in layer.methods.values():
        for node in method.own_nodes(cst.Attribute, cst.Call):
            if isinstance(node, cst.Attribute):
                yield from _attribute(layer, method, node, removed)
            elif isinstance(node, cst.Call):
                yield from _arguments(layer, method, node)
        yield from of_weights(layer, method)
    yield from _constructor(layer)


def _attribute(
    layer: LayerClass, method: Method, node: cst.Attribute, removed: dict[str, str]
) -> Iterator[Finding]:
    name = node.attr.value
    if name in SHAPES and _is_built_in(node.value, method) and not excused(layer.module, node):
        yield Finding(node, fields={"name": name, "advice": _advice(LAYER[name])})
    if not (self_attribute(node, method.self_name) or is_super_call(node.value)):
        return
    if name not in removed and name not in REFUSED:
        return
    if _own(layer, method, node, name) or excused(layer.module, node):
        return
    fix = _unwrapped(method, node) if name == "add_update" else None
    if name in REFUSED:
        error, advice = REFUSED[name]
        yield Finding(node, "refused", {"name": name, "error": error, "advice": _advice(advice)})
    else:
        message = "model" if layer.kind == "model" else "default"
        fields = {"name": name, "advice": _advice(removed[name])}
        yield Finding(node, message, fields, fix=fix)


def _is_built_in(child: cst.BaseExpression, method: Method) -> bool:
    """Whether `self.child`, or each of a loop, is one of Keras's own layers, whoever gives it."""
    if not isinstance(child, (cst.Attribute, cst.Name)):
        return False
    calls = calls_behind(child, method.module)
    names = [method.module.keras(call.func) or "" for call in calls]
    return bool(names) and all(name.startswith("layers.") for name in names)


def _own(layer: LayerClass, method: Method, node: cst.Attribute, name: str) -> bool:
    """Whether the name is the class's own, or a base's, rather than one of Keras."""
    if layer.attributes[name].bindings:
        return True
    if is_super_call(node.value):
        return layer.method_after(method.owner, name) is not None
    return layer.method(name) is not None


def _advice(text: str) -> str:
    return f"; {text}" if text else ""


def _unwrapped(method: Method, node: cst.Attribute) -> Fix | None:
    """`self.add_update(w.assign(v))` has written when `add_update` is called: leave the write."""
    module = method.module
    call = module.parent(node)
    if not isinstance(call, cst.Call) or call.func is not node or len(call.args) != 1:
        return None
    if not isinstance(module.parent(call), cst.Expr) or call.args[0].keyword or call.args[0].star:
        return None
    match call.args[0].value:
        case cst.Call(func=cst.Attribute(attr=cst.Name(value=verb))) as write if verb in _WRITES:
            return Fix("Leave the write", tuple(replace(module, call, module.source(write))))
    return None


# What some of the built-in layers still have.
_OF_SOME = frozenset({"finalize_state", "input_shape", "output_shape", "reset_states", "stateful"})
_WRITES = frozenset({"assign", "assign_add", "assign_sub"})


def _arguments(layer: LayerClass, method: Method, call: cst.Call) -> Iterator[Finding]:
    """Arguments of `add_weight` and `add_loss` that Keras 3 does not take."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value="add_weight" | "add_loss" as verb)):
            if self_attribute(call.func, method.self_name) is None and not is_super_call(owner):
                return
        case _:
            return
    if layer.method(verb) is not None or excused(layer.module, call):
        return
    gone = ADD_WEIGHT_ARGUMENTS if verb == "add_weight" else ADD_LOSS_ARGUMENTS
    for argument in call.args:
        name = argument.keyword.value if argument.keyword else ""
        if name in gone:
            yield _argument(layer, call, argument, verb, name, "TypeError")
        elif name == "aggregation" and verb == "add_weight":
            yield from _aggregation(layer, call, argument)


def _argument(
    layer: LayerClass, call: cst.Call, argument: cst.Arg, function: str, name: str, error: str
) -> Finding:
    harmless = name in DEFAULTS and literal(argument.value) in DEFAULTS[name]
    fix = None
    if harmless:
        edits = delete_argument(layer.module, call, argument)
        fix = Fix(f"Remove `{name}`", tuple(edits))
    return Finding(
        argument,
        "argument",
        {"function": function, "argument": name, "error": error, "advice": ""},
        fix=fix,
    )


def _aggregation(layer: LayerClass, call: cst.Call, argument: cst.Arg) -> Iterator[Finding]:
    name = layer.module.tf(argument.value) or ""
    owner, _, member = name.rpartition(".")
    if not owner.endswith("VariableAggregation") or member not in AGGREGATIONS:
        return
    if _may_be_another(layer.module, argument.value):
        return
    instead = AGGREGATIONS[member]
    fix = None
    if member == "NONE":
        fix = Fix("Remove it", tuple(delete_argument(layer.module, call, argument)))
    elif layer.layer_header is not None and layer.layer_header.verdict.target == {3}:
        fix = Fix(f"Pass `{instead}`", tuple(replace(layer.module, argument.value, f'"{instead}"')))
    yield Finding(
        argument,
        "argument",
        {
            "function": "add_weight",
            "argument": layer.module.source(argument.value),
            "error": "ValueError",
            "advice": f'; `"{instead}"` is what it takes',
        },
        fix=fix,
    )


def _constructor(layer: LayerClass) -> Iterator[Finding]:
    """Arguments of the base's constructor that Keras 3 does not take."""
    constructor = layer.methods.get("__init__")
    if constructor is None or len(layer.mro) > 1 or not _BARE.issuperset(layer.keras_bases):
        return
    for call in base_calls(constructor):
        for argument in call.args:
            name = argument.keyword.value if argument.keyword else ""
            if name in CONSTRUCTOR_ARGUMENTS and not excused(layer.module, call):
                yield _argument(layer, call, argument, "Layer.__init__", name, "ValueError")


_BARE = ROOTS & {"layers.Layer", "Model"}


def _may_be_another(module: Module, value: cst.BaseExpression) -> bool:
    """Whether the value is a name that the module picks by what is installed."""
    if not isinstance(value, cst.Name):
        return False
    bound = values_of(value.value, assigned(module.tree, module, walk_kinds))
    return len(bound) > 1 or any(isinstance(one, cst.IfExp) for one in bound)
