"""LL110: a sublayer is called with a constant training mode."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._noise import meant_to_be_random
from layerlint.declaration import check
from layerlint.facts.modes import only_disturbs
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import SublayerCall, SuperCall
from layerlint.interpret.worlds import INFER
from layerlint.model.attributes import Binding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import parameters_of
from layerlint.model.modes import base_decides
from layerlint.model.sublayers import Sublayer
from layerlint.queries.called_functions import arguments, calls_of
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.training_flag import flag_edits, shown, shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, names_assigned_to, self_attribute
from layerlint.syntax.walk import names_below


@check(LayerClass)
def hardcoded_training(layer: LayerClass) -> Iterator[Finding]:
    """Report `training=True` where INFER reaches it, and `training=None` for Keras 3."""
    yield from _base_in_training(layer)
    calls = layer.forward.of(SublayerCall)
    told = {effect: message for effect in calls if (message := _message(layer, effect))}
    for effect, place in shown_once(layer, told):
        message, called = told[effect], _called(layer, effect)
        yield Finding(
            place.node,
            message,
            {"sublayer": effect.target, "kind": called.label if called else ""},
            fix=_fix(layer, effect),
            trace=place.trace,
            module=place.module,
            generations=frozenset({3}) if message == "unset" else None,
        )


def _message(layer: LayerClass, effect: SublayerCall) -> str | None:
    if _called(layer, effect) is None:
        return None
    if _is_true(effect, layer) and effect.in_inference:
        return None if meant_to_be_random(layer, effect) else "default"
    told = effect.training is not None
    return "unset" if told and literal(effect.training) is None and effect.in_training else None


def _called(layer: LayerClass, effect: SublayerCall) -> Sublayer | None:
    """The layer that is called, or one of a list, if it behaves differently in training."""
    called = [effect.sublayer] if effect.sublayer is not None else []
    if effect.target == f"{effect.attribute}[*]":
        called = [each for each in layer.all_sublayers if each.attribute == effect.attribute]
    return next((each for each in called if each.mode_dependent), None)


def _base_in_training(layer: LayerClass) -> Iterator[Finding]:
    """Report `super().call(x, training=True)` over a base that behaves differently in training."""
    method = layer.methods.get("call")
    if method is None or not base_decides(layer):
        return
    for effect in layer.forward.of(SuperCall):
        if effect.function != "call" or not effect.in_inference:
            continue
        if not _is_true(effect, layer) or meant_to_be_random(layer, effect):
            continue
        if all(only_disturbs(base) for base in layer.keras_bases) and _is_all(effect):
            continue
        place = shown(layer, effect)
        if place is not None:
            base = layer.keras_bases[0].rpartition(".")[2]
            told = effect.module.source(effect.training) if effect.training else "True"
            fields = {"value": told, "base": base}
            fix = _fix(layer, effect)
            yield Finding(place.node, "base", fields, fix, place.trace, place.module)


def _is_all(effect: SuperCall) -> bool:
    """Whether the class does nothing else: Monte Carlo dropout is a dropout that is always on."""
    returned = isinstance(effect.module.parent(effect.node), cst.Return)
    return returned or bool(effect.guards)


def _is_true(effect: SublayerCall | SuperCall, layer: LayerClass) -> bool:
    """Whether it is true whatever the mode: `True`, or `not self.frozen` of a layer by default."""
    if effect.pinned & INFER:
        return True
    value = effect.training
    value = expression_behind(value, value, effect.module) if value is not None else None
    match value:
        case cst.UnaryOperation(operator=cst.Not(), expression=cst.Attribute() as pinned):
            return _is_false_by_default(pinned, layer)
        case cst.IfExp(test=cst.Attribute() as pinned, orelse=other):
            return literal(other) is True and _is_false_by_default(pinned, layer)
    return False


def _is_false_by_default(switch: cst.Attribute, layer: LayerClass) -> bool:
    """Whether an attribute is an argument of the constructor that is False unless given.

    Or a field of the settings that the layer keeps, which is False in their class.
    """
    method, constructor = layer.call, layer.constructor
    settings = self_attribute(switch.value, method.self_name) if method is not None else None
    if settings is not None:
        return _is_false_field(switch.attr.value, layer, layer.attributes[settings].bindings)
    name = self_attribute(switch, method.self_name) if method is not None else None
    bindings = layer.attributes[name or ""].bindings
    if len(bindings) != 1 or constructor is None:
        return False
    value = bindings[0].value
    parameter = constructor.parameter(value.value) if isinstance(value, cst.Name) else None
    if parameter is None or parameter.default is not None:
        return parameter is not None and literal(parameter.default) is False
    return _is_made_so(parameter.name, layer)


def _is_made_so(name: str, layer: LayerClass) -> bool:
    """Whether the module makes the layer with False, or with what is False unless given."""
    constructor, module = layer.constructor, layer.module
    if constructor is None or constructor.module is not module:
        return False
    for call in calls_of(layer.name, module):
        given = arguments(call, constructor.node, module).get(name)
        function = module.function(call)
        if given is not None and literal(given) is False:
            return True
        if isinstance(given, cst.Name) and function is not None:
            for each in parameters_of(function.params):
                if each.name == given.value and literal(each.default) is False:
                    return given.value not in names_assigned_to(function.body)
    return False


def _is_false_field(name: str, layer: LayerClass, bindings: list[Binding]) -> bool:
    """Whether the one class of the module that such an attribute is made of says so."""
    made = [node for each in bindings if each.value for node in names_below(each.value)]
    known = [found for each in made if (found := layer.module.class_statements.get(each))]
    fields = [
        small.value
        for line in (known[0].body.body if len(known) == len(bindings) == 1 else ())
        if isinstance(line, cst.SimpleStatementLine)
        for small in line.body
        if isinstance(small, cst.AnnAssign) and is_name(small.target, name)
    ]
    return [literal(each) for each in fields] == [False]


def _fix(layer: LayerClass, effect: SublayerCall | SuperCall) -> Fix | None:
    """Pass the flag of `call` on, where the sublayer is called in `call` itself."""
    method = layer.call
    if method is None or method.owner is not layer or effect.training is None:
        return None
    if effect.module is not method.module or effect.module.function(effect.node) is not method.node:
        return None
    parameter = flag_edits(method)
    if parameter is None:
        return None
    flag = "training" if literal(effect.training) is True else _and_flag(effect)
    edits = (*parameter, *replace(effect.module, effect.training, flag))
    return Fix("Pass the flag on", edits, "unsafe")


def _and_flag(effect: SublayerCall | SuperCall) -> str:
    """The condition as it stands, in training only."""
    assert effect.training is not None
    value = effect.module.source(effect.training)
    return f"bool(training) and {f'({value})' if isinstance(effect.training, cst.IfExp) else value}"
