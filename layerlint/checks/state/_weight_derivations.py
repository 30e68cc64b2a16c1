"""What is computed from the trained weights of a layer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layerlint.checks.state._set_up_methods import run_before_call, values_of_local
from layerlint.facts.layers import owns_weights
from layerlint.facts.members import SUBLAYER_WEIGHTS
from layerlint.facts.tensors import SHAPES, tensor_function
from layerlint.model.origins import Origin, local_values, only_result, place_of, returned
from layerlint.model.weights import weight_of
from layerlint.queries.called_functions import arguments, function_called
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, dotted, keyword, literal, self_attribute
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.model.origins import Place

_DEPTH = 5
_COMPUTING = frozenset(
    {"elementwise", "reduction", "layout", "binary", "join", "where", "cast", "split", "function"}
)
_HOMES = re.compile(r"(numpy(\..*)?|tensorflow\.(linalg|math|nn|signal))\Z")
_COPIES = frozenset({"identity", "convert_to_tensor", "copy", "array", "cast", "constant"})
_READERS = frozenset({"numpy", "read_value", "value"})
_LAYER_NAME = re.compile(r"layer|dense|conv|embed|coder|model|net(work)?$")
# Names that are hardly ever anything but a weight.
_INHERITED = frozenset({"depthwise_kernel", "embeddings", "kernel", "pointwise_kernel"})


@dataclass(frozen=True, slots=True)
class Derivation:
    """A weight that a value was computed from; `copied`: the value is nothing but a copy of it."""

    weight: str
    copied: bool


@dataclass(frozen=True, slots=True)
class _State:
    place: Place
    computed: bool = False
    more_than_copied: bool = False
    depth: int = 0

    def after(self, *, copied: bool = False) -> _State:
        return replace(self, computed=True, more_than_copied=self.more_than_copied or not copied)


def derivations(value: cst.BaseExpression, place: Place) -> Iterator[Derivation]:
    """The trained weights that a tensor in `value` was computed from.

    The weight itself, and an object that it is passed to, is not computed from it.
    """
    yield from _walk(value, _State(place))


def _walk(node: cst.CSTNode, state: _State) -> Iterator[Derivation]:
    match node:
        case cst.Attribute():
            yield from _attribute(node, state)
        case cst.Name(value=name):
            key = (_local, name, state)
            yield from state.place.module.remembered(
                key, lambda: tuple(dict.fromkeys(_local(name, state)))
            )
        case cst.Call():
            yield from _call(node, state)
        case cst.BinaryOperation(left=left, right=right):
            for side in (left, right):
                yield from _walk(side, state.after())
        case cst.UnaryOperation(expression=operand):
            yield from _walk(operand, state.after())
        case cst.Subscript(value=owner):
            yield from _walk(owner, state if _holds_weights(owner, state) else state.after())
        case cst.IfExp(body=body, orelse=orelse):
            for side in (body, orelse):
                yield from _walk(side, state)
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for element in elements:
                yield from _walk(element.value, state)
        case cst.Dict(elements=items):
            for item in items:
                yield from _walk(item.value, state)
        case cst.ListComp(elt=element):
            yield from _walk(element, state)


def _attribute(node: cst.Attribute, state: _State) -> Iterator[Derivation]:
    place = state.place
    self_name = place.method.self_name if place.method is not None else "self"
    name = self_attribute(node, self_name)
    if name is not None:
        weight = place.layer.weights.get(name)
        inherited = weight is None and inherits_weight(place.layer, name)
        if state.computed and (inherited or (weight is not None and weight.trainable is True)):
            yield Derivation(name, not state.more_than_copied)
        elif weight is None:
            yield from _held(name, state)
        return
    last = node.attr.value
    owner = self_attribute(node.value, self_name)
    if state.computed and _is_weight_of(node, owner, place):
        yield Derivation(f"{owner or dotted(node.value)}.{last}", not state.more_than_copied)
    elif last == "T":
        yield from _walk(node.value, state.after())
    elif last == "value":
        yield from _walk(node.value, state.after(copied=True))


def _held(name: str, state: _State) -> Iterator[Derivation]:
    """What the value that another attribute has before `call` was computed from."""
    known = state.place.layer.attributes.get(name)
    if known is None or state.depth >= _DEPTH:
        return
    before = state.place.layer.facts(run_before_call)
    for binding in known.bindings:
        made = binding.method
        if binding.value is not None and made is not None and made.node in before:
            place = place_of(state.place.layer, made)
            yield from _walk(binding.value, replace(state, place=place, depth=state.depth + 1))


def inherits_weight(layer: LayerClass, name: str) -> bool:
    """Whether the attribute is the weight that a built-in base makes: `kernel` of a `Dense`."""
    return name in _INHERITED and any(owns_weights(base) for base in layer.keras_bases)


def _is_weight_of(node: cst.Attribute, owner: str | None, place: Place) -> bool:
    """Whether `node` is a trained weight of another layer: `self.embedding.embeddings`."""
    last = node.attr.value
    if owner is None:
        if not isinstance(node.value, cst.Name) or place.method is None:
            return False
        return last in _INHERITED and place.method.parameter(node.value.value) is not None
    sublayer = place.layer.sublayers.get(owner)
    if sublayer is None:
        named = last in _INHERITED or last in ("trainable_variables", "trainable_weights")
        named = named or (last in ("variables", "weights") and _is_given_layer(owner, place))
        return named and owner not in place.layer.weights
    frozen = keyword(sublayer.call, "trainable")
    trained = frozen is None or literal(frozen) is True
    return last in SUBLAYER_WEIGHTS and sublayer.container is None and trained


def _is_given_layer(name: str, place: Place) -> bool:
    """Whether the attribute is an argument of the constructor that its name says is a layer."""
    known = place.layer.attributes.get(name)
    return known is not None and all(
        isinstance(binding.value, cst.Name)
        and binding.method is not None
        and binding.method.parameter(binding.value.value) is not None
        and _LAYER_NAME.search(name) is not None
        for binding in known.bindings
    )


def _local(name: str, state: _State) -> Iterator[Derivation]:
    """The same of a local; asked once, as names that are bound anew lead to each other."""
    if state.depth >= _DEPTH:
        return
    for value in values_of_local(name, state.place):
        weight = (
            weight_of(name, Origin(value, state.place), False)
            if isinstance(value, cst.Call)
            else None
        )
        if weight is None:
            yield from _walk(value, replace(state, depth=state.depth + 1))
        elif state.computed and weight.trainable is True:
            yield Derivation(name, not state.more_than_copied)


def _call(call: cst.Call, state: _State) -> Iterator[Derivation]:
    module, place = state.place.module, state.place
    resolved = module.resolve(call.func)
    helper = self_attribute(call.func, place.method.self_name if place.method else "self")
    last = (resolved or "").rpartition(".")[2]
    if resolved is None and isinstance(call.func, cst.Attribute) and helper is None:
        if call.func.attr.value in _READERS:
            yield from _walk(call.func.value, state.after(copied=True))
        return
    if helper is not None:
        method = place.layer.method(helper)
        if method is not None and state.depth < _DEPTH:
            inner = replace(state, place=place_of(place.layer, method), depth=state.depth + 1)
            for value in returned(method.node):
                yield from _walk(value, inner)
        return
    own = function_called(call, module)
    if own is not None:
        for value in _computed_with(own, call, module):
            yield from _walk(value, state.after())
        return
    known = tensor_function(resolved)
    if last == "stop_gradient" or last in SHAPES:
        return
    if (known is not None and known.role in _COMPUTING) or _converts(resolved):
        for argument in call.args:
            if argument.keyword is None or argument.keyword.value not in ("shape", "dtype"):
                yield from _walk(argument.value, state.after(copied=last in _COPIES))
    elif (resolved or "").startswith("tensorflow_probability.") and last[:1].isupper():
        for argument in call.args:
            yield from _walk(argument.value, state)


def _computed_with(
    function: cst.FunctionDef, call: cst.Call, module: Module
) -> Iterator[cst.BaseExpression]:
    """The arguments that a function of the module computes what it returns with."""
    result = only_result(function)
    computes = isinstance(result, cst.BinaryOperation)
    if isinstance(result, cst.Call):
        known = tensor_function(module.resolve(result.func))
        computes = known is not None and known.role in _COMPUTING
    if result is None or not computes or mentions(function.body, "stop_gradient"):
        return
    for name, value in arguments(call, function, module).items():
        if any(
            _is_read(each, module) for each in walk_kinds(result, cst.Name) if each.value == name
        ):
            yield value


def _is_read(name: cst.Name, module: Module) -> bool:
    """Whether the values are, and not the shape alone."""
    above = module.parent(name)
    call = module.parent(above) if isinstance(above, cst.Arg) else None
    if isinstance(above, cst.Attribute):
        return above.value is name and above.attr.value not in ("shape", "dtype")
    return not isinstance(call, cst.Call) or called_name(call.func) not in SHAPES


def _converts(resolved: str | None) -> bool:
    """Whether it is a function of NumPy, of a part of TensorFlow that computes, or a conversion.

    What is written like a class keeps the weight itself.
    """
    home, _, last = (resolved or "").rpartition(".")
    if resolved in ("builtins.float", "tensorflow.convert_to_tensor"):
        return True
    return _HOMES.match(home) is not None and not last[:1].isupper()


def _holds_weights(node: cst.BaseExpression, state: _State) -> bool:
    """Whether indexing the value gives a weight, not a part of one."""
    if isinstance(node, cst.Attribute) and node.attr.value.endswith(("weights", "variables")):
        return True
    name = self_attribute(node, state.place.method.self_name if state.place.method else "self")
    weight = state.place.layer.weights.get(name) if name is not None else None
    if weight is not None:
        return weight.in_container
    return isinstance(node, cst.Name) and any(
        container is not None for _, container in local_values(node.value, state.place)
    )
