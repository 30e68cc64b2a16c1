"""LL226: a constructor asks for weights that are made later, and keeps an empty list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AnyOf
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

_LISTS = frozenset({"trainable_variables", "trainable_weights", "variables", "weights"})
# With one of these the first layer knows its input.
_SIZES = frozenset({"batch_input_shape", "input_dim", "input_shape"})
NEEDS = AnyOf(*sorted(_LISTS))


@check(LayerClass, needs=NEEDS)
def weights_listed_before_built(layer: LayerClass) -> Iterator[Finding]:
    """Report lists of weights that `__init__` stores before anything can have built them."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind == "mixin" or not layer.complete:
        return
    if _builds(layer, constructor) or any(name in layer.methods for name in _LISTS):
        return
    for value in _kept(constructor):
        owner = _listed(value, constructor)
        if owner is not None and _is_lazy(layer, owner):
            yield Finding(value, fields={"list": constructor.module.source(value)})


def _kept(constructor: Method) -> Iterator[cst.BaseExpression]:
    """What the constructor binds to attributes, and what it builds an optimizer with."""
    for node in constructor.own_nodes(cst.Assign, cst.Call):
        match node:
            case cst.Assign(targets=targets, value=value):
                names = [self_attribute(each.target, constructor.self_name) for each in targets]
                if any(name is not None for name in names):
                    yield value
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="build")), args=[argument]):
                yield argument.value


def _listed(value: cst.BaseExpression, constructor: Method) -> str | None:
    """Whose weights an expression lists: `""` for the layer's own, else an attribute."""
    match value:
        case cst.Call(func=cst.Name(value="list" | "tuple"), args=[cst.Arg(value=inner)]):
            return _listed(inner, constructor)
        case cst.BinaryOperation(left=left, operator=cst.Add()):
            return _listed(left, constructor)
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if name in _LISTS:
            if isinstance(owner, cst.Name):
                return "" if owner.value == constructor.self_name else None
            return self_attribute(owner, constructor.self_name)
    return None


def _is_lazy(layer: LayerClass, owner: str) -> bool:
    """Whether what is asked makes its weights when it is first called."""
    if owner:
        held = [each for each in layer.all_sublayers if each.attribute == owner]
        return bool(held) and all(each.container is None and _is_unbuilt(each) for each in held)
    if any(
        weight.method is None or weight.method.name == "__init__" for weight in layer.all_weights
    ):
        return False
    lazy = [_is_unbuilt(each) for each in layer.all_sublayers]
    return bool(lazy or layer.all_weights) and all(lazy)


def _is_unbuilt(held: Sublayer) -> bool:
    """Whether a sublayer has no weights yet: a layer of Keras, or several without an input."""
    if held.keras in WEIGHT_LAYERS:
        return True
    if held.keras != "Sequential" or not held.call.args:
        return False
    given = held.call.args[0].value
    made = [each.value for each in given.elements] if isinstance(given, cst.List) else []
    return bool(made) and all(
        isinstance(each, cst.Call)
        and (held.module.keras(each.func) or "").startswith("layers.")
        and held.module.keras(each.func) not in ("layers.Input", "layers.InputLayer")
        and not any(
            argument.keyword is not None and argument.keyword.value in _SIZES
            for argument in each.args
        )
        for each in made
    )


def _builds(layer: LayerClass, constructor: Method) -> bool:
    """Whether the constructor calls or builds something, or is one of the functional kind."""
    if any(call.args and _is_functional(call) for call in base_calls(constructor)):
        return True
    for node in constructor.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="build"))):
                listed = [_listed(each.value, constructor) for each in node.args]
                if not is_super_call(owner) and (not listed or None in listed):
                    return True
            case cst.Call(func=cst.Attribute(value=cst.Name(value=owner)) as function):
                name = function.attr.value
                if owner == constructor.self_name and layer.method(name) is not None:
                    return True
                if owner == constructor.self_name and name in layer.attributes:
                    return True
            case cst.Call(func=cst.Name(value=name)) if name == constructor.self_name:
                return True
    return False


def _is_functional(call: cst.Call) -> bool:
    """`super().__init__(inputs, outputs)`, by position or by name."""
    return any(
        not argument.star
        and (argument.keyword is None or argument.keyword.value in ("inputs", "outputs"))
        for argument in call.args
    )
