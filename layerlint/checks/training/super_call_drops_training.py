"""LL119: `super().call(...)` is not given the training flag, or the mask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.super_calls import USES_MASK, augments_by_default, loses_training
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.interpret.effects import RandomDraw, StateUpdate, SublayerCall
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import flag_edits
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, keyword, literal, positional
from layerlint.syntax.walk import around, is_below, mentions

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_NOTHING = "what it does in training never happens"
_ALWAYS = "it augments in `predict` as well"


@check(LayerClass)
def super_call_drops_training(layer: LayerClass) -> Iterator[Finding]:
    """Report each `super().call()` of the class's own `call` that leaves out what it needs."""
    method = layer.methods.get("call")
    if method is None or method.varargs or method.varkw:
        return
    for node in method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="call"))):
                if is_super_call(owner) and _leaves_out_all(node) and not _asked(node, method):
                    yield from _findings(layer, method, node)


def _findings(layer: LayerClass, method: Method, call: cst.Call) -> Iterator[Finding]:
    base = layer.method_after(layer, "call")
    if base is not None:
        generations = _lost_by(base)
        name, effect, masked = base.owner.name, _NOTHING, False
    else:
        name = next((b.removeprefix("layers.") for b in layer.keras_bases), "")
        generations, masked = loses_training(name), name in USES_MASK
        effect = _ALWAYS if augments_by_default(name) else _NOTHING
    if generations and not keyword(call, "training"):
        parameter = flag_edits(method)
        passed = add_keyword(method.module, call, "training=training")
        yield Finding(
            call,
            fields={"base": name, "effect": effect},
            fix=Fix("Pass the flag on", (*parameter, *passed)) if parameter is not None else None,
            defect=Defect(layer, "training"),
            generations=generations,
        )
    if masked and method.takes("mask") and not keyword(call, "mask"):
        passed = add_keyword(method.module, call, "mask=mask")
        yield Finding(call, "mask", {"base": name}, fix=Fix("Pass the mask on", tuple(passed)))


def _leaves_out_all(call: cst.Call) -> bool:
    """Whether only the inputs are passed by position: what a second one is bound to is unclear."""
    return len(positional(call)) <= 1 and not any(argument.star for argument in call.args)


def _asked(call: cst.Call, method: Method) -> bool:
    """Whether the call stands behind a test of the flag: then the author chose the mode."""
    tests = (each for each in around(call, cst.If, cst.IfExp) if is_below(each, method.node))
    return any(mentions(each.test, "training") for each in tests)


def _lost_by(base: Method) -> frozenset[int]:
    """The generations on which the `call` of a project's class needs the flag."""
    parameter = base.parameter("training")
    default = parameter.default if parameter is not None else None
    if default is None or literal(default) not in (None, False) or base.owner.call is not base:
        return frozenset()
    forward = base.owner.forward
    if forward.tainted:
        return frozenset()
    for effect in (*forward.of(StateUpdate), *forward.of(RandomDraw)):
        if effect.worlds & TRAIN and not effect.worlds & INFER and not effect.opaque:
            return frozenset({2, 3})
    handed_on = any(
        effect.training is not None
        and is_name(effect.training, "training")
        and effect.sublayer is not None
        and effect.sublayer.mode_dependent
        for effect in forward.of(SublayerCall)
    )
    return frozenset({3}) if handed_on else frozenset()
