"""LL207: Python counts, collects or remembers while the layer is traced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._callback_reads import asked_of_callbacks
from layerlint.checks.state._callback_writes import (
    globals_set_by_callbacks,
    set_between,
    set_by_callbacks,
)
from layerlint.checks.state._creations_in_call import BUILT, asked_attributes
from layerlint.checks.state._eager_readers import eager_reader
from layerlint.checks.state._object_state import counted_in_python, counted_while_computing
from layerlint.checks.state._redrawn_tensors import redrawn_tensors
from layerlint.checks.state._tensors_on_self import (
    bound_value,
    kept_tensors,
    read_by_call,
    written_before,
)
from layerlint.checks.state._train_steps import step_methods
from layerlint.declaration import check
from layerlint.facts.python import ITEM_ADDERS
from layerlint.findings import Finding
from layerlint.interpret.effects import AttributeWrite, StateUpdate
from layerlint.interpret.values import INPUT
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.loops_by_hand import never_traced
from layerlint.queries.own_code import reached_by_call
from layerlint.queries.traced_code import eager
from layerlint.queries.training_flag import shown
from layerlint.syntax import cst
from layerlint.syntax.matching import literal
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding, Read


_CONTAINERS = frozenset({"builtins.list", "builtins.set", "collections.deque"})


NEEDS = AnyOf(
    HoldsLayer(),
    AllOf("update_state", "Metric"),
    AllOf(AnyOf(Text("Loss"), "LearningRateSchedule"), AnyOf("call", "__call__"), Text("+")),
    AllOf("Callback", AnyOf("Loss", "global", Members("compile"), "y_pred")),
)


@check(LayerClass, Module, needs=NEEDS)
def python_state_in_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the first place at which `call` changes a Python value that something reads."""
    if isinstance(subject, LayerClass):
        changes = list(_layer(subject))
        if changes and not never_traced(subject):
            yield from changes
        return
    for found in keras_objects(subject):
        yield from counted_in_python(found)
        yield from counted_while_computing(found)
        yield from _from_outside(found)
    for read, path, reader in asked_of_callbacks(subject):
        yield Finding(read, "asked", {"name": read.attr.value, "path": path, "reader": reader})
    for name, path, reader in globals_set_by_callbacks(subject):
        yield Finding(name, "shared", {"name": name.value, "path": path, "reader": reader})


def _layer(layer: LayerClass) -> Iterator[Finding]:
    if eager(layer) or layer.module.says("run_eagerly"):
        return
    tensors = {kept.attribute for kept in kept_tensors(layer)}
    writes: dict[str, list[AttributeWrite]] = {}
    for effect in layer.forward.of(AttributeWrite):
        if asked_attributes(effect) & BUILT:
            continue  # Keras has built the layer before `call` runs
        if effect.worlds & (TRAIN | INFER) and "." not in effect.target:
            writes.setdefault(effect.attribute, []).append(effect)
    for attribute, effects in writes.items():
        if attribute in tensors or _begins_anew(effects):
            continue
        for effect in effects:
            message = _message(layer, effect, effects)
            place = shown(layer, effect) if message is not None else None
            if message is None or place is None:
                continue
            yield Finding(
                place.node,
                message,
                {"attribute": attribute, "path": place.path},
                trace=place.trace,
                module=place.module,
            )
            break
    yield from _in_steps(layer)
    yield from _from_outside(layer)


def _from_outside(layer: LayerClass) -> Iterator[Finding]:
    """Numbers that callbacks set, and traced code goes on to read as they were."""
    for binding, caller in redrawn_tensors(layer):
        fields = {"attribute": binding.attribute, "path": caller}
        yield Finding(binding.node, "redrawn", fields)
    for found in (*set_by_callbacks(layer), *set_between(layer)):
        begins = [one for one in found.attribute.bindings if _is_set_up(one)]
        if begins and all(map(_is_number, begins)):
            fields = {"attribute": found.attribute.name, "path": found.path, "layer": layer.name}
            yield Finding(found.node, "outside", fields)


def _is_set_up(binding: Binding) -> bool:
    return binding.method is None or binding.method.name in ("__init__", "build")


def _in_steps(layer: LayerClass) -> Iterator[Finding]:
    """Numbers that a training step changes from their own value, and that the step reads."""
    methods = list(step_methods(layer))
    running = {method.node for method in methods}
    for method in methods:
        for binding in method.uses[0]:
            attribute = layer.attributes[binding.attribute]
            before = [one for one in attribute.bindings if not _within(one, running)]
            if not before or not all(_is_number(one) for one in before):
                continue
            anew = [one for one in attribute.bindings if _within(one, running)]
            if not all(_steps(one) or _is_number(one) for one in anew) or not _steps(binding):
                continue
            if binding.container_index:
                continue
            if any(_makes_difference(read, anew, running) for read in attribute.reads):
                fields = {"attribute": attribute.name, "path": f"{layer.name}.{method.name}"}
                yield Finding(binding.node, fields=fields, module=method.module)


def _within(binding: Binding, running: set[cst.FunctionDef]) -> bool:
    return binding.method is not None and binding.method.node in running


def _steps(binding: Binding) -> bool:
    """`self.step += 1`, `self.step = self.step + 1`."""
    value = binding.value
    if binding.kind == "augmented":
        return isinstance(literal(value), (int, float))
    match value:
        case cst.BinaryOperation(left=cst.Attribute(attr=cst.Name(value=name)), right=right):
            return name == binding.attribute and isinstance(literal(right), (int, float))
    return False


def _makes_difference(read: Read, changes: list[Binding], running: set[cst.FunctionDef]) -> bool:
    """Whether the attribute is read in the step, not only to count on or to tell."""
    inside = {node for change in changes for node in walk(change.statement)}
    if read.node in inside or _only_told(read):
        return False
    return read.method.node in running


def _begins_anew(effects: list[AttributeWrite]) -> bool:
    """Whether `call` leaves the same value behind each time: `self.index = 0` at its end."""
    last = max(effects, key=lambda one: one.order)
    return not last.guards and (
        last.operation == "clear" or (last.operation == "=" and last.attribute not in last.reads)
    )


def _message(
    layer: LayerClass, effect: AttributeWrite, effects: list[AttributeWrite]
) -> str | None:
    if written_before(effect, effects):
        return None
    initial = _initial(layer, effect.attribute)
    if effect.operation in ITEM_ADDERS:
        grows = bool(initial) and all(_is_container(one) for one in initial)
        return "grows" if grows and _is_used(layer, effect) else None
    if not initial or not all(_is_number(one) for one in initial):
        return None
    if effect.operation in ("+=", "augmented") or (
        effect.operation == "=" and effect.attribute in effect.reads
    ):
        if _only_chooses(layer, effect.attribute):
            return None
        return "default" if _is_python(layer, effect) and _is_used(layer, effect) else None
    return "once" if _toggles(layer, effect) else None


def _only_chooses(layer: LayerClass, attribute: str) -> bool:
    """Whether the number is read only for which layer to call, as in `self.norms[self.level](x)`.

    Such a layer is called once for each, while a functional graph is put together.
    """
    entry = layer.attributes[attribute]
    inside = {
        node for one in entry.bindings if one.kind == "augmented" for node in walk(one.statement)
    }
    reads = [read for read in entry.reads if read.node not in inside]
    return bool(reads) and all(map(_chooses_layer, reads))


def _chooses_layer(read: Read) -> bool:
    module = read.method.module
    index = module.parent(read.node)
    if not isinstance(index, cst.Index):
        return False
    chosen = module.parent(module.parent(index) or index)
    call = module.parent(chosen) if chosen is not None else None
    return isinstance(call, cst.Call) and call.func is chosen


def _initial(layer: LayerClass, attribute: str) -> list[Binding]:
    """What the attribute is bound to by code that `call` does not run."""
    running = reached_by_call(layer)
    return [
        binding
        for binding in layer.attributes[attribute].bindings
        if (binding.method is None or binding.method.node not in running)
        and binding.kind not in ("augmented", "delete")
    ]


def _is_number(binding: Binding) -> bool:
    """Whether a number or flag is bound, or an argument that the constructor is given."""
    value = binding.value
    if isinstance(value, cst.Name) and binding.method is not None:
        parameter = binding.method.parameter(value.value)
        if parameter is not None:
            default = literal(parameter.default)
            return parameter.default is None or isinstance(default, (bool, int, float))
    return isinstance(literal(value), (bool, int, float))


def _is_container(binding: Binding) -> bool:
    if isinstance(binding.value, (cst.List, cst.Set)):
        return True
    value = binding.value
    return isinstance(value, cst.Call) and binding.module.resolve(value.func) in _CONTAINERS


def _is_python(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether the new value is made by Python alone, whatever the input."""
    value = bound_value(layer, effect)
    if value is None or layer.values.of(value).may_be_tensor:
        return False
    if layer.values.of(value).kind == "python" or isinstance(literal(value), (int, float)):
        return True
    calls = list(walk_kinds(value, cst.Call))
    names = [effect.module.resolve(call.func) or "" for call in calls]
    return INPUT not in effect.reads and all(
        name.startswith(("builtins.", "math.", "numpy.")) for name in names
    )


def _is_used(layer: LayerClass, effect: AttributeWrite) -> bool:
    """Whether the value makes a difference: to what `call` computes, or to another reader."""
    if any(not _only_told(read) for read in read_by_call(layer, effect)):
        return True
    return _tested(effect) or eager_reader(layer, effect.attribute) is not None


def _tested(effect: AttributeWrite) -> bool:
    """Whether how often it has changed decides if it does again."""
    return effect.attribute in asked_attributes(effect)


def _only_told(read: Read) -> bool:
    """Whether what is read goes into text: a name, or a message."""
    module = read.method.module
    for node in module.ancestors(read.node):
        if isinstance(node, cst.FormattedStringExpression):
            return True
        if isinstance(node, cst.Call):
            name = module.resolve(node.func) or ""
            if name in ("builtins.print", "builtins.str") or name.startswith("logging."):
                return True
            function = node.func
            if isinstance(function, cst.Attribute) and function.attr.value == "format":
                return True
        if isinstance(node, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
            return False
    return False


def _toggles(layer: LayerClass, effect: AttributeWrite) -> bool:
    """`if not self.done: self.mean.assign(...); self.done = True`: initialised while traced.

    A `call` with two required arguments is no layer of a model that `fit` runs as it is.
    """
    if not isinstance(literal(effect.value), bool) or not _tested(effect):
        return False
    required = [one for one in layer.call.positional if one.default is None] if layer.call else []
    if len(required) != 1:
        return False
    around = {guard.test for guard in effect.guards}
    return any(
        any(guard.test in around for guard in other.guards)
        and effect.attribute in asked_attributes(other)
        for other in layer.forward.of(StateUpdate)
    )
