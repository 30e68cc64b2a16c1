"""State that is meant to change in inference.

A cache for decoding, the state of a streaming layer or a one-time initialisation is written in
`predict` because that is the layer's job. Each kind needs evidence in the code, not only a name:
strong evidence silences (`by_design`), weak evidence leaves the diagnostic and makes its fix unsafe
(`design_hint`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.facts.state_functions import SHIFTS
from layerlint.interpret.effects import AttributeWrite, Effect, StateUpdate
from layerlint.interpret.values import DRAW, INPUT
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_BUFFER_NAME = re.compile(
    r"cache|buffer|fifo|ring|history|past|stream|(^|_)memor(y|ies)(_|$)|(^|_)kv(_|$)|(^|_)(hidden_?)?states?(_|$)|carry",
    re.IGNORECASE,
)
_STREAM_WORD = re.compile(r"stream|stateful|incremental decod|autoregressive|cache", re.IGNORECASE)
_CALIBRATION_WORD = re.compile(r"observer|calibrat", re.IGNORECASE)
_ALWAYS_WORD = re.compile(
    r"always (execute|update|run)|(also|even) (at|in|during) (inference|predict|test|evaluation)",
    re.IGNORECASE,
)
_CALL_COUNTER = re.compile(r"(^|_)(n_?calls?|num_?calls?|calls?|call_?count(er)?|invocations)(_|$)")
_COUNTER = re.compile(r"(^|_)(counter|count|steps?|iterations?|ticks?)(_|$)")
_RESET_METHOD = re.compile(r"(reset|clear|flush)(_|$)|init(ialize)?_(state|cache)")
# What Keras calls between two sequences: state that it resets is state of a sequence.
_SEQUENCE_RESET = re.compile(r"reset_states?\Z")


def note_design(layer: LayerClass, effects: Sequence[Effect]) -> None:
    """Write the evidence found into the state updates among `effects`."""
    updates = [effect for effect in effects if isinstance(effect, StateUpdate)]
    for effect in updates:
        if effect.by_design is None:
            effect.by_design = next(_strong(layer, effect, effects), None)
        if effect.by_design is None:
            effect.design_hint = next(_weak(layer, effect), None)


def _strong(layer: LayerClass, effect: StateUpdate, effects: Sequence[Effect]) -> Iterator[str]:
    if any("stateful" in name for name in _asked(effect)) or _says_stateful(layer):
        yield "stateful"
    if _written_back(effect):
        yield "written-back"
    if _written_on_reset(layer, effect, _SEQUENCE_RESET):
        yield "sequence-state"
    if _is_output(layer, effect):
        yield "running-total"
    if _initialises_once(effect, effects):
        yield "one-time-init"
    if layer.call is not None and layer.call.takes("y_true"):
        yield "metric"
    if _scratch(effect, effects):
        yield "scratch-state"
    if effect.operation == "assign" and not effect.reads & {INPUT, DRAW, effect.attribute}:
        yield "derived-state-refresh"
    if _projects(effect):
        yield "projection"
    if _CALIBRATION_WORD.search(layer.name) or _CALIBRATION_WORD.search(layer.docstring):
        yield "calibration"
    if _is_buffer(layer, effect):
        yield "buffer"
    if _counts(effect) and (
        _CALL_COUNTER.search(effect.attribute) or not _read_elsewhere(layer, effect)
    ):
        yield "counter"
    if _commented(effect):
        yield "commented"


def _weak(layer: LayerClass, effect: StateUpdate) -> Iterator[str]:
    if _counts(effect) and _COUNTER.search(effect.attribute):
        yield "counter"
    if _BUFFER_NAME.search(effect.attribute):
        yield "buffer"
    if _written_on_reset(layer, effect, _RESET_METHOD):
        yield "reset"


def _says_stateful(layer: LayerClass) -> bool:
    """`self.stateful = True`: Keras 2 then keeps state from one batch to the next."""
    attribute = layer.attributes.get("stateful")
    return attribute is not None and any(
        literal(binding.value) is True for binding in attribute.bindings
    )


def _written_back(effect: StateUpdate) -> bool:
    """Whether what `stateless_call` gives for the variables of a layer goes back to them.

    In inference it gives what they hold.
    """
    function = effect.module.function(effect.node)
    if function is None or effect.value is None:
        return False
    given: set[str] = set()
    for node in walk_kinds(function, cst.Assign, cst.For):
        match node:
            case cst.Assign(
                targets=[cst.AssignTarget(target=target)],
                value=cst.Call(func=cst.Attribute(attr=cst.Name("stateless_call"))),
            ):
                given |= _names(target)
            case cst.For(target=target, iter=iterated) if given & _names(iterated):
                given |= _names(target)
    return bool(given & _names(effect.value))


def _names(node: cst.CSTNode) -> set[str]:
    return {part.value for part in walk_kinds(node, cst.Name)}


def _asked(effect: StateUpdate) -> Iterator[str]:
    """The attributes of the layer that the tests on the way ask for."""
    for guard in effect.guards:
        yield from _attributes(guard.test)


def _initialises_once(effect: StateUpdate, effects: Sequence[Effect]) -> bool:
    """A test asks for a flag that the same branch sets: `if not self.initialized: ...`.

    Or the flag chooses what is written: `self.shift.assign(where(self.initialized, ...))`.
    """
    asked = {*_asked(effect), *_choosing(effect)}
    if not asked:
        return False
    for other in effects:
        if not isinstance(other, (StateUpdate, AttributeWrite)) or other.attribute not in asked:
            continue
        if _sets_flag(other) or (_asks_for_zero(effect, other) and _written(other) == 1):
            return True
    return False


def _choosing(effect: StateUpdate) -> Iterator[str]:
    """The attributes that choose between the weight as it is and another value."""
    for node in walk_kinds(effect.value, cst.Call) if effect.value is not None else ():
        match node:
            case cst.Call(
                func=cst.Attribute(attr=cst.Name("where")) | cst.Name("where"),
                args=[condition, *values],
            ) if any(self_attribute(each.value) == effect.attribute for each in values):
                yield from _attributes(condition.value)
    function = effect.module.function(effect.node)
    if function is None or not isinstance(effect.value, cst.Name):
        return
    # `if self.initialized: shift = self.shift` `else: shift = ...`, and `shift` is written.
    for choice in walk_kinds(function, cst.If):
        if any(
            effect.value.value in _names(target.target)
            and effect.attribute in set(_attributes(assignment.value))
            for assignment in walk_kinds(choice, cst.Assign)
            for target in assignment.targets
        ):
            yield from _attributes(choice.test)


def _attributes(node: cst.CSTNode) -> Iterator[str]:
    """The attributes of the layer that an expression names."""
    yield from (name for part in walk(node) if (name := self_attribute(part)) is not None)


def _sets_flag(effect: StateUpdate | AttributeWrite) -> bool:
    return isinstance(_written(effect), bool)


def _written(effect: StateUpdate | AttributeWrite) -> object:
    """The literal that is written, also as a tensor: `assign(tf.constant(True))`."""
    value = effect.value
    if isinstance(value, cst.Call) and value.args:
        value = value.args[0].value
    return literal(value)


def _asks_for_zero(effect: StateUpdate, flag: StateUpdate | AttributeWrite) -> bool:
    """Whether a test on the way is `self.done == 0`, of what is written elsewhere as a number."""
    return any(
        isinstance(comparison.comparisons[0].operator, cst.Equal)
        and literal(comparison.comparisons[0].comparator) == 0
        and self_attribute(comparison.left) == flag.attribute
        for guard in effect.guards
        for comparison in walk_kinds(guard.test, cst.Comparison)
    ) and not (isinstance(flag, StateUpdate) and flag.operation not in ("assign", "update"))


def _scratch(effect: StateUpdate, effects: Sequence[Effect]) -> bool:
    """The same call has reset it before: `self.total.assign(0.0)` first of all."""
    first = next(
        (
            other
            for other in effects
            if isinstance(other, StateUpdate) and other.target == effect.target
        ),
        effect,
    )
    on_the_way = {id(guard.test) for guard in effect.guards}
    if first.operation != "assign" or any(
        id(guard.test) not in on_the_way for guard in first.guards
    ):
        return False
    return not first.reads and _constant(first.value)


def _projects(effect: StateUpdate) -> bool:
    """A trainable weight is put back where it belongs (clipped, masked): once is enough, whatever
    the input. Whether its gradient survives is another rule's question."""
    return (
        effect.operation == "assign"
        and effect.weight is not None
        and effect.weight.trainable is True
        and not effect.reads & {INPUT, DRAW}
    )


def _constant(value: cst.BaseExpression | None) -> bool:
    if isinstance(value, cst.Call):
        name = value.func.attr.value if isinstance(value.func, cst.Attribute) else ""
        return name in ("zeros", "ones", "zeros_like", "ones_like", "constant", "fill")
    return value is not None and literal(value) is not NOT_LITERAL


def _is_buffer(layer: LayerClass, effect: StateUpdate) -> bool:
    """Written at an index or by shifting, under a name or in a layer that says what it is for."""
    named = bool(_BUFFER_NAME.search(effect.attribute) or _BUFFER_NAME.search(layer.name))
    told = bool(_STREAM_WORD.search(layer.docstring)) or _written_on_reset(
        layer, effect, _RESET_METHOD
    )
    if not named and not told:
        return False
    if effect.operation.startswith("scatter"):
        return True
    return effect.attribute in effect.reads and _shifts(effect)


def _shifts(effect: StateUpdate) -> bool:
    """Whether the method that writes also concatenates, rolls or updates slices."""
    if effect.method is None:
        return False
    for node in effect.method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value=name))) if name in SHIFTS:
                return True
    return False


def _counts(effect: StateUpdate) -> bool:
    return effect.operation == "assign_add" and literal(effect.value) in (1, 1.0)


def _read_elsewhere(layer: LayerClass, effect: StateUpdate) -> bool:
    """Whether anything but the counting itself reads the attribute."""
    attribute = layer.attributes.get(effect.attribute)
    if attribute is None:
        return False
    written = {id(node) for node in walk(effect.node)}
    return any(id(read.node) not in written for read in attribute.reads)


def _written_on_reset(layer: LayerClass, effect: StateUpdate, name: re.Pattern[str]) -> bool:
    attribute = layer.attributes.get(effect.attribute)
    if attribute is None:
        return False
    return any(name.match(read.method.name.lstrip("_")) for read in attribute.reads)


def _is_output(layer: LayerClass, effect: StateUpdate) -> bool:
    """A sum over all calls that is what `call` returns."""
    if effect.operation != "assign_add" or layer.call is None:
        return False
    for node in layer.call.own_nodes(cst.Return):
        if node.value is not None:
            value = node.value
            if isinstance(value, cst.Call) and len(value.args) == 1:
                value = value.args[0].value
            if self_attribute(value, layer.call.self_name) == effect.attribute:
                return True
    return False


def _commented(effect: StateUpdate) -> bool:
    """A comment above the statement says that the write is unconditional on purpose."""
    module = effect.module
    statement = module.statement(effect.node)
    lines = getattr(statement, "leading_lines", ())
    text = " ".join(line.comment.value for line in lines if line.comment is not None)
    return bool(_ALWAYS_WORD.search(text))
