"""What functions do with models and layers that Keras 3 does not offer, as `layer.output_shape`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.members import NODE_MEMBERS
from layerlint.facts.namespaces import namespace
from layerlint.facts.removed import LAYER, MODEL, MODEL_METHODS
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.callbacks import callbacks
from layerlint.queries.held_values import only_call
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.target_generation import excused, target
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.module import Module

SHAPES = frozenset({"input_shape", "output_shape"})
_SYMBOLIC = frozenset({"add_loss", "add_metric"})


def outside_layers(module: Module) -> Iterator[Finding]:
    """Report attributes of layers met in a loop, and losses and metrics added to a made model."""
    yield from _of_models(module)
    for node in walk_kinds(module.tree, cst.Attribute):
        if node.attr.value not in WATCHED:
            continue
        name = node.attr.value
        if name in _SYMBOLIC:
            if _adds_symbolic(module, node) and not excused(module, node):
                yield Finding(
                    node,
                    "refused",
                    {"name": name, "error": "NotImplementedError", "advice": _INSTEAD[name]},
                )
        elif _is_layer(node) and not excused(module, node):
            advice = LAYER[name] and f"; {LAYER[name]}"
            yield Finding(node, fields={"name": name, "advice": advice})


def _of_models(module: Module) -> Iterator[Finding]:
    """Methods of a model that the module makes itself, or that Keras gives a callback."""
    if 3 not in target(module):
        return
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name in MODEL_METHODS:
                if _is_model(model, call, module) and not excused(module, call):
                    fields = {"name": name, "advice": f"; {MODEL[name]}"}
                    yield Finding(call.func, "model", fields)


def _is_model(node: cst.BaseExpression, call: cst.Call, module: Module) -> bool:
    """Whether an expression is a model as Keras makes it, of no class of the project."""
    around = module.class_around(call)
    if self_attribute(node) == "model" and any(each.node is around for each in callbacks(module)):
        # It may be one of the project's that has a method of its own by that name.
        asked = called_name(call.func)
        return not module.project.index.having(asked, rf"def {asked}\b")
    made = only_call(node, module)
    name = module.keras(made.func) if made is not None else None
    return (
        made is not None
        and (name in SEQUENTIAL or name in _MODELS)
        and namespace(module.resolve(made.func) or "") != "tf_keras"
    )


_MODELS = frozenset({"Model", "models.Model"})
WATCHED = NODE_MEMBERS | SHAPES | _SYMBOLIC
# What may follow `model.layers` where it is gone through or indexed: not another name.
_ENDS = (":", "[", "]", ")", "}", ",", "if", "for", "async")
NEEDS = AnyOf(
    *map(Members, sorted(_SYMBOLIC | MODEL_METHODS)),
    AllOf(
        AnyOf(*map(Members, sorted(NODE_MEMBERS | SHAPES))),
        AnyOf(Members("get_layer"), *(Row("layers", end) for end in _ENDS)),
    ),
)
_INSTEAD = {
    "add_loss": " for the tensors of a model; compute it in a layer or in `compute_loss`",
    "add_metric": "; pass it to `compile`",
}


def _adds_symbolic(module: Module, node: cst.Attribute) -> bool:
    """Whether a tensor is added to a functional model that the same function has made."""
    call = module.parent(node)
    if not isinstance(call, cst.Call) or call.func is not node or not call.args:
        return False
    if isinstance(call.args[0].value, cst.Lambda) or not isinstance(node.value, cst.Name):
        return False
    made = _values(module, node.value)
    return bool(made) and all(
        isinstance(value, cst.Call) and value.args and module.keras(value.func) == "Model"
        for value in made
    )


def _is_layer(node: cst.Attribute) -> bool:
    """Whether the attribute is one of a layer: of each of `model.layers`, or of one of them."""
    owner = node.value
    if isinstance(owner, cst.Name):
        loop = loop_over(owner)
        return loop is not None and is_name(loop.target, owner.value) and _are_layers(loop.iter)
    if node.attr.value in SHAPES:
        return False  # the layer may be a model, which has them
    match owner:
        case cst.Subscript(value=value):
            return _are_layers(value)
        case cst.Call(func=cst.Attribute(attr=cst.Name("get_layer"))):
            return True
    return False


def _are_layers(node: cst.BaseExpression) -> bool:
    """Whether an expression is `model.layers`, or the same in another order or a slice of it."""
    match node:
        case cst.Attribute(attr=cst.Name("layers")):
            return True
        case cst.Subscript(value=value):
            return _are_layers(value)
        case cst.Call(func=cst.Name("reversed" | "list"), args=[cst.Arg(value=value)]):
            return _are_layers(value)
    return False


def _values(module: Module, name: cst.Name) -> list[cst.BaseExpression]:
    """What a name is assigned in its function, or in the module."""
    scope = module.function(name) or module.tree
    return values_of(name.value, assigned(scope, module, walk_same_class))
