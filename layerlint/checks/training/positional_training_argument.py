"""LL118: the training flag is passed to a sublayer by position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.named_arguments import name_last
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.queries.flag_names import names_flag
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer


@check(LayerClass)
def positional_training_argument(layer: LayerClass) -> Iterator[Finding]:
    """Report truth values among the positional arguments of layers that the layer calls."""
    for effect in layer.forward.of(SublayerCall):
        method = effect.method
        if method is not None and method.owner is layer and not _takes_tensors(method):
            yield from _findings(effect)


def _takes_tensors(method: Method) -> bool:
    """Whether a signature of `tf.function` makes a tensor of the flag, which may go by position."""
    return any(
        isinstance(each.decorator, cst.Call) and keyword(each.decorator, "input_signature")
        for each in method.node.decorators
    )


def _findings(effect: SublayerCall) -> Iterator[Finding]:
    call, sublayer, module = effect.node, effect.sublayer, effect.module
    if sublayer is None or effect.bypass:
        return
    called = sublayer.layer
    if called is not None and (called.method("__call__") or 3 not in called.generations):
        return  # it is called in a way of its own, or as on Keras 2, whose copy TensorFlow has
    for index, argument in enumerate(positional(call)):
        flag = isinstance(argument.value, cst.Name) and names_flag(argument.value.value)
        if index == 0 or not (flag or isinstance(literal(argument.value), bool)):
            continue
        name = _parameter(sublayer, index) or ("training" if flag else None)
        # Naming one argument makes all behind it invalid that are passed by position.
        last = index == len(call.args) - 1 or call.args[index + 1].keyword is not None
        method = called.call if called is not None else None
        edits = name_last(call, name, method, module) if name and last else None
        yield Finding(
            argument.value,
            "default" if flag else "constant",
            {"attribute": module.source(call.func), "value": module.source(argument.value)},
            fix=Fix(f"Pass it as `{name}=`", tuple(edits)) if edits else None,
            module=module,
        )


def _parameter(sublayer: Sublayer, index: int) -> str | None:
    """The name of the positional parameter of a project layer's `call`, if that is known."""
    method = sublayer.layer.call if sublayer.layer is not None else None
    if method is None or index >= len(method.positional):
        return None
    return method.positional[index].name
