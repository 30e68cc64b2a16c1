"""Which tensors `call` keeps on the layer, and what it keeps them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.state._creations_in_call import asked_attributes
from layerlint.checks.state._put_back import puts_back
from layerlint.facts.attributes import DROPOUT_CELL, DROPOUT_MASKS
from layerlint.facts.python import ITEM_ADDERS
from layerlint.interpret.effects import AttributeWrite
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.origins import local_values, place_of, returned
from layerlint.queries.own_code import reached_by_call
from layerlint.queries.training_flag import ReportPlace, shown
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name, self_attribute
from layerlint.syntax.walk import walk, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.attributes import Read
    from layerlint.model.layer import LayerClass

_SUMMING = frozenset({"+=", "augmented"})
_KEEPING = ITEM_ADDERS | _SUMMING | {"=", "[]=", "setdefault", "update"}
_EMPTY = (cst.List, cst.Tuple, cst.Dict)


class KeptTensor(NamedTuple):
    """A write that keeps a tensor. `carried`: a later call computes with it."""

    effect: AttributeWrite
    attribute: str
    place: ReportPlace
    carried: bool


def kept_tensors(layer: LayerClass) -> Iterator[KeptTensor]:
    """The writes of `call` after which attributes hold tensors, the first of each attribute."""
    writes: dict[str, list[AttributeWrite]] = {}
    for effect in layer.forward.of(AttributeWrite):
        if effect.worlds & (TRAIN | INFER) and "." not in effect.target:
            writes.setdefault(effect.attribute, []).append(effect)
    for attribute, effects in writes.items():
        if attribute in layer.weights or attribute in layer.sublayers or _cleared(effects):
            continue
        for effect in effects:
            if effect.operation not in _KEEPING or not _keeps_tensor(layer, effect):
                continue
            if _asks_for_eager(effect) or _is_in_second_build(effect):
                continue
            place = shown(layer, effect)
            if place is not None:
                yield KeptTensor(effect, attribute, place, _is_carried(layer, effect, effects))
                break


def bound_value(layer: LayerClass, effect: AttributeWrite) -> cst.BaseExpression | None:
    """The expression that is bound, also where it is one of a tuple."""
    if effect.value is not None or effect.attribute not in layer.attributes:
        return effect.value
    for binding in layer.attributes[effect.attribute].bindings:
        if binding.node is effect.node:
            return binding.value
    return None


def written_before(effect: AttributeWrite, effects: list[AttributeWrite]) -> bool:
    """Whether `call` always binds the attribute anew before this write."""
    around = {guard.test for guard in effect.guards}
    return any(
        other.operation in ("=", "clear")
        and other.order < effect.order
        and other.attribute not in other.reads
        and all(guard.test in around for guard in other.guards)
        for other in effects
    )


def read_by_call(layer: LayerClass, effect: AttributeWrite) -> list[Read]:
    """Where code that `call` runs reads the attribute, the statement that writes left out."""
    running = reached_by_call(layer)
    statement = effect.module.statement(effect.node)
    inside = set(walk(statement))
    return [
        read
        for read in layer.attributes[effect.attribute].reads
        if read.method.node in running and read.node not in inside
    ]


def _is_carried(layer: LayerClass, effect: AttributeWrite, effects: list[AttributeWrite]) -> bool:
    """Whether the value is computed from what the last call left, or made once for all calls."""
    if _is_set_by_owner(layer, effect.attribute) or _is_keyed(layer, effect):
        return False
    if effect.operation == "=" and effect.attribute in effect.reads:
        return True
    if effect.operation in ITEM_ADDERS | _SUMMING:
        if written_before(effect, effects):
            return False
        return effect.operation in _SUMMING or bool(read_by_call(layer, effect))
    if effect.attribute not in asked_attributes(effect) or _is_reset(layer, effect.attribute):
        return False
    # One pass may call it twice, the first time to keep and the second to take.
    taken = any(other.operation == "=" and _is_empty(other.value) for other in effects)
    return not taken and _is_computed_with(layer, effect)


def _is_computed_with(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether `call` reads the attribute for more than to ask whether there is one."""
    asked = {node for guard in effect.guards for node in walk(guard.test)}
    return any(read.node not in asked for read in read_by_call(layer, effect))


def _is_keyed(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether a test compares what the tensor was made from: `if self._key != key: ...`.

    What was kept for another input, and so of another graph, is not used.
    """
    tests = {guard.test for guard in effect.guards}
    if not tests:
        return False
    keys = {
        (other.attribute, other.module.source(other.value))
        for other in layer.forward.of(AttributeWrite)
        if other.attribute != effect.attribute and other.value is not None
        if {guard.test for guard in other.guards} == tests
    }
    return any(
        (self_attribute(node.left), guard.module.source(target.comparator)) in keys
        for guard in effect.guards
        for node in walk_kinds(guard.test, cst.Comparison)
        for target in node.comparisons[:1]
        if isinstance(target.operator, (cst.NotEqual, cst.IsNot))
    )


def _is_reset(layer: LayerClass, attribute: str) -> bool:
    """Whether somebody drops the tensor again: `cell._dropout_mask = None`, `reset_mask()`."""
    if attribute in DROPOUT_MASKS and _is_dropout_cell(layer):
        return True
    running = reached_by_call(layer)
    for binding in layer.attributes[attribute].bindings:
        method = binding.method
        constructs = method is None or method.name in ("__init__", "build")
        if constructs or method is None or method.node in running:
            continue
        if _is_empty(binding.value):
            return True
    pattern = re.compile(rf"\b(?!self\b)\w+\.{re.escape(attribute)}\s*=\s*None")
    return any(pattern.search(base.module.text) for base in layer.mro)


def _is_dropout_cell(layer: LayerClass) -> bool:
    """Whether a base is the part of cells whose masks `RNN` drops, by any of its names."""
    return any(
        (dotted(base.value) or "").rpartition(".")[2].startswith(DROPOUT_CELL)
        for each in layer.mro
        for base in each.node.bases
    )


def _is_set_by_owner(layer: LayerClass, attribute: str) -> bool:
    """Whether the layer that holds it has it begin anew before use: `self.cell.reset(h0)`."""
    running = reached_by_call(layer)
    known = layer.attributes.get(attribute)
    names = {
        binding.method.name
        for binding in (known.bindings if known is not None else ())
        if binding.method is not None and binding.method.node not in running
    } - {"__init__", "build"}
    if not names:
        return False
    pattern = re.compile(rf"\bself\.\w+\.({'|'.join(map(re.escape, names))})\(")
    return any(
        other is not layer and _runs(other, pattern) for other in layer.module.classes if other.call
    )


def _runs(layer: LayerClass, pattern: re.Pattern[str]) -> bool:
    """Whether the `call` of a class has something that it owns run a method of these names."""
    assert layer.call is not None
    return pattern.search(layer.call.module.source(layer.call.node)) is not None


def _cleared(effects: list[AttributeWrite]) -> bool:
    """Whether the last thing that `call` does to the attribute is to empty it or put it back."""
    last = max(effects, key=lambda one: one.order)
    if last.guards:
        return False
    if puts_back(last):
        return True
    if last.operation == "clear":
        return True
    return last.operation == "=" and _is_empty(last.value)


def _is_empty(value: cst.BaseExpression | None) -> bool:
    if isinstance(value, _EMPTY):
        return not value.elements
    return is_name(value, "None")


def _is_in_second_build(effect: AttributeWrite) -> bool:
    """Whether `call` only runs `build` where that has not been run, as Keras has done before."""
    return effect.method is not None and effect.method.name == "build" and bool(effect.guards)


def _asks_for_eager(effect: AttributeWrite) -> bool:
    """Whether a test on the way asks if the code runs eagerly."""
    return any(
        "eager" in node.value or node.value == "inside_function"
        for guard in effect.guards
        for node in walk_kinds(guard.test, cst.Name)
    )


def _keeps_tensor(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether what is kept is certainly a tensor, or holds one."""
    value = bound_value(layer, effect)
    if value is not None:
        return _is_tensor(layer, effect, value)
    statement = effect.module.statement(effect.node)
    body = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else statement
    # `x, self.scores = self.attention(...)`
    return isinstance(body, cst.Assign) and _is_tensor(layer, effect, body.value)


def _is_tensor(layer: LayerClass, effect: AttributeWrite, value: cst.BaseExpression) -> bool:
    if layer.values.of(value).may_be_tensor or _calls_sublayer(layer, effect, value):
        return True
    if isinstance(value, (cst.List, cst.Tuple)) and value.elements:
        return all(_is_tensor(layer, effect, element.value) for element in value.elements)
    if isinstance(value, cst.Dict) and value.elements:
        return all(_is_tensor(layer, effect, element.value) for element in value.elements)
    if isinstance(value, cst.Call) and effect.method is not None:
        return _makes_tensors(layer, effect, value)
    if isinstance(value, cst.Name) and effect.method is not None:
        bound = list(_assigned(value.value, effect))
        put = _put_into(value.value, layer, effect)
        made = bool(bound) and all(_calls_sublayer(layer, effect, one) for one in bound)
        return made or any(layer.values.of(one).is_tensor for one in put)
    return False


def _put_into(name: str, layer: LayerClass, effect: AttributeWrite) -> Iterator[cst.BaseExpression]:
    """What becomes an item of a local: `states["left"] = x`, `states.append(x)`."""
    assert effect.method is not None
    for value, container in local_values(name, place_of(layer, effect.method)):
        if container is not None:
            yield value


def _makes_tensors(layer: LayerClass, effect: AttributeWrite, call: cst.Call) -> bool:
    """Whether a method of the class returns a display of tensors: `self.states = self.zeros(n)`."""
    assert effect.method is not None
    method = layer.method(self_attribute(call.func, effect.method.self_name) or "")
    found = returned(method.node) if method is not None else []
    return bool(found) and all(
        isinstance(value, (cst.List, cst.Tuple, cst.Dict))
        and bool(value.elements)
        and all(layer.values.of(element.value).is_tensor for element in value.elements)
        for value in found
    )


def _calls_sublayer(layer: LayerClass, effect: AttributeWrite, value: cst.BaseExpression) -> bool:
    """Whether the value is what a layer that the layer owns returns, or a part of it."""
    while isinstance(value, cst.Subscript):
        value = value.value
    if not isinstance(value, cst.Call) or effect.method is None:
        return False
    function = value.func
    while isinstance(function, cst.Subscript):
        function = function.value
    return self_attribute(function, effect.method.self_name) in layer.sublayers


def _assigned(name: str, effect: AttributeWrite) -> Iterator[cst.BaseExpression]:
    """What the local is bound to where the write stands, unpacked values as a whole."""
    assert effect.method is not None
    for node in walk_same_function(effect.method.node, cst.Assign):
        for target in node.targets:
            parts: list[cst.CSTNode] = [target.target]
            if isinstance(target.target, (cst.Tuple, cst.List)):
                parts = [element.value for element in target.target.elements]
            if any(is_name(part, name) for part in parts):
                yield node.value
