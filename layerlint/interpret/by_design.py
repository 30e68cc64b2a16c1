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

from layerlint.facts.members import BUILT_IN_TRAINED
from layerlint.facts.state_functions import SHIFTS
from layerlint.interpret.effects import Effect, Guard, StateUpdate
from layerlint.interpret.values import DRAW, INPUT
from layerlint.interpret.written_once import asked, initialises_once, names
from layerlint.model.assignments import assigned
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_BUFFER_NAME = re.compile(
    r"cache|buffer|fifo|ring|history|past|stream|(^|_)memor(y|ies)(_|$)|(^|_)kv(_|$)|(^|_)(hidden_?)?states?(_|$)|carry",
    re.IGNORECASE,
)
# By whole words: a `Centering` is no ring.
_BUFFER_CLASS = re.compile(r"(?:Cached?|Buffer|F[Ii][Ff][Oo]|Ring|Queue|Stream(?:ing)?)(?![a-z])")
_STREAM_WORD = re.compile(r"stream|stateful|incremental decod|autoregressive|cache", re.IGNORECASE)
_CALIBRATION_WORD = re.compile(r"observer|calibrat", re.IGNORECASE)
_ALWAYS_WORD = re.compile(
    r"always (execute|update|run)|(also|even) (at|in|during) (inference|predict|test|evaluation)",
    re.IGNORECASE,
)
_CALL_COUNTER = re.compile(r"(^|_)(n_?calls?|num_?calls?|calls?|call_?count(er)?|invocations)(_|$)")
_COUNTER = re.compile(r"(^|_)(counter|count|steps?|iterations?|ticks?)(_|$)")
_RESET_METHOD = re.compile(r"(reset|clear|flush)(_|$)|init(ialize)?_(state|cache)")
_LABELS = re.compile(r"(.*_)?(labels?|targets?)|y|y_true|ground_truth")
_GIVEN_BY_KERAS = frozenset({"training", "mask"})
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
    if any("stateful" in name or "cache" in name for name in asked(effect)):
        yield "asked-for"
    if _says_stateful(layer):
        yield "stateful"
    if _written_back(effect):
        yield "written-back"
    if _written_on_reset(layer, effect, _SEQUENCE_RESET):
        yield "sequence-state"
    if _is_output(layer, effect):
        yield "running-total"
    if initialises_once(effect, effects):
        yield "one-time-init"
    if layer.call is not None and layer.call.takes("y_true"):
        yield "metric"
    if any(_gives_optional(layer, guard) for guard in effect.guards):
        yield "optional-argument"
    if _scratch(effect, effects):
        yield "scratch-state"
    if effect.operation == "assign" and not effect.reads & {INPUT, DRAW, effect.attribute}:
        yield "derived-state-refresh"
    if _projects(layer, effect):
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
    if _BUFFER_NAME.search(effect.attribute) or _BUFFER_CLASS.search(layer.name):
        yield "buffer"
    if _STREAM_WORD.search(layer.docstring):
        yield "told"
    if _written_on_reset(layer, effect, _RESET_METHOD):
        yield "reset"
    if effect.weight is None and _is_steady(effect):
        yield "projection"


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
                given |= names(target)
            case cst.For(target=target, iter=iterated) if given & names(iterated):
                given |= names(target)
    return bool(given & names(effect.value))


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
    on_the_way = {guard.test for guard in effect.guards}
    if first.operation != "assign" or any(guard.test not in on_the_way for guard in first.guards):
        return False
    return not first.reads and _constant(first.value)


def _gives_optional(layer: LayerClass, guard: Guard) -> bool:
    """Whether a test asks if `call` was given labels, or what no loop of Keras gives a model.

    `predict` has no labels to give, and gives a model nothing but its first argument.
    """
    positive = guard.taken
    match guard.test:
        case cst.Name(value=name):
            pass
        case cst.Comparison(
            left=cst.Name(value=name),
            comparisons=[cst.ComparisonTarget(operator=operator, comparator=none)],
        ) if is_name(none, "None") and isinstance(operator, (cst.Is, cst.IsNot)):
            positive = guard.taken is isinstance(operator, cst.IsNot)
        case _:
            return False
    method = layer.call
    if method is None or guard.module.function(guard.test) is not method.node or not positive:
        return False
    at = next((i for i, each in enumerate(method.positional) if each.name == name), None)
    parameter = method.parameter(name)
    if parameter is None or not is_name(parameter.default, "None") or name in _GIVEN_BY_KERAS:
        return False
    if name in assigned(method.node.body, method.module):
        return False
    return bool(_LABELS.fullmatch(name)) or (layer.kind == "model" and at != 0)


def _projects(layer: LayerClass, effect: StateUpdate) -> bool:
    """A trainable weight is put back where it belongs (clipped, masked): once is enough, whatever
    the input. Whether its gradient survives is another rule's question."""
    return _is_steady(effect) and _is_trained(layer, effect)


def _is_steady(effect: StateUpdate) -> bool:
    """Whether what is written depends on no input and no draw."""
    return effect.operation == "assign" and not effect.reads & {INPUT, DRAW}


def _is_trained(layer: LayerClass, effect: StateUpdate) -> bool:
    """Whether the optimizer trains what is written: a weight of the layer's own or of Keras's."""
    if effect.weight is not None:
        return effect.weight.trainable is True
    owner, _, name = effect.target.rpartition(".")
    if name not in BUILT_IN_TRAINED:
        return False
    if owner:
        sublayer = layer.sublayers.get(owner)
        return sublayer is not None and sublayer.keras is not None
    known = layer.attributes.get(name)
    return layer.complete and (known is None or not known.bindings)


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
    written = set(walk(effect.node))
    return any(read.node not in written for read in attribute.reads)


def _written_on_reset(layer: LayerClass, effect: StateUpdate, name: re.Pattern[str]) -> bool:
    readers = layer.facts(_readers).get(effect.attribute, frozenset())
    return any(name.match(each.lstrip("_")) for each in readers)


def _readers(layer: LayerClass) -> dict[str, frozenset[str]]:
    """The names of the methods that read each attribute."""
    return {
        name: frozenset(read.method.name for read in attribute.reads)
        for name, attribute in layer.attributes.items()
    }


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
