"""LL204: a layer is constructed while its owner runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.state._creations_in_call import MakingCall, made_in_call, running
from layerlint.declaration import check
from layerlint.facts.layers import held_parameters, owns_weights
from layerlint.facts.random import draws_at_random
from layerlint.findings import Finding
from layerlint.fixes.recipes.move_to_constructor import move_to_constructor
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.model.origins import Origin, Place, origins, place_of
from layerlint.model.sublayers import Sublayer, sublayer_of
from layerlint.queries.own_graph import only_gives_graph
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.fixes.edit import Fix
    from layerlint.model.module import Module

# It copies the layer that it is given, with new weights.
_COPYING = "layers.Bidirectional"


@check(LayerClass)
def layer_created_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report constructions of layers with state, and of any that become an attribute."""
    if only_gives_graph(layer):
        return
    found = [
        (made, sublayer)
        for made in made_in_call(layer)
        if (sublayer := _constructed(made, layer)) is not None
    ]
    attributes = {held.call: held.attribute for held in layer.all_sublayers}
    outer = _Outer([made for made, _ in found])
    taken: set[str] = set()
    for made, sublayer in found:
        attribute = attributes.get(made.call)
        verdict = _verdict(made, sublayer, attribute)
        if verdict is None or outer.holds(made):
            continue
        message, generations = verdict
        fields = {"path": made.place.path, "kind": sublayer.label, "attribute": attribute}
        fix: Fix | None = None
        if attribute is None and not made.once:
            fix = move_to_constructor(layer, made.effect, made.call, sublayer.label, taken)
        yield Finding(
            made.place.node,
            message,
            fields,
            fix=fix,
            trace=made.place.trace,
            module=made.place.module,
            generations=generations,
        )
    yield from _by_kept_makers(layer)


def _by_kept_makers(layer: LayerClass) -> Iterator[Finding]:
    """`self.conv = partial(Conv2D, ...)`, and then `self.conv(filters)(x)`."""
    for made in running(layer, layer.forward.of(SublayerCall)):
        for sublayer in _made_by(layer, made.effect.target):
            if made.once or not _owns_weights(sublayer, ()):
                continue
            fields = {"path": made.place.path, "kind": sublayer.label}
            place = made.place
            yield Finding(place.node, fields=fields, trace=place.trace, module=place.module)
            break


def _verdict(
    made: MakingCall, sublayer: Sublayer, attribute: str | None
) -> tuple[str, frozenset[int] | None] | None:
    """The message, and the generations where they are not those of the rule; None for no bug."""
    owner = _owns_weights(sublayer, ())
    if owner and not made.once:
        return "default", None
    if attribute is not None and attribute.isidentifier():
        return "once", frozenset({3})
    if not owner and not made.once and _draws(sublayer):
        return "state", frozenset({3})
    return None


def _constructed(made: MakingCall, layer: LayerClass) -> Sublayer | None:
    effect = made.effect
    function = effect.method.node if effect.method is not None else None
    place = Place(layer, effect.module, function, effect.method)
    origin = next(origins(made.call, place), None)
    return sublayer_of("", origin, None) if origin is not None else None


def _owns_weights(sublayer: Sublayer, seen: tuple[LayerClass, ...]) -> bool:
    """Whether the layer certainly creates weights of its own once it is called."""
    keras = sublayer.keras
    if keras is not None:
        if owns_weights(keras) or keras == _COPYING or keras.startswith("applications."):
            return True
        held = bind(sublayer.call, held_parameters(keras))
        return any(
            _owns_weights(part, seen)
            for name in held_parameters(keras)
            if name in held
            for origin in origins(held[name], sublayer.place)
            if origin.call is not sublayer.call
            and (part := sublayer_of("", origin, None)) is not None
        )
    layer = sublayer.layer
    if layer is None or layer in seen:
        return False
    if any(weight.how == "add_weight" for weight in layer.all_weights):
        return True
    if any(owns_weights(base) for base in layer.keras_bases):
        return True
    return any(_owns_weights(part, (*seen, layer)) for part in layer.all_sublayers)


def _draws(sublayer: Sublayer) -> bool:
    """Whether a built-in layer draws at random; a rate of 0 makes no generator."""
    if sublayer.keras is None or not draws_at_random(sublayer.keras):
        return False
    rate = next((argument.value for argument in sublayer.call.args), None)
    return not _may_be_zero(rate, sublayer.place)


def _may_be_zero(rate: cst.BaseExpression | None, place: Place) -> bool:
    """Whether the rate is 0 unless somebody asks for another one."""
    number = literal(rate)
    if isinstance(number, (int, float)):
        return number == 0
    name = self_attribute(rate) if rate is not None else None
    for binding in place.layer.attributes[name or ""].bindings:
        if isinstance(binding.value, cst.Name) and binding.method is not None:
            parameter = binding.method.parameter(binding.value.value)
            default = literal(parameter.default) if parameter is not None else None
            if isinstance(default, (int, float)) and default == 0:
                return True
    return False


class _Outer:
    """The constructions, to tell those that are an argument of another one."""

    def __init__(self, found: Sequence[MakingCall]) -> None:
        self._calls = {made.call for made in found}

    def holds(self, made: MakingCall) -> bool:
        """Whether the layer is constructed for another one that is reported."""
        child: cst.CSTNode = made.call
        for node in made.effect.module.ancestors(made.call):
            if isinstance(node, cst.Call) and node in self._calls and child is not node.func:
                return True
            if isinstance(node, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
                return False
            child = node
        return False


def _made_by(layer: LayerClass, attribute: str) -> Iterator[Sublayer]:
    """The layers that a call of the attribute constructs.

    It holds a layer class, a `partial` of one, or a lambda, and nothing else.
    """
    bindings = layer.attributes[attribute].bindings
    if len(bindings) != 1 or bindings[0].value is None or bindings[0].method is None:
        return
    method = bindings[0].method
    place = place_of(layer, method)
    for call in _calls(bindings[0].value, method.module):
        made = sublayer_of("", Origin(call, place), None)
        if made is not None:
            yield made


def _calls(value: cst.BaseExpression, module: Module) -> Iterator[cst.Call]:
    """The calls that a call of `value` comes to."""
    match value:
        case cst.Name() | cst.Attribute():
            yield cst.Call(value)
        case cst.Call(func=function, args=[made, *given]):
            if module.resolve(function) == "functools.partial":
                yield cst.Call(made.value, given)
        case cst.Lambda(body=body):
            yield from (node for node in walk_kinds(body, cst.Call))
